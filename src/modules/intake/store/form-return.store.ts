import { sql } from 'kysely';
import type { z } from 'zod';
import type { ScopeFacts } from '#platform/auth/permission.rules.ts';
import { keyset, toPage } from '#platform/db/page.ts';
import { asJson, isoTime, validIds } from '#platform/db/row-sql.ts';
import type { Context, SpaceDb } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import type { Entry, SubmissionProblem } from '../words/party.schema.ts';
import type { ReturnState, returnListQuery, StampScan, WorkbookReturn } from '../words/form-return.schema.ts';
import { partiesIn } from './campaign-columns.ts';

/** What a returned workbook holds, beside what everybody may see of it. */
export interface StoredReturn extends WorkbookReturn {
  campaignId: string;
  partyId: string | null;
  entries: Entry[];
  isTruthAccepted: boolean;
  createdBy: string | null;
}

const columns = sql`r.id, r.version, r.file_name as "fileName", r.state, r.reason, case when party.id is null then null else jsonb_build_object('id', party.id, 'name', party.name, 'code', party.code) end as party,
  jsonb_array_length(r.entries) as answered, r.problems, r.number, r.created_by_name as "createdByName", ${isoTime('r.created_at')} as "createdAt", ${isoTime('r.submitted_at')} as "submittedAt"`;
const from = sql`from workbook_return r left join party on party.space_id = r.space_id and party.id = r.party_id`;
/** One's own, and those of parties that one may see. */
const seen = (context: Context) => sql<boolean>`(r.created_by = ${context.actor.personId}::uuid or (party.id is not null and ${partiesIn(context.scope('campaign.read'))}))`;

export interface NewReturn {
  campaignId: string;
  partyId: string | null;
  fileName: string;
  fileHash: string;
  state: ReturnState;
  reason: string | null;
  entries: readonly Entry[];
  isTruthAccepted: boolean;
  problems: readonly SubmissionProblem[];
}

export async function insertReturn(context: Context, made: NewReturn, byName: string): Promise<string> {
  const id = context.newId();
  await sql`insert into workbook_return (space_id, id, campaign_id, party_id, file_name, file_hash, state, reason, entries, is_truth_accepted, problems, created_by, created_by_name, created_at)
    values (${context.spaceId}, ${id}, ${made.campaignId}, ${made.partyId}, ${made.fileName}, ${made.fileHash}, ${made.state}, ${made.reason}, ${asJson(made.entries)}, ${made.isTruthAccepted}, ${asJson(made.problems)}, ${context.actor.personId}, ${byName}, ${context.now})`.execute(context.db);
  return id;
}

/** An earlier workbook of the same party that nobody has submitted yet gives way to the newer one. */
export async function replaceWaiting(context: Context, campaignId: string, partyId: string): Promise<void> {
  await sql`update workbook_return set state = 'discarded', version = version + 1 where campaign_id = ${campaignId}::uuid and party_id = ${partyId}::uuid and state in ('ready', 'faulty')`.execute(context.db);
}

export async function listReturnRows(context: Context, campaignId: string, query: z.output<typeof returnListQuery>): Promise<Page<WorkbookReturn> | null> {
  const sort = '-createdAt';
  const keys = keyset({ createdAt: { expression: sql.ref('r.created_at'), type: 'timestamptz' } }, sort, query.cursor, sql`r.id`);
  if (!keys) return null;
  const state = query.state ? sql`r.state = ${query.state}` : sql`r.state <> 'discarded'`;
  const where = sql`r.campaign_id = ${campaignId}::uuid and ${state} and ${seen(context)}`;
  const { rows } = await sql<WorkbookReturn & { cursor_value: string }>`select ${columns}, ${keys.cursorValue} as cursor_value ${from} where ${where} and ${keys.after} order by ${keys.orderBy} limit ${query.limit + 1}`.execute(context.db);
  const total = await sql<{ count: number }>`select count(*)::int as count ${from} where ${where}`.execute(context.db);
  return toPage(rows, query.limit, sort, total.rows[0]?.count ?? 0, ({ cursor_value: _, ...item }) => item);
}

