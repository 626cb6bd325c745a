-- One line a person: what the product itself shows. Rooms settle it when the thing is done, wherever they stand in the map
create table notice (
  space_id uuid not null references space (id),
  id uuid not null,
  outbox_id uuid not null,
  person_id uuid not null,
  kind text not null,
  subject_kind text not null,
  subject_id text not null,
  href text not null,
  name jsonb,
  params jsonb not null,
  due_at timestamptz,
  group_key text,
  -- how many things this line stands for: unread ones of one key are merged
  merged integer not null default 1,
  by_person_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  seen_at timestamptz,
  done_at timestamptz,
  escalated_at timestamptz,
  -- waits for the daily message
  daily boolean not null,
  primary key (space_id, id)
);
create index notice_person on notice (space_id, person_id, updated_at);
create index notice_subject on notice (space_id, subject_kind, subject_id) where done_at is null;
create index notice_due on notice (space_id, due_at) where done_at is null and due_at is not null;
create unique index notice_merge on notice (space_id, person_id, group_key) where group_key is not null and seen_at is null and done_at is null;

alter table notice enable row level security;
alter table notice force row level security;
create policy notice_space on notice using (space_id = current_space()) with check (space_id = current_space());
