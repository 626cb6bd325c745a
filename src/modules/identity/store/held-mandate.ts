import { sql } from 'kysely';

/** Every mandate with the person who holds it: in person, or through a post for as long as they hold that post. */
export const heldMandate = sql`(
  select space_id, id, person_id, null::uuid as post_id, organisation_id, role, powers, scope_kind, scope_id, valid_from, valid_until, granted_by, granted_at from mandate where person_id is not null
  union all
  select g.space_id, g.id, h.person_id, g.post_id, g.organisation_id, g.role, g.powers, g.scope_kind, g.scope_id, greatest(g.valid_from, h.valid_from, t.valid_from), least(g.valid_until, h.valid_until, t.valid_until), g.granted_by, g.granted_at
  from mandate g join post t on t.space_id = g.space_id and t.id = g.post_id join post_holding h on h.space_id = g.space_id and h.post_id = g.post_id
  where greatest(g.valid_from, h.valid_from, t.valid_from) < coalesce(least(g.valid_until, h.valid_until, t.valid_until), 'infinity'))`;
