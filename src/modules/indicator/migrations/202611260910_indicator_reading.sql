-- What is read out of the values: whom an indicator counts, growth as it is published, and breaks of a series.

alter table indicator add column population text;
alter table indicator add column timing text check (timing in ('flow', 'stock'));

-- growth as a source states it, on its own basis of comparison; never derived from two values and never overwritten by them
create table growth_statement (
  space_id uuid not null references space (id),
  id uuid not null,
  indicator_id uuid not null,
  subject_kind text not null check (subject_kind in ('territory', 'cluster', 'organisation', 'place', 'area')),
  subject_id text not null,
  period text not null,
  period_end date not null,
  compared_with text not null check (compared_with in ('yearEarlier', 'previousPeriod')),
  value numeric not null,
  unit text not null check (unit in ('percent', 'point')),
  -- on a list of units made comparable by the source
  comparable boolean not null,
  -- how the list changed against the base: null where the source does not say
  entered_units integer check (entered_units >= 0),
  left_units integer check (left_units >= 0),
  reclassified_units integer check (reclassified_units >= 0),
  moved_units integer check (moved_units >= 0),
  note text,
  vintage_id uuid,
  source_id uuid,
  basis text not null check (basis in ('statisticalSurvey', 'administrative', 'voluntary', 'public')),
  released_for text[] not null default '{}',
  visibility text not null check (visibility in ('open', 'internal')),
  sample boolean not null default false,
  entered_by uuid,
  entered_at timestamptz not null,
  primary key (space_id, id),
  foreign key (space_id, indicator_id) references indicator (space_id, id),
  foreign key (space_id, vintage_id) references vintage (space_id, id),
  foreign key (space_id, source_id) references source (space_id, id)
);
create index growth_statement_of on growth_statement (space_id, indicator_id, subject_kind, subject_id, period_end);

-- from this day on figures mean something else; of one subject, or of all where none is named
create table series_break (
  space_id uuid not null references space (id),
  id uuid not null,
  indicator_id uuid not null,
  subject_kind text check (subject_kind in ('territory', 'cluster', 'organisation', 'place', 'area')),
  subject_id text,
  starts_on date not null,
  kind text not null check (kind in ('definition', 'population', 'classification', 'boundary', 'unit', 'method')),
  before_words text,
  after_words text,
  note text,
  -- said by a person, or made when the definition was changed
  origin text not null check (origin in ('typed', 'changed', 'sample')),
  entered_by uuid,
  entered_at timestamptz not null,
  primary key (space_id, id),
  check ((subject_kind is null) = (subject_id is null)),
  foreign key (space_id, indicator_id) references indicator (space_id, id)
);
create index series_break_of on series_break (space_id, indicator_id, starts_on);

-- whether and by what factor earlier figures are brought onto the footing of later ones; kept as history, the newest counts
create table series_splice (
  space_id uuid not null references space (id),
  id uuid not null,
  break_id uuid not null,
  method text not null check (method in ('none', 'overlap', 'factor')),
  factor numeric check (factor > 0),
  overlap_period text,
  reason text not null,
  chosen_by uuid,
  chosen_at timestamptz not null,
  primary key (space_id, id),
  check ((method = 'none') = (factor is null)),
  foreign key (space_id, break_id) references series_break (space_id, id) on delete cascade
);
create index series_splice_of on series_splice (space_id, break_id, chosen_at desc);

alter table growth_statement enable row level security;
alter table growth_statement force row level security;
create policy growth_statement_space on growth_statement using (space_id = current_space()) with check (space_id = current_space());
alter table series_break enable row level security;
alter table series_break force row level security;
create policy series_break_space on series_break using (space_id = current_space()) with check (space_id = current_space());
alter table series_splice enable row level security;
alter table series_splice force row level security;
create policy series_splice_space on series_splice using (space_id = current_space()) with check (space_id = current_space());
