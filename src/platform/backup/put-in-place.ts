import { existsSync, renameSync, statSync, statfsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PlainProblem } from '#platform/config/plain-problem.ts';
import { readLiveLock } from '#platform/db/embedded/data-lock.ts';

/** Kept from the former data directory: they belong to the installation, not to the state that was saved. */
const carried = ['backups', 'backup-status.json'] as const;

export const stampOf = (at: Date): string => at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');

/** Asked before anything is written, so that a restore does not fail at its end. */
export async function checkTarget(target: string, bytes: number): Promise<void> {
  const running = existsSync(target) ? readLiveLock(target) : null;
  if (running) {
    throw new PlainProblem('restoreWhileRunning', {
      en: `Clusterloom runs with the data in ${target} (process ${running.pid}). Stop it first, or restore beside it with --into.`,
      zh: `Clusterloom 正在使用数据目录 ${target}（进程 ${running.pid}）。请先停止，或用 --into 恢复到其他目录。`,
    });
  }
  await mkdir(dirname(target), { recursive: true });
  if (existsSync(target) && statSync(target).dev !== statSync(dirname(target)).dev) {
    throw new PlainProblem('targetIsMount', {
      en: `${target} is a mounted volume and cannot be exchanged as a whole. Restore with --into ${join(target, 'restored')} and set CLUSTERLOOM_DATA to that.`,
      zh: `${target} 是挂载卷，无法整体替换。请使用 --into ${join(target, 'restored')} 恢复，并将 CLUSTERLOOM_DATA 指向该目录。`,
    });
  }
  const { bavail, bsize } = statfsSync(dirname(target));
  const free = bavail * bsize;
  if (free < bytes * 1.1 + 64e6) {
    const megabytes = (value: number): number => Math.ceil(value / 1e6);
    throw new PlainProblem('restoreNeedsSpace', {
      en: `The restored copy needs ${megabytes(bytes * 1.1 + 64e6)} MB beside ${target}, and ${megabytes(free)} MB are free.`,
      zh: `恢复需要在 ${target} 旁预留 ${megabytes(bytes * 1.1 + 64e6)} MB，目前可用 ${megabytes(free)} MB。`,
    });
  }
}

/** Exchanges the checked copy for the present data, which stay beside under a dated name. Returns that name. */
export async function putInPlace(staging: string, target: string, at: Date): Promise<string | null> {
  const isEmpty = !existsSync(target) || (await readdir(target)).length === 0;
  const previous = `${target}.before-${stampOf(at)}`;
  if (existsSync(target)) renameSync(target, previous);
  try {
    renameSync(staging, target);
  } catch (error) {
    if (existsSync(previous)) renameSync(previous, target);
    throw error;
  }
  for (const name of carried) {
    if (existsSync(join(previous, name)) && !existsSync(join(target, name))) renameSync(join(previous, name), join(target, name));
  }
  return isEmpty ? null : previous;
}
