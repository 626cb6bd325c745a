import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PlainProblem } from '#platform/config/plain-problem.ts';
import { processBirth } from './process-state.ts';

/** Who runs the server of a data directory, and where others may reach it. */
export interface LockNote {
  pid: number;
  birth: string | null;
  socketDirectory: string | null;
  /** False while the server is still starting. */
  ready: boolean;
}

export interface DataLock {
  /** What a dead predecessor left behind; its server may still run. */
  predecessor: LockNote | null;
  note(socketDirectory: string, ready: boolean): void;
  release(): void;
}

const fileName = 'server.lock';

/** One launcher per data directory. A lock whose process is dead is taken over. */
export async function takeLock(dataDirectory: string): Promise<DataLock> {
  const file = join(dataDirectory, fileName);
  const mine = `${file}.${process.pid}`;
  const write = (socketDirectory: string | null, ready: boolean) =>
    writeFileSync(mine, JSON.stringify({ pid: process.pid, birth: processBirth(process.pid), socketDirectory, ready } satisfies LockNote));
  write(null, false);
  let predecessor: LockNote | null = null;
  try {
    while (!linked(mine, file)) {
      const note = readLock(dataDirectory);
      if (note && isAlive(note)) throw alreadyRunning(dataDirectory, note.pid);
      predecessor = note ?? predecessor;
      setAside(file, mine, note);
      await sleep(20);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  return {
    predecessor,
    note(socketDirectory, ready) {
      write(socketDirectory, ready);
      renameSync(mine, file);
    },
    release() {
      if (readLock(dataDirectory)?.pid === process.pid) rmSync(file, { force: true });
    },
  };
}

/** The note of the launcher that runs now; null when nobody does. */
export function readLiveLock(dataDirectory: string): LockNote | null {
  const note = readLock(dataDirectory);
  return note && isAlive(note) ? note : null;
}

function readLock(dataDirectory: string): LockNote | null {
  return readNote(join(dataDirectory, fileName));
}

function isAlive(note: LockNote): boolean {
  const birth = processBirth(note.pid);
  return birth !== null && birth === note.birth;
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Renaming takes exactly one file away, so two launchers cannot both remove the same dead lock and then each other's. */
function setAside(file: string, mine: string, dead: LockNote | null): void {
  const aside = `${mine}.dead`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const taken = readNote(aside);
  if (taken && taken.pid !== dead?.pid && isAlive(taken)) linked(aside, file);
  rmSync(aside, { force: true });
}

function readNote(file: string): LockNote | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as LockNote;
  } catch {
    return null;
  }
}

function alreadyRunning(dataDirectory: string, pid: number): PlainProblem {
  return new PlainProblem('alreadyRunning', {
    en: `Clusterloom already runs with the data in ${dataDirectory} (process ${pid}). Stop that one first, or set CLUSTERLOOM_DATA to another directory.`,
    zh: `Clusterloom 已在使用数据目录 ${dataDirectory}（进程 ${pid}）。请先停止该进程，或将 CLUSTERLOOM_DATA 设为其他目录。`,
  });
}
