-- A data asset is a set of data that somebody holds: where it is, at which stage, who may use it and until when it is kept.

create table data_asset (
  space_id uuid not null references space (id),
  id uuid not null,
  version integer not null default 1,
  visibility text not null check (visibility in ('open', 'internal')),
  sample boolean not null default false,
  name jsonb not null,
  sort_name text not null,
  description text,
  kind text not null check (kind in ('register', 'survey', 'statistics', 'records', 'model', 'product', 'other')),
  stage text not null check (stage in ('collect', 'process', 'circulate', 'operate', 'addValue')),
  state text not null default 'active' check (state in ('active', 'retired', 'disposed')),
  state_note text,
  -- whose data it is, and at whose level it is held
  owner_id uuid not null,
  authority text not null check (authority in ('national', 'provincial', 'city', 'county', 'cluster', 'firm')),
  territory_id text references territory (id),
  territories text[] not null default '{}',
  source_id uuid,
  level text not null check (level in ('public', 'internal', 'sensitive')),
  licence text,
  location text,
  update_cycle text not null check (update_cycle in ('day', 'week', 'month', 'quarter', 'halfYear', 'year', 'once', 'unknown')),
  -- as told; null is unknown
  updated_on date,
  retain_until date,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (space_id, id),
  foreign key (space_id, owner_id) references organisation (space_id, id),
  foreign key (space_id, source_id) references source (space_id, id)
);
create index data_asset_sort on data_asset (space_id, sort_name, id);
create index data_asset_owner on data_asset (space_id, owner_id);
create index data_asset_source on data_asset (space_id, source_id) where source_id is not null;
create index data_asset_territory on data_asset using gin (territories);

-- what it was made from
create table data_asset_origin (
  space_id uuid not null,
  asset_id uuid not null,
  from_id uuid not null,
  kind text not null check (kind in ('derived', 'joined', 'part')),
  primary key (space_id, asset_id, from_id),
  check (asset_id <> from_id),
  foreign key (space_id, asset_id) references data_asset (space_id, id) on delete cascade,
  foreign key (space_id, from_id) references data_asset (space_id, id)
);
create index data_asset_origin_from on data_asset_origin (space_id, from_id);

-- each step between the stages, with what was done: the track of a set
create table data_asset_move (
  space_id uuid not null,
  id uuid not null,
  asset_id uuid not null,
  from_stage text,
  to_stage text not null,
  note text,
  moved_by uuid,
  moved_by_name text not null,
  moved_at timestamptz not null,
  primary key (space_id, id),
  foreign key (space_id, asset_id) references data_asset (space_id, id) on delete cascade
);
create index data_asset_move_asset on data_asset_move (space_id, asset_id, moved_at);

-- somebody asks to use a set; the holder grants or refuses
create table data_request (
  space_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  asset_id uuid not null,
  asked_by uuid not null,
  asked_by_name text not null,
  organisation_id uuid not null,
  access text not null check (access in ('read', 'process', 'publish')),
  purpose text not null,
  wanted_until date,
  state text not null check (state in ('open', 'granted', 'refused', 'withdrawn', 'ended')),
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  reason text,
  granted_until date,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (space_id, id),
  foreign key (space_id, asset_id) references data_asset (space_id, id),
  foreign key (space_id, organisation_id) references organisation (space_id, id)
);
create index data_request_asset on data_request (space_id, asset_id, created_at desc);
create index data_request_state on data_request (space_id, state, created_at desc, id);
create index data_request_asker on data_request (space_id, asked_by, created_at desc);

alter table data_asset enable row level security;
alter table data_asset force row level security;
create policy data_asset_space on data_asset using (space_id = current_space()) with check (space_id = current_space());
alter table data_asset_origin enable row level security;
alter table data_asset_origin force row level security;
create policy data_asset_origin_space on data_asset_origin using (space_id = current_space()) with check (space_id = current_space());
alter table data_asset_move enable row level security;
alter table data_asset_move force row level security;
create policy data_asset_move_space on data_asset_move using (space_id = current_space()) with check (space_id = current_space());
alter table data_request enable row level security;
alter table data_request force row level security;
create policy data_request_space on data_request using (space_id = current_space()) with check (space_id = current_space());
