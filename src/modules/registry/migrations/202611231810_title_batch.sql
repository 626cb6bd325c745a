-- The round in which a title was conferred: 第三批.
alter table title add column batch text;
