import { sql } from 'kysely';
import type { SpaceDb } from '#platform/module/module.ts';
import type { FileLevel } from '../words/file.schema.ts';

export interface FileRow {
  id: string;
  version: number;
  recordKind: string;
  recordId: string;
  name: string;
  level: FileLevel;
  note: string | null;
  retainUntil: string | null;
  sample: boolean;
  removedAt: string | null;
  versionCount: number;
}

export interface VersionRow {
  fileId: string;
  number: number;
  name: string;
  hash: string;
  size: number;
  mediaType: string;
  uploadedBy: string | null;
  uploadedAt: string;
}

export interface RecordRef {
  kind: string;
  id: string;
}

const fileColumns = sql`f.id, f.version, f.record_kind as "recordKind", f.record_id as "recordId", f.name, f.level, f.note, f.retain_until::text as "retainUntil", f.sample, f.removed_at as "removedAt",
  (select count(*)::int from file_version v where v.space_id = f.space_id and v.file_id = f.id) as "versionCount"`;
const versionColumns = sql`v.file_id as "fileId", v.number, v.name, v.hash, v.size, v.media_type as "mediaType", v.uploaded_by as "uploadedBy", v.uploaded_at as "uploadedAt"`;

export async function filesOf(db: SpaceDb, record: RecordRef, levels: readonly FileLevel[], removed: boolean): Promise<FileRow[]> {
  const { rows } = await sql<FileRow>`
    select ${fileColumns} from file f where f.record_kind = ${record.kind} and f.record_id = ${record.id} and f.level = any (${levels}::text[]) and (f.removed_at is not null) = ${removed}
      and not exists (select 1 from file_version v where v.space_id = f.space_id and v.file_id = f.id and v.purged_at is not null)
    order by f.name, f.id limit 500`.execute(db);
  return rows;
}

/** A file of this very record: an id alone opens nothing. */
export async function findFile(db: SpaceDb, record: RecordRef, id: string): Promise<FileRow | null> {
  const { rows } = await sql<FileRow>`select ${fileColumns} from file f where f.id = ${id}::uuid and f.record_kind = ${record.kind} and f.record_id = ${record.id}
    and not exists (select 1 from file_version v where v.space_id = f.space_id and v.file_id = f.id and v.purged_at is not null)`.execute(db);
  return rows[0] ?? null;
}

export async function currentVersions(db: SpaceDb, fileIds: readonly string[]): Promise<Map<string, VersionRow>> {
  const { rows } = await sql<VersionRow>`select distinct on (v.file_id) ${versionColumns} from file_version v where v.file_id = any (${fileIds}::uuid[]) order by v.file_id, v.number desc`.execute(db);
  return new Map(rows.map((row) => [row.fileId, row]));
}

export async function versionsOf(db: SpaceDb, fileId: string): Promise<VersionRow[]> {
  const { rows } = await sql<VersionRow>`select ${versionColumns} from file_version v where v.file_id = ${fileId}::uuid order by v.number desc limit 500`.execute(db);
  return rows;
}

export async function isNameTaken(db: SpaceDb, record: RecordRef, name: string, exceptId: string | null): Promise<boolean> {
  const { rows } = await sql`select 1 from file where record_kind = ${record.kind} and record_id = ${record.id} and name = ${name} and removed_at is null and id is distinct from ${exceptId}::uuid`.execute(db);
  return rows.length > 0;
}

export async function insertFile(db: SpaceDb, file: Omit<FileRow, 'version' | 'removedAt' | 'versionCount'>, now: Date): Promise<void> {
  await sql`
    insert into file (space_id, id, record_kind, record_id, name, level, note, retain_until, sample, created_at, updated_at)
    values (current_space(), ${file.id}::uuid, ${file.recordKind}, ${file.recordId}, ${file.name}, ${file.level}, ${file.note}, ${file.retainUntil}::date, ${file.sample}, ${now}, ${now})`.execute(db);
}

export async function insertVersion(db: SpaceDb, version: Omit<VersionRow, 'number' | 'uploadedAt'>, now: Date): Promise<void> {
  await sql`
    insert into file_version (space_id, file_id, number, name, hash, size, media_type, uploaded_by, uploaded_at)
    select current_space(), ${version.fileId}::uuid, coalesce(max(number), 0) + 1, ${version.name}, ${version.hash}, ${version.size}, ${version.mediaType}, ${version.uploadedBy}::uuid, ${now}
    from file_version where file_id = ${version.fileId}::uuid`.execute(db);
}

/** False when the version read is no longer the current one. */
export async function updateFileRow(db: SpaceDb, id: string, version: number | null, change: Pick<FileRow, 'name' | 'level' | 'note' | 'retainUntil'>, now: Date): Promise<boolean> {
  const { rows } = await sql`
    update file set name = ${change.name}, level = ${change.level}, note = ${change.note}, retain_until = ${change.retainUntil}::date, version = version + 1, updated_at = ${now}
    where id = ${id}::uuid and (${version}::int is null or version = ${version}) returning id`.execute(db);
  return rows.length === 1;
}

export async function markRemoved(db: SpaceDb, id: string, removal: { at: Date; by: string | null } | null, now: Date): Promise<void> {
  await sql`update file set removed_at = ${removal?.at ?? null}, removed_by = ${removal?.by ?? null}::uuid, version = version + 1, updated_at = ${now} where id = ${id}::uuid`.execute(db);
}
