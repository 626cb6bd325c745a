-- A K-density that somebody asked for: what was asked, and the curve once it is measured. It shows rows that its asker may see, so only they read it.
create table k_density (
  space_id uuid not null references space (id),
  id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  input jsonb not null,
  trade jsonb not null,
  job_id uuid,
  curve jsonb,
  primary key (space_id, id),
  foreign key (space_id, asked_by) references person (space_id, id)
);
create index k_density_asked on k_density (space_id, asked_by, asked_at desc);
alter table k_density enable row level security;
alter table k_density force row level security;
create policy k_density_space on k_density using (space_id = current_space()) with check (space_id = current_space());
