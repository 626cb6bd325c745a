-- For whom a deputy acted. Entries from before have none, and their hash does not cover it.
alter table audit_entry add column for_person_id uuid, add column for_name text;
