import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { PlainProblem } from '#platform/config/plain-problem.ts';
import { openDatabase } from '#platform/db/open-database.ts';
import { listBackups } from './backup-folder.ts';
import { damaged } from './backup-problem.ts';
import { copyHashed, flushTree } from './copy-files.ts';
import type { LogicalManifest, Manifest } from './manifest.schema.ts';
import { manifestName } from './manifest.schema.ts';
import { checkTarget, putInPlace, stampOf } from './put-in-place.ts';
import { restoreBase, type RestoredFacts } from './restore-base.ts';
import { checkStructure } from './restore-checks.ts';
import { migrationsOf, restoreLogical } from './restore-logical.ts';
import { withSession } from './session.ts';
import { allChecks, verifyBackup, type Checks } from './verify-backup.ts';

export interface RestoreRequest {
  /** One backup, or the folder of all of them. */
  folder: string;
  until: Date | null;
  /** The data directory to be exchanged or made. */
  target: string;
  /** Rows go there instead of into the embedded database. */
  databaseUrl: string | null;
  now(): Date;
  log(line: string): void;
  checks?: Checks;
}

export interface Restored extends RestoredFacts {
  manifest: Manifest;
  folder: string;
  /** Where the data that were there before are now; null when there were none. */
  previous: string | null;
}

/** Verifies, restores beside, checks, and only then puts in place. At any refusal the present data are as they were. */
export async function restore(request: RestoreRequest): Promise<Restored> {
  const folder = await chooseBackup(request.folder, request.until);
  const verdict = await verifyBackup(folder, request.checks ?? allChecks);
  if (!verdict.intact) throw damaged(folder, verdict.faults);
  const { manifest } = verdict;
  migrationsOf(manifest);
  if (request.until && manifest.kind === 'logical') throw noPointInTime();
  if (request.databaseUrl !== null) return await intoOwnServer(request, request.databaseUrl, folder, manifest);
  const target = resolve(request.target);
  await checkTarget(target, manifest.bytes);
  const staging = `${target}.restoring-${stampOf(request.now())}`;
  try {
    const facts = manifest.kind === 'base' ? await restoreBase({ folder, manifest, until: request.until, staging, log: request.log }) : await intoFreshCluster(request, folder, manifest, staging);
    await flushTree(staging);
    return { ...facts, manifest, folder, previous: await putInPlace(staging, target, request.now()) };
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    throw error;
  }
}

/** The newest backup that is not younger than the instant, when the folder of all backups was named. */
export async function chooseBackup(named: string, until: Date | null): Promise<string> {
  const folder = resolve(named);
  if (existsSync(join(folder, manifestName))) return folder;
  const all = await listBackups(folder);
  const fitting = all.filter(({ manifest }) => !until || (manifest.kind === 'base' && manifest.stateAt <= until.toISOString()));
  const newest = fitting.at(-1);
  if (newest) return newest.folder;
  if (all.length === 0) return folder;
  throw new PlainProblem('noBackupBefore', {
    en: `No backup in ${folder} is old enough for that instant; the oldest holds the state of ${all[0]?.manifest.stateAt}.`,
    zh: `${folder} 中没有早于该时刻的备份，最早的备份保存的是 ${all[0]?.manifest.stateAt} 的状态。`,
  });
}

async function intoFreshCluster({ log }: RestoreRequest, folder: string, manifest: LogicalManifest, staging: string): Promise<RestoredFacts> {
  const database = await openDatabase({ databaseUrl: null, dataDirectory: staging }, { log });
  try {
    const summary = await restoreLogical(database.ownerPool, folder, manifest);
    if (database.embedded) await withSession(database.embedded.superuserConfig, checkStructure);
    await copyFilesBack(folder, manifest, staging);
    return { ...summary, lastChangeAt: manifest.stateAt };
  } finally {
    await database.close();
  }
}

async function intoOwnServer({ target, log }: RestoreRequest, databaseUrl: string, folder: string, manifest: Manifest): Promise<Restored> {
  if (manifest.kind === 'base') throw baseIntoOwnServer();
  const database = await openDatabase({ databaseUrl, dataDirectory: target }, { log });
  try {
    const summary = await restoreLogical(database.ownerPool, folder, manifest);
    await copyFilesBack(folder, manifest, resolve(target));
    return { ...summary, lastChangeAt: manifest.stateAt, manifest, folder, previous: null };
  } finally {
    await database.close();
  }
}

/** The key and the uploads. A key that is there already and differs is kept beside: without the right one, stored secrets cannot be read. */
async function copyFilesBack(folder: string, manifest: LogicalManifest, target: string): Promise<void> {
  for (const { path } of manifest.files.filter((entry) => !entry.path.startsWith('tables/'))) {
    const to = join(target, path);
    if (existsSync(to) && dirname(path) === '.') await rm(`${to}.former`, { force: true }).then(() => copyHashed(to, `${to}.former`));
    await rm(to, { force: true });
    await copyHashed(join(folder, path), to);
  }
}

function noPointInTime(): PlainProblem {
  return new PlainProblem('noPointInTime', {
    en: 'A portable backup holds one state only. A point in time needs a backup of the built-in database with its log of changes, or the tools of your own server.',
    zh: '便携备份只保存一个时刻的状态。恢复到指定时刻需要内置数据库的备份及其变更日志，或使用自有服务器的工具。',
  });
}

function baseIntoOwnServer(): PlainProblem {
  return new PlainProblem('baseIntoOwnServer', {
    en: 'This backup is a copy of the built-in database and cannot be loaded into the server in DATABASE_URL. Restore it without DATABASE_URL, take a portable one from there (clusterloom backup --portable), and restore that.',
    zh: '该备份是内置数据库的整体副本，无法装入 DATABASE_URL 指定的服务器。请先在不设置 DATABASE_URL 的情况下恢复，再用 clusterloom backup --portable 生成便携备份并恢复。',
  });
}
