-- What a zone is for (production, living, ecology), which new formats it carries, who began it, and when a nursery let go.
alter table place
  add column functions text[] not null default '{}',
  add column formats text,
  add column initiative text check (initiative in ('bottomUp', 'topDown')),
  add column graduated_on date;

-- a site of an organisation may lie in a park, a base or a facility
alter table organisation_site add column place_id uuid, add foreign key (space_id, place_id) references place (space_id, id);
create index organisation_site_place on organisation_site (space_id, place_id) where place_id is not null;
