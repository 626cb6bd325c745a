-- What was said once for the whole file belongs to the remembered mapping as much as its columns.
alter table import_mapping add column constants jsonb not null default '{}';
