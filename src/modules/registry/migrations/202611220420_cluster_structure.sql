-- What a cluster aims at, how the work is divided among its organisations, and the sub-organisations they raised.

alter table cluster add column level text check (level in ('worldClass', 'worldClassTarget', 'national', 'provincial', 'city', 'county'));

alter table membership add column specialty text;

alter table cluster_organisation
  add column form text not null default 'notStated' check (form in ('company', 'federation', 'otherForm', 'notStated')),
  add column lead_kind text not null default 'notStated' check (lead_kind in ('backboneEnterprise', 'researchInstitute', 'association', 'government', 'otherLead', 'notStated')),
  add column functions text[] not null default '{}',
  add column supervisor_id uuid,
  add foreign key (space_id, supervisor_id) references organisation (space_id, id);

-- a source may say how many there are without naming them: field and organisation may each be unknown
create table sub_organisation (
  space_id uuid not null references space (id),
  id uuid not null,
  cluster_organisation_id uuid not null,
  organisation_id uuid,
  field text,
  note text,
  created_at timestamptz not null,
  primary key (space_id, id),
  foreign key (space_id, cluster_organisation_id) references cluster_organisation (space_id, id) on delete cascade,
  foreign key (space_id, organisation_id) references organisation (space_id, id)
);
create index sub_organisation_of on sub_organisation (space_id, cluster_organisation_id);
create index sub_organisation_named on sub_organisation (space_id, organisation_id) where organisation_id is not null;
alter table sub_organisation enable row level security;
alter table sub_organisation force row level security;
create policy sub_organisation_space on sub_organisation using (space_id = current_space()) with check (space_id = current_space());
