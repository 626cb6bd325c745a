import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import { scopeSql } from '#platform/auth/scope-sql.ts';
import { powers } from '#platform/auth/permission.rules.ts';
import type { MandateScope, Power, Scope, ScopeFacts } from '#platform/auth/permission.rules.ts';
import { keyset, toPage } from '#platform/db/page.ts';
import { anywhere } from '#platform/db/row-sql.ts';
import type { Language, Name } from '#platform/i18n/name.schema.ts';
import type { SpaceDb, SubjectLoader } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import type { Mandate, MandateInput, Person, personListQuery } from '../identity.schema.ts';
import { heldMandate } from './held-mandate.ts';
import { toMandate, type MandateRow } from './mandate-row.ts';

interface PersonRow {
  id: string;
  cursor_value: string;
  version: number;
  name: Name;
  login: string | null;
  email: string | null;
  language: Language | null;
  invited: boolean;
  created_at: string;
  updated_at: string;
  archived_at: string | null;
}

const columns = sql`p.id, p.version, p.name, a.login, p.email, p.language, p.created_at, p.updated_at, p.archived_at,
  exists (select 1 from invitation i where i.space_id = p.space_id and i.person_id = p.id and i.accepted_at is null and i.withdrawn_at is null) as invited`;
const nameText = sql`coalesce(p.name ->> 'zh', p.name ->> 'en', '')`;
const sorts = { name: { expression: nameText, type: 'text' as const }, updatedAt: { expression: sql`p.updated_at`, type: 'timestamptz' as const } };

/** People are internal records: only a mandate over the whole space, or over their organisation, reaches them. */
const scopeColumns = {
  organisations: (ids: readonly string[]): RawBuilder<boolean> =>
    sql<boolean>`exists (select 1 from ${heldMandate} s where s.space_id = p.space_id and s.person_id = p.id and s.organisation_id = any(${ids}::uuid[]))`,
};

function toPerson(row: PersonRow, mandates: Mandate[]): Person {
  const state = row.archived_at ? 'archived' : row.login ? 'active' : row.invited ? 'invited' : 'withoutAccount';
  return {
    id: row.id, version: row.version, name: row.name, login: row.login, email: row.email, language: row.language, state, mandates,
    createdAt: row.created_at, updatedAt: row.updated_at,
  };
}

export async function listPersonPage(db: SpaceDb, spaceId: string, scope: Scope, query: z.output<typeof personListQuery>, now: Date): Promise<Page<Person> | null> {
  const keys = keyset(sorts, query.sort, query.cursor, sql`p.id`);
  if (!keys) return null;
  const text = query.q ? anywhere(query.q) : null;
  const where = sql`p.space_id = ${spaceId} and ${scopeSql(scope, scopeColumns)}
    and (${text}::text is null or p.name ->> 'zh' ilike ${text} or p.name ->> 'en' ilike ${text} or a.login ilike ${text} or p.email ilike ${text})
    and (${query.role ?? null}::text is null or exists (select 1 from ${heldMandate} m where m.space_id = p.space_id and m.person_id = p.id and m.role = ${query.role ?? null}))`;
  const from = sql`person p left join account a on a.id = p.account_id`;
  const total = await sql<{ count: string }>`select count(*) as count from ${from} where ${where}`.execute(db);
  const { rows } = await sql<PersonRow>`
    select ${columns}, ${keys.cursorValue} as cursor_value from ${from} where ${where} and ${keys.after} order by ${keys.orderBy} limit ${query.limit + 1}`.execute(db);
  const mandates = await mandatesOf(db, spaceId, rows.map((row) => row.id), now);
  return toPage(rows, query.limit, query.sort, Number(total.rows[0]?.count ?? 0), (row) => toPerson(row, mandates.get(row.id) ?? []));
}

export async function getPerson(db: SpaceDb, spaceId: string, id: string, now: Date): Promise<Person | null> {
  const { rows } = await sql<PersonRow>`select ${columns}, '' as cursor_value from person p left join account a on a.id = p.account_id where p.space_id = ${spaceId} and p.id = ${id}`.execute(db);
  const row = rows[0];
  return row ? toPerson(row, (await mandatesOf(db, spaceId, [id], now)).get(id) ?? []) : null;
}

export async function addPerson(db: SpaceDb, spaceId: string, person: { id: string; name: Name; email: string | null; language: Language | null; accountId: string | null; now: Date }): Promise<void> {
  await sql`
    insert into person (space_id, id, name, account_id, email, language, created_at, updated_at)
    values (${spaceId}, ${person.id}, ${JSON.stringify(person.name)}::jsonb, ${person.accountId}, ${person.email}, ${person.language}, ${person.now}, ${person.now})`.execute(db);
}

/** False when the version read is no longer the current one. */
export async function updatePersonRow(db: SpaceDb, spaceId: string, id: string, version: number, person: { name: Name; email: string | null; language: Language | null; now: Date }): Promise<boolean> {
  const { rows } = await sql`
    update person set name = ${JSON.stringify(person.name)}::jsonb, email = ${person.email}, language = ${person.language}, version = version + 1, updated_at = ${person.now}
    where space_id = ${spaceId} and id = ${id} and version = ${version} returning id`.execute(db);
  return rows.length === 1;
}

