import { beforeAll, describe, expect, test } from 'vitest';
import { testProduct, type TestProduct } from '../../../test/test-product.ts';

let house: TestProduct;
let spaceId: string;
let operator: string;
let reader: string;
let stranger: string;

beforeAll(async () => {
  house = await testProduct();
  spaceId = await house.newSpace();
  const other = await house.newSpace();
  const whole = { scopeKind: 'space' as const, scopeId: null };
  await house.addUser(spaceId, 'operator', { role: 'operator', ...whole });
  await house.addUser(spaceId, 'reader', { role: 'reader', ...whole });
  await house.addUser(other, 'stranger', { role: 'operator', ...whole });
  [operator, reader, stranger] = [await house.signIn('operator'), await house.signIn('reader'), await house.signIn('stranger')];
});

const get = async (cookie: string, path: string) => house.request(cookie, { method: 'GET', url: `/api/v1${path}` });
const post = async (cookie: string, path: string) => house.request(cookie, { method: 'POST', url: `/api/v1${path}` });
async function start(): Promise<string> {
  const response = await post(operator, '/audit/checks');
  expect(response.statusCode).toBe(202);
  return String(response.json().jobId);
}

describe('long work that somebody waits for', () => {
  test('waits, runs and shows what came out', async () => {
    const id = await start();
    expect((await get(operator, `/jobs/${id}`)).json()).toMatchObject({ state: 'waiting', mine: true, title: { zh: '校验审计链' }, secondsLeft: null });
    expect((await get(operator, '/jobs/mine?open=true')).json().total).toBe(1);
    expect(await house.product.runDueJobs()).toEqual([{ kind: 'identity.checkAudit', outcome: 'done' }]);
    const done = (await get(operator, `/jobs/${id}`)).json();
    expect(done).toMatchObject({ state: 'done', href: '/administration/audit', failure: null });
    expect(done.outcome.en).toMatch(/entries, the chain is intact/);
    expect((await get(operator, '/jobs/mine?open=true')).json().total).toBe(0);
  });

  test('is cancelled before it starts, and retried', async () => {
    const id = await start();
    expect((await post(operator, `/jobs/${id}/cancellation`)).json().state).toBe('cancelled');
    expect(await house.product.runDueJobs()).toEqual([]);
    expect((await post(operator, `/jobs/${id}/cancellation`)).json().reason).toBe('jobOver');
    expect((await post(operator, `/jobs/${id}/retry`)).json().state).toBe('waiting');
    expect((await post(operator, `/jobs/${id}/retry`)).json().reason).toBe('jobNotOver');
    await house.product.runDueJobs();
    expect((await get(operator, `/jobs/${id}`)).json().state).toBe('done');
    const events = (await get(operator, `/audit?subjectKind=job&subjectId=${id}`)).json().items.map((entry: { event: string }) => entry.event);
    expect(events.sort()).toEqual(['job.cancelled', 'job.retried']);
  });

  test('says in words why it failed, without the database’s', async () => {
    const id = await start();
    await house.product.database.ownerPool.query(`begin; set local app.space_id = '${spaceId}'; update audit_entry set event = 'forged' where seq = 1; commit`);
    await house.product.runDueJobs();
    expect((await get(operator, `/jobs/${id}`)).json()).toMatchObject({ state: 'failed', failure: { en: 'The chain breaks at entry 1; the 0 before it are intact.' } });
  });

  test('does not exist for others, and its list only for the operator', async () => {
    const id = await start();
    for (const cookie of [reader, stranger]) {
      expect((await get(cookie, `/jobs/${id}`)).statusCode).toBe(404);
      expect((await post(cookie, `/jobs/${id}/cancellation`)).statusCode).toBe(404);
      expect((await get(cookie, '/jobs/mine')).json().total).toBe(0);
    }
    for (const path of ['/jobs', '/jobs/queue']) expect((await get(reader, path)).statusCode).toBe(403);
    expect((await get(operator, '/jobs')).json().items.map((job: { id: string }) => job.id)).toContain(id);
    expect((await get(stranger, '/jobs')).json().total).toBe(0);
  });

  test('stands in the queue by its kind, of one’s own space only', async () => {
    const line = (body: { kinds: { kind: string }[] }) => body.kinds.find(({ kind }) => kind === 'identity.checkAudit');
    expect(line((await get(operator, '/jobs/queue')).json())).toMatchObject({ waiting: 1, running: 0, failed: 1 });
    expect(line((await get(stranger, '/jobs/queue')).json())).toBeUndefined();
  });

  test('is tidied away a quarter of a year after its end', async () => {
    house.clock.set('2027-03-01T00:00:00.000Z');
    await house.product.runDueJobs();
    const cookie = await house.signIn('operator');
    expect((await get(cookie, '/jobs?state=done')).json().total).toBe(0);
    const line = (await get(cookie, '/jobs/queue')).json().schedules.find(({ kind }: { kind: string }) => kind === 'system.tidyJobs');
    expect(line).toMatchObject({ lastState: 'done', per: 'space' });
  });
});
