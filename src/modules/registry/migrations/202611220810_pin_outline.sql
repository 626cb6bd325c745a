-- The world map is drawn from a coarse outline; whether a pin lies in its country is judged by a finer one, as far as that is good.
alter table territory_geometry add column judged jsonb, add column slack integer;
