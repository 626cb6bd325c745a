-- Which batch made a record, so that its source is known and taking the batch back finds what nobody touched since.
-- A site may have a name and a code of its own in its source: the works of a firm that owns several.
alter table organisation_site add column name text, add column external_code text, add column batch_id uuid;
create index organisation_site_batch on organisation_site (space_id, batch_id) where batch_id is not null;

alter table cluster add column batch_id uuid, add column batch_version integer;
create index cluster_batch on cluster (space_id, batch_id) where batch_id is not null;

alter table place add column batch_id uuid, add column batch_version integer;
create index place_batch on place (space_id, batch_id) where batch_id is not null;

-- These carry no version; the time of the last change tells whether there was one.
alter table membership add column batch_id uuid, add column updated_at timestamptz;
create index membership_batch on membership (space_id, batch_id) where batch_id is not null;
alter table body add column batch_id uuid, add column updated_at timestamptz;
create index body_batch on body (space_id, batch_id) where batch_id is not null;
alter table seat add column batch_id uuid, add column updated_at timestamptz;
create index seat_batch on seat (space_id, batch_id) where batch_id is not null;
-- a title is added or removed, never changed
alter table title add column batch_id uuid;
create index title_batch on title (space_id, batch_id) where batch_id is not null;

-- every removal of an organisation asks whether another one was merged into it
create index organisation_merged_into on organisation (space_id, merged_into) where merged_into is not null;
