import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { afterAll, inject } from 'vitest';
import { openKysely, type Database } from '#platform/db/connection.ts';
import { openPools } from '#platform/db/open-database.ts';
import { onServer, toDatabase, type TestServer } from './test-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}

export interface TestDatabase {
  /** As requests see it: row-level security holds. Use it through inSpace. */
  app: Database;
  appPool: pg.Pool;
  /** As migrations see it. Row-level security is forced on it too. */
  owner: Database;
  ownerPool: pg.Pool;
  configs: { ownerConfig: pg.PoolConfig; appConfig: pg.PoolConfig };
  /** A new space, and its id. */
  createSpace(kind?: 'sample' | 'own'): Promise<string>;
  close(): Promise<void>;
}

/** A database of the test file's own, copied from the migrated template; it is dropped after the file. */
export async function freshDatabase(): Promise<TestDatabase> {
  const server = inject('testServer');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await copyTemplate(server, name);
  const configs = { ownerConfig: toDatabase(server.ownerConfig, name), appConfig: toDatabase(server.appConfig, name) };
  const { app, appPool, ownerPool } = openPools(configs, () => {});
  let isOpen = true;
  const close = async () => {
    if (!isOpen) return;
    isOpen = false;
    await Promise.all([appPool.end(), ownerPool.end()]);
    await dropDatabase(server, name);
  };
  afterAll(close);
  return { app, appPool, owner: openKysely(ownerPool), ownerPool, configs, createSpace: (kind = 'own') => createSpace(ownerPool, kind), close };
}

async function copyTemplate(server: TestServer, name: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await onServer(server, `create database ${name} template ${server.template} strategy wal_log`);
    } catch (error) {
      // Another file is copying it in this instant.
      if (attempt >= 50 || (error as { code?: string }).code !== '55006') throw error;
      await sleep(50);
    }
  }
}

/** An autovacuum worker belongs to the superuser and cannot be sent away; it is gone a moment later. */
async function dropDatabase(server: TestServer, name: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await onServer(server, `drop database if exists ${name} with (force)`);
    } catch (error) {
      if (attempt >= 40 || !['42501', '55006'].includes((error as { code?: string }).code ?? '')) throw error;
      await sleep(100);
    }
  }
}

async function createSpace(ownerPool: pg.Pool, kind: 'sample' | 'own'): Promise<string> {
  const id = randomUUID();
  const name = kind === 'sample' ? { zh: '样例', en: 'Sample' } : { zh: '自有', en: 'Own' };
  await ownerPool.query('insert into space (id, name, kind, created_at) values ($1, $2, $3, now())', [id, name, kind]);
  return id;
}
