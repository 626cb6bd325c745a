import { sql } from 'kysely';
import type { ActorMandate } from '#platform/auth/actor.ts';
import type { Power, Role, ScopeKind } from '#platform/auth/permission.rules.ts';
import type { SpaceDb } from '#platform/module/module.ts';
import { heldMandate } from './held-mandate.ts';

interface HeldRow {
  person_id: string;
  id: string;
  role: Role;
  scope_kind: ScopeKind;
  scope_id: string | null;
  organisation_id: string | null;
  powers: Power[] | null;
}

/** Mandates in force now of everyone who can sign in, by person; of one person when named. */
export async function mandatesInForce(db: SpaceDb, spaceId: string, now: Date, personId: string | null = null): Promise<Map<string, ActorMandate[]>> {
  const { rows } = await sql<HeldRow>`
    select m.person_id, m.id, m.role, m.scope_kind, m.scope_id, m.organisation_id, m.powers
    from ${heldMandate} m join person p on p.space_id = m.space_id and p.id = m.person_id and p.account_id is not null and p.archived_at is null
    where m.space_id = ${spaceId} and m.valid_from <= ${now} and (m.valid_until is null or m.valid_until > ${now}) and (${personId}::uuid is null or m.person_id = ${personId}::uuid)
    order by m.granted_at, m.id`.execute(db);
  const held = new Map<string, ActorMandate[]>();
  for (const row of rows) {
    const mandate = { id: row.id, role: row.role, scopeKind: row.scope_kind, scopeId: row.scope_id, organisationId: row.organisation_id, powers: row.powers };
    held.set(row.person_id, [...(held.get(row.person_id) ?? []), mandate]);
  }
  return held;
}
