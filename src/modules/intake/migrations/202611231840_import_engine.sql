-- Long files: read, checked and applied part by part, each step in one transaction. The tables that hold a line for each
-- row of a file have no foreign keys: a step writes them together with their batch, and a million look-ups are not free.

-- A running step is no state of its own: while its job waits or runs, the batch shows the step; when the job ends badly, the state before stands.
alter table import_batch add column step text check (step in ('reading', 'checking', 'applying', 'undoing'));
alter table import_batch add column job_id uuid;
-- why a file could not be read, found out on the way: {"reason", "params"}
alter table import_batch add column failure jsonb;
alter table import_batch add column format text not null default 'csv' check (format in ('csv', 'xlsx', 'json'));
alter table import_batch add column sheet text;
alter table import_batch add column sheets jsonb not null default '[]';
-- the last row of each part, in order: what the file was read in is what it is checked and applied in
alter table import_batch add column parts integer[] not null default '{}';
-- whether the file itself is kept beside the database
alter table import_batch add column stored boolean not null default false;
alter table import_batch alter column encoding drop not null;
alter table import_batch alter column delimiter drop not null;
alter table import_batch alter column file_size type bigint;
alter table import_batch drop constraint import_batch_row_count_check;
alter table import_batch add constraint import_batch_row_count_check check (row_count >= 0);

-- What the target said of a row, written anew with each check; the row itself stays untouched beside it.
create table import_verdict (
  space_id uuid not null,
  batch_id uuid not null,
  row_number integer not null,
  state text not null check (state in ('ready', 'choose', 'warning', 'rejected', 'notTarget')),
  row_group text not null,
  reasons jsonb not null default '[]',
  candidates jsonb not null default '[]',
  question text,
  match_id uuid,
  primary key (space_id, batch_id, row_number)
);
-- ready rows are most of a file and are found by their number
create index import_verdict_state on import_verdict (space_id, batch_id, state, row_number) where state <> 'ready';
create index import_verdict_group on import_verdict (space_id, batch_id, row_group, row_number);
create index import_verdict_question on import_verdict (space_id, batch_id, question) where question is not null;

-- Which record a row made or changed: record -> batch, line, and through the batch the numbered mapping.
create table import_record (
  space_id uuid not null,
  batch_id uuid not null,
  row_number integer not null,
  record_id uuid not null,
  effect text not null check (effect in ('created', 'changed')),
  primary key (space_id, batch_id, row_number, record_id)
);
create index import_record_of on import_record (space_id, record_id);

-- How a record stood before the batch changed it, so that taking the batch back puts it back.
create table import_change (
  space_id uuid not null,
  batch_id uuid not null,
  record_id uuid not null,
  -- the version the batch left it at: a later one is somebody else's work and stays
  version integer not null,
  before jsonb not null,
  primary key (space_id, batch_id, record_id)
);

alter table import_row no force row level security;
insert into import_verdict (space_id, batch_id, row_number, state, row_group, reasons, candidates, question, match_id)
  select space_id, batch_id, row_number, state, coalesce(row_group, ''), reasons, candidates, question, match_id from import_row where state <> 'unchecked';
insert into import_record (space_id, batch_id, row_number, record_id, effect)
  select space_id, batch_id, row_number, record_id, 'created' from import_row where record_id is not null;
alter table import_row force row level security;
alter table import_batch no force row level security;
update import_batch set parts = array[2147483647] where row_count > 0;
alter table import_batch force row level security;

alter table import_row drop constraint import_row_space_id_batch_id_fkey, drop constraint import_row_space_id_fkey;
alter table import_row drop column state, drop column row_group, drop column reasons, drop column candidates, drop column question, drop column match_id, drop column record_id;
-- cells that the reader could not trust: [{"column", "fault", "params"}]
alter table import_row add column faults jsonb;

alter table import_verdict enable row level security;
alter table import_verdict force row level security;
create policy import_verdict_space on import_verdict using (space_id = current_space()) with check (space_id = current_space());
alter table import_record enable row level security;
alter table import_record force row level security;
create policy import_record_space on import_record using (space_id = current_space()) with check (space_id = current_space());
alter table import_change enable row level security;
alter table import_change force row level security;
create policy import_change_space on import_change using (space_id = current_space()) with check (space_id = current_space());
