import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

export type ProcessState = 'running' | 'zombie' | 'gone';

/** A zombie still answers kill(pid, 0), which is all that PostgreSQL itself asks; so the state is read from the system. */
export function processState(pid: number): ProcessState {
  if (process.platform === 'linux') {
    const fields = readStat(pid);
    if (fields === null) return 'gone';
    return fields[0] === 'Z' || fields[0] === 'X' ? 'zombie' : 'running';
  }
  const state = askPs(pid, 'state');
  if (!state) return 'gone';
  return state.startsWith('Z') ? 'zombie' : 'running';
}

/** Tells a process from a later one that was given the same number; null when there is none. */
export function processBirth(pid: number): string | null {
  if (process.platform === 'linux') {
    const birth = readStat(pid)?.[19];
    return birth === undefined ? null : `${bootId()}:${birth}`;
  }
  return askPs(pid, 'lstart');
}

/** The arguments of a process; empty when they cannot be read. */
export function processCommand(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return askPs(pid, 'command') ?? '';
  } catch {
    return '';
  }
}

/** Waits until the process no longer runs; true when that happened in time. A zombie counts as ended. */
export async function waitForEnd(pid: number, milliseconds: number): Promise<boolean> {
  for (let waited = 0; waited <= milliseconds; waited += 25) {
    if (processState(pid) !== 'running') return true;
    await sleep(25);
  }
  return false;
}

export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** The fields of /proc/PID/stat after the name, which may itself hold spaces and brackets. */
function readStat(pid: number): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}

function askPs(pid: number, column: string): string | null {
  try {
    return execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || null;
  } catch {
    return null;
  }
}