export async function findReturn(context: Context, id: string): Promise<StoredReturn | null> {
  const { rows } = await sql<StoredReturn>`select ${columns}, r.campaign_id as "campaignId", r.party_id as "partyId", r.entries, r.is_truth_accepted as "isTruthAccepted", r.created_by as "createdBy" ${from} where r.id = ${id}::uuid and ${seen(context)}`.execute(context.db);
  return rows[0] ?? null;
}

export async function changeReturn(context: Context, id: string, change: { state: ReturnState; number?: number; problems?: readonly SubmissionProblem[] }): Promise<void> {
  await sql`update workbook_return set version = version + 1, state = ${change.state}, number = coalesce(${change.number ?? null}, number), problems = coalesce(${change.problems ? JSON.stringify(change.problems) : null}::jsonb, problems),
    submitted_at = case when ${change.state} = 'submitted' then ${context.now}::timestamptz else submitted_at end where id = ${id}::uuid`.execute(context.db);
}

/** What a returned workbook belongs to: its party, or its campaign while nobody knows whose it is. */
export async function returnFacts(db: SpaceDb, ids: readonly string[]): Promise<Map<string, ScopeFacts>> {
  const { rows } = await sql<ScopeFacts & { id: string }>`select r.id, 'internal' as visibility, coalesce(party.territories, campaign.territories) as territories, coalesce(party.clusters, campaign.clusters) as clusters,
      array_remove(array[party.organisation_id::text], null) as organisations
    from workbook_return r join campaign on campaign.space_id = r.space_id and campaign.id = r.campaign_id left join party on party.space_id = r.space_id and party.id = r.party_id where r.id = any (${validIds(ids)}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}

export async function insertScan(context: Context, scan: { partyId: string; number: number; fileId: string; fileName: string; fileHash: string }, byName: string): Promise<string> {
  const id = context.newId();
  await sql`insert into stamp_scan (space_id, id, party_id, number, file_id, file_name, file_hash, scanned_by, scanned_by_name, scanned_at)
    values (${context.spaceId}, ${id}, ${scan.partyId}, ${scan.number}, ${scan.fileId}, ${scan.fileName}, ${scan.fileHash}, ${context.actor.personId}, ${byName}, ${context.now})`.execute(context.db);
  return id;
}

const scanColumns = sql`scan.id, scan.file_name as "fileName", scan.file_id as "fileId", jsonb_build_object('id', party.id, 'name', party.name) as party, scan.number, party.number as newest, scan.scanned_by_name as "scannedByName", ${isoTime('scan.scanned_at')} as "scannedAt"`;

export async function scansOf(db: SpaceDb, partyId: string, id: string | null = null): Promise<StampScan[]> {
  const { rows } = await sql<StampScan>`select ${scanColumns} from stamp_scan scan join party on party.space_id = scan.space_id and party.id = scan.party_id
    where scan.party_id = ${partyId}::uuid and (${id}::uuid is null or scan.id = ${id}::uuid) order by scan.scanned_at desc, scan.id limit 200`.execute(db);
  return rows;
}

export async function isFiled(db: SpaceDb, partyId: string, fileHash: string): Promise<boolean> {
  return (await sql`select 1 from stamp_scan where party_id = ${partyId}::uuid and file_hash = ${fileHash}`.execute(db)).rows.length > 0;
}

/** Parties of a campaign whose forms somebody may send out, by name. */
export async function partyIdsToSend(context: Context, campaignId: string, territoryId: string | undefined, most: number): Promise<string[]> {
  const inside = territoryId ? sql`and party.territories @> array[${territoryId}]::text[]` : sql``;
  const { rows } = await sql<{ id: string }>`select party.id from party where party.campaign_id = ${campaignId}::uuid and ${partiesIn(context.scope('campaign.read'))} ${inside} order by party.sort_name, party.id limit ${most}`.execute(context.db);
  return rows.map(({ id }) => id);
}
