-- A link that went out as a message needs no letter.
alter table reporter_link add column sent_way text check (sent_way in ('sms', 'mail'));
