import { sql, type RawBuilder } from 'kysely';
import type { ScopeFacts } from '#platform/auth/permission.rules.ts';
import { keyset, toPage } from '#platform/db/page.ts';
import { asJson, isoTime, validIds } from '#platform/db/row-sql.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { Context, SpaceDb } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import type { SummaryContent, SummarySheet, SummaryState } from '../words/summary.schema.ts';
import { numberTotals, type NumberTotals } from './board.store.ts';
import { heldIn } from './campaign-columns.ts';

export type StoredSummary = Omit<SummarySheet, 'holderName'>;
const columns = sql`campaign_summary.id, campaign_summary.version, campaign_summary.campaign_id as "campaignId", campaign_summary.level, campaign_summary.holder, campaign_summary.number, campaign_summary.state, campaign_summary.content,
  campaign_summary.note, campaign_summary.reason, campaign_summary.is_on_behalf as "isOnBehalf", campaign_summary.created_by_name as "createdByName", ${isoTime('campaign_summary.created_at')} as "createdAt",
  campaign_summary.submitted_by_name as "submittedByName", ${isoTime('campaign_summary.submitted_at')} as "submittedAt", campaign_summary.decided_by_name as "decidedByName", ${isoTime('campaign_summary.decided_at')} as "decidedAt"`;

export async function listSummaryRows(context: Context, campaignId: string, query: { cursor?: string | undefined; limit: number }): Promise<Page<StoredSummary> | null> {
  const keys = keyset({ createdAt: { expression: sql`campaign_summary.created_at`, type: 'timestamptz' } }, '-createdAt', query.cursor, sql`campaign_summary.id`);
  if (!keys) return null;
  const where = sql`campaign_summary.campaign_id = ${campaignId}::uuid and ${heldIn(context.scope('campaign.read'), 'campaign_summary')}`;
  const { rows } = await sql<StoredSummary & { cursor_value: string }>`select ${columns}, ${keys.cursorValue} as cursor_value from campaign_summary where ${where} and ${keys.after} order by ${keys.orderBy} limit ${query.limit + 1}`.execute(context.db);
  const total = await sql<{ count: number }>`select count(*)::int as count from campaign_summary where ${where}`.execute(context.db);
  return toPage(rows, query.limit, '-createdAt', total.rows[0]?.count ?? 0, ({ cursor_value: _, ...item }) => item);
}

export async function findSummary(db: SpaceDb, id: string, lock = false): Promise<StoredSummary | null> {
  const { rows } = await sql<StoredSummary>`select ${columns} from campaign_summary where id = ${id}::uuid ${lock ? sql`for update` : sql``}`.execute(db);
  return rows[0] ?? null;
}

/** Parties of one holder at one level (from 1); `reached` keeps those whose report got as far. */
const heldAt = (level: number, holder: string): RawBuilder<boolean> => sql<boolean>`party.holders[${level}::int] = ${holder}`;
const reached = (level: number): RawBuilder<boolean> => sql<boolean>`(party.state = 'accepted' or (party.state = 'submitted' and party.level >= ${level}))`;

/** Sums over what reached a holder at its level. */
export const levelTotals = (context: Context, campaignId: string, level: number, holder: string): Promise<NumberTotals[]> => numberTotals(context, campaignId, sql<boolean>`(${heldAt(level, holder)} and ${reached(level)})`);

export async function levelCounts(db: SpaceDb, campaignId: string, level: number, holder: string): Promise<{ total: number; reported: number; onBehalf: number; missing: { id: string; name: Name }[]; missingCount: number }> {
  const inside = sql`party.campaign_id = ${campaignId}::uuid and ${heldAt(level, holder)}`;
  const { rows } = await sql<{ total: number; reported: number; onBehalf: number }>`select count(*)::int as total, count(*) filter (where ${reached(level)})::int as reported,
      count(*) filter (where ${reached(level)} and s.is_on_behalf)::int as "onBehalf" from party left join submission s on s.space_id = party.space_id and s.party_id = party.id and s.number = party.number where ${inside}`.execute(db);
  const missing = await sql<{ id: string; name: Name }>`select id, name from party where ${inside} and not ${reached(level)} order by sort_name, id limit 500`.execute(db);
  const { total, reported, onBehalf } = rows[0] ?? { total: 0, reported: 0, onBehalf: 0 };
  return { total, reported, onBehalf, missing: missing.rows, missingCount: total - reported };
}

/** Who decides above this holder, as the parties' own levels say; null where nobody does. */
export async function holderAbove(db: SpaceDb, campaignId: string, level: number, holder: string): Promise<string | null> {
  const { rows } = await sql<{ above: string | null }>`select (select h from unnest(party.holders) with ordinality as u(h, n) where n > ${level} and h <> '' order by n limit 1) as above from party where party.campaign_id = ${campaignId}::uuid and ${heldAt(level, holder)} limit 1`.execute(db);
  return rows[0]?.above ?? null;
}

/** Levels that somebody holds in this campaign. */
export async function holdersIn(db: SpaceDb, campaignId: string): Promise<{ level: number; holder: string }[]> {
  return (await sql<{ level: number; holder: string }>`select distinct n::int as level, h as holder from party cross join lateral unnest(party.holders) with ordinality as u(h, n) where party.campaign_id = ${campaignId}::uuid and h <> '' order by 1, 2`.execute(db)).rows;
}

export interface NewSummary {
  campaignId: string;
  level: number;
  holder: string;
  content: SummaryContent;
  note: string | null;
  isOnBehalf: boolean;
  territories: readonly string[];
  clusters: readonly string[];
}

export async function insertSummary(context: Context, given: NewSummary): Promise<string> {
  const id = context.newId();
  const before = await sql<{ count: number }>`select count(*)::int as count from campaign_summary where campaign_id = ${given.campaignId}::uuid and level = ${given.level} and holder = ${given.holder}`.execute(context.db);
  await sql`insert into campaign_summary (space_id, id, campaign_id, level, holder, number, state, content, note, is_on_behalf, territories, clusters, created_by, created_by_name, created_at)
    values (${context.spaceId}, ${id}, ${given.campaignId}, ${given.level}, ${given.holder}, ${(before.rows[0]?.count ?? 0) + 1}, 'draft', ${asJson(given.content)}, ${given.note}, ${given.isOnBehalf}, ${given.territories}::text[], ${given.clusters}::text[],
      ${context.actor.personId}, ${context.actor.name}, ${context.now})`.execute(context.db);
  return id;
}

export async function changeSummary(context: Context, id: string, state: SummaryState, reason: string | null): Promise<void> {
  const who = state === 'submitted' ? sql`submitted_by = ${context.actor.personId}, submitted_by_name = ${context.actor.name}, submitted_at = ${context.now}` : sql`decided_by = ${context.actor.personId}, decided_by_name = ${context.actor.name}, decided_at = ${context.now}`;
  await sql`update campaign_summary set version = version + 1, state = ${state}, reason = ${reason}, ${who} where id = ${id}::uuid`.execute(context.db);
}

export async function summaryFacts(db: SpaceDb, ids: readonly string[]): Promise<Map<string, ScopeFacts>> {
  const { rows } = await sql<{ id: string; territories: string[]; clusters: string[] }>`select id, territories, clusters from campaign_summary where id = any (${validIds(ids)}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, ...facts }) => [id, { visibility: 'internal' as const, organisations: [], ...facts }]));
}
