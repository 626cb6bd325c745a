-- What reading a file decided on its own: columns told apart, a sheet chosen, hidden rows read.
alter table import_batch add column file_remarks jsonb not null default '[]';
