-- What people should hear of, written in the transaction of the event itself; worked off after commit
create table notice_outbox (
  space_id uuid not null references space (id),
  id uuid not null,
  kind text not null,
  subject_kind text not null,
  subject_id text not null,
  href text not null,
  address jsonb not null,
  name jsonb,
  params jsonb not null,
  due_at timestamptz,
  group_key text,
  by_person_id uuid,
  posted_at timestamptz not null,
  worked_off_at timestamptz,
  primary key (space_id, id)
);
create index notice_outbox_waiting on notice_outbox (space_id, posted_at) where worked_off_at is null;

alter table notice_outbox enable row level security;
alter table notice_outbox force row level security;
create policy notice_outbox_space on notice_outbox using (space_id = current_space()) with check (space_id = current_space());
