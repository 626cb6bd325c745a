-- how many records stand in the register is asked on every list; answered from the index alone
create index organisation_standing on organisation (space_id, visibility, type, size_class, sample) where archived_at is null and state <> 'merged';
