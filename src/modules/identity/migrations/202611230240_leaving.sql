-- Somebody leaves: what they hold goes to named successors, and both sides sign what they saw.
create table leaving (
  space_id uuid not null references space (id),
  id uuid not null,
  version integer not null default 1,
  person_id uuid not null,
  state text not null check (state in ('open', 'done', 'cancelled')),
  last_day timestamptz not null,
  reason text,
  started_by uuid not null,
  started_at timestamptz not null,
  finished_by uuid,
  finished_at timestamptz,
  primary key (space_id, id),
  foreign key (space_id, person_id) references person (space_id, id)
);
create unique index leaving_open on leaving (space_id, person_id) where state = 'open';

create table leaving_line (
  space_id uuid not null references space (id),
  leaving_id uuid not null,
  kind text not null,
  item_id text not null,
  -- null: ended
  successor_id uuid,
  primary key (space_id, leaving_id, kind, item_id),
  foreign key (space_id, leaving_id) references leaving (space_id, id),
  foreign key (space_id, successor_id) references person (space_id, id)
);

create table leaving_signature (
  space_id uuid not null references space (id),
  leaving_id uuid not null,
  side text not null check (side in ('leaver', 'successor')),
  -- whose signature it is, and who gave it
  person_id uuid not null,
  signed_by uuid not null,
  signed_at timestamptz not null,
  -- fingerprint of what was signed: a changed plan has to be signed anew
  signed text not null,
  primary key (space_id, leaving_id, side, person_id),
  foreign key (space_id, leaving_id) references leaving (space_id, id),
  foreign key (space_id, person_id) references person (space_id, id),
  foreign key (space_id, signed_by) references person (space_id, id)
);

alter table leaving enable row level security;
alter table leaving force row level security;
create policy leaving_space on leaving using (space_id = current_space()) with check (space_id = current_space());
alter table leaving_line enable row level security;
alter table leaving_line force row level security;
create policy leaving_line_space on leaving_line using (space_id = current_space()) with check (space_id = current_space());
alter table leaving_signature enable row level security;
alter table leaving_signature force row level security;
create policy leaving_signature_space on leaving_signature using (space_id = current_space()) with check (space_id = current_space());
