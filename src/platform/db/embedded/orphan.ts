import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PlainProblem } from '#platform/config/plain-problem.ts';
import { processCommand, processState, sendSignal, waitForEnd } from './process-state.ts';

const zombiePatience = 5000;

/**
 * A launcher that was killed leaves its PostgreSQL running, or dead with its pid file in place. Called with the data
 * lock held, so a server that runs on our directory is an orphan: it is stopped, and the way is free afterwards.
 */
export async function clearOrphan(clusterDirectory: string, log: (line: string) => void): Promise<void> {
  const file = join(clusterDirectory, 'postmaster.pid');
  const pid = readPid(file);
  if (pid === null) return;
  const state = processState(pid);
  // A number that now belongs to some other program, or to us, is only a leftover.
  if (state === 'running' && (pid === process.pid || !isServerOf(pid, clusterDirectory))) return removeStale(file);
  if (state === 'zombie') return await waitForZombie(pid, file);
  if (state !== 'running') return;
  log(`A database server (process ${pid}) was left running by a start that ended abruptly; stopping it.`);
  for (const [signal, patience] of [['SIGINT', 20_000], ['SIGQUIT', 10_000]] as const) {
    sendSignal(pid, signal);
    if (await waitForEnd(pid, patience)) return await waitForZombie(pid, file);
  }
  throw new PlainProblem('orphanStuck', {
    en: `A database server left from an earlier run (process ${pid}) does not stop. End that process, then start again.`,
    zh: `上次运行遗留的数据库进程（${pid}）无法停止。请结束该进程后重新启动。`,
  });
}

/** PostgreSQL takes a zombie for a living server. When nobody collects it, its file goes; shared memory still guards the data. */
async function waitForZombie(pid: number, file: string): Promise<void> {
  for (let waited = 0; waited < zombiePatience && processState(pid) === 'zombie'; waited += 50) await sleep(50);
  if (processState(pid) === 'zombie' && readPid(file) === pid) removeStale(file);
}

function isServerOf(pid: number, clusterDirectory: string): boolean {
  const command = processCommand(pid);
  return command.includes('postgres') && command.includes(clusterDirectory);
}

function readPid(file: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
    return pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

function removeStale(file: string): void {
  rmSync(file, { force: true });
}
