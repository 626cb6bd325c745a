import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { systemClock } from '#platform/clock/clock.ts';
import { spoolOf } from '#platform/db/embedded/embedded.ts';
import { archiveTimeout } from '#platform/db/embedded/server.ts';
import { lookInto, openScene, type BackupScene } from '#platform/testing/backup-scene.ts';
import { listBackups } from './backup-folder.ts';
import { backupStatus } from './backup-status.ts';
import { restore } from './restore.ts';
import { isDue, lastDue, serveBackups } from './schedule.ts';
import { withSession } from './session.ts';
import { archiveOf, followArchive, pruneArchive } from './wal-archive.ts';

const quiet = { now: () => new Date(), log: () => {} };
let scene: BackupScene;
let stopBackups: () => Promise<void>;
const lines: Record<string, unknown>[] = [];
const plan = () => ({ directory: scene.root, at: '02:30', keep: 7, beforeUpgrade: true });
const superuser = (text: string) => withSession(scene.database.embedded?.superuserConfig ?? {}, (client) => client.query(text));

beforeAll(async () => {
  scene = await openScene({ archive: true });
  await scene.write('before');
  stopBackups = serveBackups({ source: scene.database, plan: plan(), dataDirectory: scene.dataDirectory, productVersion: '0.1.0', clock: systemClock, log: (line) => lines.push(line), pause: 100 });
  await vi.waitFor(async () => expect(await listBackups(scene.root)).toHaveLength(1), { timeout: 60_000, interval: 100 });
}, 90_000);
afterAll(async () => {
  await stopBackups?.();
  await scene?.remove();
});

