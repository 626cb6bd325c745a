-- An operator's mandate may be limited to some of the three powers; null carries all of them.
alter table mandate add column powers text[];
alter table mandate add constraint mandate_powers check (
  powers is null or (role = 'operator' and cardinality(powers) between 1 and 3 and powers <@ array['system', 'security', 'audit'])
);
