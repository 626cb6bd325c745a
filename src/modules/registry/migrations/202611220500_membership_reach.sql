-- Adding somebody else's organisation to one's own cluster must not give rights over it: a membership carries rights only
-- when whoever made it held them already.
alter table membership add column granting boolean not null default true;
