import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { choosePrivilege, giveTo } from './embedded/privilege.ts';
import { inSpace } from './in-space.ts';
import { migrate } from './migrate.ts';
import { openDatabase } from './open-database.ts';
import { ownServerConfigs } from './own-server.ts';

/** PostgreSQL 15 as Debian installs it: the oldest release that is promised. */
const installed = '/usr/lib/postgresql/15/bin';
const isThere = existsSync(installed);
const quiet = { log: () => {} };

let home: string;
let server: ChildProcess;

const address = (user: string, database: string) => `postgresql:///${database}?host=${encodeURIComponent(home)}&user=${user}`;

async function asSuperuser(database: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: address('postgres', database) });
  client.on('error', () => {});
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

async function startInstalled(): Promise<void> {
  const privilege = choosePrivilege();
  home = mkdtempSync(join(tmpdir(), 'cl-own-'));
  giveTo(privilege.owner, home);
  const run = (tool: string, ...args: string[]) => [...privilege.prefix, join(installed, tool), ...args] as [string, ...string[]];
  const account = privilege.kind === 'nobody' && privilege.owner ? privilege.owner : {};
  const [initdb, ...initArguments] = run('initdb', '-D', join(home, 'data'), '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync');
  const made = spawnSync(initdb, initArguments, { encoding: 'utf8', cwd: home, ...account });
  if (made.status !== 0) throw new Error(made.stderr);
  const [postgres, ...serverArguments] = run('postgres', '-D', join(home, 'data'), '-c', 'listen_addresses=', '-c', `unix_socket_directories=${home}`, '-c', 'fsync=off');
  server = spawn(postgres, serverArguments, { stdio: 'ignore', cwd: home, ...account });
  await vi.waitFor(() => asSuperuser('postgres', 'select 1'), { timeout: 20_000, interval: 100 });
}

describe.runIf(isThere)(`a server of the user’s own, PostgreSQL 15${isThere ? '' : ' (skipped: it is not installed on this machine)'}`, () => {
  beforeAll(async () => {
    await startInstalled();
    await asSuperuser('postgres', 'create role weaver login createrole', 'create database weaving owner weaver', 'create role guest login', 'create database lent owner guest', `create database latin owner weaver encoding 'LATIN1' locale 'C' template template0`);
  });
  afterAll(async () => {
    const ended = once(server, 'exit');
    server.kill('SIGINT');
    await ended;
    rmSync(home, { recursive: true, force: true });
  });

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
