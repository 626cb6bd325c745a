import { sql, type RawBuilder } from 'kysely';
import type { Scope, ScopeFacts } from '#platform/auth/permission.rules.ts';
import { scopeSql } from '#platform/auth/scope-sql.ts';
import { keyset, toPage } from '#platform/db/page.ts';
import { isoTime } from '#platform/db/row-sql.ts';
import type { SpaceDb } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import type { BatchCounts, BatchOutcome, BatchState, BatchStep, ImportColumn } from '../words/import.schema.ts';
import type { Delimiter, Encoding, TableFormat, FileRemark } from '../words/read.schema.ts';

export interface StoredBatch {
  id: string;
  version: number;
  target: string;
  fileName: string;
  fileHash: string;
  fileSize: number;
  format: TableFormat;
  encoding: Encoding | null;
  delimiter: Delimiter | null;
  sheet: string | null;
  sheets: { name: string; hidden: boolean }[];
  columns: ImportColumn[];
  mapping: (string | null)[];
  /** Field key → what was said once for the whole file. */
  constants: Record<string, string>;
  /** The step that is running, or where it stands while none runs. */
  state: BatchState;
  /** Where it stands, whatever runs. */
  standing: BatchState;
  /** The last row of each part that it was read in. */
  parts: number[];
  /** Whether the file itself is kept. */
  stored: boolean;
  /** Of the last long step; null in `job` once it is over. */
  jobId: string | null;
  job: { done: number; total: number | null; cancelling: boolean } | null;
  fileRemarks: FileRemark[];
  failure: { reason: string; params?: Record<string, string | number> } | null;
  rowCount: number;
  counts: BatchCounts | null;
  outcome: BatchOutcome | null;
  territories: string[];
  clusters: string[];
  sourceId: string | null;
  /** The numbered mapping it was last mapped with. */
  mappingId: string | null;
  /** The batch whose rejects this file brings back. */
  followsId: string | null;
  createdBy: string | null;
  createdByName: string;
  createdAt: string;
  appliedAt: string | null;
}
export type NewBatch = Pick<StoredBatch, 'id' | 'target' | 'fileName' | 'fileHash' | 'fileSize' | 'sheet' | 'state' | 'sourceId' | 'followsId' | 'territories' | 'clusters' | 'createdBy' | 'createdByName' | 'createdAt' | 'stored'>;

/** The job of its step while that waits or runs; a step whose job ended badly is as if it had never begun. */
const liveJob = (what: RawBuilder<unknown>): RawBuilder<unknown> => sql`(select ${what} from job j where j.space_id = import_batch.space_id and j.id = import_batch.job_id and j.state in ('waiting', 'running'))`;
const shownState = sql<BatchState>`case when step is not null and ${liveJob(sql`true`)} then step else state end`;
const columns = sql`id, version, target, file_name as "fileName", file_hash as "fileHash", file_size::float8 as "fileSize", format, encoding, delimiter, sheet, sheets, columns, mapping, constants,
  ${shownState} as state, state as standing, parts, stored, job_id as "jobId", failure, file_remarks as "fileRemarks",
  case when step is not null then ${liveJob(sql`jsonb_build_object('done', progress_done, 'total', progress_total, 'cancelling', cancel_asked)`)} end as job,
  row_count as "rowCount", counts, outcome, source_id as "sourceId", mapping_id as "mappingId", follows_id as "followsId", territories, clusters, created_by as "createdBy", created_by_name as "createdByName",
  ${isoTime('created_at')} as "createdAt", ${isoTime('applied_at')} as "appliedAt"`;

/** A batch is seen by those whose mandate covers all the places and clusters its maker could write to. */
export const batchesWithin = (scope: Scope): RawBuilder<boolean> =>
  scopeSql(scope, { territories: sql.ref('territories'), clusters: (ids) => sql<boolean>`clusters && ${ids}::text[]` });

export async function insertBatch(db: SpaceDb, spaceId: string, batch: NewBatch): Promise<void> {
  await sql`insert into import_batch (space_id, id, target, file_name, file_hash, file_size, sheet, columns, mapping, state, row_count, stored,
      source_id, follows_id, territories, clusters, created_by, created_by_name, created_at, updated_at)
    values (${spaceId}, ${batch.id}, ${batch.target}, ${batch.fileName}, ${batch.fileHash}, ${batch.fileSize}, ${batch.sheet}, '[]', '[]', ${batch.state}, 0, ${batch.stored},
      ${batch.sourceId}, ${batch.followsId}, ${batch.territories}::text[], ${batch.clusters}::text[], ${batch.createdBy}, ${batch.createdByName}, ${batch.createdAt}, ${batch.createdAt})`.execute(db);
}

export async function findBatch(db: SpaceDb, id: string, lock = false): Promise<StoredBatch | null> {
  const { rows } = await sql<StoredBatch>`select ${columns} from import_batch where id = ${id} ${lock ? sql`for update` : sql``}`.execute(db);
  return rows[0] ?? null;
}

export type BatchChange = Partial<Pick<StoredBatch, 'rowCount' | 'format' | 'encoding' | 'delimiter' | 'sheet' | 'sheets' | 'columns' | 'parts' | 'fileRemarks' | 'failure'>> & {
  state?: Exclude<BatchState, BatchStep>;
  /** Belongs to the making of the batch, which nobody has seen yet. */
  isNew?: boolean;
  /** A step begins under this job, or the one that ran is over. */
  run?: { step: BatchStep; jobId: string } | null;
  mapping?: (string | null)[];
  constants?: Record<string, string>;
  mappingId?: string;
  sourceId?: string | null;
  counts?: BatchCounts | null;
  outcome?: BatchOutcome;
  appliedAt?: Date;
};

