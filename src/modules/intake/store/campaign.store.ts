import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import type { DeadlineRule } from '#platform/calendar/deadline.schema.ts';
import type { ScopeFacts } from '#platform/auth/permission.rules.ts';
import { keyset, toPage } from '#platform/db/page.ts';
import { allOf, asJson, isoTime, refOf, validIds } from '#platform/db/row-sql.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { Context, SpaceDb } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import { sortNameOf } from '#platform/text/folding.ts';
import type { Audience, campaignListQuery, CampaignState, CampaignSummary, LevelRank } from '../words/campaign.schema.ts';
import type { Periodicity } from '../words/form.schema.ts';
import { heldIn, nameLike } from './campaign-columns.ts';

/** Where a party (alias `party` beside `campaign`) stands, as the rule says it. */
export const bucketSql = (now: Date): RawBuilder<string> => sql<string>`case when party.state in ('submitted', 'accepted') then 'reported' when party.state = 'returned' then 'returned'
  when coalesce(party.due_at, campaign.due_at) < ${now} then 'late' else 'missing' end`;

/** Counts over grouped parties. */
export const countsSql = (now: Date): RawBuilder<unknown> => sql`count(party.id)::int as total, count(*) filter (where ${bucketSql(now)} = 'reported' and party.id is not null)::int as reported, count(*) filter (where party.state = 'accepted')::int as accepted,
  count(*) filter (where ${bucketSql(now)} = 'missing' and party.id is not null)::int as missing, count(*) filter (where ${bucketSql(now)} = 'late' and party.id is not null)::int as late, count(*) filter (where party.state = 'returned')::int as returned`;

const columns = (now: Date) => sql`campaign.id, campaign.version, campaign.sample, campaign.name, campaign.period, campaign.state, ${refOf('form')} as form, campaign.edition, form_edition.legal_basis as "legalBasis", form_edition.respondent,
  ${refOf('territory')} as territory, ${refOf('cluster')} as cluster, ${isoTime('campaign.due_at')} as "dueAt", campaign.is_published as "isPublished",
  (select to_jsonb(counted) from (select ${countsSql(now)} from party where party.space_id = campaign.space_id and party.campaign_id = campaign.id) counted) as counts,
  ${isoTime('campaign.created_at')} as "createdAt", ${isoTime('campaign.opened_at')} as "openedAt", ${isoTime('campaign.closed_at')} as "closedAt", ${isoTime('campaign.signed_off_at')} as "signedOffAt"`;
const joins = sql`from campaign join form on form.space_id = campaign.space_id and form.id = campaign.form_id
  join form_edition on form_edition.space_id = campaign.space_id and form_edition.form_id = campaign.form_id and form_edition.edition = campaign.edition
  left join territory on territory.id = campaign.territory_id left join cluster on cluster.space_id = campaign.space_id and cluster.id = campaign.cluster_id`;

export interface StoredCampaign extends CampaignSummary {
  audience: Audience;
  levels: { rank: LevelRank }[];
  due: DeadlineRule;
  remindDays: number[];
  note: string | null;
  signedOffByName: string | null;
  periodicity: Periodicity;
  territoryId: string | null;
  clusterId: string | null;
}
const ownColumns = sql`campaign.audience, campaign.levels, campaign.due_rule as due, campaign.remind_days as "remindDays", campaign.note, campaign.signed_off_by_name as "signedOffByName", form_edition.periodicity,
  campaign.territory_id as "territoryId", campaign.cluster_id as "clusterId"`;

export async function listCampaignRows(context: Context, query: z.output<typeof campaignListQuery>, published: boolean): Promise<Page<CampaignSummary> | null> {
  const keys = keyset({ createdAt: { expression: sql`campaign.created_at`, type: 'timestamptz' } }, '-createdAt', query.cursor, sql`campaign.id`);
  if (!keys) return null;
  const where = allOf([
    published ? sql<boolean>`campaign.is_published` : heldIn(context.scope('campaign.read'), 'campaign'),
    nameLike('campaign', query.q),
    ...(query.state ? [sql<boolean>`campaign.state = ${query.state}`] : []),
    ...(query.formId ? [sql<boolean>`campaign.form_id = ${query.formId}::uuid`] : []),
    ...(query.period ? [sql<boolean>`campaign.period = ${query.period}`] : []),
  ]);
  const { rows } = await sql<CampaignSummary & { cursor_value: string }>`select ${columns(context.now)}, ${keys.cursorValue} as cursor_value ${joins} where ${where} and ${keys.after} order by ${keys.orderBy} limit ${query.limit + 1}`.execute(context.db);
  const total = await sql<{ count: number }>`select count(*)::int as count from campaign where ${where}`.execute(context.db);
  return toPage(rows, query.limit, '-createdAt', total.rows[0]?.count ?? 0, ({ cursor_value: _, ...item }) => item);
}

export async function findCampaign(context: Pick<Context, 'db' | 'now'>, id: string): Promise<StoredCampaign | null> {
  const { rows } = await sql<StoredCampaign>`select ${columns(context.now)}, ${ownColumns} ${joins} where campaign.id = ${id}::uuid`.execute(context.db);
  return rows[0] ?? null;
}

