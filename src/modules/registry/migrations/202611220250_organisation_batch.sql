-- provenance of imported organisations: the batch that created the row (its line stands in import_row) and the version
-- at which the batch left it, so that taking the batch back spares what people changed since
alter table organisation add column batch_id uuid;
alter table organisation add column batch_version integer;
create index organisation_batch on organisation (space_id, batch_id) where batch_id is not null;
