-- What is measured, for whom and when, as sources state it; and tables of region by industry. Nothing here is computed.

create table indicator (
  space_id uuid not null references space (id),
  id uuid not null,
  version integer not null default 1,
  visibility text not null check (visibility in ('open', 'internal')),
  sample boolean not null default false,
  -- shipped with the product and not taken from an official text
  product_default boolean not null default false,
  key text not null,
  state text not null check (state in ('draft', 'active', 'retired')),
  name jsonb not null,
  sort_name text not null,
  definition jsonb,
  dimension text check (dimension in ('operation', 'policy', 'strategy', 'innovation', 'ip', 'resources')),
  topic text,
  kind text not null check (kind in ('level', 'share', 'index', 'count', 'amount')),
  -- a code of the units; empty while nobody has said it
  unit text,
  direction text not null check (direction in ('up', 'down', 'none')),
  periodicity text check (periodicity in ('year', 'half', 'quarter', 'month')),
  decimals integer check (decimals between 0 and 10),
  source_id uuid,
  formula text,
  reported_by jsonb,
  basis text check (basis in ('statisticalSurvey', 'administrative', 'voluntary', 'public')),
  aliases text[] not null default '{}',
  batch_id uuid,
  search_text text not null,
  grams text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  primary key (space_id, id),
  unique (space_id, key),
  foreign key (space_id, source_id) references source (space_id, id)
);
create index indicator_dimension on indicator (space_id, dimension, topic, sort_name);
create index indicator_grams on indicator using gin (grams);
create index indicator_batch on indicator (space_id, batch_id) where batch_id is not null;

-- one release of a source's figures; two releases stand side by side
create table vintage (
  space_id uuid not null references space (id),
  id uuid not null,
  version integer not null default 1,
  source_id uuid,
  title text not null,
  released_on date,
  note text,
  created_at timestamptz not null,
  primary key (space_id, id),
  unique nulls not distinct (space_id, source_id, title),
  foreign key (space_id, source_id) references source (space_id, id)
);

-- a region of a table's own geography: NUTS 2013 UKC1, an SA2 by its name
create table area (
  space_id uuid not null references space (id),
  id uuid not null,
  system text not null,
  code text not null,
  name jsonb not null,
  territory_id text references territory (id),
  batch_id uuid,
  primary key (space_id, id),
  unique (space_id, system, code)
);
create index area_territory on area (space_id, territory_id) where territory_id is not null;

-- an industry of a table's own classification
create table industry_column (
  space_id uuid not null references space (id),
  id uuid not null,
  system text not null,
  code text not null,
  name jsonb not null,
  industry_id text references industry (id),
  batch_id uuid,
  primary key (space_id, id),
  unique (space_id, system, code)
);

create table observation (
  space_id uuid not null references space (id),
  id uuid not null,
  indicator_id uuid not null,
  subject_kind text not null check (subject_kind in ('territory', 'cluster', 'organisation', 'place', 'area')),
  subject_id text not null,
  -- text form of kernel/quantity period, and its first and last day
  period text not null,
  period_start date not null,
  period_end date not null,
  vintage_id uuid,
  operator text not null check (operator in ('=', '>=', '<=', '>', '<', 'about', 'notStated')),
  value numeric,
  -- as the source wrote it, where that is not the number itself
  value_text text,
  unit text,
  -- missing is not zero, and suppressed is not missing
  missing text check (missing in ('notStated', 'notApplicable', 'suppressed')),
  flags text[] not null default '{}',
  scope_note text,
  source_id uuid,
  basis text not null check (basis in ('statisticalSurvey', 'administrative', 'voluntary', 'public')),
  -- purposes for which a value of a statistical survey was released by whom it is about
  released_for text[] not null default '{}',
  visibility text not null check (visibility in ('open', 'internal')),
  sample boolean not null default false,
  -- where the value came in: a row of an imported file, a revision of a submission, a person's hand
  origin text not null check (origin in ('batch', 'submission', 'typed', 'sample')),
  origin_id uuid not null,
  origin_row integer not null default 0,
  -- the statement that says the same on the record's own page
  statement_id uuid,
  entered_by uuid,
  entered_at timestamptz not null,
  primary key (space_id, id),
  unique nulls not distinct (space_id, indicator_id, subject_kind, subject_id, period, vintage_id, origin_id, origin_row),
  foreign key (space_id, indicator_id) references indicator (space_id, id),
  foreign key (space_id, vintage_id) references vintage (space_id, id),
  foreign key (space_id, source_id) references source (space_id, id),
  foreign key (space_id, statement_id) references statement (space_id, id),
  check ((value is null) = (missing is not null)),
  check ((value is null) = (operator = 'notStated')),
  check (period_end >= period_start)
);
create index observation_subject on observation (space_id, subject_kind, subject_id, indicator_id, period_end);
create index observation_origin on observation (space_id, origin_id);

