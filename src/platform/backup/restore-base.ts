import { copyFile, cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PlainProblem } from '#platform/config/plain-problem.ts';
import { findBinaries } from '#platform/db/embedded/binaries.ts';
import { spoolOf, startEmbedded, type EmbeddedDatabase } from '#platform/db/embedded/embedded.ts';
import { choosePrivilege, placeCluster } from '#platform/db/embedded/privilege.ts';
import { checkFailed, instantTooEarly, instantTooLate, logBroken } from './backup-problem.ts';
import { clusterFolder } from './base-backup.ts';
import { copyHashed, flushTree } from './copy-files.ts';
import type { BaseManifest } from './manifest.schema.ts';
import { uploads } from './product-files.ts';
import { checkCounts, checkStructure, verifyAllAudit, type AuditSummary } from './restore-checks.ts';
import { oneRow, withSession } from './session.ts';
import { followArchive, type Continuation } from './wal-archive.ts';

export interface BaseRestore {
  folder: string;
  manifest: BaseManifest;
  /** Null ends at the moment of the backup itself. */
  until: Date | null;
  /** A folder that is not there yet; it becomes a whole data directory. */
  staging: string;
  log(line: string): void;
}

export interface RestoredFacts extends AuditSummary {
  /** Of the last change that was taken over. */
  lastChangeAt: string | null;
}

/** Copies, recovers and checks below `staging`. What it returns from is a data directory that can be served. */
export async function restoreBase(request: BaseRestore): Promise<RestoredFacts> {
  const { manifest, until } = request;
  checkEngine(manifest);
  const root = dirname(request.folder);
  const log = until ? await logUntil(root, manifest, until) : null;
  await mkdir(request.staging, { recursive: true, mode: 0o700 });
  const cluster = placeCluster(join(request.staging, 'postgres'), choosePrivilege());
  await copyBack(request, cluster, root);
  const original = await readFile(join(cluster, autoConf), 'utf8').catch(() => '');
  const pieces = join(dirname(cluster), 'wal-restore');
  await mkdir(pieces, { recursive: true, mode: 0o700 });
  for (const piece of log?.pieces ?? []) await copyFile(piece.file, join(pieces, `${piece.name}.gz`));
  for (const file of log?.histories ?? []) await copyFile(file, join(pieces, file.slice(file.lastIndexOf('/') + 1)));
  await flushTree(request.staging);
  const embedded = await recover(request, cluster, original, pieces);
  try {
    const facts = await check(embedded, request);
    await embedded.stop();
    await writeFile(join(cluster, autoConf), original, { mode: 0o600 });
    await rm(pieces, { recursive: true, force: true });
    await keepHistories(cluster);
    return facts;
  } finally {
    await embedded.stop();
  }
}

const autoConf = 'postgresql.auto.conf';

function checkEngine({ base, postgresVersion }: BaseManifest): void {
  const here = { platform: `${process.platform}-${process.arch}`, major: findBinaries().version.split('.')[0] };
  const there = { platform: base.platform, major: postgresVersion.split('.')[0] };
  if (here.platform === there.platform && here.major === there.major) return;
  throw new PlainProblem('otherEngine', {
    en: `This backup was taken on ${there.platform} with PostgreSQL ${there.major}; here is ${here.platform} with PostgreSQL ${here.major}. Restore it on a machine like the former one, and carry the data over with clusterloom backup --portable.`,
    zh: `该备份来自 ${there.platform} 上的 PostgreSQL ${there.major}，当前环境为 ${here.platform} 上的 PostgreSQL ${here.major}。请在与原来相同的环境中恢复，再用 clusterloom backup --portable 转移数据。`,
  });
}

async function logUntil(root: string, manifest: BaseManifest, until: Date): Promise<Continuation> {
  if (until.toISOString() < manifest.stateAt) throw instantTooEarly(manifest.stateAt);
  const log = await followArchive(root, manifest, until);
  if (log.reach && log.reach >= until) return log;
  const reach = log.reach?.toISOString() ?? manifest.stateAt;
  throw log.brokenAt ? logBroken(log.brokenAt, reach) : instantTooLate(until.toISOString(), reach);
}

