-- How a row stands to the records that it may be already: by the matcher, or by a person. Rows without counterpart have no
-- line. No foreign keys, for the reason that the other lines of a file have none.
create table import_match (
  space_id uuid not null,
  batch_id uuid not null,
  row_number integer not null,
  -- the question: one answer serves every row and every later file that asks it
  fingerprint text not null,
  state text not null check (state in ('automatic', 'confirmed', 'rejected', 'unsure')),
  score real not null check (score between 0 and 1),
  record_id uuid,
  asked jsonb not null,
  candidates jsonb not null default '[]',
  primary key (space_id, batch_id, row_number)
);
create index import_match_question on import_match (space_id, fingerprint);
create index import_match_state on import_match (space_id, state, batch_id, row_number);
alter table import_match enable row level security;
alter table import_match force row level security;
create policy import_match_space on import_match using (space_id = current_space()) with check (space_id = current_space());
