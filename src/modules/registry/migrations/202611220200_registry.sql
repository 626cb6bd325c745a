-- The records everyone shares. Every table is isolated by space; the app role reaches rows of the current space only.

create table source (
  space_id uuid not null references space (id),
  id uuid not null,
  title text not null,
  publisher text,
  kind text not null check (kind in ('officialStatistics', 'officialNotice', 'annualReport', 'researchPaper', 'press', 'selfReported', 'database', 'other')),
  url text,
  published_on date,
  note text,
  created_at timestamptz not null,
  primary key (space_id, id),
  unique (space_id, title)
);

create table organisation (
  space_id uuid not null references space (id),
  id uuid not null,
  version integer not null default 1,
  visibility text not null check (visibility in ('open', 'internal')),
  sample boolean not null default false,
  name jsonb not null,
  sort_name text not null,
  type text not null check (type in ('government', 'enterprise', 'research', 'association', 'service')),
  subtype text,
  sector text check (sector in ('government', 'market', 'society')),
  size_class text check (size_class in ('large', 'medium', 'small', 'micro')),
  ownership text check (ownership in ('stateOwned', 'private', 'foreignInvested', 'jointVenture', 'collective', 'public', 'other')),
  origin text check (origin in ('endogenous', 'attracted')),
  uscc text,
  external_code text,
  territory_id text references territory (id),
  -- ids of the territory and all its ancestors, so that a scope filter needs no join
  territories text[] not null default '{}',
  industry_id text references industry (id),
  industries text[] not null default '{}',
  industry_label text,
  founded_year integer check (founded_year between 1000 and 2200),
  website text,
  description text,
  state text not null default 'active' check (state in ('active', 'closed', 'merged')),
  merged_into uuid,
  -- where a map may draw it; empty when there is no pin or the pin lies outside of its territory
  longitude numeric(9, 6),
  latitude numeric(8, 6),
  search_text text not null default '',
  grams text[] not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  primary key (space_id, id),
  foreign key (space_id, merged_into) references organisation (space_id, id)
);
create unique index organisation_uscc on organisation (space_id, uscc) where uscc is not null and state <> 'merged' and archived_at is null;
create index organisation_sort on organisation (space_id, sort_name, id);
create index organisation_updated on organisation (space_id, updated_at desc, id);
create index organisation_external on organisation (space_id, external_code) where external_code is not null;
create index organisation_territory on organisation using gin (territories);
create index organisation_industry on organisation using gin (industries);
create index organisation_grams on organisation using gin (grams);

create table organisation_site (
  space_id uuid not null references space (id),
  id uuid not null,
  organisation_id uuid not null,
  position integer not null,
  kind text not null check (kind in ('registered', 'headquarters', 'plant', 'laboratory', 'office', 'other')),
  address text,
  territory_id text references territory (id),
  longitude numeric(9, 6),
  latitude numeric(8, 6),
  datum text not null check (datum in ('wgs84', 'gcj02', 'bd09', 'unknown')),
  pin_verdict text not null check (pin_verdict in ('inside', 'near', 'outside', 'noPolygon', 'noPin')),
  pin_distance numeric(12, 1),
  primary key (space_id, id),
  foreign key (space_id, organisation_id) references organisation (space_id, id) on delete cascade
);
create index organisation_site_of on organisation_site (space_id, organisation_id, position);

create table organisation_relation (
  space_id uuid not null references space (id),
  id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  kind text not null check (kind in ('competitor', 'parent', 'host', 'operator', 'umbrella', 'alliance', 'founder')),
  since date,
  until date,
  note text,
  primary key (space_id, id),
  foreign key (space_id, from_id) references organisation (space_id, id),
  foreign key (space_id, to_id) references organisation (space_id, id),
  check (from_id <> to_id)
);
create unique index organisation_relation_once on organisation_relation (space_id, kind, from_id, to_id, (coalesce(since, '0001-01-01')));
create index organisation_relation_to on organisation_relation (space_id, to_id);

