-- Editions of the rule for strong clusters; none is changed once it stands, the one that began last is in force
create table strong_rule (
  space_id uuid not null references space (id),
  id uuid not null,
  version integer not null default 1,
  valid_from date not null,
  quotient_quantile numeric not null check (quotient_quantile between 0 and 1),
  quotient_at_least numeric not null check (quotient_at_least between 0 and 1000),
  size_quantile numeric not null check (size_quantile between 0 and 1),
  establishment_quantile numeric not null check (establishment_quantile between 0 and 1),
  note text,
  created_at timestamptz not null,
  primary key (space_id, id),
  unique (space_id, valid_from)
);
alter table strong_rule enable row level security;
alter table strong_rule force row level security;
create policy strong_rule_space on strong_rule using (space_id = current_space()) with check (space_id = current_space());
