import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openPools } from '#platform/db/open-database.ts';
import { startEmbedded } from '#platform/db/embedded/embedded.ts';
import { migrate } from '#platform/db/migrate.ts';
import { ownServerConfigs, prepareOwnServer } from '#platform/db/own-server.ts';
import type { Database } from '#platform/db/connection.ts';

/** What test files need to make databases of their own; plain values, since they travel to other processes. */
export interface TestServer {
  ownerConfig: pg.PoolConfig;
  appConfig: pg.PoolConfig;
  template: string;
}

export interface TemplateDatabase {
  app: Database;
  ownerPool: pg.Pool;
}

export interface TestServerOptions {
  /** A server that is there already; otherwise an embedded one is started, without fsync. */
  databaseUrl?: string | undefined;
  /** Reference data that every test database should hold. */
  prepareTemplate?: (template: TemplateDatabase) => Promise<void>;
}

export async function startTestServer(options: TestServerOptions = {}): Promise<{ server: TestServer; stop(): Promise<void> }> {
  const running = options.databaseUrl ? await useServer(options.databaseUrl) : await startThrowaway();
  const template = `clusterloom_template_${process.pid}`;
  try {
    await onServer(running, `drop database if exists ${template} with (force)`);
    await onServer(running, `create database ${template}`);
    const configs = { ownerConfig: toDatabase(running.ownerConfig, template), appConfig: toDatabase(running.appConfig, template) };
    const { ownerPool, appPool, app } = openPools(configs, () => {});
    await migrate(ownerPool);
    await options.prepareTemplate?.({ app, ownerPool });
    await Promise.all([ownerPool.end(), appPool.end()]);
  } catch (error) {
    await running.stop();
    throw error;
  }
  const server = { ownerConfig: running.ownerConfig, appConfig: running.appConfig, template };
  return {
    server,
    async stop() {
      if (options.databaseUrl) await onServer(running, `drop database if exists ${template} with (force)`);
      await running.stop();
    },
  };
}

interface RunningServer {
  ownerConfig: pg.PoolConfig;
  appConfig: pg.PoolConfig;
  stop(): Promise<void>;
}

async function startThrowaway(): Promise<RunningServer> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'cl-test-'));
  const embedded = await startEmbedded({ dataDirectory, durable: false, log: () => {} });
  return {
    ownerConfig: embedded.ownerConfig,
    appConfig: embedded.appConfig,
    async stop() {
      await embedded.stop();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}

async function useServer(databaseUrl: string): Promise<RunningServer> {
  const configs = ownServerConfigs(databaseUrl);
  const pool = new pg.Pool({ ...configs.ownerConfig, max: 1 });
  try {
    await prepareOwnServer(pool);
  } finally {
    await pool.end();
  }
  return { ...configs, stop: async () => {} };
}

/** Runs one statement that no transaction may hold. */
export async function onServer({ ownerConfig }: Pick<TestServer, 'ownerConfig'>, statement: string): Promise<void> {
  const client = new pg.Client(ownerConfig);
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

export function toDatabase(config: pg.PoolConfig, database: string): pg.PoolConfig {
  if (config.connectionString === undefined) return { ...config, database };
  return { ...config, connectionString: config.connectionString.replace(/^(\w+:\/\/[^/?]*)(\/[^?]*)?/, `$1/${database}`) };
}
