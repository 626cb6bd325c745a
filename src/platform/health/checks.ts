import { statfs } from 'node:fs/promises';
import { getHeapStatistics } from 'node:v8';
import type pg from 'pg';
import { backupStatus, type BackupStatus } from '#platform/backup/backup-status.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Config } from '#platform/config/config.ts';
import { engineState } from '#platform/db/engine-releases.ts';
import { pendingMigrations } from '#platform/db/migrate.ts';
import { stateOf } from './health.rules.ts';
import type { HealthFinding, MachineCheck } from './health-source.ts';

export interface CheckParts {
  config: Config;
  database: { appPool: pg.Pool; ownerPool: pg.Pool; engine: { kind: 'embedded' | 'own'; version: string } };
  clock: Clock;
}

const hour = 3_600_000;

/** The parts of an installation that no room owns. */
export function installationChecks({ config, database, clock }: CheckParts): MachineCheck[] {
  return [
    { key: 'database', label: { zh: '数据库', en: 'Database' }, check: () => checkDatabase(database) },
    { key: 'engine', label: { zh: '数据库引擎', en: 'Database engine' }, check: async () => checkEngine(database.engine, clock.now()) },
    { key: 'migrations', label: { zh: '数据库结构', en: 'Database schema' }, check: () => checkMigrations(database.ownerPool) },
    { key: 'disk', label: { zh: '数据盘空间', en: 'Disk of the data' }, check: () => checkDisk(config) },
    { key: 'queue', label: { zh: '任务队列', en: 'Job queue' }, check: () => checkQueue(database.appPool) },
    { key: 'backup', label: { zh: '备份', en: 'Backup' }, check: async () => judgeBackup(backupStatus(config, clock.now()), clock.now()) },
    { key: 'clock', label: { zh: '时钟', en: 'Clock' }, check: () => checkClock(database.appPool, clock) },
    { key: 'memory', label: { zh: '内存', en: 'Memory' }, check: async () => checkMemory() },
  ];
}

async function checkDatabase({ appPool }: CheckParts['database']): Promise<HealthFinding> {
  const from = performance.now();
  await appPool.query('select 1');
  const ms = performance.now() - from;
  const state = stateOf(ms, 100, 1000);
  const shown = ms < 10 ? ms.toFixed(1) : String(Math.round(ms));
  return {
    state,
    detail: { zh: `${shown} 毫秒应答；连接 ${appPool.totalCount} 个，等待 ${appPool.waitingCount} 个。`, en: `It answers in ${shown} ms; ${appPool.totalCount} connections, ${appPool.waitingCount} requests waiting for one.` },
    ...(state === 'good' ? {} : { advice: { zh: '检查数据库所在机器的负载和磁盘。', en: 'Look at the load and the disk of the machine that runs the database.' } }),
  };
}

function checkEngine(engine: { kind: 'embedded' | 'own'; version: string }, now: Date): HealthFinding {
  const found = engineState(engine.version, engine.kind === 'embedded', now);
  if (found.words) return { state: found.age === 'ended' ? 'bad' : 'warning', detail: found.words };
  const kind = engine.kind === 'embedded' ? { zh: '内置', en: 'packaged' } : { zh: '自有服务器', en: 'own server' };
  return { state: found.age === 'unknown' ? 'unknown' : 'good', detail: { zh: `PostgreSQL ${engine.version}（${kind.zh}）。`, en: `PostgreSQL ${engine.version} (${kind.en}).` } };
}

async function checkMigrations(owner: pg.Pool): Promise<HealthFinding> {
  const pending = await pendingMigrations(owner);
  if (pending.length === 0) return { state: 'good', detail: { zh: '与程序版本一致。', en: 'It fits this release.' } };
  return { state: 'bad', detail: { zh: `有 ${pending.length} 个迁移尚未执行。`, en: `${pending.length} migrations are not applied.` }, advice: { zh: '重新启动系统，启动时自动执行。', en: 'Restart the product; it applies them at its start.' } };
}

async function checkDisk({ dataDirectory, storageReserve }: Config): Promise<HealthFinding> {
  const { bavail, blocks, bsize } = await statfs(dataDirectory);
  const free = bavail * bsize;
  const percent = Math.round((bavail / blocks) * 100);
  const state = free < storageReserve * 2 ? 'bad' : free < storageReserve * 2 + 2e9 || percent < 5 ? 'warning' : 'good';
  return {
    state,
    detail: { zh: `剩余 ${gigabytes(free)} GB（${percent}%）。`, en: `${gigabytes(free)} GB free (${percent} %).` },
    ...(state === 'good' ? {} : { advice: { zh: '清理磁盘或扩容；空间不足时系统只读。', en: 'Make room or enlarge the disk; without room nothing can be saved.' } }),
  };
}

