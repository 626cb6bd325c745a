import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import type { EmbeddedDatabase } from '#platform/db/embedded/embedded.ts';
import { openDraft, type Draft } from './backup-folder.ts';
import { copyHashed, hashFile, listTree } from './copy-files.ts';
import { manifestHead } from './manifest-head.ts';
import type { BackupReason, BaseManifest, FileEntry } from './manifest.schema.ts';
import { copyProductFiles, uploads } from './product-files.ts';
import { markQuietMoment } from './quiet-moment.ts';
import { oneRow, withSession } from './session.ts';

export interface BackupRequest {
  /** Folder of all backups. */
  root: string;
  dataDirectory: string;
  reason: BackupReason;
  productVersion: string;
  now(): Date;
}

export interface TakenBackup {
  folder: string;
  manifest: BaseManifest;
}

/** Below the backup's folder: the copy of the cluster. */
export const clusterFolder = 'postgres';

/** Emptied or made anew by the server at its start. */
const volatileFolders = ['pg_wal', 'pg_replslot', 'pg_dynshmem', 'pg_notify', 'pg_serial', 'pg_snapshots', 'pg_stat_tmp', 'pg_subtrans'];
const structure = new Set(['pg_wal/archive_status', 'pg_wal/summaries']);
const leftOut = /(^|\/)(pgsql_tmp[^/]*|pg_internal\.init[^/]*|postmaster\.(pid|opts)|backup_label(\.old)?|backup_manifest(\.old)?|tablespace_map(\.old)?|recovery\.signal|standby\.signal|postgresql\.auto\.conf\.tmp|current_logfiles(\.tmp)?)$/;

export function isLeftOut(path: string): boolean {
  return leftOut.test(path) || (!structure.has(path) && volatileFolders.some((folder) => path.startsWith(`${folder}/`)));
}

/**
 * Copies the whole cluster while the server serves and writers write. What was copied while it changed is put right by the
 * write-ahead log, which is copied along from the beginning to a named moment after the copy; so the folder stands alone.
 */
export async function takeBaseBackup(embedded: EmbeddedDatabase, request: BackupRequest): Promise<TakenBackup> {
  const startedAt = request.now();
  const draft = await openDraft(request.root, startedAt);
  try {
    return await withSession(embedded.superuserConfig, (client) => copyCluster(client, embedded, request, draft, startedAt));
  } catch (error) {
    await draft.discard();
    throw error;
  }
}

async function copyCluster(client: pg.Client, embedded: EmbeddedDatabase, request: BackupRequest, draft: Draft, startedAt: Date): Promise<TakenBackup> {
  const target = join(draft.folder, clusterFolder);
  // Keeps the log from being recycled until it has been copied; it goes away with this session.
  await client.query('select pg_create_physical_replication_slot($1, true, true)', [`clusterloom_backup_${process.pid}_${startedAt.getTime()}`]);
  const start = await oneRow<{ lsn: string; wal: string }>(client, 'select lsn::text, pg_walfile_name(lsn) as wal from pg_backup_start($1, true) as lsn', [draft.name]);
  const { files: found, directories } = await listTree(embedded.clusterDirectory, isLeftOut);
  for (const path of directories) await mkdir(join(target, path), { recursive: true, mode: 0o700 });
  const files: FileEntry[] = [];
  const copy = async (path: string): Promise<void> => {
    const done = await copyHashed(join(embedded.clusterDirectory, path), join(target, path));
    if (done) files.push({ path: `${clusterFolder}/${path}`, ...done });
  };
  for (const path of found.filter((each) => each !== controlFile)) await copy(path);
  await copy(controlFile);
  const stop = await oneRow<{ lsn: string; labelfile: string; spcmapfile: string }>(client, 'select lsn::text, labelfile, spcmapfile from pg_backup_stop(false)');
  await writeFile(join(target, 'backup_label'), stop.labelfile, { mode: 0o600 });
  const label = await hashFile(join(target, 'backup_label'));
  if (label) files.push({ path: `${clusterFolder}/backup_label`, ...label });
  const moment = await markQuietMoment(embedded.superuserConfig, draft.name);
  await client.query('select pg_switch_wal()');
  const facts = await oneRow<Facts>(client, factsQuery, [moment.lsn]);
  for (const wal of await pieces(join(embedded.clusterDirectory, 'pg_wal'), start.wal, facts.endwal)) await copy(`pg_wal/${wal}`);
  files.push(...(await copyProductFiles(request.dataDirectory, draft.folder, join(request.root, uploads))));
  const manifest: BaseManifest = {
    kind: 'base',
    ...manifestHead({ name: draft.name, reason: request.reason, productVersion: request.productVersion, startedAt, finishedAt: request.now(), files }),
    installation: facts.system,
    stateAt: moment.at,
    postgresVersion: facts.version,
    migrations: (await client.query<{ name: string; checksum: string }>('select name, checksum from schema_migration order by name')).rows,
    tables: moment.tables,
    countsExact: moment.exact,
    directories: directories.map((path) => `${clusterFolder}/${path}`),
    base: {
      systemIdentifier: facts.system,
      timeline: facts.timeline,
      startLsn: start.lsn,
      stopLsn: stop.lsn,
      startWal: start.wal,
      endWal: facts.endwal,
      restorePoint: draft.name,
      platform: `${process.platform}-${process.arch}`,
    },
  };
  return { folder: await draft.finish(manifest), manifest };
}

export const controlFile = 'global/pg_control';

interface Facts {
  system: string;
  timeline: number;
  version: string;
  endwal: string;
}

const factsQuery = `
  select (select system_identifier::text from pg_control_system()) as system, (select timeline_id from pg_control_checkpoint()) as timeline,
    current_setting('server_version') as version, pg_walfile_name($1::pg_lsn) as endwal`;

/** On one timeline the names of the log's pieces sort as they were written. */
async function pieces(folder: string, first: string, last: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => /^[0-9A-F]{24}$/.test(name) && name >= first && name <= last).sort();
}
