-- Accounts and sessions belong to the installation; people, mandates and the audit chain belong to a space.

create table account (
  id uuid primary key,
  login text not null unique,
  password_hash text not null,
  state text not null default 'active' check (state in ('active', 'closed')),
  created_at timestamptz not null
);

create table session (
  id uuid primary key,
  token_hash text not null unique,
  account_id uuid not null references account (id) on delete cascade,
  current_space_id uuid references space (id) on delete set null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  user_agent text
);
create index session_account on session (account_id);

-- where an account is a person, so that sign-in can find its spaces before any of them is entered
create table account_space (
  account_id uuid not null references account (id) on delete cascade,
  member_space_id uuid not null references space (id) on delete cascade,
  primary key (account_id, member_space_id)
);

create table person (
  space_id uuid not null references space (id),
  id uuid not null,
  version integer not null default 1,
  name jsonb not null,
  account_id uuid references account (id),
  email text,
  language text check (language in ('zh-CN', 'en')),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  primary key (space_id, id)
);
create unique index person_account on person (space_id, account_id) where account_id is not null;

create table mandate (
  space_id uuid not null references space (id),
  id uuid not null,
  person_id uuid not null,
  organisation_id uuid,
  role text not null check (role in ('operator', 'nationalOfficer', 'territorialOfficer', 'chainLeaderOffice', 'clusterStaff', 'organisationRepresentative', 'expert', 'evaluator', 'reader')),
  scope_kind text not null check (scope_kind in ('space', 'territory', 'cluster', 'chain', 'programme', 'organisation')),
  scope_id text,
  valid_from timestamptz not null,
  valid_until timestamptz,
  granted_by uuid,
  granted_at timestamptz not null,
  ended_by uuid,
  primary key (space_id, id),
  foreign key (space_id, person_id) references person (space_id, id),
  check ((scope_kind = 'space') = (scope_id is null)),
  check (valid_until is null or valid_until >= valid_from)
);
create index mandate_person on mandate (space_id, person_id);

create table invitation (
  space_id uuid not null references space (id),
  id uuid not null,
  token_hash text not null,
  person_id uuid not null,
  invited_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  primary key (space_id, id),
  unique (space_id, token_hash),
  foreign key (space_id, person_id) references person (space_id, id)
);

alter table person enable row level security;
alter table person force row level security;
create policy person_space on person using (space_id = current_space()) with check (space_id = current_space());
alter table mandate enable row level security;
alter table mandate force row level security;
create policy mandate_space on mandate using (space_id = current_space()) with check (space_id = current_space());
alter table invitation enable row level security;
alter table invitation force row level security;
create policy invitation_space on invitation using (space_id = current_space()) with check (space_id = current_space());
