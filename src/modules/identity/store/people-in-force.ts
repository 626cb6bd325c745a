import { sql } from 'kysely';
import { anonymous } from '#platform/auth/actor.ts';
import type { MandateScope } from '#platform/auth/permission.rules.ts';
import { spreadGroups } from '#platform/auth/spread-groups.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { Context } from '#platform/module/module.ts';
import { heldMandate } from './held-mandate.ts';

export interface PersonInForce {
  id: string;
  name: Name;
  mandates: readonly MandateScope[];
}

/** Everybody who can sign in to this space now, with what they hold: whom a notice or a mention can reach. */
export async function peopleInForce(context: Context, ids: readonly string[] | null = null): Promise<PersonInForce[]> {
  const { rows } = await sql<{ id: string; name: Name; mandates: MandateScope[] }>`
    select p.id, p.name, json_agg(json_build_object('role', m.role, 'powers', m.powers, 'scopeKind', m.scope_kind, 'scopeId', m.scope_id)) as mandates
    from person p join ${heldMandate} m on m.space_id = p.space_id and m.person_id = p.id and m.valid_from <= ${context.now} and (m.valid_until is null or m.valid_until > ${context.now})
    where p.account_id is not null and p.archived_at is null and (${ids}::uuid[] is null or p.id = any (${ids}::uuid[]))
    group by p.space_id, p.id order by p.name ->> 'zh', p.name ->> 'en', p.id`.execute(context.db);
  const spread = async (mandates: MandateScope[]): Promise<readonly MandateScope[]> =>
    (await spreadGroups(context.db, { ...anonymous, mandates: mandates.map((mandate) => ({ ...mandate, id: '', organisationId: null })) }, context.contributions.subjects)).mandates;
  return Promise.all(rows.map(async (row) => ({ ...row, mandates: await spread(row.mandates) })));
}
