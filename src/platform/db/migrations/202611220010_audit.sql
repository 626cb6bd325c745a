-- hash chain per space; the app role may add and read, never change
create table audit_entry (
  space_id uuid not null references space (id),
  seq bigint not null,
  id uuid not null,
  at timestamptz not null,
  person_id uuid,
  actor_name text not null,
  role text,
  event text not null,
  subject_kind text not null,
  subject_id text not null,
  subject_name jsonb,
  changes jsonb,
  previous_hash text not null,
  hash text not null,
  primary key (space_id, seq),
  unique (space_id, id)
);
create index audit_entry_subject on audit_entry (space_id, subject_kind, subject_id, seq desc);
create table audit_head (
  space_id uuid not null references space (id),
  seq bigint not null,
  hash text not null,
  primary key (space_id)
);

create table idempotency_key (
  space_id uuid not null references space (id),
  account_id uuid not null,
  key text not null,
  route text not null,
  body_hash text not null,
  status integer not null,
  answer jsonb not null,
  created_at timestamptz not null,
  primary key (space_id, account_id, key)
);

alter table audit_entry enable row level security;
alter table audit_entry force row level security;
create policy audit_entry_space on audit_entry using (space_id = current_space()) with check (space_id = current_space());
alter table audit_head enable row level security;
alter table audit_head force row level security;
create policy audit_head_space on audit_head using (space_id = current_space()) with check (space_id = current_space());
alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;
create policy idempotency_key_space on idempotency_key using (space_id = current_space()) with check (space_id = current_space());
revoke update, delete on audit_entry from clusterloom_app;