const gigabytes = (bytes: number): string => (bytes / 1e9).toFixed(1);

async function checkQueue(pool: pg.Pool): Promise<HealthFinding> {
  const { rows } = await pool.query<{ waiting: number; failed: number; age: string | null }>(`
    select count(*) filter (where state in ('created', 'retry') and start_after <= now())::int as waiting, count(*) filter (where state = 'failed' and completed_on > now() - interval '1 day')::int as failed,
      extract(epoch from now() - min(start_after) filter (where state in ('created', 'retry') and start_after <= now())) as age from pgboss.job`);
  const { waiting = 0, failed = 0, age = null } = rows[0] ?? {};
  const minutes = Math.floor(Number(age ?? 0) / 60);
  const byAge = stateOf(minutes, 5, 60);
  const state = byAge === 'good' && failed > 0 ? 'warning' : byAge;
  return {
    state,
    detail: { zh: `排队 ${waiting} 项，最久 ${minutes} 分钟；一天内失败 ${failed} 项。`, en: `${waiting} waiting, the oldest for ${minutes} min; ${failed} failed within a day.` },
    ...(state === 'good' ? {} : { advice: { zh: '在“后台任务”中查看并重试；若一直积压，请重新启动系统。', en: 'See them under Background jobs and try again; if they only pile up, restart the product.' } }),
    href: '/administration/jobs',
  };
}

/** Yesterday's is good, one missed night is a warning, three are bad. */
export function judgeBackup(status: BackupStatus, now: Date): HealthFinding {
  const advice = { zh: '将 CLUSTERLOOM_BACKUP_DIR 设为另一磁盘上的目录并重新启动。', en: 'Set CLUSTERLOOM_BACKUP_DIR to a folder on another disk and restart.' };
  if (status.lastFailure) return { state: 'bad', detail: { zh: `上次备份失败：${status.lastFailure.zh}`, en: `The last backup failed: ${status.lastFailure.en}` } };
  if (!status.lastGood) return { state: 'warning', detail: status.directory ? { zh: '还没有备份。', en: 'There is no backup yet.' } : { zh: '未设置定时备份。', en: 'No backups are scheduled.' }, ...(status.directory ? {} : { advice }) };
  const hours = Math.floor((now.getTime() - Date.parse(status.lastGood.at)) / hour);
  const state = status.directory === null ? 'warning' : status.log?.late ? 'bad' : stateOf(hours, 26, 74);
  const detail = { zh: `最近一次成功备份在 ${hours} 小时前。`, en: `The last good backup is ${hours} hours old.` };
  if (status.log?.late) return { state, detail: { zh: `${detail.zh}变更日志未能及时归档。`, en: `${detail.en} The log of changes is not moved to the archive in time.` } };
  return { state, detail, ...(status.directory === null ? { advice } : {}) };
}

async function checkClock(pool: pg.Pool, clock: Clock): Promise<HealthFinding> {
  const { rows } = await pool.query<{ at: string }>('select now() as at');
  const seconds = Math.round(Math.abs(clock.now().getTime() - Date.parse(rows[0]?.at ?? '')) / 1000);
  const state = stateOf(seconds, 5, 60);
  return {
    state,
    detail: { zh: `与数据库相差 ${seconds} 秒。`, en: `${seconds} seconds apart from the database.` },
    ...(state === 'good' ? {} : { advice: { zh: '为两台机器启用网络对时。', en: 'Let both machines take their time from the network.' } }),
  };
}

function checkMemory(): HealthFinding {
  const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
  const share = Math.round((used / limit) * 100);
  const resident = Math.round(process.memoryUsage().rss / 1e6);
  const state = stateOf(share, 80, 95);
  return {
    state,
    detail: { zh: `程序占用 ${resident} MB，堆内存已用 ${share}%。`, en: `The program holds ${resident} MB; ${share} % of its heap is used.` },
    ...(state === 'good' ? {} : { advice: { zh: '重新启动系统；若再次出现，请增加内存。', en: 'Restart the product; add memory if it happens again.' } }),
  };
}
