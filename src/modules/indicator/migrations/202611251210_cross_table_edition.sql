-- a table may be the published edition of another one, from which statistical secrets were taken out
alter table cross_table add column edition_number integer check (edition_number > 0);
alter table cross_table add column edition_of uuid;
alter table cross_table add constraint cross_table_edition_of foreign key (space_id, edition_of) references cross_table (space_id, id);
create index cross_table_edition on cross_table (space_id, edition_of) where edition_of is not null;
