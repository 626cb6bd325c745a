import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import { organisationsIn } from '#modules/registry/index.ts';
import type { ScopeFacts } from '#platform/auth/permission.rules.ts';
import { keyset, toPage } from '#platform/db/page.ts';
import { allOf, isoTime, validIds } from '#platform/db/row-sql.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { Context, SpaceDb } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import type { Claim, claimInputSchema, claimListQuery, ClaimState } from '../words/claim.schema.ts';
import { factsOfOrganisation, toFacts, type FactsRow } from './reporter.store.ts';

const known = sql`left join organisation on organisation.space_id = c.space_id and organisation.uscc = c.code and organisation.state <> 'merged' and organisation.archived_at is null`;
const columns = sql`c.id, c.version, c.code, c.name, c.phone, c.mail, c.duty, c.state, c.note, ${isoTime('c.created_at')} as "createdAt", ${isoTime('c.decided_at')} as "decidedAt",
  case when organisation.id is null then null else jsonb_build_object('id', organisation.id, 'name', organisation.name, 'place', (select territory.name from territory where territory.id = organisation.territory_id)) end as organisation,
  (select count(*)::int from reporter_contact r where r.space_id = c.space_id and r.organisation_id = organisation.id and r.state = 'confirmed') as reporters`;

/** Claims on firms within the reader's scope; whoever answers for the whole space also sees those that no firm is known for. */
const within = (context: Context): RawBuilder<boolean> => organisationsIn(context.scope('reporter.invite'));
const sorts = { createdAt: { expression: sql`c.created_at`, type: 'timestamptz' as const } };

export async function listClaimRows(context: Context, query: z.output<typeof claimListQuery>): Promise<Page<Claim> | null> {
  const keys = keyset(sorts, query.sort, query.cursor, sql`c.id`);
  if (!keys) return null;
  const { q, state } = query;
  const where = allOf([
    within(context),
    ...(state ? [sql<boolean>`c.state = ${state}`] : []),
    ...(q ? [sql<boolean>`position(lower(${q}) in lower(concat_ws(' ', organisation.name ->> 'zh', organisation.name ->> 'en', c.code, c.name))) > 0`] : []),
  ]);
  const total = await sql<{ count: number }>`select count(*)::int as count from reporter_claim c ${known} where ${where}`.execute(context.db);
  const { rows } = await sql<Claim & { cursor_value: string }>`select ${columns}, ${keys.cursorValue} as cursor_value from reporter_claim c ${known} where ${where} and ${keys.after} order by ${keys.orderBy} limit ${query.limit + 1}`.execute(context.db);
  return toPage(rows, query.limit, query.sort, total.rows[0]?.count ?? 0, ({ cursor_value: _, ...row }) => row);
}

export async function findClaim(db: SpaceDb, id: string, options: { lock?: boolean } = {}): Promise<Claim | null> {
  if (options.lock) await sql`select 1 from reporter_claim where id = any (${validIds([id])}::uuid[]) for update`.execute(db);
  const { rows } = await sql<Claim>`select ${columns} from reporter_claim c ${known} where c.id = any (${validIds([id])}::uuid[])`.execute(db);
  return rows[0] ?? null;
}

export async function countWaiting(db: SpaceDb, code: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from reporter_claim where code = ${code} and state = 'waiting'`.execute(db);
  return rows[0]?.count ?? 0;
}

export async function insertClaim(context: Context, claim: Omit<z.output<typeof claimInputSchema>, 'spaceId' | 'licence'>): Promise<string> {
  const id = context.newId();
  await sql`insert into reporter_claim (space_id, id, code, name, phone, mail, duty, state, created_at)
    values (${context.spaceId}::uuid, ${id}, ${claim.code}, ${claim.name}, ${claim.phone}, ${claim.mail}, ${claim.duty}, 'waiting', ${context.now})`.execute(context.db);
  return id;
}

export async function settleClaim(context: Context, id: string, decision: { state: ClaimState; note: string | null; contactId: string | null }): Promise<void> {
  await sql`update reporter_claim set state = ${decision.state}, note = ${decision.note}, contact_id = ${decision.contactId}::uuid, decided_by = ${context.actor.personId}::uuid, decided_at = ${context.now}, version = version + 1 where id = ${id}`.execute(context.db);
}

const nowhere: ScopeFacts = { visibility: 'internal', territories: [], clusters: [], organisations: [] };

export async function claimFacts(db: SpaceDb, ids: readonly string[]): Promise<Map<string, ScopeFacts>> {
  const { rows } = await sql<FactsRow | { id: string; organisation: null }>`select c.id, ${factsOfOrganisation} from reporter_claim c ${known} where c.id = any (${validIds(ids)}::uuid[])`.execute(db);
  const firms = toFacts(rows.filter((row): row is FactsRow => row.organisation !== null));
  return new Map(rows.map(({ id }) => [id, firms.get(id) ?? nowhere]));
}

export async function claimNames(db: SpaceDb, ids: readonly string[]): Promise<Map<string, Name>> {
  const { rows } = await sql<{ id: string; name: Name }>`select c.id, coalesce(organisation.name, jsonb_build_object('zh', c.code)) as name from reporter_claim c ${known} where c.id = any (${validIds(ids)}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
