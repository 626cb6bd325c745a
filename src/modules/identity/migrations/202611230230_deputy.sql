-- Somebody who may act for somebody else, for a time and for some kinds of deed
create table deputy (
  space_id uuid not null references space (id),
  id uuid not null,
  holder_id uuid not null,
  deputy_id uuid not null,
  kinds text[] not null check (cardinality(kinds) > 0 and kinds <@ array['read', 'work', 'decide']),
  -- only this mandate of the holder, if named
  mandate_id uuid,
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  reason text,
  named_by uuid not null,
  named_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  primary key (space_id, id),
  foreign key (space_id, holder_id) references person (space_id, id),
  foreign key (space_id, deputy_id) references person (space_id, id),
  foreign key (space_id, mandate_id) references mandate (space_id, id),
  check (holder_id <> deputy_id),
  check (valid_until > valid_from)
);
create index deputy_holder on deputy (space_id, holder_id);
create index deputy_deputy on deputy (space_id, deputy_id);

alter table deputy enable row level security;
alter table deputy force row level security;
create policy deputy_space on deputy using (space_id = current_space()) with check (space_id = current_space());

-- which of them a session acts under; checked anew at every request
alter table session add column acting_deputy_id uuid;

alter table approval alter column concerned drop default;
