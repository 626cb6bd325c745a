-- Which column filled which field, remembered for the next file of the same source. Numbered per source and target.
create table import_mapping (
  space_id uuid not null references space (id),
  id uuid not null,
  source_id uuid,
  target text not null,
  number integer not null check (number > 0),
  -- header as it stood, folded: {"企业名称": "name"}; a null says that the column was left out on purpose
  fields jsonb not null,
  -- the folded headers of the file, sorted and joined
  signature text not null,
  file_name text not null,
  created_at timestamptz not null,
  used_at timestamptz not null,
  primary key (space_id, id),
  foreign key (space_id, source_id) references source (space_id, id),
  unique nulls not distinct (space_id, target, source_id, number)
);
create index import_mapping_used on import_mapping (space_id, target, source_id, used_at desc);
alter table import_mapping enable row level security;
alter table import_mapping force row level security;
create policy import_mapping_space on import_mapping using (space_id = current_space()) with check (space_id = current_space());

-- the numbered mapping a batch was checked with, and the batch whose rejects this one brings back
alter table import_batch add column mapping_id uuid;
alter table import_batch add column follows_id uuid;
alter table import_batch add foreign key (space_id, mapping_id) references import_mapping (space_id, id);
alter table import_batch add foreign key (space_id, follows_id) references import_batch (space_id, id);
create index import_batch_source on import_batch (space_id, source_id, created_at desc) where source_id is not null;
create index import_batch_follows on import_batch (space_id, follows_id) where follows_id is not null;

-- what a person wrote over a cell, beside the original, which stays word for word: {"3": "佛山市"}
alter table import_row add column fixes jsonb not null default '{}';
alter table import_row add column skipped boolean not null default false;
