import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#platform/db/open-database.ts';
import { lookInto, openScene, type BackupScene } from '#platform/testing/backup-scene.ts';
import { isInstalled, startInstalled, type InstalledServer } from '#platform/testing/installed-server.ts';
import { restore } from './restore.ts';
import { takeBackup, type Taken } from './take-backup.ts';
import { verifyBackup } from './verify-backup.ts';

const isThere = isInstalled();
const quiet = { until: null, now: () => new Date(), log: () => {} };
let scene: BackupScene;
let taken: Taken;
let written: number;

beforeAll(async () => {
  scene = await openScene();
  for (const event of ['a', 'b', 'c']) await scene.write(event);
  const stop = scene.writeOn(4);
  taken = await takeBackup(scene.database, { root: scene.root, dataDirectory: scene.dataDirectory, reason: 'manual', productVersion: '0.1.0', portable: true, now: quiet.now });
  written = 3 + (await stop());
}, 60_000);
afterAll(() => scene?.remove());

describe('a portable backup', () => {
  test('is one snapshot of every table over all spaces, while others write', async () => {
    console.log(`${taken.manifest.tables['audit_entry']} entries of ${written}, ${taken.bytes} bytes, ${taken.milliseconds} ms`);
    expect(taken.manifest).toMatchObject({ kind: 'logical', hasInstallationKey: true, tables: { space: 1, audit_head: 1 } });
    expect(taken.manifest.tables['audit_entry']).toBeGreaterThanOrEqual(3);
    expect(taken.manifest.tables['audit_entry']).toBeLessThanOrEqual(written);
    expect(await verifyBackup(taken.folder)).toMatchObject({ intact: true });
  });

  test('holds one state only, and a damaged one is refused', async () => {
    await expect(restore({ ...quiet, folder: taken.folder, until: new Date(), target: join(scene.home, 'never'), databaseUrl: null })).rejects.toMatchObject({ code: 'noPointInTime' });
    const file = join(taken.folder, 'tables/audit_entry.copy.gz');
    const good = readFileSync(file);
    writeFileSync(file, good.subarray(0, good.length - 1));
    await expect(restore({ ...quiet, folder: taken.folder, target: join(scene.home, 'never'), databaseUrl: null })).rejects.toMatchObject({ code: 'backupDamaged', en: expect.stringContaining('audit_entry.copy.gz: is shorter') });
    writeFileSync(file, good);
  });

  test('restores into a fresh embedded database', { timeout: 60_000 }, async () => {
    const target = join(scene.home, 'again');
    const restored = await restore({ ...quiet, folder: taken.folder, target, databaseUrl: null });
    expect(restored).toMatchObject({ spaces: 1, entries: taken.manifest.tables['audit_entry'] });
    expect(await lookInto({ databaseUrl: null, dataDirectory: target }, scene.space)).toMatchObject({ intact: true });
    expect(readFileSync(join(target, 'secret.key'), 'utf8')).toBe('the installation key');
  });
});

describe.runIf(isThere)(`from the embedded database to PostgreSQL 15 and back${isThere ? '' : ' (skipped: it is not installed on this machine)'}`, () => {
  let own: InstalledServer;
  let address: string;
  beforeAll(async () => {
    own = await startInstalled();
    await own.asSuperuser('postgres', 'create role weaver login createrole', 'create database weaving owner weaver');
    address = own.address('weaver', 'weaving');
  }, 60_000);
  afterAll(() => own?.stop());

  test('there and back: the same rows, chains whole, and the rules of the spaces in force again', { timeout: 120_000 }, async () => {
    const away = join(scene.home, 'away');
    await restore({ ...quiet, folder: taken.folder, target: away, databaseUrl: address });
    const there = await lookInto({ databaseUrl: address, dataDirectory: away }, scene.space);
    expect(there.intact).toBe(true);
    expect(there.events).toHaveLength(taken.manifest.tables['audit_entry'] ?? -1);
    const database = await openDatabase({ databaseUrl: address, dataDirectory: away }, { log: () => {} });
    const forced = await database.ownerPool.query(`select count(*)::int as n from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity and not relforcerowsecurity`);
    expect(forced.rows).toEqual([{ n: 0 }]);
    expect((await database.ownerPool.query('select 1 from audit_entry')).rowCount).toBe(0);
    const back = await takeBackup(database, { root: join(scene.home, 'back'), dataDirectory: away, reason: 'scheduled', productVersion: '0.1.0', now: quiet.now });
    await database.close();
    // What the two servers say of their own is left aside; the saved rows must be the same.
    const { 'pgboss.version': _queue, ...tables } = taken.manifest.tables;
    expect(back.manifest).toMatchObject({ kind: 'logical', tables, postgresVersion: expect.stringMatching(/^15/) });
    const home = join(scene.home, 'home');
    await restore({ ...quiet, folder: back.folder, target: home, databaseUrl: null });
    expect((await lookInto({ databaseUrl: null, dataDirectory: home }, scene.space)).events).toEqual(there.events);
  });

  test('a database that holds data, and a copy of the embedded cluster, are refused', async () => {
    await expect(restore({ ...quiet, folder: taken.folder, target: join(scene.home, 'away'), databaseUrl: address })).rejects.toMatchObject({ code: 'databaseNotEmpty' });
    const base = await takeBackup(scene.database, { root: join(scene.home, 'base'), dataDirectory: scene.dataDirectory, reason: 'manual', productVersion: '0.1.0', now: quiet.now });
    await expect(restore({ ...quiet, folder: base.folder, target: join(scene.home, 'away'), databaseUrl: address })).rejects.toMatchObject({ code: 'baseIntoOwnServer', zh: expect.stringContaining('--portable') });
    rmSync(base.folder, { recursive: true });
    expect(readdirSync(join(scene.home, 'base'))).toEqual([]);
  });
});
