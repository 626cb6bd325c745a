-- Editions of the rule by which tables are published; none is changed once it stands, the one that began last is in force
create table disclosure_rule (
  space_id uuid not null references space (id),
  id uuid not null,
  version integer not null default 1,
  valid_from date not null,
  minimum_frequency integer not null check (minimum_frequency between 3 and 1000),
  dominance_count integer not null check (dominance_count = 2),
  dominance_share numeric not null check (dominance_share > 0 and dominance_share <= 85),
  p numeric not null check (p between 10 and 100),
  range numeric not null check (range between 10 and 100),
  note text,
  created_at timestamptz not null,
  primary key (space_id, id),
  unique (space_id, valid_from)
);
alter table disclosure_rule enable row level security;
alter table disclosure_rule force row level security;
create policy disclosure_rule_space on disclosure_rule using (space_id = current_space()) with check (space_id = current_space());

-- What was published of a table, with all that later editions are held against; only the publishing office reads it
create table table_edition (
  space_id uuid not null references space (id),
  id uuid not null,
  version integer not null default 1,
  -- the table that is protected, and what was published of it; null when nothing could be
  cross_table_id uuid not null,
  published_table_id uuid,
  number integer not null check (number > 0),
  -- tables with one key are subtracted from each other by whoever holds both
  series_key text not null,
  rule jsonb not null,
  judged_rules text[] not null,
  -- codes, values, room and causes, cell by cell with the totals
  frozen jsonb not null,
  tally jsonb not null,
  published_at timestamptz not null,
  primary key (space_id, id),
  unique (space_id, series_key, number),
  foreign key (space_id, published_table_id) references cross_table (space_id, id)
);
create index table_edition_series on table_edition (space_id, series_key, published_at);
alter table table_edition enable row level security;
alter table table_edition force row level security;
create policy table_edition_space on table_edition using (space_id = current_space()) with check (space_id = current_space());
