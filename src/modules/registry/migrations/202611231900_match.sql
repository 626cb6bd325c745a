-- Under which texts an organisation is found when a source names it (kernel/matching: matchKeys). Null until they are made.
alter table organisation add column match_keys text[];
create index organisation_match on organisation using gin (match_keys);

-- The version of the method that all keys of a space were made with.
create table match_key_state (
  space_id uuid not null references space (id),
  version text not null,
  primary key (space_id)
);
alter table match_key_state enable row level security;
alter table match_key_state force row level security;
create policy match_key_state_space on match_key_state using (space_id = current_space()) with check (space_id = current_space());

-- What a person said of a name in a source: it is this organisation, or none of those in the register. Asked before the matcher.
create table match_decision (
  space_id uuid not null references space (id),
  id uuid not null,
  -- folded name, codes and place: the same question in any later file
  fingerprint text not null,
  asked jsonb not null,
  -- null: none of them
  organisation_id uuid,
  -- the record that was made because of a none of them
  -- the record that was made then; it may be gone since, and then says nothing
  made_id uuid,
  -- those that were offered; a none of them says nothing of others
  offered uuid[] not null default '{}',
  batch_id uuid,
  decided_by uuid,
  decided_by_name text not null,
  decided_at timestamptz not null,
  undone_by_name text,
  undone_at timestamptz,
  primary key (space_id, id),
  foreign key (space_id, organisation_id) references organisation (space_id, id) on delete cascade
);
create unique index match_decision_standing on match_decision (space_id, fingerprint) where undone_at is null;
create index match_decision_organisation on match_decision (space_id, organisation_id) where organisation_id is not null;
create index match_decision_time on match_decision (space_id, decided_at desc, id);
alter table match_decision enable row level security;
alter table match_decision force row level security;
create policy match_decision_space on match_decision using (space_id = current_space()) with check (space_id = current_space());
