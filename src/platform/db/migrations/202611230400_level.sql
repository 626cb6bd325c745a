-- What a space may hold and what may leave it without a second person
create table level_policy (
  space_id uuid not null references space (id),
  version integer not null check (version >= 1),
  ceiling text not null check (ceiling in ('public', 'internal', 'sensitive')),
  export_free_up_to text not null check (export_free_up_to in ('public', 'internal', 'sensitive')),
  export_days integer not null check (export_days between 1 and 90),
  primary key (space_id)
);

-- An export above the policy: who asked for what and why, and what the second person decided. view_key names exactly one
-- list with its filters, order and format.
create table export_request (
  space_id uuid not null references space (id),
  id uuid not null,
  person_id uuid not null,
  person_name text not null,
  operation text not null,
  view_key text not null,
  params jsonb not null,
  query jsonb not null,
  format text not null check (format in ('csv', 'json')),
  level text not null check (level in ('public', 'internal', 'sensitive')),
  row_count integer not null check (row_count >= 0),
  reason text not null,
  state text not null check (state in ('waiting', 'approved', 'declined', 'withdrawn')),
  approval_id uuid,
  created_at timestamptz not null,
  decided_at timestamptz,
  expires_at timestamptz,
  fetched_count integer not null default 0,
  primary key (space_id, id)
);
create index export_request_asked on export_request (space_id, person_id, view_key);
create index export_request_newest on export_request (space_id, id desc);

alter table level_policy enable row level security;
alter table level_policy force row level security;
create policy level_policy_space on level_policy using (space_id = current_space()) with check (space_id = current_space());
alter table export_request enable row level security;
alter table export_request force row level security;
create policy export_request_space on export_request using (space_id = current_space()) with check (space_id = current_space());
