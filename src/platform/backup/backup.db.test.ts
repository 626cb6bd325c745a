import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { PlainProblem } from '#platform/config/plain-problem.ts';
import { lookInto, openScene, type BackupScene } from '#platform/testing/backup-scene.ts';
import { listBackups } from './backup-folder.ts';
import { backupStatus } from './backup-status.ts';
import { restore } from './restore.ts';
import { takeBackup, type Taken } from './take-backup.ts';
import { allChecks, verifyBackup, type Checks, type FaultKind } from './verify-backup.ts';

const now = () => new Date();
const quiet = { now, log: () => {} };

async function problemOf(work: Promise<unknown>): Promise<PlainProblem> {
  const problem = await work.then(
    () => expect.unreachable('it should have been refused'),
    (error: unknown) => error,
  );
  if (!(problem instanceof PlainProblem)) throw problem;
  expect(problem.zh).toMatch(/\p{Script=Han}/u);
  return problem;
}

let scene: BackupScene;
let taken: Taken;
let acknowledged: number;

const request = () => ({ root: scene.root, dataDirectory: scene.dataDirectory, reason: 'manual' as const, productVersion: '0.1.0', now });

beforeAll(async () => {
  scene = await openScene();
  for (const event of ['a', 'b', 'c']) await scene.write(event);
  const stop = scene.writeOn(8);
  taken = await takeBackup(scene.database, request());
  acknowledged = await stop();
}, 60_000);
afterAll(() => scene?.remove());

/** A copy of the backup that a test may harm. */
function copy(): string {
  const folder = join(scene.home, `copy-${Math.random().toString(36).slice(2)}`);
  execFileSync('cp', ['-al', taken.folder, folder]);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe('a backup of the embedded database, taken while eight writers write', () => {
  test('says what it holds', async () => {
    const { manifest } = taken;
    console.log(`backup of ${(taken.bytes / 1e6).toFixed(0)} MB in ${taken.milliseconds} ms, ${manifest.tables['audit_entry']} entries in it, ${acknowledged + 3} written in all`);
    expect(manifest).toMatchObject({ kind: 'base', hasInstallationKey: true, countsExact: true, postgresVersion: expect.stringMatching(/^18/), productVersion: '0.1.0' });
    expect(manifest.migrations.length).toBeGreaterThan(2);
    expect(manifest.files.map(({ path }) => path)).toEqual(expect.arrayContaining(['secret.key', 'files/ab/letter', 'postgres/global/pg_control', 'postgres/backup_label']));
    expect(await verifyBackup(taken.folder)).toMatchObject({ intact: true });
    expect((await listBackups(scene.root)).map(({ name }) => name)).toEqual([taken.name]);
    const status = backupStatus({ dataDirectory: scene.dataDirectory, databaseUrl: null, backup: { directory: scene.root, at: '02:30', keep: 7, beforeUpgrade: true } });
    expect(status).toMatchObject({ lastGood: { name: taken.name, bytes: taken.bytes }, lastFailure: null, dailyAt: '02:30', keep: 7 });
  });

  test('restores into a fresh folder: counts, chains and structure hold, and it can be served', { timeout: 60_000 }, async () => {
    const target = join(scene.home, 'fresh');
    const begun = performance.now();
    const restored = await restore({ folder: scene.root, until: null, target, databaseUrl: null, ...quiet });
    console.log(`restored in ${Math.round(performance.now() - begun)} ms`);
    expect(restored).toMatchObject({ previous: null, spaces: 1, entries: taken.manifest.tables['audit_entry'] });
    expect(readFileSync(join(target, 'secret.key'), 'utf8')).toBe('the installation key');
    expect(readFileSync(join(target, 'files/ab/letter'), 'utf8')).toBe('an upload');
    const found = await lookInto({ databaseUrl: null, dataDirectory: target }, scene.space);
    expect(found).toMatchObject({ intact: true });
    expect(found.events).toHaveLength(restored.entries);
    expect(found.events.slice(0, 3)).toEqual(['a', 'b', 'c']);
    expect(readdirSync(scene.home).filter((name) => name.includes('restoring'))).toEqual([]);
  });

  test('keeps the former data beside under a dated name, and refuses while they are in use', { timeout: 60_000 }, async () => {
    const target = join(scene.home, 'former');
    mkdirSync(target);
    writeFileSync(join(target, 'note'), 'mine');
    const { previous } = await restore({ folder: taken.folder, until: null, target, databaseUrl: null, ...quiet });
    expect(previous).toMatch(/former\.before-\d{8}-\d{6}$/);
    expect(readFileSync(join(previous ?? '', 'note'), 'utf8')).toBe('mine');
    const problem = await problemOf(restore({ folder: taken.folder, until: null, target: scene.dataDirectory, databaseUrl: null, ...quiet }));
    expect(problem.code).toBe('restoreWhileRunning');
  });
});

interface Harm {
  name: string;
  kind: FaultKind;
  /** The look that finds it; without it the harm goes unseen, which proves that it is needed. */
  check: keyof Checks;
  harm(folder: string): string;
}

const heap = () => taken.manifest.files.filter(({ path, bytes }) => /postgres\/base\/\d+\/\d+$/.test(path) && bytes >= 16384).at(-1)?.path ?? '';
const wal = () => taken.manifest.files.find(({ path }) => path.startsWith('postgres/pg_wal/0'))?.path ?? '';

/** The copy shares its files with the backup, so a harmed one is written anew. */
function change(file: string, work: (bytes: Buffer) => Buffer): void {
  const bytes = work(readFileSync(file));
  rmSync(file);
  writeFileSync(file, bytes);
}

const flip = (file: string, at: number): void => change(file, (bytes) => (bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at), bytes));