-- what a merge moved, so that a split can put every row back where it was
create table organisation_merge (
  space_id uuid not null references space (id),
  id uuid not null,
  kept_id uuid not null,
  merged_id uuid not null,
  moved jsonb not null,
  merged_by uuid,
  merged_at timestamptz not null,
  split_at timestamptz,
  primary key (space_id, id),
  foreign key (space_id, kept_id) references organisation (space_id, id),
  foreign key (space_id, merged_id) references organisation (space_id, id)
);
create index organisation_merge_kept on organisation_merge (space_id, kept_id);
create index organisation_merge_merged on organisation_merge (space_id, merged_id);

create table cluster (
  space_id uuid not null references space (id),
  id uuid not null,
  version integer not null default 1,
  visibility text not null check (visibility in ('open', 'internal')),
  sample boolean not null default false,
  name jsonb not null,
  sort_name text not null,
  state text not null check (state in ('active', 'proposed', 'closed')),
  field text,
  started_year integer check (started_year between 1800 and 2200),
  description text,
  formed_from jsonb,
  -- ids of every territory of the cluster and their ancestors
  territories text[] not null default '{}',
  industries text[] not null default '{}',
  search_text text not null default '',
  grams text[] not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  primary key (space_id, id)
);
create index cluster_sort on cluster (space_id, sort_name, id);
create index cluster_territory_gin on cluster using gin (territories);
create index cluster_grams on cluster using gin (grams);

create table cluster_territory (
  space_id uuid not null references space (id),
  cluster_id uuid not null,
  territory_id text not null references territory (id),
  scope text not null check (scope in ('base', 'radiates', 'extends')),
  primary key (space_id, cluster_id, territory_id, scope),
  foreign key (space_id, cluster_id) references cluster (space_id, id) on delete cascade
);

create table cluster_industry (
  space_id uuid not null references space (id),
  cluster_id uuid not null,
  industry_id text not null references industry (id),
  primary key (space_id, cluster_id, industry_id),
  foreign key (space_id, cluster_id) references cluster (space_id, id) on delete cascade
);

create table membership (
  space_id uuid not null references space (id),
  id uuid not null,
  cluster_id uuid not null,
  organisation_id uuid not null,
  class text not null check (class in ('core', 'partner', 'regional', 'other')),
  since date,
  until date,
  created_at timestamptz not null,
  primary key (space_id, id),
  unique (space_id, cluster_id, organisation_id),
  foreign key (space_id, cluster_id) references cluster (space_id, id),
  foreign key (space_id, organisation_id) references organisation (space_id, id)
);
create index membership_organisation on membership (space_id, organisation_id);

create table cluster_organisation (
  space_id uuid not null references space (id),
  id uuid not null,
  cluster_id uuid not null,
  organisation_id uuid not null,
  role text not null check (role in ('main', 'other')),
  function text,
  field text,
  legal_form text not null check (legal_form in ('socialAssociation', 'publicInstitution', 'socialServiceOrganisation', 'company', 'solutionProvider', 'incubationCentre', 'otherForm', 'notStated')),
  third_party text not null check (third_party in ('yes', 'no', 'notStated')),
  non_profit text not null check (non_profit in ('yes', 'no', 'notStated')),
  purpose text,
  host_id uuid,
  operator_id uuid,
  alliance_id uuid,
  since date,
  until date,
  created_at timestamptz not null,
  primary key (space_id, id),
  unique (space_id, cluster_id, organisation_id),
  foreign key (space_id, cluster_id) references cluster (space_id, id),
  foreign key (space_id, organisation_id) references organisation (space_id, id),
  foreign key (space_id, host_id) references organisation (space_id, id),
  foreign key (space_id, operator_id) references organisation (space_id, id),
  foreign key (space_id, alliance_id) references organisation (space_id, id)
);
create unique index cluster_organisation_main on cluster_organisation (space_id, cluster_id) where role = 'main' and until is null;
create index cluster_organisation_of on cluster_organisation (space_id, organisation_id);

create table body (
  space_id uuid not null references space (id),
  id uuid not null,
  cluster_organisation_id uuid not null,
  slot text not null check (slot in ('decide', 'run', 'advise')),
  name jsonb not null,
  note text,
  primary key (space_id, id),
  foreign key (space_id, cluster_organisation_id) references cluster_organisation (space_id, id) on delete cascade
);
create index body_of on body (space_id, cluster_organisation_id);

