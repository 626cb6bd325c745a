-- Second factors, lockout, sessions that can be told apart, sign-in rules of a space, and keys for programs.

-- an account that signs in through an outside provider has no password here
alter table account alter column password_hash drop not null;
alter table account add column failed_tries integer not null default 0 check (failed_tries >= 0);
alter table account add column failed_at timestamptz;
alter table account add column locked_until timestamptz;

-- `code`: the password was right and the one-time code is still owed
alter table session add column stage text not null default 'full' check (stage in ('code', 'full'));
alter table session add column ip text;
alter table session add column code_tries integer not null default 0 check (code_tries >= 0);

create table second_factor (
  account_id uuid primary key references account (id) on delete cascade,
  secret_sealed text not null,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  -- the time step of the newest code that was accepted: no code works twice
  last_step bigint not null default 0
);

create table recovery_code (
  account_id uuid not null references account (id) on delete cascade,
  code_hash text not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);

create table account_identity (
  issuer text not null,
  subject text not null,
  account_id uuid not null references account (id) on delete cascade,
  linked_at timestamptz not null,
  primary key (issuer, subject)
);
create index account_identity_account on account_identity (account_id);

-- a sign-in that is under way at the outside provider
create table outside_sign_in (
  state_hash text primary key,
  browser_hash text not null,
  sealed text not null,
  expires_at timestamptz not null
);

create table security_policy (
  space_id uuid not null references space (id),
  version integer not null default 1,
  factor_roles text[] not null default '{}',
  idle_minutes integer not null check (idle_minutes between 5 and 1440),
  absolute_hours integer not null check (absolute_hours between 1 and 720),
  lock_after integer not null check (lock_after between 3 and 50),
  updated_at timestamptz not null,
  updated_by uuid,
  primary key (space_id)
);

create table api_key (
  space_id uuid not null references space (id),
  id uuid not null,
  token_hash text not null,
  person_id uuid not null,
  name text not null,
  rooms jsonb not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid,
  primary key (space_id, id),
  unique (space_id, token_hash),
  foreign key (space_id, person_id) references person (space_id, id),
  check (expires_at > created_at)
);
create index api_key_person on api_key (space_id, person_id);

alter table security_policy enable row level security;
alter table security_policy force row level security;
create policy security_policy_space on security_policy using (space_id = current_space()) with check (space_id = current_space());
alter table api_key enable row level security;
alter table api_key force row level security;
create policy api_key_space on api_key using (space_id = current_space()) with check (space_id = current_space());
