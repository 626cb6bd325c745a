import type { FastifyInstance } from 'fastify';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeServer, sessionCookie } from '#platform/http/server.ts';
import { oneRow, withSession } from '#platform/backup/session.ts';
import { judge, probeDisk, watchStorage, type Probe, type StorageWatch } from '#platform/storage/storage-watch.ts';
import { invariants, officeLogin, officePassword, openOffice, type Office } from './office.ts';

const megabyte = 1024 * 1024;
const home = mkdtempSync(join(tmpdir(), 'cl-disk-'));
const disk = join(home, 'disk');
mkdirSync(disk);
/** A disk of its own that can be filled; where none may be mounted, what the watch sees and how big files may grow stand in for it. */
const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=360m', 'tmpfs', disk]).status === 0;
const reserve = 64 * megabyte;

let office: Office;
let server: FastifyInstance;
let storage: StorageWatch;
let cookie: string;
const plenty: Probe = { free: 1e12, fault: null };
/** What the watch is told instead of what the disk says; null where the disk itself can be filled. */
let seen: Probe | null = isMounted ? null : plenty;
const alarms: string[] = [];
const logged: Record<string, unknown>[] = [];
const names: string[] = [];

beforeAll(async () => {
  office = await openOffice(join(disk, 'data'));
  storage = watchStorage({ directory: join(disk, 'data'), log: (line) => logged.push(line), say: (line) => alarms.push(line), reserve, pause: 100, probe: (directory) => seen ?? probeDisk(directory) });
  server = await makeServer({ ...office.product, storage, webFolder: null, secureCookies: false, rateLimitPerMinute: 1e6, checkAnswers: true, log: (line) => logged.push(line) });
  const response = await server.inject({ method: 'POST', url: '/api/v1/session', payload: { login: officeLogin, password: officePassword } });
  cookie = `${sessionCookie}=${response.cookies.find(({ name }) => name === sessionCookie)?.value}`;
}, 120_000);
afterAll(async () => {
  await storage?.stop();
  await server?.close();
  await office?.product.close();
  if (isMounted) spawnSync('umount', ['-l', disk]);
  rmSync(home, { recursive: true, force: true });
});

const post = async (name: string) => {
  const response = await server.inject({ method: 'POST', url: '/api/v1/organisations', headers: { cookie }, payload: { name: { zh: name }, type: 'enterprise', visibility: 'internal' } });
  if (response.statusCode === 201) names.push(name);
  return { status: response.statusCode, reason: (response.json() as { reason?: string }).reason, detail: (response.json() as { detail?: string }).detail };
};
const read = async () => (await server.inject({ method: 'GET', url: '/api/v1/organisations?limit=1', headers: { cookie } })).statusCode;

function fillUp(): void {
  if (!isMounted) return void (seen = { free: reserve - 1, fault: null });
  const { bavail, bsize } = statfsSync(disk);
  execFileSync('dd', ['if=/dev/zero', `of=${join(disk, 'ballast')}`, 'bs=1M', `count=${Math.max(0, Math.floor((bavail * bsize - reserve) / megabyte) + 8)}`], { stdio: 'ignore' });
}

function makeRoom(): void {
  seen = isMounted ? null : plenty;
  rmSync(join(disk, 'ballast'), { force: true });
}

