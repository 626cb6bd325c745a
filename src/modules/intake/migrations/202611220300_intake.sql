-- A batch is one file on its way into the register; its rows keep what the file said, word for word.

create table import_batch (
  space_id uuid not null references space (id),
  id uuid not null,
  version integer not null default 1,
  target text not null,
  file_name text not null,
  file_hash text not null,
  file_size integer not null check (file_size >= 0),
  encoding text not null check (encoding in ('utf-8', 'utf-8-bom', 'gb18030', 'utf-16le', 'utf-16be')),
  delimiter text not null check (delimiter in (',', ';', E'\t', '|')),
  columns jsonb not null,
  mapping jsonb not null,
  state text not null check (state in ('read', 'mapped', 'checked', 'applied', 'discarded', 'undone')),
  row_count integer not null check (row_count > 0),
  counts jsonb,
  outcome jsonb,
  -- the creator's mandate at the time: who else may see the batch
  territories text[] not null default '{}',
  clusters text[] not null default '{}',
  created_by uuid,
  created_by_name text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  applied_at timestamptz,
  source_id uuid,
  primary key (space_id, id),
  foreign key (space_id, source_id) references source (space_id, id)
);
create index import_batch_created on import_batch (space_id, created_at desc, id);
create index import_batch_hash on import_batch (space_id, file_hash);

create table import_row (
  space_id uuid not null references space (id),
  batch_id uuid not null,
  row_number integer not null check (row_number > 1),
  raw jsonb not null,
  state text not null check (state in ('unchecked', 'ready', 'choose', 'warning', 'rejected', 'notTarget')),
  row_group text,
  reasons jsonb not null default '[]',
  candidates jsonb not null default '[]',
  question text,
  decision jsonb,
  match_id uuid,
  record_id uuid,
  primary key (space_id, batch_id, row_number),
  foreign key (space_id, batch_id) references import_batch (space_id, id) on delete cascade
);
create index import_row_state on import_row (space_id, batch_id, state, row_number);
create index import_row_group on import_row (space_id, batch_id, row_group, row_number);
create index import_row_record on import_row (space_id, record_id) where record_id is not null;

alter table import_batch enable row level security;
alter table import_batch force row level security;
create policy import_batch_space on import_batch using (space_id = current_space()) with check (space_id = current_space());
alter table import_row enable row level security;
alter table import_row force row level security;
create policy import_row_space on import_row using (space_id = current_space()) with check (space_id = current_space());