export async function changeBatch(db: SpaceDb, id: string, change: BatchChange, now: Date): Promise<void> {
  const json = (value: unknown) => sql`${value === null ? null : JSON.stringify(value)}::jsonb`;
  const sets = [sql`updated_at = ${now}`, ...(change.isNew ? [] : [sql`version = version + 1`])];
  if (change.state) sets.push(sql`state = ${change.state}`);
  if (change.mapping) sets.push(sql`mapping = ${json(change.mapping)}`);
  if (change.constants) sets.push(sql`constants = ${json(change.constants)}`);
  if (change.mappingId) sets.push(sql`mapping_id = ${change.mappingId}`);
  if (change.sourceId !== undefined) sets.push(sql`source_id = ${change.sourceId}`);
  if (change.counts !== undefined) sets.push(sql`counts = ${json(change.counts)}`);
  if (change.outcome) sets.push(sql`outcome = ${json(change.outcome)}`);
  if (change.run !== undefined) sets.push(sql`step = ${change.run?.step ?? null}, job_id = ${change.run?.jobId ?? null}`);
  if (change.rowCount !== undefined) sets.push(sql`row_count = ${change.rowCount}`);
  if (change.format) sets.push(sql`format = ${change.format}, encoding = ${change.encoding ?? null}, delimiter = ${change.delimiter ?? null}, sheet = ${change.sheet ?? null}`);
  if (change.sheets) sets.push(sql`sheets = ${json(change.sheets)}`);
  if (change.columns) sets.push(sql`columns = ${json(change.columns)}`);
  if (change.fileRemarks) sets.push(sql`file_remarks = ${json(change.fileRemarks)}`);
  if (change.parts) sets.push(sql`parts = ${change.parts}::integer[]`);
  if (change.failure !== undefined) sets.push(sql`failure = ${json(change.failure)}`);
  if (change.appliedAt) sets.push(sql`applied_at = ${change.appliedAt}`);
  await sql`update import_batch set ${sql.join(sets)} where id = ${id}`.execute(db);
}

/** Of the batches that the reader may see. */
export async function findAppliedTwin(db: SpaceDb, batch: StoredBatch, scope: Scope): Promise<{ id: string; fileName: string; appliedAt: string } | null> {
  const { rows } = await sql<{ id: string; fileName: string; appliedAt: string }>`
    select id, file_name as "fileName", ${isoTime('applied_at')} as "appliedAt" from import_batch
    where file_hash = ${batch.fileHash} and state = 'applied' and id <> ${batch.id} and ${batchesWithin(scope)} order by applied_at limit 1`.execute(db);
  return rows[0] ?? null;
}

export async function listBatches(db: SpaceDb, scope: Scope, query: { cursor?: string | undefined; limit: number; state?: BatchState | undefined; target?: string | undefined; sourceId?: string | undefined }): Promise<Page<StoredBatch> | null> {
  const sort = '-createdAt';
  const keys = keyset({ createdAt: { expression: sql.ref('created_at'), type: 'timestamptz' } }, sort, query.cursor, sql.ref('id'));
  if (!keys) return null;
  const where = sql`${batchesWithin(scope)} and ${query.state ? sql`${shownState} = ${query.state}` : sql`true`} and ${query.target ? sql`target = ${query.target}` : sql`true`} and ${query.sourceId ? sql`source_id = ${query.sourceId}::uuid` : sql`true`}`;
  const { rows } = await sql<StoredBatch & { cursor_value: string }>`select ${columns}, ${keys.cursorValue} as cursor_value from import_batch
    where ${where} and ${keys.after} order by ${keys.orderBy} limit ${query.limit + 1}`.execute(db);
  const count = await sql<{ total: number }>`select count(*)::int as total from import_batch where ${where}`.execute(db);
  return toPage(rows, query.limit, sort, count.rows[0]?.total ?? 0, (row) => row);
}

export async function batchFacts(db: SpaceDb, ids: readonly string[]): Promise<Map<string, ScopeFacts>> {
  const { rows } = await sql<{ id: string; territories: string[]; clusters: string[] }>`select id, territories, clusters from import_batch where id = any (${ids}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, { visibility: 'internal' as const, territories: row.territories, clusters: row.clusters, organisations: [] }]));
}

/** Batches on which somebody still works, by who made them. */
export async function unfinishedBatches(db: SpaceDb, personIds: readonly string[] | null): Promise<{ id: string; createdBy: string; fileName: string }[]> {
  const { rows } = await sql<{ id: string; createdBy: string; fileName: string }>`
    select id, created_by as "createdBy", file_name as "fileName" from import_batch
    where space_id = current_space() and created_by is not null and ${shownState} in ('reading', 'read', 'mapped', 'checking', 'checked', 'applying') and (${personIds}::uuid[] is null or created_by = any(${personIds}::uuid[])) order by created_at, id`.execute(db);
  return rows;
}

export async function giveBatch(db: SpaceDb, id: string, toPersonId: string, now: Date): Promise<void> {
  await sql`
    update import_batch set created_by = p.id, created_by_name = coalesce(p.name ->> 'zh', p.name ->> 'en'), updated_at = ${now}, version = import_batch.version + 1
    from person p where import_batch.id = ${id} and import_batch.space_id = current_space() and p.space_id = current_space() and p.id = ${toPersonId}`.execute(db);
}

/** Of these hashes, those of files that a batch still stands on. */
export async function heldFiles(db: SpaceDb, hashes: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ hash: string }>`select distinct file_hash as hash from import_batch where stored and file_hash = any (${hashes}::text[]) and ${shownState} <> 'discarded'`.execute(db);
  return new Set(rows.map((row) => row.hash));
}