create table seat (
  space_id uuid not null references space (id),
  id uuid not null,
  body_id uuid not null,
  person_name text,
  organisation_id uuid,
  post text,
  sector text check (sector in ('government', 'market', 'society')),
  country text,
  since date,
  until date,
  rota_order integer,
  hired_from_market boolean,
  full_time boolean,
  certificate text,
  primary key (space_id, id),
  foreign key (space_id, body_id) references body (space_id, id) on delete cascade,
  foreign key (space_id, organisation_id) references organisation (space_id, id)
);
create index seat_of on seat (space_id, body_id);

create table place (
  space_id uuid not null references space (id),
  id uuid not null,
  version integer not null default 1,
  visibility text not null check (visibility in ('open', 'internal')),
  sample boolean not null default false,
  kind text not null check (kind in ('base', 'park', 'facility')),
  subtype text,
  name jsonb not null,
  sort_name text not null,
  level text check (level in ('national', 'provincial', 'city', 'county')),
  territory_id text references territory (id),
  territories text[] not null default '{}',
  address text,
  longitude numeric(9, 6),
  latitude numeric(8, 6),
  datum text not null default 'unknown' check (datum in ('wgs84', 'gcj02', 'bd09', 'unknown')),
  pin_verdict text not null default 'noPin' check (pin_verdict in ('inside', 'near', 'outside', 'noPolygon', 'noPin')),
  pin_distance numeric(12, 1),
  drawn_longitude numeric(9, 6),
  drawn_latitude numeric(8, 6),
  area_km2 numeric(15, 6),
  operator_id uuid,
  parent_id uuid,
  started_year integer check (started_year between 1800 and 2200),
  description text,
  search_text text not null default '',
  grams text[] not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  primary key (space_id, id),
  foreign key (space_id, operator_id) references organisation (space_id, id),
  foreign key (space_id, parent_id) references place (space_id, id)
);
create index place_sort on place (space_id, sort_name, id);
create index place_territory on place using gin (territories);
create index place_grams on place using gin (grams);

create table place_cluster (
  space_id uuid not null references space (id),
  place_id uuid not null,
  cluster_id uuid not null,
  primary key (space_id, place_id, cluster_id),
  foreign key (space_id, place_id) references place (space_id, id) on delete cascade,
  foreign key (space_id, cluster_id) references cluster (space_id, id)
);
create index place_cluster_of on place_cluster (space_id, cluster_id);

create table list (
  space_id uuid not null references space (id),
  id uuid not null,
  version integer not null default 1,
  visibility text not null check (visibility in ('open', 'internal')),
  sample boolean not null default false,
  name jsonb not null,
  sort_name text not null,
  issuer jsonb,
  issued_on date,
  issued_period text,
  batch text,
  announced_count integer check (announced_count between 0 and 1000000),
  entry_kind text not null check (entry_kind in ('organisation', 'cluster', 'place', 'programme', 'territory')),
  source_id uuid,
  note text,
  search_text text not null default '',
  grams text[] not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  primary key (space_id, id),
  foreign key (space_id, source_id) references source (space_id, id)
);
create index list_grams on list using gin (grams);

create table list_entry (
  space_id uuid not null references space (id),
  id uuid not null,
  list_id uuid not null,
  subject_id text,
  name_as_listed text not null,
  position integer,
  batch text,
  note text,
  primary key (space_id, id),
  foreign key (space_id, list_id) references list (space_id, id) on delete cascade
);
create index list_entry_of on list_entry (space_id, list_id, position, id);
create index list_entry_subject on list_entry (space_id, subject_id);

create table title (
  space_id uuid not null references space (id),
  id uuid not null,
  organisation_id uuid not null,
  sample boolean not null default false,
  key text not null check (key in ('innovativeSme', 'specialisedSme', 'littleGiant', 'singleChampion', 'chainLead', 'technologyCentre', 'highTechEnterprise', 'award', 'other')),
  name jsonb,
  issuer text,
  level text check (level in ('national', 'provincial', 'city', 'county')),
  valid_from date,
  valid_until date,
  source_id uuid,
  primary key (space_id, id),
  foreign key (space_id, organisation_id) references organisation (space_id, id),
  foreign key (space_id, source_id) references source (space_id, id)
);
create index title_of on title (space_id, organisation_id);