/** As somebody would who wants to pass the first look: the manifest is changed and sealed again. */
function reseal(folder: string, edit: (manifest: { files: { path: string; bytes: number }[]; base: Record<string, unknown> }) => void): void {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  edit(manifest);
  const text = JSON.stringify(manifest);
  change(join(folder, 'manifest.json'), () => Buffer.from(text));
  change(join(folder, 'manifest.sha256'), () => Buffer.from(createHash('sha256').update(text).digest('hex')));
}

const harms: Harm[] = [
  { name: 'one bit flipped in a table', kind: 'changed', check: 'hashes', harm: (folder) => (flip(join(folder, heap()), 9000), heap()) },
  { name: 'one bit flipped in the log', kind: 'changed', check: 'hashes', harm: (folder) => (flip(join(folder, wal()), 100_000), wal()) },
  { name: 'one bit flipped in the installation key', kind: 'changed', check: 'hashes', harm: (folder) => (flip(join(folder, 'secret.key'), 3), 'secret.key') },
  { name: 'one bit flipped in the manifest', kind: 'manifestChanged', check: 'seal', harm: (folder) => (rewrite(folder), 'manifest.json') },
  { name: 'a table cut short', kind: 'truncated', check: 'sizes', harm: (folder) => (change(join(folder, heap()), (bytes) => bytes.subarray(0, 8192)), heap()) },
  { name: 'something added to a file', kind: 'tooLong', check: 'sizes', harm: (folder) => (change(join(folder, heap()), (bytes) => Buffer.concat([bytes, Buffer.from('x')])), heap()) },
  { name: 'a file that belongs elsewhere', kind: 'unexpected', check: 'extras', harm: (folder) => (writeFileSync(join(folder, 'postgres/base/1/99999'), 'x'), 'postgres/base/1/99999') },
  { name: 'a piece of the log missing, and the manifest made to agree', kind: 'logMissing', check: 'log', harm: (folder) => (dropWal(folder), wal()) },
  { name: 'the control file of another database', kind: 'otherCluster', check: 'identity', harm: (folder) => (reseal(folder, (manifest) => (manifest.base['systemIdentifier'] = '7')), 'postgres/global/pg_control') },
];

function rewrite(folder: string): void {
  change(join(folder, 'manifest.json'), (bytes) => Buffer.from(bytes.toString().replace('"productVersion": "0.1.0"', '"productVersion": "0.1.1"')));
}

