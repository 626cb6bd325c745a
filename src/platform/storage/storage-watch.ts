import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export type StorageState = 'good' | 'full' | 'readOnly';

/**
 * So much is left free on purpose: when it is reached, writes are refused in plain words, before the database runs out of
 * room for its own log and has to stop. What it still needs in order to serve readers fits in.
 */
export const storageReserve = 96 * 1024 * 1024;

export interface StorageWatch {
  state(): StorageState;
  /** Looks at once, instead of at the next turn. */
  look(): StorageState;
  stop(): Promise<void>;
}

export interface WatchOptions {
  directory: string;
  log(line: Record<string, unknown>): void;
  say(line: string): void;
  reserve?: number;
  pause?: number;
  /** For tests: what the disk says. */
  probe?(directory: string): Probe;
}

export interface Probe {
  free: number;
  /** The code of the fault when a file cannot be written there. */
  fault: string | null;
}

const words: Readonly<Record<StorageState, string>> = {
  good: 'The disk can be written again; everything works. / 磁盘已恢复可写，一切正常。',
  full: 'ALARM: the disk of the data folder is nearly full. Nothing can be saved until there is room; reading goes on. / 警报：数据目录所在磁盘空间即将用尽，释放空间之前不能保存，仍可查看。',
  readOnly: 'ALARM: the data folder cannot be written. Nothing can be saved until it can; reading goes on. / 警报：数据目录无法写入，恢复之前不能保存，仍可查看。',
};

/** Looks at the disk of the data every few seconds; says it aloud, once, when writing stops or may go on. */
export function watchStorage(options: WatchOptions): StorageWatch {
  const { directory, log, say, reserve = storageReserve, pause = 2000, probe = probeDisk } = options;
  const stopping = new AbortController();
  let state: StorageState = 'good';
  const look = (): StorageState => {
    const found = judge(probe(directory), reserve, state);
    if (found === state) return state;
    state = found;
    log(found === 'good' ? { level: 'info', event: 'storage.good' } : { level: 'error', alarm: found === 'full' ? 'storageFull' : 'storageReadOnly', directory });
    say(words[found]);
    return state;
  };
  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      look();
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const running = loop();
  return {
    state: () => state,
    look,
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

/** Writing goes on only when a quarter more than the reserve is free, so that the state does not flicker at the edge. */
export function judge({ free, fault }: Probe, reserve: number, before: StorageState): StorageState {
  if (fault === 'ENOSPC' || fault === 'EDQUOT' || fault === 'EFBIG') return 'full';
  if (fault !== null) return 'readOnly';
  return free < (before === 'full' ? reserve * 1.25 : reserve) ? 'full' : 'good';
}

export function probeDisk(directory: string): Probe {
  const file = join(directory, '.storage-probe');
  let free = 0;
  try {
    mkdirSync(directory, { recursive: true });
    const { bavail, bsize } = statfsSync(directory);
    free = bavail * bsize;
    writeFileSync(file, 'x');
    rmSync(file);
    return { free, fault: null };
  } catch (error) {
    return { free, fault: (error as NodeJS.ErrnoException).code ?? 'unknown' };
  }
}
