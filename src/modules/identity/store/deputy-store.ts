import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import type { Actor } from '#platform/auth/actor.ts';
import type { DeedKind } from '#platform/auth/deed-kind.rules.ts';
import type { Role, Scope } from '#platform/auth/permission.rules.ts';
import { scopeSql, type ScopeColumns } from '#platform/auth/scope-sql.ts';
import { keyset, toPage } from '#platform/db/page.ts';
import { anywhere } from '#platform/db/row-sql.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { SpaceDb } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import { deputyState, mandatesForDeputy } from '../words/deputy.rules.ts';
import type { Deputy, deputyListQuery, PersonRef } from '../words/deputy.schema.ts';
import { owesFactor } from '../words/security.rules.ts';
import { heldMandate } from './held-mandate.ts';
import { mandatesInForce } from './right-holder-store.ts';

interface DeputyRow {
  id: string;
  cursor_value: string;
  holder_id: string;
  holder_name: Name;
  deputy_id: string;
  deputy_name: Name;
  kinds: DeedKind[];
  mandate_id: string | null;
  mandate_role: string | null;
  valid_from: string;
  valid_until: string;
  reason: string | null;
  named_by: string;
  named_by_name: Name;
  named_at: string;
  ended_at: string | null;
}

const columns = sql`d.id, d.holder_id, h.name as holder_name, d.deputy_id, p.name as deputy_name, d.kinds, d.mandate_id, m.role as mandate_role, d.valid_from, d.valid_until, d.reason, d.named_by, n.name as named_by_name, d.named_at, d.ended_at`;
const from = sql`deputy d join person h on h.space_id = d.space_id and h.id = d.holder_id join person p on p.space_id = d.space_id and p.id = d.deputy_id
  join person n on n.space_id = d.space_id and n.id = d.named_by left join mandate m on m.space_id = d.space_id and m.id = d.mandate_id`;

function toDeputy(row: DeputyRow, now: Date): Deputy {
  const period = { validFrom: row.valid_from, validUntil: row.valid_until, endedAt: row.ended_at };
  return {
    id: row.id, holder: { id: row.holder_id, name: row.holder_name }, deputy: { id: row.deputy_id, name: row.deputy_name }, kinds: row.kinds, mandateId: row.mandate_id, mandateRole: row.mandate_role,
    ...period, reason: row.reason, namedBy: { id: row.named_by, name: row.named_by_name }, namedAt: row.named_at, state: deputyState(period, now.toISOString()),
  };
}

export async function addDeputy(db: SpaceDb, spaceId: string, given: { id: string; holderId: string; deputyId: string; kinds: readonly DeedKind[]; mandateId: string | null; from: string; until: string; reason: string | null; namedBy: string; now: Date }): Promise<void> {
  await sql`
    insert into deputy (space_id, id, holder_id, deputy_id, kinds, mandate_id, valid_from, valid_until, reason, named_by, named_at)
    values (${spaceId}, ${given.id}, ${given.holderId}, ${given.deputyId}, ${given.kinds}::text[], ${given.mandateId}, ${given.from}, ${given.until}, ${given.reason}, ${given.namedBy}, ${given.now})`.execute(db);
}

export async function findDeputy(db: SpaceDb, spaceId: string, id: string, now: Date): Promise<Deputy | null> {
  const { rows } = await sql<DeputyRow>`select ${columns}, '' as cursor_value from ${from} where d.space_id = ${spaceId} and d.id = ${id}`.execute(db);
  return rows[0] ? toDeputy(rows[0], now) : null;
}

/** Appointments that are not over, of one side or the other. */
export async function openDeputies(db: SpaceDb, spaceId: string, side: 'holder' | 'deputy', personIds: readonly string[] | null, now: Date): Promise<Deputy[]> {
  const column = side === 'holder' ? sql`d.holder_id` : sql`d.deputy_id`;
  const { rows } = await sql<DeputyRow>`
    select ${columns}, '' as cursor_value from ${from} where d.space_id = ${spaceId} and d.ended_at is null and d.valid_until > ${now} and (${personIds}::uuid[] is null or ${column} = any(${personIds}::uuid[]))
    order by d.valid_from, d.id`.execute(db);
  return rows.map((row) => toDeputy(row, now));
}

const sorts = { validFrom: { expression: sql`d.valid_from`, type: 'timestamptz' as const } };
const states: Readonly<Record<Deputy['state'], (now: Date) => RawBuilder<boolean>>> = {
  ended: (now) => sql<boolean>`(d.ended_at is not null or d.valid_until <= ${now})`,
  coming: (now) => sql<boolean>`(d.ended_at is null and d.valid_until > ${now} and d.valid_from > ${now})`,
  inForce: (now) => sql<boolean>`(d.ended_at is null and d.valid_until > ${now} and d.valid_from <= ${now})`,
};

