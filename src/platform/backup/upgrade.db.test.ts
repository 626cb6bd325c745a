import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { engineState } from '#platform/db/engine-releases.ts';
import { migrate } from '#platform/db/migrate.ts';
import { findMigrations, type Migration } from '#platform/db/migration-files.ts';
import { openDatabase, type OpenDatabase } from '#platform/db/open-database.ts';
import { openScene, type BackupScene } from '#platform/testing/backup-scene.ts';
import { killHard } from '#platform/testing/launcher-process.ts';
import { spawnUpgrade } from '#platform/testing/upgrade-process.ts';
import { listBackups } from './backup-folder.ts';
import { upgrade } from './upgrade.ts';
import { countEverything } from './upgrade-inspection.ts';
import { verifyBackup } from './verify-backup.ts';

let scene: BackupScene;
let database: OpenDatabase;
let said: string[] = [];
const real = findMigrations();
const step = (name: string, text: string): Migration => ({ name, text, checksum: name });

const run = (extra: Migration[], withBackup = false) =>
  upgrade(database, { root: scene.root, dataDirectory: scene.dataDirectory, productVersion: '0.2.0', withBackup, migrations: [...real, ...extra], now: () => new Date(), say: ({ en, zh }) => said.push(en, zh) });

/** Names of all tables and columns, and the rows in each table. */
async function state(): Promise<unknown> {
  const client = await database.ownerPool.connect();
  try {
    await client.query('begin');
    const columns = await client.query(`select table_name, column_name, data_type from information_schema.columns where table_schema = 'public' order by 1, 2`);
    const rows = await countEverything(client);
    const hashes = await client.query(`select md5(string_agg(name || checksum, ',' order by name)) as migrations from schema_migration`);
    await client.query('rollback');
    return { columns: columns.rows, rows, hashes: hashes.rows };
  } finally {
    client.release();
  }
}

beforeAll(async () => {
  scene = await openScene();
  database = scene.database;
  for (const event of ['a', 'b', 'c']) await scene.write(event);
}, 60_000);
afterAll(() => scene?.remove());
beforeEach(() => {
  said = [];
});

