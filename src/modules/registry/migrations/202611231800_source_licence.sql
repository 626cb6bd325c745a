-- Under which terms a source may be used, in its own words: `CC BY 4.0`, `internal use only`.
alter table source add column licence text;
