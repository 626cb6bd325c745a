import { sql } from 'kysely';
import type { SpaceDb } from '#platform/module/module.ts';
import type { FileLevel, SurveyKind } from '../words/file.schema.ts';

export interface SurveyRow {
  id: string;
  name: string;
  recordKind: string;
  recordId: string;
  size: number;
  versionCount: number;
  level: FileLevel;
  retainUntil: string | null;
  removedAt: string | null;
  uploadedBy: string | null;
  uploadedAt: string;
}

const most = 200;
const isThere = sql`exists (select 1 from file_version p where p.space_id = f.space_id and p.file_id = f.id and p.purged_at is null)`;
const conditions = {
  biggest: sql`f.removed_at is null`,
  expiring: sql`f.removed_at is null and f.retain_until is not null`,
  ownerless: sql`true`,
  removed: sql`f.removed_at is not null`,
} as const;
const orders = { biggest: sql`size desc`, expiring: sql`f.retain_until`, ownerless: sql`f.created_at`, removed: sql`f.removed_at desc` } as const;

/** The files an operator has to look at; `gone` are the records that no longer exist. */
export async function surveyRows(db: SpaceDb, show: SurveyKind, gone: readonly string[]): Promise<{ rows: SurveyRow[]; total: number }> {
  const where = sql`${isThere} and ${conditions[show]} and (${show !== 'ownerless'} or f.record_kind || ' ' || f.record_id = any (${gone}::text[]))`;
  const counted = await sql<{ count: string }>`select count(*) as count from file f where ${where}`.execute(db);
  const { rows } = await sql<SurveyRow>`
    select f.id, f.name, f.record_kind as "recordKind", f.record_id as "recordId", f.level, f.retain_until::text as "retainUntil", f.removed_at as "removedAt",
      sum(v.size)::int as size, count(*)::int as "versionCount", (array_agg(v.uploaded_by order by v.number desc))[1] as "uploadedBy", max(v.uploaded_at) as "uploadedAt"
    from file f join file_version v on v.space_id = f.space_id and v.file_id = f.id where ${where}
    group by f.space_id, f.id order by ${orders[show]}, f.id limit ${most}`.execute(db);
  return { rows, total: Number(counted.rows[0]?.count ?? 0) };
}

/** Every record that has files, by kind. */
export async function recordsWithFiles(db: SpaceDb): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ kind: string; ids: string[] }>`select record_kind as kind, array_agg(distinct record_id) as ids from file f where ${isThere} group by 1`.execute(db);
  return new Map(rows.map((row) => [row.kind, row.ids]));
}

export async function findAnyFile(db: SpaceDb, id: string): Promise<{ recordKind: string; recordId: string; name: string; level: FileLevel; removedAt: string | null } | null> {
  const { rows } = await sql<{ recordKind: string; recordId: string; name: string; level: FileLevel; removedAt: string | null }>`
    select record_kind as "recordKind", record_id as "recordId", name, level, removed_at as "removedAt" from file f where id = ${id}::uuid and ${isThere}`.execute(db);
  return rows[0] ?? null;
}

/** The bytes of these files are named by nothing any more; their rows stay. */
export async function purgeFiles(db: SpaceDb, ids: readonly string[], now: Date): Promise<void> {
  await sql`update file_version set purged_at = ${now} where file_id = any (${ids}::uuid[]) and purged_at is null`.execute(db);
  await sql`update file set removed_at = coalesce(removed_at, ${now}), version = version + 1, updated_at = ${now} where id = any (${ids}::uuid[])`.execute(db);
}

export interface DueFile {
  id: string;
  recordKind: string;
  recordId: string;
  name: string;
  level: FileLevel;
}

/** Past their day of retention, or removed long enough ago. */
export async function dueFiles(db: SpaceDb, today: string, removedBefore: Date): Promise<DueFile[]> {
  const { rows } = await sql<DueFile>`
    select id, record_kind as "recordKind", record_id as "recordId", name, level from file f
    where ${isThere} and ((removed_at is null and retain_until < ${today}::date) or removed_at < ${removedBefore}) order by id limit 1000`.execute(db);
  return rows;
}
