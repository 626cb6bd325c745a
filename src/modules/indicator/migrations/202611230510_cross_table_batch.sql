-- which file a region's row of a table came with: a table may grow by several
alter table cross_table_row add column batch_id uuid;
create index cross_table_row_batch on cross_table_row (space_id, batch_id) where batch_id is not null;
