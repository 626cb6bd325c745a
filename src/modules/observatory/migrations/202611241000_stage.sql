-- Lifecycle stages: editions of the rules, verdicts with their evidence, opinions on them; diagnosis sheets and findings.

-- the edition that comes with the product is no row; each further one is in force from its day to the day before the next
create table stage_rule (
  space_id uuid not null references space (id),
  id uuid not null,
  edition text not null,
  valid_from date not null,
  source text,
  note text not null,
  content jsonb not null,
  created_by uuid,
  created_by_name text not null,
  created_at timestamptz not null,
  primary key (space_id, id),
  unique (space_id, edition),
  unique (space_id, valid_from)
);

create table stage_verdict (
  space_id uuid not null references space (id),
  id uuid not null,
  cluster_id uuid not null,
  on_date date not null,
  stage text check (stage in ('initial', 'growth', 'maturity', 'decline', 'transformation')),
  towards text check (towards in ('initial', 'growth', 'maturity', 'decline', 'transformation')),
  -- why there is no stage
  reason text check (reason in ('open', 'noneFits', 'contradictory', 'noRule')),
  emerging boolean not null,
  -- empty for the edition that comes with the product
  rule_id uuid,
  edition text not null,
  evidence jsonb not null,
  computed_by uuid,
  computed_by_name text not null,
  computed_at timestamptz not null,
  sample boolean not null default false,
  primary key (space_id, id),
  foreign key (space_id, cluster_id) references cluster (space_id, id),
  foreign key (space_id, rule_id) references stage_rule (space_id, id),
  check ((stage is null) = (reason is not null))
);
create index stage_verdict_cluster on stage_verdict (space_id, cluster_id, on_date desc, computed_at desc);

create table stage_opinion (
  space_id uuid not null references space (id),
  id uuid not null,
  verdict_id uuid not null,
  kind text not null check (kind in ('override', 'dissent')),
  stage text not null check (stage in ('initial', 'growth', 'maturity', 'decline', 'transformation')),
  towards text check (towards in ('initial', 'growth', 'maturity', 'decline', 'transformation')),
  reason text not null,
  judged_by uuid,
  judged_by_name text not null,
  judged_at timestamptz not null,
  withdrawn_by uuid,
  withdrawn_by_name text,
  withdrawn_reason text,
  withdrawn_at timestamptz,
  primary key (space_id, id),
  foreign key (space_id, verdict_id) references stage_verdict (space_id, id) on delete cascade,
  check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create index stage_opinion_verdict on stage_opinion (space_id, verdict_id);

-- every writing under a heading is one more row; the newest number is shown
create table diagnosis_entry (
  space_id uuid not null references space (id),
  id uuid not null,
  cluster_id uuid not null,
  heading text not null check (heading in ('currentState', 'management', 'outlook', 'bottlenecks', 'resourcesUnused', 'innovationWeak', 'influenceSmall', 'brandLow', 'systemic', 'advanced', 'secure', 'coordinated', 'rooted', 'innovation', 'managing', 'international', 'agglomeration', 'external', 'network')),
  number integer not null check (number > 0),
  judgement text check (judgement in ('strong', 'fair', 'poor', 'unclear')),
  text jsonb not null,
  evidence jsonb not null,
  written_by uuid,
  written_by_name text not null,
  written_at timestamptz not null,
  sample boolean not null default false,
  primary key (space_id, id),
  unique (space_id, cluster_id, heading, number),
  foreign key (space_id, cluster_id) references cluster (space_id, id)
);

alter table stage_rule enable row level security;
alter table stage_rule force row level security;
create policy stage_rule_space on stage_rule using (space_id = current_space()) with check (space_id = current_space());
alter table stage_verdict enable row level security;
alter table stage_verdict force row level security;
create policy stage_verdict_space on stage_verdict using (space_id = current_space()) with check (space_id = current_space());
alter table stage_opinion enable row level security;
alter table stage_opinion force row level security;
create policy stage_opinion_space on stage_opinion using (space_id = current_space()) with check (space_id = current_space());
alter table diagnosis_entry enable row level security;
alter table diagnosis_entry force row level security;
create policy diagnosis_entry_space on diagnosis_entry using (space_id = current_space()) with check (space_id = current_space());
