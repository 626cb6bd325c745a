create table code_system (
  id text primary key,
  kind text not null check (kind in ('territory', 'industry')),
  name jsonb not null,
  issuer jsonb,
  edition text,
  source text not null,
  valid_from date,
  valid_until date,
  sample boolean not null default false,
  built_in boolean not null default false,
  check (valid_until is null or valid_from is null or valid_until >= valid_from)
);

create table territory (
  id text primary key,
  code_system_id text not null references code_system (id),
  code text not null,
  name jsonb not null,
  romanised boolean not null default false,
  level text not null check (level in ('world', 'macroRegion', 'country', 'province', 'city', 'county', 'cityGroup', 'codeGroup', 'authority', 'other')),
  parent_id text references territory (id) deferrable initially deferred,
  ancestors text[] not null,
  valid_from date,
  valid_until date,
  successor_id text references territory (id) deferrable initially deferred,
  longitude numeric,
  latitude numeric,
  has_polygon boolean not null default false,
  place_keys text[] not null default '{}',
  suggestion_keys text[] not null default '{}',
  search_text text not null,
  grams text[] not null,
  unique (code_system_id, code),
  check (id = any (ancestors)),
  check ((longitude is null) = (latitude is null)),
  check (longitude between -180 and 180 and latitude between -90 and 90),
  check (valid_until is null or valid_from is null or valid_until >= valid_from)
);

create index territory_parent on territory (parent_id);
create index territory_level on territory (level, id);
create index territory_ancestors on territory using gin (ancestors);
create index territory_grams on territory using gin (grams);
create index territory_place_keys on territory using gin (place_keys);
create index territory_suggestion_keys on territory using gin (suggestion_keys);

create table territory_geometry (
  territory_id text primary key references territory (id) on delete cascade,
  geometry jsonb not null,
  source text not null,
  datum text not null check (datum in ('wgs84', 'gcj02', 'bd09', 'unknown'))
);

create table territory_group (
  id text primary key,
  kind text not null check (kind in ('macroRegion', 'cityGroup')),
  name jsonb not null,
  source text not null
);

create table territory_group_member (
  group_id text not null references territory_group (id) on delete cascade,
  territory_id text not null references territory (id),
  primary key (group_id, territory_id)
);

create index territory_group_member_territory on territory_group_member (territory_id);

create table industry (
  id text primary key,
  code_system_id text not null references code_system (id),
  code text not null,
  name jsonb not null,
  level text not null,
  parent_id text references industry (id) deferrable initially deferred,
  ancestors text[] not null,
  valid_from date,
  valid_until date,
  successor_id text references industry (id) deferrable initially deferred,
  search_text text not null,
  grams text[] not null,
  unique (code_system_id, code),
  check (id = any (ancestors)),
  check (valid_until is null or valid_from is null or valid_until >= valid_from)
);

create index industry_parent on industry (parent_id);
create index industry_ancestors on industry using gin (ancestors);
create index industry_grams on industry using gin (grams);

create table industry_mapping (
  from_id text not null references industry (id),
  to_id text not null references industry (id),
  relation text not null check (relation in ('exact', 'broader', 'narrower', 'partial')),
  source text not null,
  primary key (from_id, to_id)
);

create index industry_mapping_to on industry_mapping (to_id);

create table reference_load (
  id text primary key,
  hash text not null,
  loaded_at timestamptz not null default now()
);

-- Shared by every space. The app role may add code systems of the users' own; what comes with the product only the
-- owner changes. Reference tables are replicated whole, so triggers are allowed on them.
revoke insert, update, delete on territory_group, territory_group_member, industry_mapping, reference_load from clusterloom_app;
revoke delete on code_system, territory, territory_geometry, industry from clusterloom_app;
grant select on code_system, territory, territory_geometry, territory_group, territory_group_member, industry, industry_mapping, reference_load to clusterloom_app;
grant insert, update on code_system, territory, territory_geometry, industry to clusterloom_app;

create function keep_built_in() returns trigger language plpgsql as $$
declare
  system_id text;
begin
  if current_user <> 'clusterloom_app' then return new; end if;
  if tg_table_name = 'code_system' then
    if new.built_in or (tg_op = 'UPDATE' and old.built_in) then raise exception 'codeSystemBuiltIn' using errcode = 'insufficient_privilege'; end if;
    return new;
  end if;
  if tg_table_name = 'territory_geometry' then
    select territory.code_system_id into system_id from territory where territory.id = new.territory_id;
  else
    system_id := new.code_system_id;
    if tg_op = 'UPDATE' and old.code_system_id <> new.code_system_id then raise exception 'codeSystemBuiltIn' using errcode = 'insufficient_privilege'; end if;
  end if;
  if exists (select from code_system where code_system.id = system_id and code_system.built_in) then
    raise exception 'codeSystemBuiltIn' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create trigger code_system_keep_built_in before insert or update on code_system for each row execute function keep_built_in();
create trigger territory_keep_built_in before insert or update on territory for each row execute function keep_built_in();
create trigger territory_geometry_keep_built_in before insert or update on territory_geometry for each row execute function keep_built_in();
create trigger industry_keep_built_in before insert or update on industry for each row execute function keep_built_in();
