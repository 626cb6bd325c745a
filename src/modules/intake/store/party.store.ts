import { sql } from 'kysely';
import type { z } from 'zod';
import type { ScopeFacts } from '#platform/auth/permission.rules.ts';
import { keyset, toPage } from '#platform/db/page.ts';
import { allOf, isoDay, isoTime, refOf, validIds } from '#platform/db/row-sql.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { Context, SpaceDb } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import type { CampaignState } from '../words/campaign.schema.ts';
import type { LegalBasis, RespondentKind } from '../words/form.schema.ts';
import type { OwnReport, partyListQuery, PartyState, PartySummary } from '../words/party.schema.ts';
import { nameLike, partiesIn, placesOfParty } from './campaign-columns.ts';
import { bucketSql } from './campaign.store.ts';

const columns = (now: Date) => sql`party.id, party.version, party.kind, party.name, party.code, party.organisation_id as "organisationId", ${refOf('territory')} as territory, ${refOf('cluster')} as cluster, party.state, ${bucketSql(now)} as bucket,
  party.level, party.number, ${isoTime('due.at')} as "dueAt", ${isoTime('party.submitted_at')} as "submittedAt", coalesce(due.at < coalesce(party.first_submitted_at, ${now}), false) as "isLate",
  coalesce((select s.is_on_behalf from submission s where s.space_id = party.space_id and s.party_id = party.id and s.number = party.number), false) as "isOnBehalf", ${isoDay('party.reminded_on')} as "remindedOn"`;
const joins = sql`from party join campaign on campaign.space_id = party.space_id and campaign.id = party.campaign_id cross join lateral (select coalesce(party.due_at, campaign.due_at) as at) due
  left join territory on territory.id = party.territory_id left join cluster on cluster.space_id = party.space_id and cluster.id = party.cluster_id`;

export interface StoredParty extends PartySummary {
  campaignId: string;
  clusterId: string | null;
  territoryId: string | null;
  territories: string[];
  clusters: string[];
  holders: string[];
}

export async function listPartyRows(context: Context, campaignId: string, query: z.output<typeof partyListQuery>): Promise<Page<PartySummary> | null> {
  const keys = keyset({ name: { expression: sql`party.sort_name`, type: 'text' } }, 'name', query.cursor, sql`party.id`);
  if (!keys) return null;
  const where = allOf([
    sql<boolean>`party.campaign_id = ${campaignId}::uuid`,
    partiesIn(context.scope('campaign.read')),
    nameLike('party', query.q),
    ...(query.state ? [sql<boolean>`party.state = ${query.state}`] : []),
    ...(query.bucket ? [sql<boolean>`${bucketSql(context.now)} = ${query.bucket}`] : []),
    ...(query.territoryId ? [sql<boolean>`party.territories @> array[${query.territoryId}]::text[]`] : []),
    ...(query.clusterId ? [sql<boolean>`party.cluster_id = ${query.clusterId}::uuid`] : []),
  ]);
  const { rows } = await sql<PartySummary & { cursor_value: string }>`select ${columns(context.now)}, ${keys.cursorValue} as cursor_value ${joins} where ${where} and ${keys.after} order by ${keys.orderBy} limit ${query.limit + 1}`.execute(context.db);
  const total = await sql<{ count: number }>`select count(*)::int as count ${joins} where ${where}`.execute(context.db);
  return toPage(rows, query.limit, 'name', total.rows[0]?.count ?? 0, ({ cursor_value: _, ...item }) => item);
}

export async function findParty(context: Pick<Context, 'db' | 'now'>, id: string): Promise<StoredParty | null> {
  const { rows } = await sql<StoredParty>`select ${columns(context.now)}, party.campaign_id as "campaignId", party.cluster_id as "clusterId", party.territory_id as "territoryId", party.territories, party.clusters, party.holders ${joins} where party.id = ${id}::uuid`.execute(context.db);
  return rows[0] ?? null;
}

