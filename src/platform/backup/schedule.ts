import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '#platform/clock/clock.ts';
import type { BackupPlan } from '#platform/config/config.ts';
import type { PlainProblem } from '#platform/config/plain-problem.ts';
import { spoolOf } from '#platform/db/embedded/embedded.ts';
import { listBackups } from './backup-folder.ts';
import { keepStatus } from './backup-status.ts';
import { keepNewest } from './retention.ts';
import { oneRow, withSession } from './session.ts';
import { takeBackup, type BackupSource } from './take-backup.ts';
import { drainSpool, poolUploads } from './wal-archive.ts';

export interface BackupService {
  source: BackupSource;
  plan: BackupPlan;
  dataDirectory: string;
  productVersion: string;
  clock: Clock;
  log(line: Record<string, unknown>): void;
  /** Shorter in tests. */
  pause?: number;
}

const usualPause = 5000;
const retryAfter = 3_600_000;

/** The latest instant that a daily backup was due at, by the clock on the wall of this machine. */
export function lastDue(now: Date, at: string): Date {
  const [hours = 0, minutes = 0] = at.split(':').map(Number);
  const due = new Date(now);
  due.setHours(hours, minutes, 0, 0);
  if (due > now) due.setDate(due.getDate() - 1);
  return due;
}

/** Due when the last good one is older than that instant; after a failure an hour later again. */
export function isDue(now: Date, at: string, lastGood: Date | null, lastTry: Date | null): boolean {
  if (lastTry && now.getTime() - lastTry.getTime() < retryAfter) return false;
  return lastGood === null || lastGood < lastDue(now, at);
}

/** Takes the daily backup and carries the log and the uploads away, until it is told to stop. Nothing without a folder to write to. */
export function serveBackups(service: BackupService): () => Promise<void> {
  const root = service.plan.directory;
  if (root === null) return async () => undefined;
  const stopping = new AbortController();
  const rest = (): Promise<unknown> => sleep(service.pause ?? usualPause, undefined, { signal: stopping.signal }).catch(() => undefined);
  const loops = [daily(service, root, rest, stopping.signal), carryOn(service, root, rest, stopping.signal)];
  return async () => {
    stopping.abort();
    await Promise.all(loops);
  };
}

async function daily(service: BackupService, root: string, rest: () => Promise<unknown>, stopping: AbortSignal): Promise<void> {
  const { plan, clock, source } = service;
  let lastGood = await newestOf(source, root).catch(() => null);
  let lastTry: Date | null = null;
  while (!stopping.aborted) {
    if (isDue(clock.now(), plan.at, lastGood, lastTry)) {
      // Another process that serves the same database may have taken it meanwhile.
      lastGood = await newestOf(source, root).catch(() => lastGood);
      if (isDue(clock.now(), plan.at, lastGood, lastTry)) {
        lastTry = clock.now();
        if (await takeDaily(service, root)) [lastGood, lastTry] = [clock.now(), null];
      }
    }
    await rest();
  }
}

async function takeDaily({ source, plan, dataDirectory, productVersion, clock, log }: BackupService, root: string): Promise<boolean> {
  try {
    const taken = await takeBackup(source, { root, dataDirectory, reason: 'scheduled', productVersion, now: () => clock.now() });
    log({ level: 'info', event: 'backup.taken', name: taken.name, bytes: taken.bytes, milliseconds: taken.milliseconds });
    const removed = await keepNewest(root, taken.manifest, plan.keep);
    if (removed.length > 0) log({ level: 'info', event: 'backup.removed', names: removed });
    return true;
  } catch (error) {
    if ((error as PlainProblem).code === 'backupRunning') return false;
    log({ level: 'error', alarm: 'backupFailed', message: (error as PlainProblem).en ?? String(error) });
    return false;
  }
}

/** When the newest backup of this very database was taken; null also after a restore, which began a new branch of the log. */
async function newestOf(source: BackupSource, root: string): Promise<Date | null> {
  const all = await listBackups(root);
  if (!source.embedded) return lastOf(all.filter(({ manifest }) => manifest.kind === 'logical'));
  const here = await withSession(source.embedded.superuserConfig, (client) =>
    oneRow<{ system: string; timeline: number }>(client, 'select (select system_identifier::text from pg_control_system()) as system, (select timeline_id from pg_control_checkpoint()) as timeline'),
  );
  return lastOf(all.filter(({ manifest }) => manifest.kind === 'base' && manifest.base.systemIdentifier === here.system && manifest.base.timeline === here.timeline));
}

const lastOf = (backups: Awaited<ReturnType<typeof listBackups>>): Date | null => {
  const newest = backups.at(-1);
  return newest ? new Date(newest.manifest.stateAt) : null;
};

async function carryOn({ source, dataDirectory, clock, log }: BackupService, root: string, rest: () => Promise<unknown>, stopping: AbortSignal): Promise<void> {
  const spool = source.embedded ? spoolOf(source.embedded.clusterDirectory) : null;
  let fault: string | null = null;
  const tell = (found: string | null): void => {
    if (found === fault) return;
    fault = found;
    keepStatus(dataDirectory, { logFault: found });
    log(found ? { level: 'error', alarm: 'logNotArchived', message: found } : { level: 'info', event: 'backup.logResumed' });
  };
  while (!stopping.aborted) {
    try {
      const moved = spool ? await drainSpool(spool, root) : [];
      if (moved.length > 0) keepStatus(dataDirectory, { lastMovedAt: clock.now().toISOString() });
      await poolUploads(dataDirectory, root);
      tell(null);
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error));
    }
    await rest();
  }
}
