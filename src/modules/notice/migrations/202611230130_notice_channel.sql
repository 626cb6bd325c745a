-- Ways out of the product, what went over them, and who wants what when

create table notice_channel (
  space_id uuid not null references space (id),
  id uuid not null,
  version integer not null default 1,
  kind text not null check (kind in ('mail', 'sms', 'webhook', 'wecom', 'dingtalk', 'feishu')),
  name jsonb not null,
  state text not null default 'active' check (state in ('active', 'paused', 'removed')),
  settings jsonb not null,
  -- sealed with the installation's key; never shown again
  secret text,
  secret_names text[] not null,
  groups text[] not null,
  scope_kind text not null check (scope_kind in ('space', 'territory', 'cluster')),
  scope_id text,
  failures integer not null default 0,
  resting_until timestamptz,
  last_reason text,
  last_sent_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (space_id, id),
  check ((scope_kind = 'space') = (scope_id is null))
);

create table notice_delivery (
  space_id uuid not null references space (id),
  id uuid not null,
  channel_id uuid not null,
  person_id uuid,
  notice_id uuid,
  purpose text not null check (purpose in ('immediate', 'daily', 'group', 'test')),
  kind text,
  item_count integer not null,
  due_count integer not null,
  -- one line for one cause: working something off twice sends it once
  cause text not null,
  state text not null check (state in ('waiting', 'sending', 'sent', 'failed', 'dropped')),
  tries integer not null default 0,
  next_try_at timestamptz not null,
  claimed_until timestamptz,
  -- lines sent as one message; the same again after a stop between sending and noting it
  message_id uuid,
  reason text,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (space_id, id),
  unique (space_id, channel_id, cause),
  foreign key (space_id, channel_id) references notice_channel (space_id, id),
  foreign key (space_id, person_id) references person (space_id, id),
  foreign key (space_id, notice_id) references notice (space_id, id)
);
create index notice_delivery_waiting on notice_delivery (space_id, channel_id, next_try_at) where state in ('waiting', 'sending');
create index notice_delivery_newest on notice_delivery (space_id, created_at);

create table notice_choice (
  space_id uuid not null references space (id),
  person_id uuid not null,
  version integer not null default 1,
  choices jsonb not null,
  quiet_from text,
  quiet_until text,
  daily_at text,
  phone text,
  -- the day whose message was made
  daily_on date,
  updated_at timestamptz not null,
  primary key (space_id, person_id),
  foreign key (space_id, person_id) references person (space_id, id)
);

create table notice_policy (
  space_id uuid not null references space (id),
  id text not null check (id = 'policy'),
  version integer not null default 1,
  quiet_from text not null,
  quiet_until text not null,
  daily_at text not null,
  escalate_after integer not null check (escalate_after between 0 and 60),
  updated_at timestamptz not null,
  primary key (space_id, id)
);

alter table notice_channel enable row level security;
alter table notice_channel force row level security;
create policy notice_channel_space on notice_channel using (space_id = current_space()) with check (space_id = current_space());
alter table notice_delivery enable row level security;
alter table notice_delivery force row level security;
create policy notice_delivery_space on notice_delivery using (space_id = current_space()) with check (space_id = current_space());
alter table notice_choice enable row level security;
alter table notice_choice force row level security;
create policy notice_choice_space on notice_choice using (space_id = current_space()) with check (space_id = current_space());
alter table notice_policy enable row level security;
alter table notice_policy force row level security;
create policy notice_policy_space on notice_policy using (space_id = current_space()) with check (space_id = current_space());