/** False when the person has an account already: a second invitation must not replace it. */
export async function attachAccount(db: SpaceDb, spaceId: string, personId: string, accountId: string): Promise<boolean> {
  const { rows } = await sql`update person set account_id = ${accountId} where space_id = ${spaceId} and id = ${personId} and account_id is null and archived_at is null returning id`.execute(db);
  return rows.length === 1;
}

export async function mandatesOf(db: SpaceDb, spaceId: string, personIds: readonly string[], now: Date): Promise<Map<string, Mandate[]>> {
  const { rows } = await sql<MandateRow & { person_id: string }>`
    select m.id, m.person_id, m.post_id, p.name as post_name, m.role, m.powers, m.scope_kind, m.scope_id, m.organisation_id, m.valid_from, m.valid_until, m.granted_at, g.name as granter
    from ${heldMandate} m left join person g on g.space_id = m.space_id and g.id = m.granted_by left join post p on p.space_id = m.space_id and p.id = m.post_id
    where m.space_id = ${spaceId} and m.person_id = any(${personIds}::uuid[]) order by m.valid_from desc, m.id`.execute(db);
  const byPerson = new Map<string, Mandate[]>(personIds.map((id) => [id, []]));
  for (const row of rows) byPerson.get(row.person_id)?.push({ ...toMandate(row, now), personId: row.person_id });
  return byPerson;
}

/** All three named one by one are the same as all. */
export function allOrSome(given: readonly Power[] | null | undefined): Power[] | null {
  const named = [...new Set(given ?? [])];
  return named.length === 0 || named.length === powers.length ? null : named;
}

type NewMandate = Omit<MandateInput, 'powers' | 'reason'> & { powers?: readonly Power[] | null; id: string; grantedBy: string | null; now: Date };

async function insertMandate(db: SpaceDb, spaceId: string, holder: { personId: string | null; postId: string | null }, mandate: NewMandate): Promise<void> {
  await sql`
    insert into mandate (space_id, id, person_id, post_id, organisation_id, role, powers, scope_kind, scope_id, valid_from, valid_until, granted_by, granted_at)
    values (${spaceId}, ${mandate.id}, ${holder.personId}, ${holder.postId}, ${mandate.organisationId}, ${mandate.role}, ${allOrSome(mandate.powers)}::text[], ${mandate.scopeKind}, ${mandate.scopeId},
      ${mandate.validFrom ?? mandate.now}, ${mandate.validUntil}, ${mandate.grantedBy}, ${mandate.now})`.execute(db);
}

export const addMandate = (db: SpaceDb, spaceId: string, personId: string, mandate: NewMandate): Promise<void> => insertMandate(db, spaceId, { personId, postId: null }, mandate);
/** To whoever holds the post, for as long as they hold it. */
export const addPostMandate = (db: SpaceDb, spaceId: string, postId: string, mandate: NewMandate): Promise<void> => insertMandate(db, spaceId, { personId: null, postId }, mandate);

/** Until the end of the transaction. */
export async function lockMandates(db: SpaceDb, spaceId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`mandates ${spaceId}`}, 0))`.execute(db);
}

export async function endMandateRow(db: SpaceDb, spaceId: string, id: string, endedBy: string | null, now: Date): Promise<void> {
  await sql`update mandate set valid_from = least(valid_from, ${now}), valid_until = ${now}, ended_by = ${endedBy} where space_id = ${spaceId} and id = ${id}`.execute(db);
}

/** Operators' mandates in force of people who can sign in, without this one. */
export async function otherOperators(db: SpaceDb, spaceId: string, mandateId: string, now: Date): Promise<MandateScope[]> {
  const { rows } = await sql<{ powers: Power[] | null }>`
    select m.powers from ${heldMandate} m join person p on p.space_id = m.space_id and p.id = m.person_id and p.account_id is not null and p.archived_at is null
    where m.space_id = ${spaceId} and m.role = 'operator' and m.id <> ${mandateId} and m.valid_from <= ${now} and (m.valid_until is null or m.valid_until > ${now})`.execute(db);
  return rows.map((row) => ({ role: 'operator', scopeKind: 'space', scopeId: null, powers: row.powers }));
}

async function personFacts(db: SpaceDb, ids: readonly string[]): Promise<Map<string, ScopeFacts>> {
  const { rows } = await sql<{ id: string; organisations: string[] | null }>`
    select p.id, array_remove(array_agg(m.organisation_id), null) as organisations from person p left join ${heldMandate} m on m.space_id = p.space_id and m.person_id = p.id
    where p.space_id = current_space() and p.id::text = any(${ids}::text[]) group by p.id`.execute(db);
  return new Map(rows.map((row) => [row.id, { visibility: 'internal', territories: [], clusters: [], organisations: row.organisations ?? [] }]));
}

export const personSubject: SubjectLoader = {
  byId: async (db, id) => (await personFacts(db, [id])).get(id) ?? null,
  byIds: personFacts,
  fromBody: async () => ({ visibility: 'internal', territories: [], clusters: [], organisations: [] }),
  readPermission: 'person.read',
  updatePermission: 'person.update',
  page: (id) => `/administration/people/${id}`,
  names: async (db, ids) => {
    const { rows } = await sql<{ id: string; name: Name }>`select id::text as id, name from person where space_id = current_space() and id::text = any(${ids}::text[])`.execute(db);
    return new Map(rows.map((row) => [row.id, row.name]));
  },
};
