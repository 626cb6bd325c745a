-- What came out of a job, in one sentence
alter table job add column outcome jsonb;
