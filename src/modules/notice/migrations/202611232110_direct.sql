-- Messages to addresses that belong to nobody here yet: sealed until sent, dropped once over.
alter table notice_delivery drop constraint notice_delivery_purpose_check;
alter table notice_delivery add constraint notice_delivery_purpose_check check (purpose in ('immediate', 'daily', 'group', 'test', 'direct'));
alter table notice_delivery add column sealed text;
alter table notice_delivery add column over_at timestamptz;
