import { sql } from 'kysely';
import type { SpaceDb } from '#platform/module/module.ts';
import { defaultQuota, largestUpload, type Quota } from '../words/file.schema.ts';

/** The same bytes count once, however many records they hang on; removed files count until they are gone for good. */
export async function readQuota(db: SpaceDb): Promise<Quota> {
  const { rows } = await sql<{ used: string; files: string; removed: string; total: string | null; largest: number | null }>`
    select (select coalesce(sum(size), 0) from (select distinct hash, size from file_version where purged_at is null) as kept) as used,
      (select count(*) from file where removed_at is null) as files,
      (select count(*) from file f where removed_at is not null and exists (select 1 from file_version v where v.space_id = f.space_id and v.file_id = f.id and v.purged_at is null)) as removed,
      (select total from file_quota where space_id = current_space()) as total, (select largest from file_quota where space_id = current_space()) as largest`.execute(db);
  const row = rows[0];
  return { used: Number(row?.used ?? 0), total: Number(row?.total ?? defaultQuota), largest: row?.largest ?? largestUpload, files: Number(row?.files ?? 0), removed: Number(row?.removed ?? 0) };
}

/** Uploads of one space are counted one after the other until the end of the transaction. */
export async function lockQuota(db: SpaceDb): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('file_quota ' || current_space()::text, 0))`.execute(db);
}

export async function writeQuota(db: SpaceDb, quota: { total: number; largest: number }, by: string | null, now: Date): Promise<void> {
  await sql`
    insert into file_quota (space_id, total, largest, updated_at, updated_by) values (current_space(), ${quota.total}, ${quota.largest}, ${now}, ${by}::uuid)
    on conflict (space_id) do update set total = excluded.total, largest = excluded.largest, updated_at = excluded.updated_at, updated_by = excluded.updated_by`.execute(db);
}

export async function isHashKept(db: SpaceDb, hash: string): Promise<boolean> {
  const { rows } = await sql`select 1 from file_version where hash = ${hash} and purged_at is null limit 1`.execute(db);
  return rows.length > 0;
}

/** Which of these blobs a row still names. */
export async function namedHashes(db: SpaceDb, hashes: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ hash: string }>`select distinct hash from file_version where purged_at is null and hash = any (${hashes}::text[])`.execute(db);
  return new Set(rows.map((row) => row.hash));
}
