-- Forms, campaigns, who must report, and what was reported. Every submit stays: figures are never overwritten.

create table form (
  space_id uuid not null references space (id),
  id uuid not null,
  version integer not null default 1,
  visibility text not null check (visibility in ('open', 'internal')),
  sample boolean not null default false,
  name jsonb not null,
  sort_name text not null,
  -- whose form it is: a territory, a cluster, or the whole space
  territory_id text references territory (id),
  cluster_id uuid,
  territories text[] not null default '{}',
  clusters text[] not null default '{}',
  last_edition integer not null default 0 check (last_edition >= 0),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (space_id, id),
  foreign key (space_id, cluster_id) references cluster (space_id, id)
);
create index form_sort on form (space_id, sort_name, id);

create table form_edition (
  space_id uuid not null references space (id),
  form_id uuid not null,
  edition integer not null check (edition > 0),
  state text not null check (state in ('draft', 'published', 'retired')),
  legal_basis text not null check (legal_basis in ('statisticalSurvey', 'administrativeFiling', 'voluntaryService')),
  respondent text not null check (respondent in ('organisation', 'territory', 'clusterOrganisation')),
  periodicity text not null check (periodicity in ('month', 'quarter', 'half', 'year', 'once')),
  form_number text,
  issuer text,
  approval_number text,
  valid_until date,
  purpose jsonb,
  sections jsonb not null,
  fields jsonb not null,
  rules jsonb not null,
  published_at timestamptz,
  retired_at timestamptz,
  primary key (space_id, form_id, edition),
  foreign key (space_id, form_id) references form (space_id, id) on delete cascade
);

create table campaign (
  space_id uuid not null references space (id),
  id uuid not null,
  version integer not null default 1,
  sample boolean not null default false,
  name jsonb not null,
  sort_name text not null,
  form_id uuid not null,
  edition integer not null,
  period text not null,
  state text not null check (state in ('draft', 'open', 'closed', 'signedOff')),
  audience jsonb not null,
  levels jsonb not null,
  due_rule jsonb not null,
  due_at timestamptz,
  remind_days integer[] not null default '{}',
  note text,
  territory_id text references territory (id),
  cluster_id uuid,
  -- the holder's place with its ancestors, and once open the holders of all levels
  territories text[] not null default '{}',
  clusters text[] not null default '{}',
  is_published boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  opened_at timestamptz,
  closed_at timestamptz,
  signed_off_at timestamptz,
  signed_off_by uuid,
  signed_off_by_name text,
  primary key (space_id, id),
  foreign key (space_id, form_id, edition) references form_edition (space_id, form_id, edition),
  foreign key (space_id, cluster_id) references cluster (space_id, id)
);
create index campaign_created on campaign (space_id, created_at desc, id);
create index campaign_of_form on campaign (space_id, form_id, period);

create table party (
  space_id uuid not null references space (id),
  id uuid not null,
  version integer not null default 1,
  campaign_id uuid not null,
  kind text not null check (kind in ('organisation', 'territory', 'clusterOrganisation')),
  organisation_id uuid,
  cluster_id uuid,
  territory_id text references territory (id),
  -- as it was when the campaign opened
  name jsonb not null,
  sort_name text not null,
  code text,
  territories text[] not null default '{}',
  clusters text[] not null default '{}',
  -- who decides at each level: a territory, cluster:<id>, or space; empty where nobody does
  holders text[] not null,
  state text not null check (state in ('waiting', 'draft', 'submitted', 'returned', 'accepted')),
  -- 0: with the party itself; else the level that is to decide
  level integer not null default 0 check (level >= 0),
  number integer not null default 0 check (number >= 0),
  due_at timestamptz,
  first_submitted_at timestamptz,
  submitted_at timestamptz,
  accepted_at timestamptz,
  reminded_on date,
  late_told_on date,
  updated_at timestamptz not null,
  primary key (space_id, id),
  foreign key (space_id, campaign_id) references campaign (space_id, id) on delete cascade,
  foreign key (space_id, organisation_id) references organisation (space_id, id),
  foreign key (space_id, cluster_id) references cluster (space_id, id)
);
create unique index party_once on party (space_id, campaign_id, kind, coalesce(organisation_id::text, territory_id, ''), coalesce(cluster_id::text, ''));
create index party_sort on party (space_id, campaign_id, sort_name, id);
create index party_of_organisation on party (space_id, organisation_id, campaign_id);

create table submission_draft (
  space_id uuid not null references space (id),
  party_id uuid not null,
  version integer not null default 1,
  entries jsonb not null,
  updated_by uuid,
  updated_by_name text not null,
  updated_at timestamptz not null,
  primary key (space_id, party_id),
  foreign key (space_id, party_id) references party (space_id, id) on delete cascade
);

create table submission (
  space_id uuid not null references space (id),
  id uuid not null,
  party_id uuid not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('report', 'revision')),
  reason text,
  is_on_behalf boolean not null default false,
  -- who reported in the party's place: the holder of a level
  on_behalf_holder text,
  is_truth_accepted boolean not null,
  warnings jsonb not null default '[]',
  submitted_by uuid,
  submitted_by_name text not null,
  submitted_at timestamptz not null,
  primary key (space_id, id),
  unique (space_id, party_id, number),
  foreign key (space_id, party_id) references party (space_id, id) on delete cascade
);

