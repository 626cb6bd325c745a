import { mkdirSync, readFileSync, readdirSync, realpathSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig, type Config } from '#platform/config/config.ts';
import { spoolOf } from '#platform/db/embedded/embedded.ts';
import { archiveTimeout } from '#platform/db/embedded/server.ts';
import type { BackupReason } from './manifest.schema.ts';

export interface GoodBackup {
  name: string;
  folder: string;
  kind: 'base' | 'logical';
  reason: BackupReason;
  at: string;
  bytes: number;
  milliseconds: number;
}

export interface FailedBackup {
  at: string;
  reason: BackupReason;
  zh: string;
  en: string;
}

/** What is known about backups, for the health screen and the command line. */
export interface BackupStatus {
  /** Null: none are scheduled. */
  directory: string | null;
  dailyAt: string;
  keep: number;
  lastGood: GoodBackup | null;
  /** Null once a later one was good. */
  lastFailure: FailedBackup | null;
  /** The log of changes for a restore to a point in time; null where none is kept. */
  log: LogStatus | null;
}

export interface LogStatus {
  /** When a piece was last moved into the archive. */
  lastMovedAt: string | null;
  /** Pieces that wait, and since when: more than a few minutes means that the archive's disk does not take them. */
  waiting: number;
  waitingSince: string | null;
  late: boolean;
  fault: string | null;
}

interface Kept {
  lastGood?: GoodBackup | null;
  lastFailure?: FailedBackup | null;
  lastMovedAt?: string | null;
  logFault?: string | null;
}

const fileName = 'backup-status.json';

type Place = Pick<Config, 'dataDirectory' | 'databaseUrl' | 'backup'>;

/** Reads what the runs have left in the data directory; without arguments, that of this installation. */
export function backupStatus(place: Place = readConfig(), now: Date = new Date()): BackupStatus {
  const kept = readKept(place.dataDirectory);
  const { directory, at, keep } = place.backup;
  return {
    directory,
    dailyAt: at,
    keep,
    lastGood: kept.lastGood ?? null,
    lastFailure: kept.lastFailure ?? null,
    log: directory !== null && place.databaseUrl === null ? logStatus(place.dataDirectory, kept, now) : null,
  };
}

function logStatus(dataDirectory: string, kept: Kept, now: Date): LogStatus {
  const waiting = waitingPieces(spoolNear(dataDirectory));
  const oldest = waiting.length > 0 ? new Date(Math.min(...waiting)) : null;
  const isLate = oldest !== null && now.getTime() - oldest.getTime() > archiveTimeout * 1000;
  return { lastMovedAt: kept.lastMovedAt ?? null, waiting: waiting.length, waitingSince: oldest?.toISOString() ?? null, late: isLate, fault: kept.logFault ?? null };
}

/** The cluster may stand elsewhere, with a link leading there. */
function spoolNear(dataDirectory: string): string {
  try {
    return spoolOf(realpathSync(join(dataDirectory, 'postgres')));
  } catch {
    return spoolOf(join(dataDirectory, 'postgres'));
  }
}

function waitingPieces(spool: string): number[] {
  try {
    return readdirSync(spool).filter((name) => /^[0-9A-F]{24}$/.test(name)).map((name) => statSync(join(spool, name)).mtimeMs);
  } catch {
    return [];
  }
}

/** Adds to what is kept. A disk that is full must not turn the news of it into another fault. */
export function keepStatus(dataDirectory: string, news: Kept): void {
  const file = join(dataDirectory, fileName);
  try {
    mkdirSync(dataDirectory, { recursive: true });
    writeFileSync(`${file}.${process.pid}`, JSON.stringify({ ...readKept(dataDirectory), ...news }), { mode: 0o600 });
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // It is told in the log as well.
  }
}

function readKept(dataDirectory: string): Kept {
  try {
    return JSON.parse(readFileSync(join(dataDirectory, fileName), 'utf8')) as Kept;
  } catch {
    return {};
  }
}
