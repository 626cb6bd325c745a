import { sql } from 'kysely';
import type { MandateScope, Power, Role, ScopeKind } from '#platform/auth/permission.rules.ts';
import type { Language, Name } from '#platform/i18n/name.schema.ts';
import type { SpaceDb } from '#platform/module/module.ts';
import { heldMandate } from './held-mandate.ts';

/** How somebody is reached, and the mandates in force that say what concerns them. */
export interface Contact {
  personId: string;
  name: Name;
  email: string | null;
  language: Language | null;
  mandates: MandateScope[];
}

interface ContactRow {
  id: string;
  name: Name;
  email: string | null;
  language: Language | null;
  role: Role | null;
  scope_kind: ScopeKind;
  scope_id: string | null;
  powers: Power[] | null;
}

/** These people, or everybody when none are named; whoever left is not among them. */
export async function listContacts(db: SpaceDb, now: Date, personIds: readonly string[] | null): Promise<Contact[]> {
  const { rows } = await sql<ContactRow>`
    select p.id, p.name, p.email, p.language, m.role, m.scope_kind, m.scope_id, m.powers
    from person p left join ${heldMandate} m on m.space_id = p.space_id and m.person_id = p.id and m.valid_from <= ${now} and (m.valid_until is null or m.valid_until > ${now})
    where p.space_id = current_space() and p.archived_at is null and (${personIds}::uuid[] is null or p.id = any(${personIds}::uuid[])) order by p.id, m.id`.execute(db);
  const found = new Map<string, Contact>();
  for (const row of rows) {
    const contact = found.get(row.id) ?? { personId: row.id, name: row.name, email: row.email, language: row.language, mandates: [] };
    if (row.role) contact.mandates.push({ role: row.role, scopeKind: row.scope_kind, scopeId: row.scope_id, powers: row.powers });
    found.set(row.id, contact);
  }
  return [...found.values()];
}

/** Who stands in for whom right now, by holder: a duty of somebody who is away must reach the one who can do it. */
export async function deputiesNow(db: SpaceDb, now: Date): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ holder_id: string; deputies: string[] }>`
    select holder_id, array_agg(distinct deputy_id) as deputies from deputy
    where space_id = current_space() and ended_at is null and valid_from <= ${now} and valid_until > ${now} group by holder_id`.execute(db);
  return new Map(rows.map((row) => [row.holder_id, row.deputies]));
}
