-- What hangs on records of any kind. Kind and id point at the record; whether it exists and who may read it says its own room.

create table file (
  space_id uuid not null references space (id),
  id uuid not null,
  version integer not null default 1,
  record_kind text not null,
  record_id text not null,
  name text not null,
  level text not null check (level in ('public', 'internal', 'sensitive')),
  note text,
  retain_until date,
  sample boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  removed_at timestamptz,
  removed_by uuid,
  primary key (space_id, id)
);
create index file_record on file (space_id, record_kind, record_id);
create unique index file_name on file (space_id, record_kind, record_id, name) where removed_at is null;
create index file_retention on file (space_id, retain_until) where retain_until is not null;

-- every content a file ever had; the bytes lie in the data folder under their hash
create table file_version (
  space_id uuid not null references space (id),
  file_id uuid not null,
  number integer not null check (number > 0),
  name text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  size integer not null check (size >= 0),
  media_type text not null,
  uploaded_by uuid,
  uploaded_at timestamptz not null,
  -- the bytes are gone, the trace stays
  purged_at timestamptz,
  primary key (space_id, file_id, number),
  foreign key (space_id, file_id) references file (space_id, id) on delete cascade
);
create index file_version_hash on file_version (space_id, hash);

create table file_quota (
  space_id uuid not null references space (id),
  total bigint not null check (total > 0),
  largest integer not null check (largest > 0),
  updated_at timestamptz not null,
  updated_by uuid,
  primary key (space_id)
);

create table comment (
  space_id uuid not null references space (id),
  id uuid not null,
  version integer not null default 1,
  record_kind text not null,
  record_id text not null,
  reply_to uuid,
  body text not null,
  mentions uuid[] not null,
  author_id uuid,
  sample boolean not null default false,
  created_at timestamptz not null,
  edited_at timestamptz,
  removed_at timestamptz,
  removed_by uuid,
  removal_reason text,
  resolved_at timestamptz,
  resolved_by uuid,
  primary key (space_id, id),
  foreign key (space_id, reply_to) references comment (space_id, id)
);
create index comment_record on comment (space_id, record_kind, record_id, created_at);
create index comment_reply on comment (space_id, reply_to) where reply_to is not null;

create table saved_view (
  space_id uuid not null references space (id),
  id uuid not null,
  version integer not null default 1,
  owner_id uuid not null,
  page text not null,
  query text not null,
  name text not null,
  shared boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (space_id, id),
  foreign key (space_id, owner_id) references person (space_id, id)
);
create unique index saved_view_name on saved_view (space_id, owner_id, page, name);
create index saved_view_shared on saved_view (space_id, page) where shared;

-- what a person made of a view: own default of a page, pinned
create table saved_view_choice (
  space_id uuid not null references space (id),
  person_id uuid not null,
  view_id uuid not null,
  page text not null,
  is_default boolean not null,
  is_pinned boolean not null,
  primary key (space_id, person_id, view_id),
  foreign key (space_id, person_id) references person (space_id, id),
  foreign key (space_id, view_id) references saved_view (space_id, id) on delete cascade
);
create unique index saved_view_choice_default on saved_view_choice (space_id, person_id, page) where is_default;

alter table file enable row level security;
alter table file force row level security;
create policy file_space on file using (space_id = current_space()) with check (space_id = current_space());
alter table file_version enable row level security;
alter table file_version force row level security;
create policy file_version_space on file_version using (space_id = current_space()) with check (space_id = current_space());
alter table file_quota enable row level security;
alter table file_quota force row level security;
create policy file_quota_space on file_quota using (space_id = current_space()) with check (space_id = current_space());
alter table comment enable row level security;
alter table comment force row level security;
create policy comment_space on comment using (space_id = current_space()) with check (space_id = current_space());
alter table saved_view enable row level security;
alter table saved_view force row level security;
create policy saved_view_space on saved_view using (space_id = current_space()) with check (space_id = current_space());
alter table saved_view_choice enable row level security;
alter table saved_view_choice force row level security;
create policy saved_view_choice_space on saved_view_choice using (space_id = current_space()) with check (space_id = current_space());
