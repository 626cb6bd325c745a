-- Growth that came in with a file: which one, and on which line.
alter table growth_statement add column batch_id uuid;
alter table growth_statement add column origin_row integer;
create index growth_statement_batch on growth_statement (space_id, batch_id) where batch_id is not null;
