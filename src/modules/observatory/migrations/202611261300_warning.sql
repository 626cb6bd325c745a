-- Alarm rules on indicators in dated editions, the warnings they raise with their signs, and what was done about them.

create table alarm_rule (
  space_id uuid not null references space (id),
  id uuid not null,
  state text not null check (state in ('active', 'paused')),
  indicator_id uuid not null,
  sample boolean not null default false,
  -- of the last evaluation
  evaluated_at timestamptz,
  outcome jsonb,
  created_at timestamptz not null,
  primary key (space_id, id),
  foreign key (space_id, indicator_id) references indicator (space_id, id)
);

-- a changed rule is a further edition; the one in force is the highest number that has begun
create table alarm_rule_edition (
  space_id uuid not null references space (id),
  id uuid not null,
  rule_id uuid not null,
  number integer not null check (number > 0),
  valid_from date not null,
  source text,
  note text not null,
  content jsonb not null,
  product_default boolean not null default false,
  created_by uuid,
  created_by_name text not null,
  created_at timestamptz not null,
  primary key (space_id, id),
  unique (space_id, rule_id, number),
  foreign key (space_id, rule_id) references alarm_rule (space_id, id) on delete cascade
);

create table warning (
  space_id uuid not null references space (id),
  id uuid not null,
  rule_id uuid not null,
  edition_id uuid not null,
  severity text not null check (severity in ('notice', 'serious', 'urgent')),
  state text not null check (state in ('open', 'acknowledged', 'dismissed', 'raised', 'closed')),
  subject_kind text not null check (subject_kind in ('territory', 'cluster', 'organisation', 'place', 'area')),
  subject_id text not null,
  period text not null,
  -- the strictest of the values behind it
  visibility text not null check (visibility in ('open', 'internal')),
  -- of rule, subject and the values read: the same signs warn once
  fingerprint text not null,
  evidence jsonb not null,
  sample boolean not null default false,
  raised_at timestamptz not null,
  primary key (space_id, id),
  unique (space_id, fingerprint),
  foreign key (space_id, rule_id) references alarm_rule (space_id, id) on delete cascade,
  foreign key (space_id, edition_id) references alarm_rule_edition (space_id, id)
);
create index warning_newest on warning (space_id, raised_at desc, id desc);
create index warning_subject on warning (space_id, subject_kind, subject_id);
create index warning_rule on warning (space_id, rule_id);
create index warning_edition on warning (space_id, edition_id);

create table warning_step (
  space_id uuid not null references space (id),
  id uuid not null,
  warning_id uuid not null,
  verb text not null check (verb in ('acknowledge', 'dismiss', 'raise', 'close', 'reopen')),
  to_state text not null check (to_state in ('open', 'acknowledged', 'dismissed', 'raised', 'closed')),
  note text,
  -- page of what it was raised as
  href text,
  done_by uuid,
  done_by_name text not null,
  done_at timestamptz not null,
  primary key (space_id, id),
  foreign key (space_id, warning_id) references warning (space_id, id) on delete cascade
);
create index warning_step_warning on warning_step (space_id, warning_id);
create index alarm_rule_indicator on alarm_rule (space_id, indicator_id);

alter table alarm_rule enable row level security;
alter table alarm_rule force row level security;
create policy alarm_rule_space on alarm_rule using (space_id = current_space()) with check (space_id = current_space());
alter table alarm_rule_edition enable row level security;
alter table alarm_rule_edition force row level security;
create policy alarm_rule_edition_space on alarm_rule_edition using (space_id = current_space()) with check (space_id = current_space());
alter table warning enable row level security;
alter table warning force row level security;
create policy warning_space on warning using (space_id = current_space()) with check (space_id = current_space());
alter table warning_step enable row level security;
alter table warning_step force row level security;
create policy warning_step_space on warning_step using (space_id = current_space()) with check (space_id = current_space());
