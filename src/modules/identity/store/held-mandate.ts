import { sql, type RawBuilder } from 'kysely';

const held = (inPerson: RawBuilder<boolean>, throughPost: RawBuilder<boolean>) => sql`(
  select space_id, id, person_id, null::uuid as post_id, organisation_id, role, powers, scope_kind, scope_id, valid_from, valid_until, granted_by, granted_at from mandate where ${inPerson}
  union all
  select g.space_id, g.id, h.person_id, g.post_id, g.organisation_id, g.role, g.powers, g.scope_kind, g.scope_id, greatest(g.valid_from, h.valid_from, t.valid_from), least(g.valid_until, h.valid_until, t.valid_until), g.granted_by, g.granted_at
  from mandate g join post t on t.space_id = g.space_id and t.id = g.post_id join post_holding h on h.space_id = g.space_id and h.post_id = g.post_id
  where ${throughPost} and greatest(g.valid_from, h.valid_from, t.valid_from) < coalesce(least(g.valid_until, h.valid_until, t.valid_until), 'infinity'))`;

/** Every mandate with the person who holds it: in person, or through a post for as long as they hold that post. */
export const heldMandate = held(sql<boolean>`person_id is not null`, sql<boolean>`true`);

/** Those of one person (p), who is named inside: a union is not searched from outside, and the whole space would be read for each request. */
export const mandatesOfPerson = sql`lateral ${held(sql<boolean>`mandate.space_id = p.space_id and mandate.person_id = p.id`, sql<boolean>`h.space_id = p.space_id and h.person_id = p.id`)}`;
