-- A checklist names attributes that belong together; an item is met by a statement on its attribute.

create table checklist (
  space_id uuid not null references space (id),
  key text not null,
  subject_kind text not null check (subject_kind in ('organisation', 'cluster', 'place', 'programme', 'territory')),
  name jsonb not null,
  -- empty for a list of our own
  source_id uuid,
  primary key (space_id, key),
  foreign key (space_id, source_id) references source (space_id, id)
);
create table checklist_item (
  space_id uuid not null references space (id),
  checklist_key text not null,
  position integer not null,
  attribute_key text not null,
  primary key (space_id, checklist_key, position),
  foreign key (space_id, checklist_key) references checklist (space_id, key) on delete cascade,
  foreign key (space_id, attribute_key) references attribute (space_id, key)
);
alter table checklist enable row level security;
alter table checklist force row level security;
create policy checklist_space on checklist using (space_id = current_space()) with check (space_id = current_space());
alter table checklist_item enable row level security;
alter table checklist_item force row level security;
create policy checklist_item_space on checklist_item using (space_id = current_space()) with check (space_id = current_space());