create table programme (
  space_id uuid not null references space (id),
  id uuid not null,
  version integer not null default 1,
  visibility text not null check (visibility in ('open', 'internal')),
  sample boolean not null default false,
  name jsonb not null,
  sort_name text not null,
  country text references territory (id),
  region text,
  started_year integer check (started_year between 1900 and 2200),
  ended_year integer check (ended_year between 1900 and 2200),
  lead_department text,
  description text,
  search_text text not null default '',
  grams text[] not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  primary key (space_id, id)
);
create index programme_grams on programme using gin (grams);

create table attribute (
  space_id uuid not null references space (id),
  key text not null,
  name jsonb not null,
  unit text not null,
  definition jsonb,
  primary key (space_id, key)
);

create table statement (
  space_id uuid not null references space (id),
  id uuid not null,
  version integer not null default 1,
  visibility text not null check (visibility in ('open', 'internal')),
  sample boolean not null default false,
  subject_kind text not null check (subject_kind in ('organisation', 'cluster', 'place', 'programme', 'territory')),
  subject_id text not null,
  attribute_key text not null,
  operator text not null check (operator in ('=', '>=', '<=', '>', '<', 'about', 'notStated')),
  value numeric(38, 10),
  -- the value as the source wrote it: 3.90 stays 3.90
  value_text text,
  text text,
  unit text,
  scope_note text,
  period text,
  source_id uuid not null,
  quote text,
  entered_by uuid,
  entered_at timestamptz not null,
  primary key (space_id, id),
  foreign key (space_id, attribute_key) references attribute (space_id, key),
  foreign key (space_id, source_id) references source (space_id, id)
);
create index statement_subject on statement (space_id, subject_kind, subject_id, attribute_key, period);

-- a person's decision which statement is shown; kept as history, the newest counts
create table statement_choice (
  space_id uuid not null references space (id),
  id uuid not null,
  subject_kind text not null,
  subject_id text not null,
  attribute_key text not null,
  period text not null,
  statement_id uuid not null,
  reason text,
  chosen_by uuid,
  chosen_at timestamptz not null,
  primary key (space_id, id),
  foreign key (space_id, statement_id) references statement (space_id, id)
);
create index statement_choice_subject on statement_choice (space_id, subject_kind, subject_id, attribute_key, period, chosen_at desc);

create table composition (
  space_id uuid not null references space (id),
  id uuid not null,
  sample boolean not null default false,
  subject_kind text not null check (subject_kind in ('organisation', 'cluster', 'place', 'programme', 'territory')),
  subject_id text not null,
  title jsonb not null,
  total text not null,
  unit text not null,
  period text,
  source_id uuid not null,
  created_at timestamptz not null,
  primary key (space_id, id),
  foreign key (space_id, source_id) references source (space_id, id)
);
create index composition_subject on composition (space_id, subject_kind, subject_id);

create table composition_part (
  space_id uuid not null references space (id),
  composition_id uuid not null,
  position integer not null,
  label jsonb not null,
  value text,
  primary key (space_id, composition_id, position),
  foreign key (space_id, composition_id) references composition (space_id, id) on delete cascade
);

create table alias (
  space_id uuid not null references space (id),
  id uuid not null,
  subject_kind text not null check (subject_kind in ('organisation', 'cluster', 'place', 'programme', 'territory')),
  subject_id text not null,
  name text not null,
  language text not null check (language in ('zh-CN', 'en', 'other')),
  kind text not null check (kind in ('former', 'short', 'brand', 'translation', 'spelling', 'localName')),
  primary key (space_id, id),
  unique (space_id, subject_kind, subject_id, name)
);

-- the verdict that told a cluster from a base, chain or park when the record was entered
create table classification_verdict (
  space_id uuid not null references space (id),
  id uuid not null,
  subject_kind text not null check (subject_kind in ('cluster', 'place')),
  subject_id uuid not null,
  facts jsonb not null,
  verdict jsonb not null,
  reason text,
  decided_by uuid,
  decided_at timestamptz not null,
  primary key (space_id, id)
);
create index classification_verdict_of on classification_verdict (space_id, subject_id, decided_at desc);

