-- A space is one authority's or organisation's domain of records. Every table of a room carries its id first in
-- every key; row-level security compares nothing else.
create table space (
  id uuid primary key,
  name jsonb not null,
  kind text not null check (kind in ('sample', 'own')),
  created_at timestamptz not null
);

-- The space that the current transaction works in; null outside one, and then no row of a room is visible.
create function current_space() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('app.space_id', true), '')::uuid $$;