describe(`a disk that fills up (${isMounted ? 'a small file system' : 'no file system may be mounted here: its figures are given instead'})`, () => {
  test('writing is refused in plain words with an alarm, reading and signing in go on, and it recovers by itself', { timeout: 60_000 }, async () => {
    expect(await post('甲')).toMatchObject({ status: 201 });
    fillUp();
    await expect.poll(() => storage.state(), { timeout: 10_000 }).toBe('full');
    expect(await post('乙')).toMatchObject({ status: 503, reason: 'storageFull', detail: expect.stringMatching(/空间不足|no room/) });
    expect(await read()).toBe(200);
    expect((await server.inject({ method: 'POST', url: '/api/v1/session', payload: { login: officeLogin, password: officePassword } })).statusCode).toBeLessThan(300);
    expect(alarms.filter((line) => line.startsWith('ALARM'))).toHaveLength(1);
    expect(logged).toContainEqual(expect.objectContaining({ level: 'error', alarm: 'storageFull' }));
    makeRoom();
    await expect.poll(async () => (await post('丙')).status, { timeout: 10_000 }).toBe(201);
    expect(alarms.at(-1)).toContain('everything works');
    const rows = await office.product.database.ownerPool.query('select 1 as one');
    expect(rows.rowCount).toBe(1);
    console.log(`disk full and free again: ${JSON.stringify(await invariants(office.product))}`);
  });

  test('the mutant: without the watch the same write goes through to the database while the disk runs full', async () => {
    const blind = await makeServer({ ...office.product, webFolder: null, secureCookies: false, rateLimitPerMinute: 1e6, checkAnswers: true, log: () => {} });
    fillUp();
    await expect.poll(() => storage.state(), { timeout: 10_000 }).toBe('full');
    const response = await blind.inject({ method: 'POST', url: '/api/v1/organisations', headers: { cookie }, payload: { name: { zh: '丁' }, type: 'enterprise', visibility: 'internal' } });
    expect(response.statusCode).toBe(201);
    makeRoom();
    await expect.poll(() => storage.state(), { timeout: 10_000 }).toBe('good');
    await blind.close();
  });

  test('the log itself cannot be written: 503 and no 500, what was acknowledged stays, and it goes on afterwards', { timeout: 120_000 }, async (context) => {
    // Works without any right: no file of the server may be written beyond a quarter of a megabyte.
    const limit = (bytes: string) => spawnSync('prlimit', ['--pid', String(office.product.database.embedded?.serverPid() ?? 0), `--fsize=${bytes}:unlimited`]).status === 0;
    if (!limit(String(256 * 1024))) return context.skip('prlimit is not there');
    // The limit holds for the sessions that begin from now on.
    const { rows } = await office.product.database.ownerPool.query<{ pid: number }>(`select pid from pg_stat_activity where usename = 'clusterloom_app'`);
    for (const { pid } of rows) process.kill(pid, 'SIGTERM');
    const answers = new Set<string>();
    for (let n = 0; n < 200 && answers.size < 3 && ![...answers].some((answer) => answer.startsWith('503')); n += 1) {
      const { status, reason = '' } = await post(`${n} ${'样'.repeat(150)}`);
      answers.add(`${status} ${reason}`);
    }
    console.log(`with a log that cannot be written: ${[...answers].join(', ')}`);
    expect([...answers].filter((answer) => !/^(201|503)/.test(answer))).toEqual([]);
    expect([...answers].join()).toContain('503');
    limit('unlimited');
    await expect.poll(async () => (await post('戊')).status, { timeout: 60_000, interval: 100 }).toBe(201);
    expect(await countNamed()).toBeGreaterThanOrEqual(names.length);
    await invariants(office.product);
  });
});

async function countNamed(): Promise<number> {
  const { embedded } = office.product.database;
  return await withSession(embedded?.superuserConfig ?? {}, async (client) => (await oneRow<{ n: number }>(client, `select count(*)::int as n from organisation where name->>'zh' = any($1)`, [names])).n);
}

describe('the judgement', () => {
  test.each([
    [{ free: 100, fault: null }, 'good', 'good'],
    [{ free: 99, fault: null }, 'good', 'full'],
    [{ free: 110, fault: null }, 'full', 'full'],
    [{ free: 125, fault: null }, 'full', 'good'],
    [{ free: 1e9, fault: 'ENOSPC' }, 'good', 'full'],
    [{ free: 1e9, fault: 'EROFS' }, 'good', 'readOnly'],
    [{ free: 1e9, fault: 'EACCES' }, 'good', 'readOnly'],
  ] as const)('%o after %s is %s', (probe, before, expected) => {
    expect(judge(probe, 100, before)).toBe(expected);
  });
});

describe('a data folder that turns read-only while it is served', () => {
  test('is said, writing is refused, reading goes on, and it recovers by itself', { timeout: 60_000 }, async () => {
    const turn = (mode: 'ro' | 'rw') => {
      // The system refuses it while files are open for writing, as the database's are; then the watch is told so.
      const isTurned = isMounted && spawnSync('mount', ['-o', `remount,${mode}`, disk]).status === 0;
      seen = isTurned && mode === 'rw' ? null : isTurned ? seen : { free: 1e12, fault: mode === 'ro' ? 'EROFS' : null };
    };
    turn('ro');
    await expect.poll(() => storage.state(), { timeout: 10_000 }).toBe('readOnly');
    expect(await post('己')).toMatchObject({ status: 503, reason: 'storageReadOnly' });
    expect(await read()).toBe(200);
    turn('rw');
    await expect.poll(() => storage.state(), { timeout: 10_000 }).toBe('good');
    await expect.poll(async () => (await post('庚')).status, { timeout: 30_000 }).toBe(201);
    await invariants(office.product);
  });
});
