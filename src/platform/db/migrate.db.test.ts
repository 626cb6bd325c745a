import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '#platform/testing/test-database.ts';
import { findMigrations, orderMigrations, type Migration } from './migration-files.ts';
import { migrate, pendingMigrations } from './migrate.ts';

let database: TestDatabase;
const real = findMigrations();

const step = (name: string, text: string, checksum = name): Migration => ({ name, text, checksum });
const tables = async () => (await database.ownerPool.query<{ name: string }>(`select relname as name from pg_class where relname like 'pebble%' and relkind = 'r' order by 1`)).rows.map(({ name }) => name);

describe('migrate', () => {
  beforeEach(async () => {
    database = await freshDatabase();
  });

  test('applies what is new in the order of the names, once, also when many begin together', async () => {
    const steps = [...real, step('209901010000_b', 'create table pebble_b as select * from pebble_a'), step('209801010000_a', 'create table pebble_a (x int);')].sort((a, b) => (a.name < b.name ? -1 : 1));
    const applied = await Promise.all([1, 2, 3].map(() => migrate(database.ownerPool, steps)));
    expect(applied.flat().sort()).toEqual(['209801010000_a', '209901010000_b']);
    expect(await tables()).toEqual(['pebble_a', 'pebble_b']);
    expect(await pendingMigrations(database.ownerPool, steps)).toEqual([]);
  });

  test('a file that fails in the middle leaves nothing, and says which statement it was', async () => {
    const steps = [...real, step('209901010000_a', `create table pebble_a (x int); insert into pebble_a values (1); select 1 / 0; create table pebble_b (x int)`)];
    await expect(migrate(database.ownerPool, steps)).rejects.toMatchObject({ code: 'migrationFailed', en: expect.stringContaining('select 1 / 0') });
    expect(await tables()).toEqual([]);
    expect(await pendingMigrations(database.ownerPool, steps)).toEqual(['209901010000_a']);
  });

  test('a run that is killed half way can be repeated and ends at the same schema', async () => {
    const slow = step('209901010000_a', 'create table pebble_a (x int); select pg_sleep(1); create table pebble_b (x int)');
    const steps = [...real, slow];
    const run = migrate(database.ownerPool, steps).catch((error: unknown) => error);
    const sleeping = `select pid from pg_stat_activity where datname = current_database() and query like 'select pg_sleep%'`;
    await expect.poll(async () => (await database.ownerPool.query(sleeping)).rowCount).toBe(1);
    await database.ownerPool.query(`select pg_terminate_backend(pid) from (${sleeping}) s`);
    expect(await run).toMatchObject({ code: 'migrationFailed' });
    expect(await tables()).toEqual([]);
    expect(await migrate(database.ownerPool, steps)).toEqual(['209901010000_a']);
    expect(await tables()).toEqual(['pebble_a', 'pebble_b']);
  });

  test('refuses a file that was edited after it was applied, and a database of a newer release', async () => {
    await migrate(database.ownerPool, [...real, step('209901010000_a', 'create table pebble_a (x int)')]);
    const edited = [...real, step('209901010000_a', 'create table pebble_a (x bigint)', 'other')];
    await expect(migrate(database.ownerPool, edited)).rejects.toMatchObject({ code: 'migrationChanged' });
    await expect(migrate(database.ownerPool, real)).rejects.toMatchObject({ code: 'databaseNewer' });
  });

  test('the app role may use new tables, and not the history of migrations', async () => {
    await migrate(database.ownerPool, [...real, step('209901010000_a', 'create table pebble_a (id bigint generated always as identity, x int)')]);
    await database.appPool.query('insert into pebble_a (x) values (1)');
    expect((await database.appPool.query('select x from pebble_a')).rows).toEqual([{ x: 1 }]);
    await expect(database.appPool.query('update schema_migration set checksum = $1', ['x'])).rejects.toMatchObject({ code: '42501' });
  });
});

describe('the files', () => {
  test('a line end of another system is no change; a wrong name and a double one are refused', () => {
    const directory = mkdtempSync(join(tmpdir(), 'cl-files-'));
    onTestFinished(() => rmSync(directory, { recursive: true }));
    const file = (name: string, text: string) => {
      writeFileSync(join(directory, name), text);
      return join(directory, name);
    };
    const [unix] = orderMigrations([file('202601010000_a.sql', 'select 1;\n')]);
    const [windows] = orderMigrations([file('202601010000_a.sql', 'select 1;\r\n')]);
    expect(windows?.checksum).toBe(unix?.checksum);
    expect(() => orderMigrations([file('1_a.sql', '')])).toThrow('YYYYMMDDHHMM');
    expect(() => orderMigrations([file('202601010000_a.sql', ''), file('202601010000_a.sql', '')])).toThrow('Two migrations');
  });

  test('beside a built bundle all lie in one directory', () => {
    const directory = mkdtempSync(join(tmpdir(), 'cl-dist-'));
    onTestFinished(() => rmSync(directory, { recursive: true }));
    expect(findMigrations(directory)).toEqual([]);
  });
});
