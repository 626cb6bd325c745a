-- Somebody from outside who says that they report for a firm, with its licence as proof, until the office has looked.
create table reporter_claim (
  space_id uuid not null references space (id),
  id uuid not null,
  version integer not null default 1,
  -- as written on the licence; whether the register knows it is looked up when the claim is read
  code text not null check (code ~ '^[0-9A-Z]{18}$'),
  name text not null,
  phone text,
  mail text,
  duty text,
  state text not null check (state in ('waiting', 'approved', 'rejected')),
  note text,
  contact_id uuid,
  created_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  primary key (space_id, id),
  foreign key (space_id, contact_id) references reporter_contact (space_id, id),
  foreign key (space_id, decided_by) references person (space_id, id),
  check (phone is not null or mail is not null),
  check ((state = 'waiting') = (decided_at is null))
);
create index reporter_claim_code on reporter_claim (space_id, code) where state = 'waiting';
create index reporter_claim_when on reporter_claim (space_id, state, created_at);

alter table reporter_claim enable row level security;
alter table reporter_claim force row level security;
create policy reporter_claim_space on reporter_claim using (space_id = current_space()) with check (space_id = current_space());
