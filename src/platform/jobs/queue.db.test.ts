import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '#platform/clock/clock.ts';
import { inSpace } from '#platform/db/in-space.ts';
import type { JobKind, JobWork, SpaceDb } from '#platform/module/module.ts';
import { freshDatabase, type TestDatabase } from '#platform/testing/test-database.ts';
import { openBoss } from './boss.ts';
import { fetchJob } from './fetch.ts';
import type { JobRequest } from './job.ts';
import { JobFailure } from './job-failure.ts';
import { cancelJob, pgQueue, retryJob, type Queue } from './pg-queue.ts';
import { runDueJobs } from './run-due-jobs.ts';
import { makeScheduler } from './schedule.ts';
import { startWorkers, type WorkerParts } from './worker.ts';

const label = { zh: '试', en: 'Test' };
const clock = fixedClock('2026-11-22T08:00:00.000Z');
const ran: string[] = [];
let work: (job: JobWork, data: Record<string, unknown>) => Promise<void> = async () => undefined;
const run: JobKind['run'] = async (job, data) => {
  ran.push(String(data['name'] ?? 'scheduled'));
  await work(job, data);
};
const kinds: Record<string, JobKind> = {
  'test.run': { label, run },
  'test.short': { label, run, expireAfter: 1 },
  'test.daily': { label, run, schedule: { cron: '0 8 * * *', per: 'space' } },
};
let database: TestDatabase;
let spaceId: string;
let queue: Queue;
let parts: WorkerParts;
let stop: (() => Promise<void>) | null = null;

beforeAll(async () => {
  database = await freshDatabase();
  spaceId = await database.createSpace();
  const boss = openBoss(database.appPool);
  queue = pgQueue({ boss, kinds, clock });
  const within = <T>(space: string | null, does: (db: SpaceDb) => Promise<T>): Promise<T> => inSpace(database.app, space, does);
  const base = { boss, queue, kinds, clock, inSpace: within, asSystem: () => Promise.reject(new Error('not here')), log: () => undefined };
  parts = { ...base, sendDue: makeScheduler(base) };
});
afterEach(async () => {
  await stop?.();
  stop = null;
  work = async () => undefined;
  await runDueJobs(parts);
  ran.length = 0;
});

async function send(request: Partial<JobRequest> & { name: string }): Promise<string> {
  const id = randomUUID();
  const { name, ...rest } = request;
  await inSpace(database.app, spaceId, (db) => queue.send(db, { kind: 'test.run', data: { name }, ...rest, id, spaceId, personId: null }));
  return id;
}
async function row(id: string): Promise<{ state: string; failure: { en: string } | null; progress_done: string; tries: number }> {
  return inSpace(database.app, spaceId, async (db) => {
    const { rows } = await sql<never>`select state, failure, progress_done, tries from job where id = ${id}`.execute(db);
    return rows[0] ?? expect.unreachable();
  });
}
async function until(isSo: () => Promise<boolean> | boolean, limit = 8000): Promise<number> {
  const from = performance.now();
  while (!(await isSo())) {
    if (performance.now() - from > limit) throw new Error('it never came');
    await sleep(10);
  }
  return performance.now() - from;
}

describe('sending', () => {
  test('a job of a transaction that fails never was', async () => {
    const refused = inSpace(database.app, spaceId, async (db) => {
      await queue.send(db, { kind: 'test.run', data: { name: 'lost' }, title: label, id: randomUUID(), spaceId, personId: null });
      throw new Error('no');
    });
    await expect(refused).rejects.toThrow('no');
    expect(await runDueJobs(parts)).toEqual([]);
  });

  test('while one of its key waits another is not added, and afterwards it is', async () => {
    await send({ name: 'a', key: 'k' });
    await send({ name: 'b', key: 'k' });
    await send({ name: 'c', key: 'other' });
    await runDueJobs(parts);
    await send({ name: 'd', key: 'k' });
    await runDueJobs(parts);
    expect(ran).toEqual(['a', 'c', 'd']);
  });

  test('a job for later waits for the clock', async () => {
    await send({ name: 'later', startAfter: new Date('2026-11-22T09:00:00Z') });
    expect(await runDueJobs(parts)).toEqual([]);
    clock.set('2026-11-22T09:00:00.000Z');
    expect(await runDueJobs(parts)).toMatchObject([{ outcome: 'done' }]);
  });
});

