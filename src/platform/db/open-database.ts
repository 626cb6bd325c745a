import type pg from 'pg';
import type { Config } from '#platform/config/config.ts';
import { openKysely, openPool, type Database } from './connection.ts';
import { joinEmbedded, startEmbedded, type EmbeddedDatabase } from './embedded/embedded.ts';
import { ownServerConfigs, prepareOwnServer } from './own-server.ts';

export interface OpenDatabase {
  /** Requests and loaders: bound by row-level security. Use it through inSpace. */
  app: Database;
  appPool: pg.Pool;
  /** Migrations only; a few connections that close when idle. */
  ownerPool: pg.Pool;
  engine: { kind: 'embedded' | 'own'; version: string };
  /** Null with a server of the user's own. */
  embedded: EmbeddedDatabase | null;
  close(): Promise<void>;
}

export interface OpenOptions {
  log(line: string): void;
  /** A command beside a running server: share its embedded database instead of being refused. */
  join?: boolean;
  /** Keep the embedded server's write-ahead log for the backup. */
  archive?: boolean;
}

/** Opens the database that the configuration names; the embedded server starts and stops with it. */
export async function openDatabase(config: Pick<Config, 'databaseUrl' | 'dataDirectory'>, options: OpenOptions): Promise<OpenDatabase> {
  const { log } = options;
  if (config.databaseUrl !== null) {
    const pools = openPools(ownServerConfigs(config.databaseUrl), log);
    try {
      const version = await prepareOwnServer(pools.ownerPool);
      return { ...pools, engine: { kind: 'own', version }, embedded: null, close: () => closePools(pools) };
    } catch (error) {
      await closePools(pools);
      throw error;
    }
  }
  const running = options.join ? await joinEmbedded(config.dataDirectory) : null;
  const embedded = running ?? (await startEmbedded({ dataDirectory: config.dataDirectory, log, archive: options.archive ?? false }));
  const pools = openPools(embedded, log);
  return {
    ...pools,
    engine: { kind: 'embedded', version: embedded.version },
    embedded,
    async close() {
      await closePools(pools);
      await embedded.stop();
    },
  };
}

export function openPools(configs: { ownerConfig: pg.PoolConfig; appConfig: pg.PoolConfig }, log: (line: string) => void) {
  const ownerPool = openPool({ ...configs.ownerConfig, max: 2, idleTimeoutMillis: 1000 }, log);
  const appPool = openPool({ ...configs.appConfig, pipeline: true, idle_in_transaction_session_timeout: 120_000 }, log);
  return { ownerPool, appPool, app: openKysely(appPool) };
}

async function closePools(pools: { ownerPool: pg.Pool; appPool: pg.Pool }): Promise<void> {
  await Promise.all([pools.ownerPool.end(), pools.appPool.end()]);
}