-- a person's decision which observation of a period is shown; kept as history, the newest counts
create table observation_choice (
  space_id uuid not null references space (id),
  id uuid not null,
  indicator_id uuid not null,
  subject_kind text not null,
  subject_id text not null,
  period text not null,
  observation_id uuid not null,
  reason text not null,
  chosen_by uuid,
  chosen_at timestamptz not null,
  primary key (space_id, id),
  foreign key (space_id, observation_id) references observation (space_id, id) on delete cascade
);
create index observation_choice_of on observation_choice (space_id, indicator_id, subject_kind, subject_id, period, chosen_at desc);

create table cross_table (
  space_id uuid not null references space (id),
  id uuid not null,
  version integer not null default 1,
  visibility text not null check (visibility in ('open', 'internal')),
  sample boolean not null default false,
  key text not null,
  name jsonb not null,
  sort_name text not null,
  measure text,
  unit text,
  period text not null,
  vintage_id uuid,
  source_id uuid,
  area_system text not null,
  industry_system text not null,
  basis text not null check (basis in ('statisticalSurvey', 'administrative', 'voluntary', 'public')),
  batch_id uuid,
  search_text text not null,
  grams text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (space_id, id),
  unique nulls not distinct (space_id, key, period, vintage_id),
  foreign key (space_id, vintage_id) references vintage (space_id, id),
  foreign key (space_id, source_id) references source (space_id, id)
);

-- the columns of a table in the order of its file; stated_total is what the file gives as their sum, never part of a cell
create table cross_table_column (
  space_id uuid not null references space (id),
  cross_table_id uuid not null,
  position integer not null check (position > 0),
  industry_column_id uuid not null,
  stated_total numeric,
  primary key (space_id, cross_table_id, position),
  unique (space_id, cross_table_id, industry_column_id),
  foreign key (space_id, cross_table_id) references cross_table (space_id, id) on delete cascade,
  foreign key (space_id, industry_column_id) references industry_column (space_id, id)
);

-- one region of a table: its cells stand in one array, so that 300,000 of them are a few thousand rows
create table cross_table_row (
  space_id uuid not null references space (id),
  cross_table_id uuid not null,
  area_id uuid not null,
  position integer not null,
  -- by column position; null where there is no figure
  cells numeric[] not null,
  -- one letter a column: v a value, m not stated, n not applicable, s suppressed; beyond its end: not stated
  marks text not null,
  stated_total numeric,
  -- line of the file; for files with one cell a line the line of each cell
  origin_row integer,
  origin_rows integer[],
  primary key (space_id, cross_table_id, area_id),
  foreign key (space_id, cross_table_id) references cross_table (space_id, id) on delete cascade,
  foreign key (space_id, area_id) references area (space_id, id)
);
create index cross_table_row_position on cross_table_row (space_id, cross_table_id, position);

alter table indicator enable row level security;
alter table indicator force row level security;
create policy indicator_space on indicator using (space_id = current_space()) with check (space_id = current_space());
alter table vintage enable row level security;
alter table vintage force row level security;
create policy vintage_space on vintage using (space_id = current_space()) with check (space_id = current_space());
alter table area enable row level security;
alter table area force row level security;
create policy area_space on area using (space_id = current_space()) with check (space_id = current_space());
alter table industry_column enable row level security;
alter table industry_column force row level security;
create policy industry_column_space on industry_column using (space_id = current_space()) with check (space_id = current_space());
alter table observation enable row level security;
alter table observation force row level security;
create policy observation_space on observation using (space_id = current_space()) with check (space_id = current_space());
alter table observation_choice enable row level security;
alter table observation_choice force row level security;
create policy observation_choice_space on observation_choice using (space_id = current_space()) with check (space_id = current_space());
alter table cross_table enable row level security;
alter table cross_table force row level security;
create policy cross_table_space on cross_table using (space_id = current_space()) with check (space_id = current_space());
alter table cross_table_column enable row level security;
alter table cross_table_column force row level security;
create policy cross_table_column_space on cross_table_column using (space_id = current_space()) with check (space_id = current_space());
alter table cross_table_row enable row level security;
alter table cross_table_row force row level security;
create policy cross_table_row_space on cross_table_row using (space_id = current_space()) with check (space_id = current_space());
