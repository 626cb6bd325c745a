-- Work that somebody waits for: what they see of it. The queue itself is the schema pgboss, kept by its library
create table job (
  space_id uuid not null references space (id),
  id uuid not null,
  kind text not null,
  title jsonb not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  progress_done bigint not null default 0 check (progress_done >= 0),
  progress_total bigint check (progress_total >= 0),
  asked_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  tries integer not null default 0,
  cancel_asked boolean not null default false,
  href text,
  person_id uuid,
  failure jsonb,
  primary key (space_id, id)
);
create index job_of_person on job (space_id, person_id, asked_at desc);
create index job_open on job (space_id, state, asked_at desc);

alter table job enable row level security;
alter table job force row level security;
create policy job_space on job using (space_id = current_space()) with check (space_id = current_space());

-- When work that runs by itself was last due, and how that went: for a space, and for the whole installation
create table job_schedule (
  space_id uuid not null references space (id),
  kind text not null,
  last_due timestamptz not null,
  last_finished timestamptz,
  last_state text check (last_state in ('done', 'failed')),
  last_failure jsonb,
  primary key (space_id, kind)
);
alter table job_schedule enable row level security;
alter table job_schedule force row level security;
create policy job_schedule_space on job_schedule using (space_id = current_space()) with check (space_id = current_space());

create table installation_schedule (
  kind text primary key,
  last_due timestamptz not null,
  last_finished timestamptz,
  last_state text check (last_state in ('done', 'failed')),
  last_failure jsonb
);

-- The clock of a space: deadlines, schedules and quiet hours follow it
alter table space add column time_zone text not null default 'Asia/Shanghai';