/** Every byte is hashed once more on its way: a disk that fails now must not go unnoticed. */
async function copyBack({ folder, manifest, staging, until }: BaseRestore, cluster: string, root: string): Promise<void> {
  const inside = (path: string): string => (path.startsWith(`${clusterFolder}/`) ? join(cluster, path.slice(clusterFolder.length + 1)) : join(staging, path));
  await mkdir(cluster, { recursive: true, mode: 0o700 });
  for (const path of manifest.directories) await mkdir(inside(path), { recursive: true, mode: 0o700 });
  for (const entry of manifest.files) {
    const done = await copyHashed(join(folder, entry.path), inside(entry.path));
    if (done?.sha256 !== entry.sha256) throw checkFailed({ en: `${entry.path} changed while it was copied`, zh: `${entry.path} 在复制过程中发生变化` });
  }
  if (until) await cp(join(root, uploads), join(staging, uploads), { recursive: true, force: false, filter: (path) => !path.endsWith('.part') }).catch(ifAbsent);
}

function ifAbsent(error: unknown): void {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
}

async function recover(request: BaseRestore, cluster: string, original: string, pieces: string): Promise<EmbeddedDatabase> {
  const begin = async (target: Record<string, string>): Promise<EmbeddedDatabase> => {
    const command = `gzip -dc '${pieces.replaceAll("'", `'\\''`).replaceAll('%', '%%')}/%f.gz' > '%p'`;
    const settings = { ...target, restore_command: command, recovery_target_timeline: 'current', recovery_target_action: 'promote', hot_standby: 'off' };
    const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`);
    await writeFile(join(cluster, autoConf), `${original}\n${lines.join('\n')}\n`, { mode: 0o600 });
    await writeFile(join(cluster, 'recovery.signal'), '', { mode: 0o600 });
    return await startEmbedded({ dataDirectory: request.staging, log: request.log });
  };
  try {
    return await begin(request.until ? { recovery_target_time: request.until.toISOString().replace('T', ' ').replace('Z', '+00') } : { recovery_target_name: request.manifest.base.restorePoint });
  } catch (error) {
    // The log goes on to a later time without any change in it: all of it is what was wanted.
    if (request.until && /recovery ended before configured recovery target was reached/.test(saidBy(error))) return await begin({});
    if (!(error instanceof PlainProblem) || error.code !== 'databaseStartFailed') throw error;
    const reason = /(?:FATAL|PANIC): {2}(.*)/.exec(saidBy(error))?.[1] ?? error.en;
    throw checkFailed({ en: `the database did not recover from it (${reason})`, zh: `数据库无法由其恢复（${reason}）` });
  }
}

function saidBy(error: unknown): string {
  return String((error as { cause?: unknown }).cause ?? '');
}

async function check(embedded: EmbeddedDatabase, { manifest, until }: BaseRestore): Promise<RestoredFacts> {
  return await withSession(embedded.superuserConfig, async (client) => {
    if (!until) await checkCounts(client, manifest);
    await checkStructure(client);
    await client.query('begin');
    const audit = await verifyAllAudit(client);
    await client.query('rollback');
    return { ...audit, lastChangeAt: (await oneRow<{ at: string | null }>(client, 'select pg_last_xact_replay_timestamp() as at')).at };
  });
}

/** The archive must learn of the branch that begins here, so that a later restore does not begin another one under the same number. */
async function keepHistories(cluster: string): Promise<void> {
  const folder = join(cluster, 'pg_wal');
  const spool = spoolOf(cluster);
  await mkdir(spool, { recursive: true, mode: 0o700 });
  for (const name of (await readdir(folder)).filter((each) => each.endsWith('.history'))) await copyFile(join(folder, name), join(spool, name));
}