describe('running', () => {
  test('a fault is tried again, and the last one is told in words', async () => {
    work = () => Promise.reject(new Error('select secret from x'));
    const id = await send({ name: 'a', title: label });
    expect((await runDueJobs(parts)).map(({ outcome }) => outcome)).toEqual(['again', 'again', 'failed']);
    const failed = await row(id);
    expect(failed).toMatchObject({ state: 'failed', tries: 3 });
    expect(failed.failure?.en).not.toContain('secret');
  });

  test('what can never succeed is not tried again, and its reason is shown; a person may retry it', async () => {
    work = () => Promise.reject(new JobFailure({ zh: '空', en: 'The list is empty.' }));
    const id = await send({ name: 'a', title: label });
    expect((await runDueJobs(parts)).map(({ outcome }) => outcome)).toEqual(['failed']);
    expect(await row(id)).toMatchObject({ state: 'failed', failure: { en: 'The list is empty.' } });
    work = async () => undefined;
    expect(await inSpace(database.app, spaceId, (db) => retryJob(db, id))).toBe(true);
    expect((await runDueJobs(parts)).map(({ outcome }) => outcome)).toEqual(['done']);
    expect(await row(id)).toMatchObject({ state: 'done', failure: null });
  });

  test('a cancelled job does not start', async () => {
    const id = await send({ name: 'a', title: label });
    await inSpace(database.app, spaceId, (db) => cancelJob(db, id, clock.now()));
    expect(await runDueJobs(parts)).toEqual([]);
    expect(await row(id)).toMatchObject({ state: 'cancelled' });
  });

  test('work of a space that is gone goes with it', async () => {
    const gone = await database.createSpace();
    await inSpace(database.app, gone, (db) => queue.send(db, { kind: 'test.run', data: { name: 'a' }, id: randomUUID(), spaceId: gone, personId: null }));
    await database.ownerPool.query('delete from space where id = $1', [gone]);
    expect((await runDueJobs(parts)).map(({ outcome }) => outcome)).toEqual(['gone']);
    expect(ran).toEqual([]);
  });

  test('a schedule runs once for each space however many days were missed, by the clock of the space', async () => {
    clock.set('2026-11-22T10:00:00.000Z');
    expect(await runDueJobs(parts)).toEqual([]);
    clock.set('2026-11-22T23:59:59.000Z');
    expect(await runDueJobs(parts)).toEqual([]);
    clock.set('2026-11-26T00:00:00.000Z');
    expect(await runDueJobs(parts)).toMatchObject([{ kind: 'test.daily', outcome: 'done' }]);
    expect(await runDueJobs(parts)).toEqual([]);
  });
});

describe('workers in the background', () => {
  test('start a job right after its commit', async () => {
    stop = startWorkers(parts);
    await sleep(300);
    await send({ name: 'a' });
    queue.wake();
    expect(await until(() => ran.length > 0)).toBeLessThan(250);
  });

  test('take up the work of a program that was killed', async () => {
    const id = await send({ name: 'a', kind: 'test.short', title: label });
    expect(await fetchJob(parts.boss, 'long')).toMatchObject({ id });
    stop = startWorkers(parts);
    await until(async () => (await row(id)).state === 'done');
    expect(ran).toEqual(['a']);
  });

  test('show progress and stop at the next step when somebody cancels', async () => {
    work = async (job) => {
      for (let done = 0; done < 1000; done += 1) {
        await job.progress(done, 1000);
        await sleep(10);
      }
    };
    const id = await send({ name: 'a', title: label });
    stop = startWorkers(parts);
    await until(async () => Number((await row(id)).progress_done) > 0);
    await inSpace(database.app, spaceId, (db) => cancelJob(db, id, clock.now()));
    await until(async () => (await row(id)).state === 'cancelled');
    expect(ran).toEqual(['a']);
  });

  test('give running work back when the product stops, and the try does not count', async () => {
    work = async (job) => {
      await new Promise<void>((_resolve, reject) => job.signal.addEventListener('abort', () => reject(new Error('stopped'))));
    };
    const id = await send({ name: 'a', title: label });
    const end = startWorkers(parts);
    await until(() => ran.length > 0);
    await end();
    expect(await row(id)).toMatchObject({ state: 'waiting' });
    work = async () => undefined;
    expect(await runDueJobs(parts)).toMatchObject([{ outcome: 'done' }]);
    expect(ran).toEqual(['a', 'a']);
  });
});
