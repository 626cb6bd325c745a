-- A post outlives its holders: rights, routes and charts belong to it, and people hold it for a time.
create table post (
  space_id uuid not null references space (id),
  id uuid not null,
  version integer not null default 1,
  name jsonb not null,
  -- the record it belongs to, if any; its room is asked for the name
  subject_kind text,
  subject_id text,
  superior_id uuid,
  valid_from timestamptz not null,
  valid_until timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (space_id, id),
  foreign key (space_id, superior_id) references post (space_id, id),
  check ((subject_kind is null) = (subject_id is null)),
  check (superior_id is distinct from id),
  check (valid_until is null or valid_until >= valid_from)
);
create index post_superior on post (space_id, superior_id);

create table post_holding (
  space_id uuid not null references space (id),
  id uuid not null,
  post_id uuid not null,
  person_id uuid not null,
  valid_from timestamptz not null,
  valid_until timestamptz,
  named_by uuid,
  named_at timestamptz not null,
  ended_by uuid,
  primary key (space_id, id),
  foreign key (space_id, post_id) references post (space_id, id),
  foreign key (space_id, person_id) references person (space_id, id),
  check (valid_until is null or valid_until >= valid_from)
);
create index post_holding_post on post_holding (space_id, post_id, valid_from);
create index post_holding_person on post_holding (space_id, person_id);

-- a mandate is held by a person or by a post
alter table mandate alter column person_id drop not null, add column post_id uuid,
  add constraint mandate_post foreign key (space_id, post_id) references post (space_id, id),
  add constraint mandate_holder check ((person_id is null) <> (post_id is null));
create index mandate_of_post on mandate (space_id, post_id) where post_id is not null;

alter table post enable row level security;
alter table post force row level security;
create policy post_space on post using (space_id = current_space()) with check (space_id = current_space());
alter table post_holding enable row level security;
alter table post_holding force row level security;
create policy post_holding_space on post_holding using (space_id = current_space()) with check (space_id = current_space());
