import { PlainProblem } from '#platform/config/plain-problem.ts';
import type { OpenDatabase } from '#platform/db/open-database.ts';
import { keepStatus, type GoodBackup } from './backup-status.ts';
import { backupRunning, damaged, nothingThere } from './backup-problem.ts';
import { takeBaseBackup, type BackupRequest } from './base-backup.ts';
import { takeLogicalBackup } from './logical-backup.ts';
import type { Manifest } from './manifest.schema.ts';
import { verifyBackup } from './verify-backup.ts';

// Any constant will do; it only has to be the same in every process that takes a backup.
const lockKey = 7_202_611_221;

export type BackupSource = Pick<OpenDatabase, 'embedded' | 'ownerPool'>;

export interface Taken extends GoodBackup {
  manifest: Manifest;
}

/**
 * Takes a backup and reads it again before it counts as one. The embedded database is copied as a whole; a server of the
 * user's own, or `portable`, is read row by row. One at a time, over all processes.
 */
export async function takeBackup(source: BackupSource, request: BackupRequest & { portable?: boolean }): Promise<Taken> {
  const begun = performance.now();
  const lock = await source.ownerPool.connect();
  try {
    const { rows } = await lock.query<{ free: boolean }>(`select pg_try_advisory_lock(${lockKey}) as free`);
    if (!rows[0]?.free) throw backupRunning();
    const made = await lock.query<{ there: boolean }>(`select to_regclass('public.schema_migration') is not null as there`);
    if (!made.rows[0]?.there) throw nothingThere();
    const { folder, manifest } = source.embedded && !request.portable ? await takeBaseBackup(source.embedded, request) : await takeLogicalBackup(source.ownerPool, request);
    const verdict = await verifyBackup(folder);
    if (!verdict.intact) throw damaged(folder, verdict.faults);
    const good: GoodBackup = { name: manifest.name, folder, kind: manifest.kind, reason: manifest.reason, at: manifest.stateAt, bytes: manifest.bytes, milliseconds: Math.round(performance.now() - begun) };
    keepStatus(request.dataDirectory, { lastGood: good, lastFailure: null });
    return { ...good, manifest };
  } catch (error) {
    const problem = explain(error, request.root);
    if (problem.code !== 'backupRunning') keepStatus(request.dataDirectory, { lastFailure: { at: request.now().toISOString(), reason: request.reason, zh: problem.zh, en: problem.en } });
    throw problem;
  } finally {
    // The lock belongs to the session, so the session ends here.
    lock.release(true);
  }
}

function explain(error: unknown, root: string): PlainProblem {
  if (error instanceof PlainProblem) return error;
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new PlainProblem('backupDiskFull', { en: `There is no room for the backup in ${root}. The backups taken before are untouched.`, zh: `${root} 空间不足，无法完成备份。此前的备份不受影响。` }, error);
  if (['EROFS', 'EACCES', 'EPERM', 'ENOTDIR'].includes(code)) return new PlainProblem('backupFolderClosed', { en: `The backup folder ${root} cannot be written (${code}).`, zh: `备份目录 ${root} 无法写入（${code}）。` }, error);
  return new PlainProblem('backupFailed', { en: `The backup could not be taken: ${message}`, zh: `备份未能完成：${message}` }, error);
}