/** Holds the row until the transaction ends. */
export async function lockCampaign(context: Pick<Context, 'db' | 'now'>, id: string): Promise<StoredCampaign | null> {
  await sql`select 1 from campaign where id = ${id}::uuid for update`.execute(context.db);
  return findCampaign(context, id);
}

export interface CampaignContent {
  name: Name;
  formId: string;
  edition: number;
  period: string;
  audience: Audience;
  levels: readonly { rank: LevelRank }[];
  due: DeadlineRule;
  remindDays: readonly number[];
  note: string | null;
}
export interface NewCampaign extends CampaignContent {
  territoryId: string | null;
  clusterId: string | null;
  territories: readonly string[];
  clusters: readonly string[];
  sample: boolean;
}

export async function insertCampaign(context: Context, given: NewCampaign): Promise<string> {
  const id = context.newId();
  await sql`insert into campaign (space_id, id, sample, name, sort_name, form_id, edition, period, state, audience, levels, due_rule, remind_days, note, territory_id, cluster_id, territories, clusters, created_at, updated_at)
    values (${context.spaceId}, ${id}, ${given.sample}, ${asJson(given.name)}, ${sortNameOf(given.name)}, ${given.formId}, ${given.edition}, ${given.period}, 'draft', ${asJson(given.audience)}, ${asJson(given.levels)}, ${asJson(given.due)},
      ${given.remindDays}::int[], ${given.note}, ${given.territoryId}, ${given.clusterId}, ${given.territories}::text[], ${given.clusters}::text[], ${context.now}, ${context.now})`.execute(context.db);
  return id;
}

export async function updateCampaignContent(context: Context, id: string, given: CampaignContent): Promise<void> {
  await sql`update campaign set version = version + 1, updated_at = ${context.now}, name = ${asJson(given.name)}, sort_name = ${sortNameOf(given.name)}, form_id = ${given.formId}, edition = ${given.edition}, period = ${given.period},
    audience = ${asJson(given.audience)}, levels = ${asJson(given.levels)}, due_rule = ${asJson(given.due)}, remind_days = ${given.remindDays}::int[], note = ${given.note} where id = ${id}::uuid`.execute(context.db);
}

export interface CampaignChange {
  state?: CampaignState;
  dueAt?: string;
  territories?: readonly string[];
  clusters?: readonly string[];
  isPublished?: boolean;
  openedAt?: Date;
  closedAt?: Date | null;
  signedOff?: { at: Date; by: string | null; byName: string };
}

export async function changeCampaign(context: Pick<Context, 'db' | 'now'>, id: string, change: CampaignChange): Promise<void> {
  const sets = [sql`version = version + 1`, sql`updated_at = ${context.now}`];
  if (change.state) sets.push(sql`state = ${change.state}`);
  if (change.dueAt) sets.push(sql`due_at = ${change.dueAt}::timestamptz`);
  if (change.territories) sets.push(sql`territories = ${change.territories}::text[]`);
  if (change.clusters) sets.push(sql`clusters = ${change.clusters}::text[]`);
  if (change.isPublished !== undefined) sets.push(sql`is_published = ${change.isPublished}`);
  if (change.openedAt) sets.push(sql`opened_at = ${change.openedAt}`);
  if (change.closedAt !== undefined) sets.push(sql`closed_at = ${change.closedAt}`);
  if (change.signedOff) sets.push(sql`signed_off_at = ${change.signedOff.at}`, sql`signed_off_by = ${change.signedOff.by}`, sql`signed_off_by_name = ${change.signedOff.byName}`);
  await sql`update campaign set ${sql.join(sets)} where id = ${id}::uuid`.execute(context.db);
}

const factsOf = async (db: SpaceDb, ids: readonly string[], territories: RawBuilder<unknown>): Promise<Map<string, ScopeFacts>> => {
  const { rows } = await sql<{ id: string; territories: string[]; clusters: string[] }>`select campaign.id, ${territories} as territories, campaign.clusters from campaign left join territory on territory.id = campaign.territory_id where campaign.id = any (${validIds(ids)}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, ...facts }) => [id, { visibility: 'internal' as const, organisations: [], ...facts }]));
};
/** Everybody who holds a level reads a campaign. */
export const campaignFacts = (db: SpaceDb, ids: readonly string[]): Promise<Map<string, ScopeFacts>> => factsOf(db, ids, sql`campaign.territories`);
/** Only the office that asks runs it. */
export const deskFacts = (db: SpaceDb, ids: readonly string[]): Promise<Map<string, ScopeFacts>> => factsOf(db, ids, sql`coalesce(territory.ancestors, '{}'::text[])`);

export async function campaignNames(db: SpaceDb, ids: readonly string[]): Promise<Map<string, Name>> {
  const { rows } = await sql<{ id: string; name: Name }>`select id, name from campaign where id = any (${validIds(ids)}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row.name]));
}
