-- Forms that travel as workbooks and on paper: what came back, and which version a stamp stands under.

create table workbook_return (
  space_id uuid not null references space (id),
  id uuid not null,
  version integer not null default 1,
  campaign_id uuid not null,
  party_id uuid,
  file_name text not null,
  file_hash text not null,
  state text not null check (state in ('ready', 'faulty', 'unknown', 'submitted', 'discarded')),
  -- why a file could not be taken for a report of this campaign
  reason text,
  entries jsonb not null default '[]',
  is_truth_accepted boolean not null default false,
  problems jsonb not null default '[]',
  number integer,
  created_by uuid,
  created_by_name text not null,
  created_at timestamptz not null,
  submitted_at timestamptz,
  primary key (space_id, id),
  foreign key (space_id, campaign_id) references campaign (space_id, id) on delete cascade,
  foreign key (space_id, party_id) references party (space_id, id) on delete cascade
);
create index workbook_return_campaign on workbook_return (space_id, campaign_id, created_at desc, id);
create index workbook_return_party on workbook_return (space_id, party_id) where party_id is not null;

-- a stamped sheet, filed beside the version of the figures that it was printed from
create table stamp_scan (
  space_id uuid not null references space (id),
  id uuid not null,
  party_id uuid not null,
  number integer not null check (number >= 0),
  file_id uuid not null,
  file_name text not null,
  file_hash text not null,
  scanned_by uuid,
  scanned_by_name text not null,
  scanned_at timestamptz not null,
  primary key (space_id, id),
  unique (space_id, party_id, file_hash),
  foreign key (space_id, file_id) references file (space_id, id),
  foreign key (space_id, party_id) references party (space_id, id) on delete cascade
);

alter table workbook_return enable row level security;
alter table workbook_return force row level security;
create policy workbook_return_space on workbook_return using (space_id = current_space()) with check (space_id = current_space());
alter table stamp_scan enable row level security;
alter table stamp_scan force row level security;
create policy stamp_scan_space on stamp_scan using (space_id = current_space()) with check (space_id = current_space());
