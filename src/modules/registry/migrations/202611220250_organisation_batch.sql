-- provenance of imported organisations: the batch that created the row (its line stands in import_row)
alter table organisation add column batch_id uuid;
create index organisation_batch on organisation (space_id, batch_id) where batch_id is not null;
