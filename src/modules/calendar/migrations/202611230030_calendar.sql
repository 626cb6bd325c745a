-- What a space knows of a year's holidays; the version changes with every edit of one of its days
create table calendar_year (
  space_id uuid not null references space (id),
  year integer not null check (year between 1990 and 2100),
  announced boolean not null,
  source text not null,
  version integer not null,
  updated_at timestamptz not null,
  primary key (space_id, year)
);
alter table calendar_year enable row level security;
alter table calendar_year force row level security;
create policy calendar_year_space on calendar_year using (space_id = current_space()) with check (space_id = current_space());

-- Days that are not what their weekday says
create table calendar_day (
  space_id uuid not null references space (id),
  day date not null,
  kind text not null check (kind in ('holiday', 'workday')),
  name jsonb not null,
  source text not null,
  primary key (space_id, day)
);
alter table calendar_day enable row level security;
alter table calendar_day force row level security;
create policy calendar_day_space on calendar_day using (space_id = current_space()) with check (space_id = current_space());

-- A rule, what it came to, and why; computed again while it lies ahead and the days change
create table deadline (
  space_id uuid not null references space (id),
  id uuid not null,
  subject_kind text not null,
  subject_id text not null,
  key text not null,
  rule jsonb not null,
  start_at timestamptz not null,
  instant timestamptz not null,
  day date not null,
  provisional boolean not null,
  steps jsonb not null,
  computed_at timestamptz not null,
  name jsonb,
  href text not null,
  holders jsonb,
  primary key (space_id, id),
  unique (space_id, subject_kind, subject_id, key)
);
create index deadline_ahead on deadline (space_id, instant);
alter table deadline enable row level security;
alter table deadline force row level security;
create policy deadline_space on deadline using (space_id = current_space()) with check (space_id = current_space());
