-- `link`: came by a one-time link and a code, no password was given; closed to money, votes and signing
alter table session drop constraint session_stage_check;
alter table session add constraint session_stage_check check (stage in ('code', 'link', 'full'));