export async function listDeputyPage(db: SpaceDb, spaceId: string, scope: Scope, query: z.output<typeof deputyListQuery>, now: Date): Promise<Page<Deputy> | null> {
  const keys = keyset(sorts, query.sort, query.cursor, sql`d.id`);
  if (!keys) return null;
  const where = sql`d.space_id = ${spaceId} and ${scopeSql(scope, {})} and ${query.state ? states[query.state](now) : sql`true`}`;
  const total = await sql<{ count: string }>`select count(*) as count from deputy d where ${where}`.execute(db);
  const { rows } = await sql<DeputyRow>`select ${columns}, ${keys.cursorValue} as cursor_value from ${from} where ${where} and ${keys.after} order by ${keys.orderBy} limit ${query.limit + 1}`.execute(db);
  return toPage(rows, query.limit, query.sort, Number(total.rows[0]?.count ?? 0), (row) => toDeputy(row, now));
}

export async function endDeputyRow(db: SpaceDb, spaceId: string, id: string, endedBy: string | null, now: Date): Promise<void> {
  await sql`update deputy set ended_at = ${now}, ended_by = ${endedBy} where space_id = ${spaceId} and id = ${id} and ended_at is null`.execute(db);
}

/**
 * The same human under somebody else's mandates, if the session chose that and it still holds now: the appointment, its
 * period, and mandates of the holder to act under. Otherwise the human as themselves. Asked at every request.
 */
export async function actingActor(db: SpaceDb, actor: Actor, deputyId: string | null, now: Date): Promise<Actor> {
  if (!deputyId || !actor.personId || !actor.spaceId || actor.pending) return actor;
  const deputy = await findDeputy(db, actor.spaceId, deputyId, now);
  if (!deputy || deputy.deputy.id !== actor.personId || deputy.state !== 'inForce') return actor;
  const held = (await mandatesInForce(db, actor.spaceId, now, deputy.holder.id)).get(deputy.holder.id) ?? [];
  const mandates = mandatesForDeputy(held, deputy.mandateId);
  if (mandates.length === 0 || (await owesFactorFor(db, actor, mandates))) return actor;
  return { ...actor, mandates, acting: { deputyId, personId: deputy.holder.id, name: deputy.holder.name.zh ?? deputy.holder.name.en ?? '', kinds: deputy.kinds } };
}

/** Whoever acts under a role that asks for a second factor needs one of their own. */
async function owesFactorFor(db: SpaceDb, actor: Actor, mandates: Actor['mandates']): Promise<boolean> {
  const { rows } = await sql<{ factor_roles: Role[] }>`
    select r.factor_roles from security_policy r where r.space_id = ${actor.spaceId} and not exists (select 1 from second_factor f where f.account_id = ${actor.accountId} and f.confirmed_at is not null)`.execute(db);
  return rows[0] !== undefined && owesFactor(mandates, { factorRoles: rows[0].factor_roles });
}

export async function setSessionActing(db: SpaceDb, sessionId: string, deputyId: string | null): Promise<void> {
  await sql`update session set acting_deputy_id = ${deputyId} where id = ${sessionId}`.execute(db);
}

/** People are colleagues of whoever's mandate reaches what one of theirs is about. */
const colleagueColumns: ScopeColumns = {
  territories: sql`array(select s.scope_id from ${heldMandate} s where s.space_id = p.space_id and s.person_id = p.id and s.scope_kind = 'territory')`,
  clusters: (ids) => sql<boolean>`exists (select 1 from ${heldMandate} s where s.space_id = p.space_id and s.person_id = p.id and s.scope_kind = 'cluster' and s.scope_id = any(${ids}::text[]))`,
  organisations: (ids) => sql<boolean>`exists (select 1 from ${heldMandate} s where s.space_id = p.space_id and s.person_id = p.id and s.organisation_id::text = any(${ids}::text[]))`,
};

export async function findColleagueRows(db: SpaceDb, spaceId: string, scope: Scope, query: { q: string; limit: number }, now: Date): Promise<PersonRef[]> {
  const text = anywhere(query.q);
  const { rows } = await sql<PersonRef>`
    select p.id, p.name from person p where p.space_id = ${spaceId} and p.account_id is not null and p.archived_at is null and ${scopeSql(scope, colleagueColumns)}
      and (p.name ->> 'zh' ilike ${text} or p.name ->> 'en' ilike ${text})
      and exists (select 1 from ${heldMandate} m where m.space_id = p.space_id and m.person_id = p.id and m.valid_from <= ${now} and (m.valid_until is null or m.valid_until > ${now}))
    order by coalesce(p.name ->> 'zh', p.name ->> 'en'), p.id limit ${query.limit}`.execute(db);
  return rows;
}
