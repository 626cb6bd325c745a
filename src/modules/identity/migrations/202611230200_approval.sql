-- Deeds that wait for a second person. What was asked never changes; only the answer is added.
create table approval (
  space_id uuid not null references space (id),
  id uuid not null,
  version integer not null default 1,
  kind text not null,
  subject_kind text not null,
  subject_id text not null,
  subject_name jsonb,
  -- scope facts of a subject that no room can load again
  facts jsonb,
  payload jsonb not null,
  stamp text not null,
  reason text,
  state text not null check (state in ('requested', 'approved', 'rejected', 'withdrawn', 'expired')),
  requested_by uuid not null,
  requested_for uuid,
  requested_at timestamptz not null,
  due_at timestamptz not null,
  -- whom it is about, and who asked before it was handed over: none of them decides
  concerned uuid[] not null default '{}',
  decided_by uuid,
  decided_for uuid,
  decided_at timestamptz,
  decision text,
  href text,
  primary key (space_id, id),
  foreign key (space_id, requested_by) references person (space_id, id),
  foreign key (space_id, requested_for) references person (space_id, id),
  foreign key (space_id, decided_by) references person (space_id, id),
  foreign key (space_id, decided_for) references person (space_id, id),
  check ((state in ('approved', 'rejected')) <= (decided_by is not null and decided_at is not null)),
  check (decided_by is null or state not in ('approved', 'rejected') or decided_by <> requested_by)
);
create index approval_open on approval (space_id, due_at) where state = 'requested';
create index approval_asked on approval (space_id, requested_by, requested_at desc);
create index approval_decided on approval (space_id, decided_by, decided_at desc);

alter table approval enable row level security;
alter table approval force row level security;
create policy approval_space on approval using (space_id = current_space()) with check (space_id = current_space());