describe('a restore to a point in time', () => {
  const instants: Record<string, Date> = {};

  test('the log of changes leaves the data directory while the server serves, at the latest after some minutes', async () => {
    for (const event of ['one', 'two', 'three']) {
      await scene.write(event);
      await sleep(30);
      instants[event] = new Date();
      await sleep(30);
    }
    writeFileSync(join(scene.dataDirectory, 'files/ab/later'), 'an upload after the backup');
    const { rows } = await superuser(`select name, setting from pg_settings where name in ('archive_mode', 'archive_timeout', 'archive_library')`);
    expect(Object.fromEntries(rows.map((row) => [row.name, row.setting]))).toEqual({ archive_library: 'basic_archive', archive_mode: 'on', archive_timeout: String(archiveTimeout) });
    // Five minutes are promised; what remains is for the way into the archive.
    expect(archiveTimeout).toBeLessThanOrEqual(240);
    await superuser('select pg_switch_wal()');
    const spool = spoolOf(scene.database.embedded?.clusterDirectory ?? '');
    const [backup] = await listBackups(scene.root);
    if (backup?.manifest.kind !== 'base') return expect.unreachable();
    const { manifest } = backup;
    await expect.poll(async () => (await followArchive(scene.root, manifest, null)).reach ?? new Date(0), { timeout: 20_000 }).satisfy((reach: Date) => reach > (instants['three'] ?? 0));
    await expect.poll(() => existsSync(join(scene.root, 'files/ab/later')), { timeout: 5000 }).toBe(true);
    expect(readdirSync(spool)).toEqual([]);
    expect(backupStatus({ dataDirectory: scene.dataDirectory, databaseUrl: null, backup: plan() })).toMatchObject({ lastGood: { reason: 'scheduled' }, log: { waiting: 0, late: false, fault: null, lastMovedAt: expect.any(String) } });
  });

  test('ends exactly there, with the uploads that came since, and the chain is whole', { timeout: 60_000 }, async () => {
    const target = join(scene.home, 'then');
    const restored = await restore({ folder: scene.root, until: instants['two'] ?? null, target, databaseUrl: null, ...quiet });
    expect(await lookInto({ databaseUrl: null, dataDirectory: target }, scene.space)).toEqual({ events: ['before', 'one', 'two'], intact: true });
    expect(readFileSync(join(target, 'files/ab/later'), 'utf8')).toContain('after the backup');
    expect(new Date(restored.lastChangeAt ?? 0) <= (instants['two'] ?? new Date(0))).toBe(true);
    expect(readdirSync(join(target, 'wal-spool'))).toEqual(['00000002.history']);
  });

  test('before the backup, after the end of the log, or across a damaged piece it is refused with what is possible', async () => {
    const [backup] = await listBackups(scene.root);
    if (backup?.manifest.kind !== 'base') return expect.unreachable();
    const attempt = (folder: string, until: Date) => restore({ folder, until, target: join(scene.home, 'never'), databaseUrl: null, ...quiet });
    await expect(attempt(backup.folder, new Date(Date.parse(backup.manifest.stateAt) - 1000))).rejects.toMatchObject({ code: 'instantTooEarly' });
    await expect(attempt(scene.root, new Date(Date.parse(backup.manifest.stateAt) - 1000))).rejects.toMatchObject({ code: 'noBackupBefore' });
    await expect(attempt(scene.root, new Date(Date.now() + 60_000))).rejects.toMatchObject({ code: 'instantTooLate', zh: expect.stringContaining('变更日志') });
    const archive = archiveOf(scene.root, backup.manifest.base.systemIdentifier);
    const needed = (await followArchive(scene.root, backup.manifest, instants['three'] ?? null)).pieces.at(-1);
    const last = `${needed?.name}.gz`;
    const good = readFileSync(join(archive, last));
    const broken = Buffer.from(good);
    // Near its beginning: further on lie compressed zeros, where some bits make no difference.
    broken.writeUInt8(broken.readUInt8(300) ^ 1, 300);
    writeFileSync(join(archive, last), broken);
    await expect(attempt(scene.root, instants['three'] ?? new Date())).rejects.toMatchObject({ code: 'logBroken', en: expect.stringContaining(last) });
    writeFileSync(join(archive, last), good);
    expect(existsSync(join(scene.home, 'never'))).toBe(false);
  });

  test('a gap ends what can be followed, and old pieces go', async () => {
    const [backup] = await listBackups(scene.root);
    if (backup?.manifest.kind !== 'base') return expect.unreachable();
    const { base } = backup.manifest;
    const archive = archiveOf(scene.root, base.systemIdentifier);
    const names = readdirSync(archive).sort();
    expect(await pruneArchive(scene.root, base.systemIdentifier, base.startWal)).toBe(names.filter((name) => name < base.startWal).length);
    const next = `${base.endWal.slice(0, 16)}${(Number.parseInt(base.endWal.slice(16), 16) + 1).toString(16).toUpperCase().padStart(8, '0')}`;
    rmSync(join(archive, `${next}.gz`));
    await scene.write('after the gap');
    await superuser('select pg_switch_wal()');
    await expect.poll(async () => (await followArchive(scene.root, backup.manifest as never, null)).brokenAt, { timeout: 20_000 }).not.toBeNull();
  });
});

describe('the daily backup', () => {
  const at = (text: string) => new Date(text);

  test.each([
    ['never taken', '2026-11-22T12:00', null, null, true],
    ['taken since the last due time', '2026-11-22T12:00', '2026-11-22T02:31', null, false],
    ['a day old', '2026-11-22T02:30', '2026-11-21T02:31', null, true],
    ['not yet the time', '2026-11-22T02:29', '2026-11-21T02:31', null, false],
    ['the machine slept for a week', '2026-11-22T12:00', '2026-11-15T02:31', null, true],
    ['failed just now', '2026-11-22T02:40', '2026-11-21T02:31', '2026-11-22T02:30', false],
    ['failed an hour ago', '2026-11-22T03:31', '2026-11-21T02:31', '2026-11-22T02:30', true],
  ])('%s', (_name, now, good, tried, due) => {
    expect(isDue(at(now), '02:30', good ? at(good) : null, tried ? at(tried) : null)).toBe(due);
  });

  test('the last due time lies never ahead', () => {
    expect(lastDue(at('2026-11-22T00:10'), '02:30')).toEqual(at('2026-11-21T02:30'));
    expect(lastDue(at('2026-03-01T02:30'), '02:30')).toEqual(at('2026-03-01T02:30'));
  });
});
