-- Scoreboards: what is compared by which tree of indicators, in editions, and the runs that were made of them.

create table scoreboard (
  space_id uuid not null references space (id),
  id uuid not null,
  version integer not null default 1,
  visibility text not null check (visibility in ('open', 'internal')),
  sample boolean not null default false,
  name jsonb not null,
  sort_name text not null,
  purpose jsonb,
  subject_kind text not null check (subject_kind in ('territory', 'cluster', 'organisation', 'place', 'area')),
  -- whose it is; neither: the whole space
  territory_id text references territory (id),
  territories text[] not null default '{}',
  cluster_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  primary key (space_id, id),
  foreign key (space_id, cluster_id) references cluster (space_id, id)
);
create index scoreboard_sort on scoreboard (space_id, sort_name, id);

-- tree, subjects, period and choices, as one text that is never changed once it is published
create table scoreboard_edition (
  space_id uuid not null references space (id),
  id uuid not null,
  version integer not null default 1,
  scoreboard_id uuid not null,
  number integer not null check (number > 0),
  state text not null check (state in ('draft', 'computed', 'published', 'withdrawn')),
  note text,
  -- why it was withdrawn
  state_note text,
  content jsonb not null,
  -- the newest run of this content
  run_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  published_at timestamptz,
  withdrawn_at timestamptz,
  primary key (space_id, id),
  unique (space_id, scoreboard_id, number),
  foreign key (space_id, scoreboard_id) references scoreboard (space_id, id) on delete cascade,
  check (state not in ('computed', 'published') or run_id is not null)
);

-- frozen: canonical texts of everything that went in and of what came out, with their hashes
create table scoreboard_run (
  space_id uuid not null references space (id),
  id uuid not null,
  scoreboard_id uuid not null,
  edition_id uuid not null,
  number integer not null check (number > 0),
  input text not null,
  result text not null,
  input_hash text not null,
  result_hash text not null,
  period text,
  subject_count integer not null,
  indicator_count integer not null,
  replications integer not null,
  seed bigint not null,
  -- the observations that went in, for the rights of whoever reads
  observation_ids uuid[] not null,
  sample boolean not null default false,
  computed_at timestamptz not null,
  computed_by uuid,
  -- so that a second try of the same job adds no second run
  job_id uuid,
  primary key (space_id, id),
  unique (space_id, scoreboard_id, number),
  foreign key (space_id, edition_id) references scoreboard_edition (space_id, id) on delete cascade
);
create index scoreboard_run_edition on scoreboard_run (space_id, edition_id, number);

alter table scoreboard enable row level security;
alter table scoreboard force row level security;
create policy scoreboard_space on scoreboard using (space_id = current_space()) with check (space_id = current_space());
alter table scoreboard_edition enable row level security;
alter table scoreboard_edition force row level security;
create policy scoreboard_edition_space on scoreboard_edition using (space_id = current_space()) with check (space_id = current_space());
alter table scoreboard_run enable row level security;
alter table scoreboard_run force row level security;
create policy scoreboard_run_space on scoreboard_run using (space_id = current_space()) with check (space_id = current_space());