create table submission_value (
  space_id uuid not null references space (id),
  submission_id uuid not null,
  field_key text not null,
  -- as written; what was read out of it stands beside
  text text not null,
  operator text check (operator in ('=', '>=', '<=', '>', '<', 'about', 'notStated')),
  value numeric(38, 10),
  unit text,
  scale text,
  explanation text,
  is_withheld boolean not null default false,
  origin text not null check (origin in ('typed', 'record', 'lastPeriod')),
  basis text not null check (basis in ('statisticalSurvey', 'administrativeFiling', 'voluntaryService')),
  primary key (space_id, submission_id, field_key),
  foreign key (space_id, submission_id) references submission (space_id, id) on delete cascade
);

create table submission_decision (
  space_id uuid not null references space (id),
  id uuid not null,
  submission_id uuid not null,
  level integer not null check (level > 0),
  holder text not null,
  verb text not null check (verb in ('accept', 'return')),
  note text,
  reasons jsonb not null default '[]',
  is_on_behalf boolean not null default false,
  decided_by uuid,
  decided_by_name text not null,
  decided_at timestamptz not null,
  primary key (space_id, id),
  foreign key (space_id, submission_id) references submission (space_id, id) on delete cascade
);
create index submission_decision_of on submission_decision (space_id, submission_id, decided_at);

-- a firm opens what it reported to a statistical survey, for one named purpose
create table submission_release (
  space_id uuid not null references space (id),
  id uuid not null,
  party_id uuid not null,
  -- empty: all fields of the form
  fields text[] not null default '{}',
  purpose text not null check (purpose in ('rules', 'policyFit', 'grading', 'review', 'publication', 'otherScreens')),
  until date,
  released_by uuid,
  released_by_name text not null,
  released_at timestamptz not null,
  revoked_at timestamptz,
  primary key (space_id, id),
  foreign key (space_id, party_id) references party (space_id, id) on delete cascade
);
create index submission_release_of on submission_release (space_id, party_id);

-- who looked at whose figures and what for, one row a person and day
create table submission_use (
  space_id uuid not null references space (id),
  id uuid not null,
  party_id uuid not null,
  purpose text not null,
  holder text,
  person_id uuid,
  person_name text not null,
  used_on date not null,
  used_at timestamptz not null,
  primary key (space_id, id),
  foreign key (space_id, party_id) references party (space_id, id) on delete cascade
);
create unique index submission_use_once on submission_use (space_id, party_id, purpose, person_id, used_on);

-- the sheet that a level sends to the level above
create table campaign_summary (
  space_id uuid not null references space (id),
  id uuid not null,
  version integer not null default 1,
  campaign_id uuid not null,
  level integer not null check (level > 0),
  holder text not null,
  number integer not null check (number > 0),
  state text not null check (state in ('draft', 'submitted', 'returned', 'accepted')),
  content jsonb not null,
  note text,
  reason text,
  is_on_behalf boolean not null default false,
  territories text[] not null default '{}',
  clusters text[] not null default '{}',
  created_by uuid,
  created_by_name text not null,
  created_at timestamptz not null,
  submitted_by uuid,
  submitted_by_name text,
  submitted_at timestamptz,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  primary key (space_id, id),
  unique (space_id, campaign_id, level, holder, number),
  foreign key (space_id, campaign_id) references campaign (space_id, id) on delete cascade
);

alter table form enable row level security;
alter table form force row level security;
create policy form_space on form using (space_id = current_space()) with check (space_id = current_space());
alter table form_edition enable row level security;
alter table form_edition force row level security;
create policy form_edition_space on form_edition using (space_id = current_space()) with check (space_id = current_space());
alter table campaign enable row level security;
alter table campaign force row level security;
create policy campaign_space on campaign using (space_id = current_space()) with check (space_id = current_space());
alter table party enable row level security;
alter table party force row level security;
create policy party_space on party using (space_id = current_space()) with check (space_id = current_space());
alter table submission_draft enable row level security;
alter table submission_draft force row level security;
create policy submission_draft_space on submission_draft using (space_id = current_space()) with check (space_id = current_space());
alter table submission enable row level security;
alter table submission force row level security;
create policy submission_space on submission using (space_id = current_space()) with check (space_id = current_space());
alter table submission_value enable row level security;
alter table submission_value force row level security;
create policy submission_value_space on submission_value using (space_id = current_space()) with check (space_id = current_space());
alter table submission_decision enable row level security;
alter table submission_decision force row level security;
create policy submission_decision_space on submission_decision using (space_id = current_space()) with check (space_id = current_space());
alter table submission_release enable row level security;
alter table submission_release force row level security;
create policy submission_release_space on submission_release using (space_id = current_space()) with check (space_id = current_space());
alter table submission_use enable row level security;
alter table submission_use force row level security;
create policy submission_use_space on submission_use using (space_id = current_space()) with check (space_id = current_space());
alter table campaign_summary enable row level security;
alter table campaign_summary force row level security;
create policy campaign_summary_space on campaign_summary using (space_id = current_space()) with check (space_id = current_space());