export async function lockParty(context: Pick<Context, 'db' | 'now'>, id: string): Promise<StoredParty | null> {
  await sql`select 1 from party where id = ${id}::uuid for update`.execute(context.db);
  return findParty(context, id);
}

/** Reports of organisations that the reader stands for, the most urgent first. */
export async function listOwnRows(context: Context, own: { organisations: readonly string[]; clusters: readonly string[]; territories: readonly string[] }, query: { cursor?: string | undefined; limit: number; open?: 'true' | 'false' | undefined }): Promise<Page<OwnReport> | null> {
  const keys = keyset({ due: { expression: sql`coalesce(due.at, 'infinity'::timestamptz)`, type: 'timestamptz' } }, 'due', query.cursor, sql`party.id`);
  if (!keys) return null;
  const isOpen = sql<boolean>`(campaign.state = 'open' and party.state in ('waiting', 'draft', 'returned'))`;
  const where = allOf([
    sql<boolean>`(party.organisation_id = any (${validIds(own.organisations)}::uuid[]) or (party.kind = 'clusterOrganisation' and party.cluster_id = any (${validIds(own.clusters)}::uuid[])) or (party.kind = 'territory' and party.territory_id = any (${own.territories}::text[])))`,
    sql<boolean>`campaign.state <> 'draft'`,
    ...(query.open === 'true' ? [isOpen] : query.open === 'false' ? [sql<boolean>`not ${isOpen}`] : []),
  ]);
  const { rows } = await sql<OwnReport & { cursor_value: string }>`select ${columns(context.now)}, jsonb_build_object('id', campaign.id, 'name', campaign.name, 'period', campaign.period, 'state', campaign.state, 'sample', campaign.sample) as campaign,
      jsonb_array_length(form_edition.fields) as "fieldCount", form_edition.legal_basis as "legalBasis", ${keys.cursorValue} as cursor_value
    ${joins} join form_edition on form_edition.space_id = campaign.space_id and form_edition.form_id = campaign.form_id and form_edition.edition = campaign.edition
    where ${where} and ${keys.after} order by ${keys.orderBy} limit ${query.limit + 1}`.execute(context.db);
  const total = await sql<{ count: number }>`select count(*)::int as count ${joins} where ${where}`.execute(context.db);
  return toPage(rows, query.limit, 'due', total.rows[0]?.count ?? 0, ({ cursor_value: _, ...item }) => item);
}

export interface NewParty {
  id: string;
  kind: RespondentKind;
  organisationId: string | null;
  clusterId: string | null;
  territoryId: string | null;
  name: Name;
  sortName: string;
  code: string | null;
  territories: readonly string[];
  clusters: readonly string[];
  holders: readonly string[];
}

const batch = 1000;

/** Those who are in the list already stay as they are. */
export async function insertParties(context: Context, campaignId: string, parties: readonly NewParty[]): Promise<void> {
  for (let from = 0; from < parties.length; from += batch) {
    await sql`insert into party (space_id, id, campaign_id, kind, organisation_id, cluster_id, territory_id, name, sort_name, code, territories, clusters, holders, state, updated_at)
      select ${context.spaceId}::uuid, p.id, ${campaignId}::uuid, p.kind, p."organisationId", p."clusterId", p."territoryId", p.name, p."sortName", p.code, p.territories, p.clusters, p.holders, 'waiting', ${context.now}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(parties.slice(from, from + batch))}::jsonb) as p(id uuid, kind text, "organisationId" uuid, "clusterId" uuid, "territoryId" text, name jsonb, "sortName" text, code text, territories text[], clusters text[], holders text[])
      on conflict do nothing`.execute(context.db);
  }
}

export interface PartyChange {
  state?: PartyState;
  level?: number;
  number?: number;
  submittedAt?: Date;
  acceptedAt?: Date | null;
}