function dropWal(folder: string): void {
  const path = wal();
  rmSync(join(folder, path));
  reseal(folder, (manifest) => (manifest.files = manifest.files.filter((file) => file.path !== path)));
}

describe('a backup that is not as it was', () => {
  test.each(harms)('$name is reported and not restored', async ({ kind, check, harm }) => {
    const folder = copy();
    const file = harm(folder);
    const verdict = await verifyBackup(folder);
    expect(verdict.faults).toEqual([expect.objectContaining({ kind, file })]);
    const target = join(scene.home, 'never');
    const problem = await problemOf(restore({ folder, until: null, target, databaseUrl: null, ...quiet }));
    expect(problem).toMatchObject({ code: 'backupDamaged', en: expect.stringContaining(file), zh: expect.stringContaining(file) });
    expect(existsSync(target)).toBe(false);
    // The mutant: a verification that leaves this look out would let it pass.
    const blind = check === 'sizes' ? { ...allChecks, sizes: false, hashes: false } : { ...allChecks, [check]: false };
    expect(await verifyBackup(folder, blind)).toMatchObject({ intact: true });
  });

  test('a missing file, a folder of something else, an empty one, one that was never finished', async () => {
    const incomplete = copy();
    rmSync(join(incomplete, 'postgres/global/pg_control'));
    expect((await verifyBackup(incomplete)).faults).toEqual([expect.objectContaining({ kind: 'missing', file: 'postgres/global/pg_control' })]);
    const foreign = join(scene.home, 'foreign');
    mkdirSync(foreign);
    expect((await verifyBackup(foreign)).faults).toMatchObject([{ kind: 'noBackup' }]);
    writeFileSync(join(foreign, 'manifest.json'), '{"name":"somebody-else","files":[]}');
    expect((await verifyBackup(foreign)).faults).toMatchObject([{ kind: 'foreign' }]);
    expect((await problemOf(restore({ folder: foreign, until: null, target: join(scene.home, 'never'), databaseUrl: null, ...quiet }))).code).toBe('backupDamaged');
  });

  test('a manifest that points out of its folder is none of ours', async () => {
    const folder = copy();
    reseal(folder, (manifest) => manifest.files.push({ ...manifest.files[0], path: '../../outside', bytes: 1 }));
    expect((await verifyBackup(folder)).faults).toMatchObject([{ kind: 'foreign' }]);
  });

  test('should it pass all the same, the restored copy itself is looked at before it is put in place', { timeout: 60_000 }, async () => {
    const target = join(scene.home, 'present');
    mkdirSync(target);
    writeFileSync(join(target, 'note'), 'mine');
    const folder = copy();
    reseal(folder, (manifest) => ((manifest as unknown as { tables: Record<string, number> }).tables['audit_entry'] = 1));
    const problem = await problemOf(restore({ folder, until: null, target, databaseUrl: null, ...quiet }));
    expect(problem).toMatchObject({ code: 'restoreCheckFailed', en: expect.stringContaining('table audit_entry has') });
    expect(readdirSync(target)).toEqual(['note']);
    expect(readdirSync(scene.home).filter((name) => /restoring|before/.test(name) && name.startsWith('present'))).toEqual([]);
  });
});

describe('taking one', () => {
  test('into a place that is no folder fails plainly, leaves the others alone and is remembered', async () => {
    const file = join(scene.home, 'file');
    writeFileSync(file, '');
    const problem = await problemOf(takeBackup(scene.database, { ...request(), root: join(file, 'x') }));
    expect(problem.code).toBe('backupFolderClosed');
    const place = { dataDirectory: scene.dataDirectory, databaseUrl: null, backup: { directory: scene.root, at: '02:30', keep: 7, beforeUpgrade: true } };
    expect(backupStatus(place)).toMatchObject({ lastGood: { name: taken.name }, lastFailure: { en: problem.en, zh: problem.zh } });
    expect(await listBackups(scene.root)).toHaveLength(1);
  });

  test('two at once: the second is told to wait', async () => {
    const both = await Promise.allSettled([takeBackup(scene.database, request()), takeBackup(scene.database, request())]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'backupRunning' } });
  });
});

