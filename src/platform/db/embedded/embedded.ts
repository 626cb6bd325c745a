import { accessSync, constants, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PoolConfig } from 'pg';
import { PlainProblem } from '#platform/config/plain-problem.ts';
import { findBinaries, type Binaries } from './binaries.ts';
import { readLiveLock, takeLock } from './data-lock.ts';
import { initialiseCluster, superuser } from './initialise.ts';
import { clearOrphan } from './orphan.ts';
import { choosePrivilege, giveTo, placeBinaries, placeCluster, type Privilege } from './privilege.ts';
import { appRole, databaseName, ensureRoles, ownerRole } from './roles.ts';
import { explainFailure } from './server-failure.ts';
import { runServer } from './server.ts';
import { makeSocketDirectory, removeSocketDirectory } from './socket-directory.ts';

export interface EmbeddedOptions {
  dataDirectory: string;
  log(line: string): void;
  /** False only for a database that is thrown away. */
  durable?: boolean;
  binaries?: Binaries;
  privilege?: Privilege['kind'];
  /** Hands every finished piece of the write-ahead log to the spool, from where the backup takes it. */
  archive?: boolean;
}

export interface EmbeddedDatabase {
  ownerConfig: PoolConfig;
  appConfig: PoolConfig;
  /** For backups and checks only: it passes row-level security by. */
  superuserConfig: PoolConfig;
  socketDirectory: string;
  /** Where the server's files really are. */
  clusterDirectory: string;
  version: string;
  /** Process id of the server; it changes when the server had to be started again. Zero when another process runs it. */
  serverPid(): number;
  stop(): Promise<void>;
}

/** Starts the PostgreSQL that comes with the program on `<dataDirectory>/postgres`. It is reached by a socket only. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { log, durable = true } = options;
  const dataDirectory = resolve(options.dataDirectory);
  prepareDataDirectory(dataDirectory);
  const lock = await takeLock(dataDirectory);
  let socketDirectory: string | null = null;
  try {
    const privilege = choosePrivilege(options.privilege);
    const binaries = placeBinaries(options.binaries ?? findBinaries(), privilege);
    const clusterDirectory = placeCluster(join(dataDirectory, 'postgres'), privilege);
    await clearOrphan(clusterDirectory, log);
    removeSocketDirectory(lock.predecessor?.socketDirectory ?? null);
    await initialiseCluster(clusterDirectory, binaries, privilege, log);
    giveTo(privilege.owner, clusterDirectory);
    socketDirectory = makeSocketDirectory(privilege);
    lock.note(socketDirectory, false);
    const logFile = join(dataDirectory, 'postgres.log');
    const spoolDirectory = options.archive ? makeSpool(clusterDirectory, privilege) : null;
    const server = await runServer({ clusterDirectory, socketDirectory, logFile, binaries, privilege, durable, spoolDirectory, log });
    const version = await ensureRoles(socketDirectory).catch(async (error: unknown) => {
      await server.stop();
      throw error;
    });
    lock.note(socketDirectory, true);
    const place = socketDirectory;
    return {
      ...connectionConfigs(place),
      socketDirectory: place,
      clusterDirectory,
      version,
      serverPid: () => server.pid,
      async stop() {
        await server.stop();
        removeSocketDirectory(place);
        lock.release();
      },
    };
  } catch (error) {
    removeSocketDirectory(socketDirectory);
    lock.release();
    throw error instanceof PlainProblem ? error : explainFailure(String(error), dataDirectory);
  }
}

/** Reaches the server that another Clusterloom process runs on this directory; null when none does. */
export async function joinEmbedded(directory: string): Promise<EmbeddedDatabase | null> {
  const dataDirectory = resolve(directory);
  for (let waited = 0; waited < 60_000; waited += 100) {
    const note = readLiveLock(dataDirectory);
    if (!note) return null;
    if (note.ready && note.socketDirectory) {
      const place = note.socketDirectory;
      const clusterDirectory = placeCluster(join(dataDirectory, 'postgres'), choosePrivilege());
      return { ...connectionConfigs(place), socketDirectory: place, clusterDirectory, version: '', serverPid: () => 0, stop: async () => {} };
    }
    await sleep(100);
  }
  return null;
}

function connectionConfigs(socketDirectory: string): Pick<EmbeddedDatabase, 'ownerConfig' | 'appConfig' | 'superuserConfig'> {
  const common = { host: socketDirectory, port: 5432, database: databaseName, ssl: false } satisfies PoolConfig;
  return { ownerConfig: { ...common, user: ownerRole }, appConfig: { ...common, user: appRole }, superuserConfig: { ...common, user: superuser } };
}

/** Finished pieces of the write-ahead log wait here, beside the cluster, until the backup has taken them. */
export function spoolOf(clusterDirectory: string): string {
  return join(dirname(clusterDirectory), 'wal-spool');
}

function makeSpool(clusterDirectory: string, privilege: Privilege): string {
  const directory = spoolOf(clusterDirectory);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  giveTo(privilege.owner, directory);
  return directory;
}

function prepareDataDirectory(dataDirectory: string): void {
  try {
    mkdirSync(dataDirectory, { recursive: true });
    accessSync(dataDirectory, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw explainFailure(String(error), dataDirectory);
  }
}