export async function changeParty(context: Pick<Context, 'db' | 'now'>, id: string, change: PartyChange): Promise<void> {
  const sets = [sql`version = version + 1`, sql`updated_at = ${context.now}`];
  if (change.state) sets.push(sql`state = ${change.state}`);
  if (change.level !== undefined) sets.push(sql`level = ${change.level}`);
  if (change.number !== undefined) sets.push(sql`number = ${change.number}`);
  if (change.submittedAt) sets.push(sql`submitted_at = ${change.submittedAt}`, sql`first_submitted_at = coalesce(first_submitted_at, ${change.submittedAt})`);
  if (change.acceptedAt !== undefined) sets.push(sql`accepted_at = ${change.acceptedAt}`);
  await sql`update party set ${sql.join(sets)} where id = ${id}::uuid`.execute(context.db);
}

export interface Reminded {
  id: string;
  kind: RespondentKind;
  organisationId: string | null;
  clusterId: string | null;
  territoryId: string | null;
}

/** Those who still owe a report and were not reminded today; marks them. With ids, only those. */
export async function takeToRemind(context: Context, campaignId: string, day: string, ids: readonly string[] | null): Promise<Reminded[]> {
  const { rows } = await sql<Reminded>`update party set reminded_on = ${day}::date, updated_at = ${context.now}
    where campaign_id = ${campaignId}::uuid and state in ('waiting', 'draft', 'returned') and reminded_on is distinct from ${day}::date and (${ids}::uuid[] is null or id = any (${ids}::uuid[]))
    returning id, kind, organisation_id as "organisationId", cluster_id as "clusterId", territory_id as "territoryId"`.execute(context.db);
  return rows;
}

export async function countOwing(db: SpaceDb, campaignId: string, ids: readonly string[] | null): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from party where campaign_id = ${campaignId}::uuid and state in ('waiting', 'draft', 'returned') and (${ids}::uuid[] is null or id = any (${ids}::uuid[]))`.execute(db);
  return rows[0]?.count ?? 0;
}

export async function partyFacts(db: SpaceDb, ids: readonly string[]): Promise<Map<string, ScopeFacts>> {
  const { rows } = await sql<{ id: string; territories: string[]; clusters: string[]; organisations: string[] }>`
    select id, ${placesOfParty('party')} as territories, clusters, array_remove(array[organisation_id::text], null) as organisations from party where id = any (${validIds(ids)}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, ...facts }) => [id, { visibility: 'internal' as const, ...facts }]));
}

export async function partyNames(db: SpaceDb, ids: readonly string[]): Promise<Map<string, Name>> {
  const { rows } = await sql<{ id: string; name: Name }>`select id, name from party where id = any (${validIds(ids)}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** The organisation's last report on the same form before this period, however long ago. */
export async function earlierReports(db: SpaceDb, party: Pick<StoredParty, 'id' | 'organisationId' | 'clusterId' | 'territoryId' | 'kind'>): Promise<{ submissionId: string; period: string; state: CampaignState; basis: LegalBasis }[]> {
  const { rows } = await sql<{ submissionId: string; period: string; state: CampaignState; basis: LegalBasis }>`
    select s.id as "submissionId", earlier.period, earlier.state, form_edition.legal_basis as basis from party mine join campaign now on now.space_id = mine.space_id and now.id = mine.campaign_id
      join campaign earlier on earlier.space_id = mine.space_id and earlier.form_id = now.form_id and earlier.id <> now.id and earlier.period < now.period
      join form_edition on form_edition.space_id = earlier.space_id and form_edition.form_id = earlier.form_id and form_edition.edition = earlier.edition
      join party other on other.space_id = mine.space_id and other.campaign_id = earlier.id and other.kind = mine.kind and other.organisation_id is not distinct from mine.organisation_id
        and other.cluster_id is not distinct from mine.cluster_id and (mine.kind <> 'territory' or other.territory_id = mine.territory_id)
      join submission s on s.space_id = mine.space_id and s.party_id = other.id and s.number = other.number
    where mine.id = ${party.id}::uuid order by earlier.period desc limit 5`.execute(db);
  return rows;
}
