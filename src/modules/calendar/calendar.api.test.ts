import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { testProduct, type TestProduct } from '../../../test/test-product.ts';
import { getDeadline, removeDeadline, setDeadline } from './deadlines.ts';

let house: TestProduct;
let spaceId: string;
let operator: string;
let reader: string;
const subject = { kind: 'pebble', id: 'p1' };

beforeAll(async () => {
  house = await testProduct();
  spaceId = await house.newSpace();
  await house.addUser(spaceId, 'operator', { role: 'operator', scopeKind: 'space', scopeId: null });
  await house.addUser(spaceId, 'reader', { role: 'reader', scopeKind: 'space', scopeId: null });
  [operator, reader] = [await house.signIn('operator'), await house.signIn('reader')];
});

const get = async (path: string, cookie = reader) => house.request(cookie, { method: 'GET', url: `/api/v1${path}` });
const write = async (method: 'PUT' | 'DELETE' | 'POST', path: string, payload: object | undefined, version: number | null, cookie = operator) =>
  house.request(cookie, { method, url: `/api/v1${path}`, ...(payload ? { payload } : {}), headers: version === null ? {} : { 'if-match': `"v${version}"` } });
const holiday = { kind: 'holiday', name: { zh: '厂庆', en: 'Works holiday' } };

describe('the working calendar', () => {
  test('is known without anybody entering it, and says which year is not announced', async () => {
    const overview = (await get('/calendar')).json();
    expect(overview).toMatchObject({ timeZone: 'Asia/Shanghai', today: '2026-11-22' });
    expect(overview.years.map(({ year, announced }: { year: number; announced: boolean }) => [year, announced])).toEqual([[2024, true], [2025, true], [2026, true], [2027, false]]);
    const year = (await get('/calendar/years/2026')).json();
    expect(year).toMatchObject({ announced: true, source: 'chinese-days', version: 0 });
    expect(year.days).toContainEqual({ day: '2026-10-10', kind: 'workday', name: { zh: '国庆节调休', en: 'Make-up day for National Day' }, source: 'chinese-days' });
  });

  test('a day is added, changed and removed, each time from what was seen', async () => {
    const added = await write('PUT', '/calendar/days/2026-11-25', holiday, 0);
    expect(added.json()).toMatchObject({ version: 1 });
    expect(added.json().days.length).toBeGreaterThan(30);
    expect((await write('PUT', '/calendar/days/2026-11-25', holiday, 0)).json().reason).toBe('changedMeanwhile');
    expect((await write('PUT', '/calendar/days/2026-11-25', holiday, null)).json().reason).toBe('versionRequired');
    const changed = await write('PUT', '/calendar/days/2026-11-25', { ...holiday, kind: 'workday' }, 1);
    expect(changed.json().days).toContainEqual({ day: '2026-11-25', kind: 'workday', name: holiday.name, source: 'operator' });
    expect((await write('DELETE', '/calendar/days/2026-11-25', undefined, 2)).json().days.some(({ day }: { day: string }) => day === '2026-11-25')).toBe(false);
    expect((await write('POST', '/calendar/years/2026/fill', undefined, 3)).json()).toMatchObject({ version: 4, announced: true });
    expect((await write('POST', '/calendar/years/2090/fill', undefined, 0)).json().reason).toBe('yearUnknown');
  });

  test('is changed by its operator only', async () => {
    expect((await write('PUT', '/calendar/days/2026-11-25', holiday, 4, reader)).statusCode).toBe(403);
    expect((await write('PUT', '/calendar/time-zone', { timeZone: 'UTC' }, null, reader)).statusCode).toBe(403);
    expect((await house.request(null, { method: 'GET', url: '/api/v1/calendar' })).statusCode).toBe(401);
  });

  test.each([
    [{ announced: true, days: [{ day: '2028-01-01', ...holiday }] }, 'dayOutsideYear'],
    [{ announced: true, days: [{ day: '2027-01-01', ...holiday }, { day: '2027-01-01', ...holiday }] }, 'sameDayTwice'],
    [{ announced: true, days: [{ day: '2027-02-30', ...holiday }] }, 'invalidInput'],
  ])('an impossible year is refused', async (body, reason) => {
    expect((await write('PUT', '/calendar/years/2027', body, 0)).json().reason).toBe(reason);
  });

  test('a time zone must be one', async () => {
    expect((await write('PUT', '/calendar/time-zone', { timeZone: 'Asia/Beijing' }, null)).statusCode).toBe(400);
  });

  test('a deadline can be tried, with its explanation', async () => {
    const tried = (await write('POST', '/calendar/deadline-trials', { rule: { workingDays: 5, at: '17:00' }, start: '2026-11-20T09:00:00+08:00' }, null, reader)).json();
    expect(tried).toMatchObject({ instant: '2026-11-27T09:00:00.000Z', provisional: false });
    expect(tried.steps.length).toBeGreaterThan(2);
  });
});

describe('deadlines of records', () => {
  const notices = () => house.product.asSystem(spaceId, async (context) => (await sql<{ params: object }>`select params from notice_outbox where kind = 'calendar.deadlineMoved'`.execute(context.db)).rows);

  test('follow the calendar while they lie ahead, and their holders are told', async () => {
    await house.product.asSystem(spaceId, async (context) => {
      const start = new Date('2026-12-30T02:00:00Z');
      const input = { subject, rule: { workingDays: 3 }, start, href: '/pebbles/p1', name: { en: 'Pebble' }, holders: { people: ['00000000-0000-7000-8000-000000000001'] } };
      expect(await setDeadline(context, input)).toMatchObject({ day: '2027-01-04', provisional: true });
      await setDeadline(context, { ...input, key: 'past', rule: { date: '2026-01-05' } });
    });
    const days = [{ day: '2027-01-01', ...holiday }, { day: '2027-01-02', kind: 'workday', name: { zh: '调休' } }];
    expect((await write('PUT', '/calendar/years/2027', { announced: true, source: '国办发明电〔样例〕', days }, 0)).json()).toMatchObject({ announced: true, version: 1 });
    expect((await house.product.runDueJobs()).map(({ kind, outcome }) => [kind, outcome])).toContainEqual(['calendar.recompute', 'done']);
    const read = (key?: string) => house.product.asSystem(spaceId, (context) => getDeadline(context, subject, key));
    expect(await read()).toMatchObject({ day: '2027-01-04', provisional: false });
    expect(await notices()).toEqual([]);
    await write('PUT', '/calendar/days/2027-01-04', holiday, 1);
    await house.product.runDueJobs();
    expect(await read()).toMatchObject({ day: '2027-01-05', provisional: false });
    expect(await notices()).toEqual([{ params: { from: '2027-01-04', to: '2027-01-05' } }]);
    await write('PUT', '/calendar/time-zone', { timeZone: 'Europe/Berlin' }, null);
    await house.product.runDueJobs();
    expect((await read())?.instant).toBe('2027-01-05T22:59:59.000Z');
    expect(await read('past')).toMatchObject({ day: '2026-01-05', instant: '2026-01-05T15:59:59.000Z' });
    await house.product.asSystem(spaceId, (context) => removeDeadline(context, subject));
    expect(await read()).toBeNull();
  });

  test('a space gets the packaged years written down at night, and what people entered stays', async () => {
    house.clock.set('2026-11-23T21:00:00.000Z');
    await house.product.runDueJobs();
    operator = await house.signIn('operator');
    expect((await get('/calendar/years/2025', operator)).json()).toMatchObject({ version: 1, announced: true });
    expect((await get('/calendar/years/2027', operator)).json()).toMatchObject({ source: '国办发明电〔样例〕' });
  });
});