alter table source enable row level security;
alter table source force row level security;
create policy source_space on source using (space_id = current_space()) with check (space_id = current_space());
alter table organisation enable row level security;
alter table organisation force row level security;
create policy organisation_space on organisation using (space_id = current_space()) with check (space_id = current_space());
alter table organisation_site enable row level security;
alter table organisation_site force row level security;
create policy organisation_site_space on organisation_site using (space_id = current_space()) with check (space_id = current_space());
alter table organisation_relation enable row level security;
alter table organisation_relation force row level security;
create policy organisation_relation_space on organisation_relation using (space_id = current_space()) with check (space_id = current_space());
alter table organisation_merge enable row level security;
alter table organisation_merge force row level security;
create policy organisation_merge_space on organisation_merge using (space_id = current_space()) with check (space_id = current_space());
alter table cluster enable row level security;
alter table cluster force row level security;
create policy cluster_space on cluster using (space_id = current_space()) with check (space_id = current_space());
alter table cluster_territory enable row level security;
alter table cluster_territory force row level security;
create policy cluster_territory_space on cluster_territory using (space_id = current_space()) with check (space_id = current_space());
alter table cluster_industry enable row level security;
alter table cluster_industry force row level security;
create policy cluster_industry_space on cluster_industry using (space_id = current_space()) with check (space_id = current_space());
alter table membership enable row level security;
alter table membership force row level security;
create policy membership_space on membership using (space_id = current_space()) with check (space_id = current_space());
alter table cluster_organisation enable row level security;
alter table cluster_organisation force row level security;
create policy cluster_organisation_space on cluster_organisation using (space_id = current_space()) with check (space_id = current_space());
alter table body enable row level security;
alter table body force row level security;
create policy body_space on body using (space_id = current_space()) with check (space_id = current_space());
alter table seat enable row level security;
alter table seat force row level security;
create policy seat_space on seat using (space_id = current_space()) with check (space_id = current_space());
alter table place enable row level security;
alter table place force row level security;
create policy place_space on place using (space_id = current_space()) with check (space_id = current_space());
alter table place_cluster enable row level security;
alter table place_cluster force row level security;
create policy place_cluster_space on place_cluster using (space_id = current_space()) with check (space_id = current_space());
alter table list enable row level security;
alter table list force row level security;
create policy list_space on list using (space_id = current_space()) with check (space_id = current_space());
alter table list_entry enable row level security;
alter table list_entry force row level security;
create policy list_entry_space on list_entry using (space_id = current_space()) with check (space_id = current_space());
alter table title enable row level security;
alter table title force row level security;
create policy title_space on title using (space_id = current_space()) with check (space_id = current_space());
alter table programme enable row level security;
alter table programme force row level security;
create policy programme_space on programme using (space_id = current_space()) with check (space_id = current_space());
alter table attribute enable row level security;
alter table attribute force row level security;
create policy attribute_space on attribute using (space_id = current_space()) with check (space_id = current_space());
alter table statement enable row level security;
alter table statement force row level security;
create policy statement_space on statement using (space_id = current_space()) with check (space_id = current_space());
alter table statement_choice enable row level security;
alter table statement_choice force row level security;
create policy statement_choice_space on statement_choice using (space_id = current_space()) with check (space_id = current_space());
alter table composition enable row level security;
alter table composition force row level security;
create policy composition_space on composition using (space_id = current_space()) with check (space_id = current_space());
alter table composition_part enable row level security;
alter table composition_part force row level security;
create policy composition_part_space on composition_part using (space_id = current_space()) with check (space_id = current_space());
alter table alias enable row level security;
alter table alias force row level security;
create policy alias_space on alias using (space_id = current_space()) with check (space_id = current_space());
alter table classification_verdict enable row level security;
alter table classification_verdict force row level security;
create policy classification_verdict_space on classification_verdict using (space_id = current_space()) with check (space_id = current_space());
