-- Who reports for a firm before they are anybody here, and the one-time links that let them in.

create table reporter_contact (
  space_id uuid not null references space (id),
  id uuid not null,
  version integer not null default 1,
  organisation_id uuid not null,
  name text not null,
  phone text,
  mail text,
  duty text,
  state text not null check (state in ('new', 'invited', 'confirmed', 'wrongPerson', 'left')),
  -- what somebody said who is not the one
  note text,
  -- the address that a code has proved; only this one says that two contacts are one person
  proved_way text check (proved_way in ('sms', 'mail')),
  person_id uuid,
  batch_id uuid,
  created_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  invited_at timestamptz,
  confirmed_at timestamptz,
  primary key (space_id, id),
  foreign key (space_id, organisation_id) references organisation (space_id, id),
  foreign key (space_id, person_id) references person (space_id, id),
  check (phone is not null or mail is not null)
);
create index reporter_contact_of on reporter_contact (space_id, organisation_id);
create index reporter_contact_phone on reporter_contact (space_id, phone) where phone is not null;
create index reporter_contact_mail on reporter_contact (space_id, mail) where mail is not null;
create index reporter_contact_batch on reporter_contact (space_id, batch_id) where batch_id is not null;

create table reporter_link (
  space_id uuid not null references space (id),
  id uuid not null,
  contact_id uuid not null,
  -- links made in one go are printed in one go
  sheet_id uuid not null,
  campaign_id uuid,
  token_hash text not null,
  made_by uuid,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  code_hash text,
  code_way text check (code_way in ('sms', 'mail')),
  code_sent_at timestamptz,
  code_tries integer not null default 0,
  codes_sent integer not null default 0,
  primary key (space_id, id),
  unique (space_id, token_hash),
  foreign key (space_id, contact_id) references reporter_contact (space_id, id) on delete cascade,
  foreign key (space_id, campaign_id) references campaign (space_id, id)
);
create index reporter_link_sheet on reporter_link (space_id, sheet_id);
create index reporter_link_open on reporter_link (space_id, contact_id) where used_at is null and revoked_at is null;

alter table reporter_contact enable row level security;
alter table reporter_contact force row level security;
create policy reporter_contact_space on reporter_contact using (space_id = current_space()) with check (space_id = current_space());
alter table reporter_link enable row level security;
alter table reporter_link force row level security;
create policy reporter_link_space on reporter_link using (space_id = current_space()) with check (space_id = current_space());
