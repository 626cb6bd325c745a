import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { PlainProblem } from '#platform/config/plain-problem.ts';
import { migrate, pendingMigrations } from '#platform/db/migrate.ts';
import { findMigrations, type Migration } from '#platform/db/migration-files.ts';
import { flushFile } from './copy-files.ts';
import type { BackupRequest } from './base-backup.ts';
import { takeBackup, type BackupSource } from './take-backup.ts';
import { countEverything, differences, inspectUpgrade } from './upgrade-inspection.ts';

export interface UpgradeRequest extends Omit<BackupRequest, 'reason'> {
  /** False leaves the backup to somebody else. */
  withBackup: boolean;
  migrations?: readonly Migration[];
  say(line: { en: string; zh: string }): void;
}

/** Left in the data directory while an upgrade runs; found at the next start when it was cut off. */
interface UpgradeNote {
  startedAt: string;
  pending: string[];
  backup: string | null;
  tables: Record<string, number>;
}

const noteName = 'upgrade.json';

/**
 * Brings an existing database to this release: a verified backup first, then all migrations in one transaction that is
 * kept only when the tables they do not touch have the same rows and columns and every audit chain holds. Whatever goes
 * wrong, a kill included, leaves the state before. An empty database is simply made.
 */
export async function upgrade(source: BackupSource, request: UpgradeRequest): Promise<string[]> {
  const { ownerPool } = source;
  const migrations = request.migrations ?? findMigrations();
  if (!(await hasContent(ownerPool))) return await migrate(ownerPool, migrations);
  const pending = await pendingMigrations(ownerPool, migrations);
  await tellOfUnfinished(ownerPool, request, pending);
  if (pending.length === 0) return await migrate(ownerPool, migrations);
  request.say({ en: `The data are of an earlier release: ${pending.length} changes to the database are due.`, zh: `数据来自较早版本，数据库需要 ${pending.length} 项更新。` });
  const backup = request.withBackup ? await backUp(source, request, pending, migrations) : null;
  writeNote(request.dataDirectory, { startedAt: request.now().toISOString(), pending, backup, tables: await onClient(ownerPool, countEverything) });
  try {
    const applied = await migrate(ownerPool, migrations, inspectUpgrade);
    removeNote(request.dataDirectory);
    request.say({ en: 'The upgrade is done and verified.', zh: '升级完成并已通过校验。' });
    return applied;
  } catch (error) {
    removeNote(request.dataDirectory);
    throw failed(error, backup);
  }
}

async function hasContent(owner: pg.Pool): Promise<boolean> {
  const { rows } = await owner.query<{ made: boolean }>(`select to_regclass('public.schema_migration') is not null and to_regclass('public.space') is not null as made`);
  return rows[0]?.made === true && (await owner.query('select 1 from space limit 1')).rowCount === 1;
}

/** Another process may take one at this instant, and may even do the whole upgrade. */
async function backUp(source: BackupSource, request: UpgradeRequest, pending: readonly string[], migrations: readonly Migration[]): Promise<string | null> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const taken = await takeBackup(source, { ...request, reason: 'upgrade' });
      request.say({ en: `A verified backup was taken before: ${taken.folder}`, zh: `升级前已生成并校验备份：${taken.folder}` });
      return taken.folder;
    } catch (error) {
      if (!(error instanceof PlainProblem) || error.code !== 'backupRunning' || attempt > 1200) throw noBackup(error);
      await sleep(500);
      if ((await pendingMigrations(source.ownerPool, migrations)).length < pending.length) return null;
    }
  }
}

async function tellOfUnfinished(owner: pg.Pool, { dataDirectory, say }: UpgradeRequest, pending: readonly string[]): Promise<void> {
  const note = readNote(dataDirectory);
  if (!note) return;
  removeNote(dataDirectory);
  if (!note.pending.some((name) => pending.includes(name))) return;
  const changed = differences(note.tables, await onClient(owner, countEverything));
  if (changed.length > 0) throw changedSince(note, changed);
  say({
    en: `The upgrade begun at ${note.startedAt} was cut off. The database went back to the state before: all ${Object.keys(note.tables).length} tables have the rows they had.`,
    zh: `${note.startedAt} 开始的升级被中断，数据库已回到升级前的状态：${Object.keys(note.tables).length} 张表的行数与此前一致。`,
  });
}

async function onClient<Value>(owner: pg.Pool, work: (client: pg.ClientBase) => Promise<Value>): Promise<Value> {
  const client = await owner.connect();
  try {
    await client.query('begin');
    const value = await work(client);
    await client.query('rollback');
    return value;
  } finally {
    client.release(true);
  }
}

function writeNote(dataDirectory: string, note: UpgradeNote): void {
  const file = join(dataDirectory, noteName);
  writeFileSync(file, JSON.stringify(note), { mode: 0o600 });
  flushFile(file);
}

function readNote(dataDirectory: string): UpgradeNote | null {
  try {
    return JSON.parse(readFileSync(join(dataDirectory, noteName), 'utf8')) as UpgradeNote;
  } catch {
    return null;
  }
}

function removeNote(dataDirectory: string): void {
  rmSync(join(dataDirectory, noteName), { force: true });
}

function failed(error: unknown, backup: string | null): PlainProblem {
  const { en, zh } = error instanceof PlainProblem ? error : { en: (error as Error).message, zh: (error as Error).message };
  const kept = { en: backup ? ` The backup taken before is in ${backup}.` : '', zh: backup ? `升级前的备份在 ${backup}。` : '' };
  return new PlainProblem(
    'upgradeFailed',
    {
      en: `The upgrade failed and was taken back; the data are as they were before it. Go on with the former release and report this: ${en}${kept.en}`,
      zh: `升级失败，已全部撤回，数据与升级前一致。请继续使用原版本，并报告以下问题：${zh}${kept.zh}`,
    },
    error,
  );
}

function noBackup(error: unknown): PlainProblem {
  const { en, zh } = error instanceof PlainProblem ? error : { en: String(error), zh: String(error) };
  return new PlainProblem(
    'upgradeWithoutBackup',
    {
      en: `The upgrade was not begun, because the backup before it could not be taken: ${en} Another place can be named with CLUSTERLOOM_BACKUP_DIR; who has backups of their own may set CLUSTERLOOM_UPGRADE_BACKUP=0.`,
      zh: `升级前无法生成备份，升级未开始：${zh}可用 CLUSTERLOOM_BACKUP_DIR 指定其他位置；已另有备份的，可设 CLUSTERLOOM_UPGRADE_BACKUP=0。`,
    },
    error,
  );
}

function changedSince(note: UpgradeNote, changed: readonly string[]): PlainProblem {
  return new PlainProblem('upgradeCutOff', {
    en: `The upgrade begun at ${note.startedAt} was cut off, and these tables have other rows than before: ${changed.join(', ')}. ${note.backup ? `Restore ${note.backup}` : 'Restore your last backup'}, or start once more if somebody has worked since.`,
    zh: `${note.startedAt} 开始的升级被中断，以下表的行数与此前不同：${changed.join('、')}。请恢复${note.backup ?? '最近一次备份'}；如其间有人使用过系统，可再次启动。`,
  });
}
