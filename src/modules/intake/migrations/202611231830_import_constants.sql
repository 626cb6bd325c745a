-- what is said once for the whole file, where no column holds it: {"unit": "person", "period": "2011"}
alter table import_batch add column constants jsonb not null default '{}';