describe('an upgrade', () => {
  test('that has nothing to do says nothing and takes no backup', async () => {
    expect(await run([], true)).toEqual([]);
    expect(said).toEqual([]);
    expect(await listBackups(scene.root)).toEqual([]);
  });

  test('that fails in its second file leaves the first one undone too, and tells where the backup is', { timeout: 60_000 }, async () => {
    const before = await state();
    const error = (await run([step('209901010000_a', 'create table pebble_a (x int)'), step('209901010001_b', 'select 1 / 0')], true).catch((problem: unknown) => problem)) as { en: string };
    const [backup] = await listBackups(scene.root);
    expect(error).toMatchObject({ code: 'upgradeFailed', en: expect.stringContaining(backup?.folder ?? 'no backup'), zh: expect.stringContaining('已全部撤回') });
    expect(backup?.manifest).toMatchObject({ reason: 'upgrade', productVersion: '0.2.0' });
    expect(await verifyBackup(backup?.folder ?? '')).toMatchObject({ intact: true });
    expect(await state()).toEqual(before);
  });

  const harmful: [string, Migration, string][] = [
    ['empties a table that it does not name', step('209901010000_a', `do $$ begin execute 'insert into spa' || 'ce select gen_random_uuid(), name, kind, now() from sp' || 'ace'; end $$`), 'space (1 → 2)'],
    ['changes the columns of such a table', step('209901010000_a', `do $$ begin execute 'alter table audit_' || 'head add column x int'; end $$`), 'audit_head'],
    ['rewrites an entry of the audit', step('209901010000_a', `do $$ begin perform set_config('app.space_id', (select id::text from space), true); update audit_entry set event = 'z' where seq = 2; end $$`), 'breaks at entry 2'],
  ];

  test.each(harmful)('that %s is taken back', async (_what, migration, reason) => {
    const before = await state();
    await expect(run([migration])).rejects.toMatchObject({ code: 'upgradeFailed', en: expect.stringContaining(reason) });
    expect(await state()).toEqual(before);
  });

  test('without this inspection the same migrations would pass: it is what finds them', async () => {
    for (const [, migration] of harmful) {
      const looked: string[] = [];
      const stopAtTheEnd = { before: async () => {}, after: async () => { looked.push(migration.name); throw new Error('enough'); } };
      await expect(migrate(database.ownerPool, [...real, migration], stopAtTheEnd)).rejects.toThrow('enough');
      expect(looked).toHaveLength(1);
    }
  });

  test('that cannot be backed up before is not begun', async () => {
    const before = await state();
    const attempt = upgrade(database, { root: join(scene.dataDirectory, 'secret.key/x'), dataDirectory: scene.dataDirectory, productVersion: '0.2.0', withBackup: true, migrations: [...real, step('209901010000_a', 'create table pebble_a (x int)')], now: () => new Date(), say: () => {} });
    await expect(attempt).rejects.toMatchObject({ code: 'upgradeWithoutBackup', zh: expect.stringContaining('CLUSTERLOOM_BACKUP_DIR') });
    expect(await state()).toEqual(before);
  });

  test('killed half way, application and database, goes back to the state before, says so, and is done at the next start', { timeout: 120_000 }, async () => {
    const before = await state();
    await database.close();
    const extra = [step('209901010000_a', 'create table pebble_a (x int)'), step('209901010001_b', 'create table pebble_b (x int); select pg_sleep(20); create table pebble_c (x int)')];
    const { child, said: spoken } = spawnUpgrade(scene.dataDirectory, scene.root, extra);
    await expect.poll(spoken, { timeout: 60_000, interval: 50 }).toContain('A verified backup was taken before');
    const watcher = await openDatabase({ databaseUrl: null, dataDirectory: scene.dataDirectory }, { log: () => {}, join: true });
    await expect.poll(async () => (await watcher.ownerPool.query(`select 1 from pg_stat_activity where query like 'select pg_sleep%'`)).rowCount, { timeout: 20_000, interval: 50 }).toBe(1);
    const server = Number.parseInt(readFileSync(join(scene.dataDirectory, 'postgres/postmaster.pid'), 'utf8'), 10);
    await watcher.close();
    await killHard(child);
    process.kill(server, 'SIGKILL');
    await sleep(100);
    scene.database = database = await openDatabase({ databaseUrl: null, dataDirectory: scene.dataDirectory }, { log: () => {} });
    expect(await state()).toEqual(before);
    expect(await run([{ ...(extra[0] as Migration) }, { ...(extra[1] as Migration), text: 'create table pebble_b (x int); create table pebble_c (x int)' }])).toEqual(['209901010000_a', '209901010001_b']);
    expect(said.join()).toMatch(/was cut off.*went back to the state before/);
    expect(said.join()).toContain('被中断');
    expect(said.join()).toContain('done and verified');
  });
});

describe('the engine', () => {
  const today = new Date('2026-11-22');

  test.each([
    ['18.4', 'behind', '18.6'],
    ['18.6', 'current', '18.6'],
    ['15.19', 'current', '15.19'],
    ['15.18 (Debian 15.18-0+deb12u1)', 'behind', '15.19'],
    ['19.1', 'unknown', null],
  ])('%s is %s', (version, age, newest) => {
    expect(engineState(version, true, today)).toMatchObject({ age, newest, tableIsOld: false });
  });

  test('that is behind says where to go, in both languages; after years it is at its end, and the table says its own age', () => {
    expect(engineState('18.4', true, today).words).toMatchObject({ en: expect.stringContaining('DATABASE_URL'), zh: expect.stringContaining('DATABASE_URL') });
    expect(engineState('18.4', false, today).words?.en).not.toContain('DATABASE_URL');
    expect(engineState('15.19', false, new Date('2027-12-01'))).toMatchObject({ age: 'ended', tableIsOld: true });
  });
});
