import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isInstalled, startInstalled, type InstalledServer } from '#platform/testing/installed-server.ts';
import { inSpace } from './in-space.ts';
import { migrate } from './migrate.ts';
import { openDatabase } from './open-database.ts';
import { ownServerConfigs } from './own-server.ts';

const isThere = isInstalled();
const quiet = { log: () => {} };

let server: InstalledServer;
const address = (user: string, database: string) => server.address(user, database);
const asSuperuser = (database: string, ...statements: string[]) => server.asSuperuser(database, ...statements);

describe.runIf(isThere)(`a server of the user’s own, PostgreSQL 15${isThere ? '' : ' (skipped: it is not installed on this machine)'}`, () => {
  beforeAll(async () => {
    server = await startInstalled();
    await asSuperuser('postgres', 'create role weaver login createrole', 'create database weaving owner weaver', 'create role guest login', 'create database lent owner guest', `create database latin owner weaver encoding 'LATIN1' locale 'C' template template0`);
  });
  afterAll(() => server.stop());

  test('a login that may not create roles is told what to ask for', async () => {
    await expect(openDatabase({ databaseUrl: address('guest', 'lent'), dataDirectory: '' }, quiet)).rejects.toMatchObject({
      code: 'appRoleMissing',
      en: expect.stringContaining('CREATE ROLE clusterloom_app NOLOGIN; GRANT clusterloom_app TO guest;'),
    });
  });

  test('it migrates, requests run under the app role, and row-level security holds', async () => {
    const database = await openDatabase({ databaseUrl: address('weaver', 'weaving'), dataDirectory: '' }, quiet);
    expect(database.engine).toMatchObject({ kind: 'own', version: expect.stringMatching(/^15/) });
    expect((await migrate(database.ownerPool)).length).toBeGreaterThan(0);
    expect(await migrate(database.ownerPool)).toEqual([]);
    const role = await database.appPool.query('select current_user as name');
    expect(role.rows).toEqual([{ name: 'clusterloom_app' }]);
    const space = '0190aaaa-0000-7000-8000-000000000001';
    await database.ownerPool.query(`insert into space (id, name, kind, created_at) values ($1, '{"en":"Own"}', 'own', now())`, [space]);
    await database.ownerPool.query('create table pebble (space_id uuid primary key)');
    await database.ownerPool.query('alter table pebble enable row level security');
    await database.ownerPool.query('alter table pebble force row level security');
    await database.ownerPool.query('create policy p on pebble using (space_id = current_space()) with check (space_id = current_space())');
    await inSpace(database.app, space, (transaction) => sql`insert into pebble values (${space})`.execute(transaction));
    const seen = (id: string | null) => inSpace(database.app, id, async (transaction) => (await sql`select 1 from pebble`.execute(transaction)).rows.length);
    expect([await seen(space), await seen(null), (await database.ownerPool.query('select 1 from pebble')).rowCount]).toEqual([1, 0, 0]);
    await database.close();
  });

  test('an app role that could bypass the rules is refused', async () => {
    await asSuperuser('postgres', 'alter role clusterloom_app bypassrls');
    await expect(openDatabase({ databaseUrl: address('weaver', 'weaving'), dataDirectory: '' }, quiet)).rejects.toMatchObject({ code: 'appRoleTooPowerful' });
    await asSuperuser('postgres', 'alter role clusterloom_app nobypassrls');
  });

  test('a database that cannot hold Chinese is refused', async () => {
    await expect(openDatabase({ databaseUrl: address('weaver', 'latin'), dataDirectory: '' }, quiet)).rejects.toMatchObject({ code: 'databaseEncoding' });
  });
});

describe('an address', () => {
  test('that nobody answers is said in both languages, without the password', async () => {
    const work = openDatabase({ databaseUrl: 'postgresql://weaver:geheim@127.0.0.1:1/weaving', dataDirectory: '' }, quiet);
    const problem = (await work.catch((error: unknown) => error)) as Error;
    expect(problem).toMatchObject({ code: 'databaseUnreachable', zh: expect.stringContaining('无法连接') });
    expect(problem.message).not.toContain('geheim');
  });

  test.each([
    ['postgresql://a:b@host:5432/c', 'postgresql://a:b@host:5432/c?options=-c%20role%3Dclusterloom_app'],
    ['postgresql://a@/c?host=/run/postgresql', 'postgresql://a@/c?host=%2Frun%2Fpostgresql&options=-c%20role%3Dclusterloom_app'],
    ['postgresql://h/c?options=-c%20search_path%3Dx', 'postgresql://h/c?options=-c%20search_path%3Dx%20-c%20role%3Dclusterloom_app'],
  ])('%s gets the app role', (given, expected) => {
    expect(ownServerConfigs(given).appConfig.connectionString).toBe(expected);
  });
});
