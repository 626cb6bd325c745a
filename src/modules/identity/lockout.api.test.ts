import { beforeAll, describe, expect, it } from 'vitest';
import { sessionCookie } from '#platform/http/server.ts';
import { testPassword, testProduct, type TestProduct } from '../../../test/test-product.ts';

let house: TestProduct;
let spaceId: string;
let operator: string;
let at = Date.parse('2026-11-22T08:00:00.000Z');
let places = 0;
const mandate = { role: 'operator' as const, scopeKind: 'space' as const, scopeId: null };

const pass = (minutes: number): void => house.clock.set(new Date((at += minutes * 60_000)).toISOString());
const call = (cookie: string | null, method: 'GET' | 'POST' | 'DELETE', path: string, payload?: object, headers: Record<string, string> = {}) =>
  house.request(cookie, { method, url: `/api/v1${path}`, remoteAddress: `10.7.${(places += 1) >> 8}.${places & 255}`, headers, ...(payload ? { payload } : {}) });
const enter = (login: string, password = testPassword) => call(null, 'POST', '/session', { login, password });
const personOf = async (login: string): Promise<string> => (await call(operator, 'GET', `/people?q=${login}`)).json().items[0].id;
const wrong = async (login: string, times: number): Promise<void> => {
  for (let time = 0; time < times; time += 1) await enter(login, 'wrong');
};

beforeAll(async () => {
  house = await testProduct();
  spaceId = await house.newSpace();
  for (const login of ['op', 'many', 'grow', 'race', 'freed', 'inside', 'roamer']) await house.addUser(spaceId, login, mandate);
  operator = await house.signIn('op');
});

describe('an account under attack', () => {
  it('rests after ten wrong tries, in the words it always had', async () => {
    const unknown = (await enter('nobody-at-all', 'wrong')).json();
    await wrong('many', 10);
    const locked = await enter('many');
    const { reference: _a, ...said } = locked.json();
    const { reference: _b, ...usual } = unknown;
    expect([locked.statusCode, said]).toEqual([401, usual]);
    expect(locked.headers['retry-after']).toBeUndefined();
    pass(1.1);
    expect((await enter('many')).statusCode).toBe(201);
    const audit = (await call(operator, 'GET', '/audit?event=account.locked')).json().items;
    expect(audit).toMatchObject([{ actorName: 'Clusterloom', subjectId: await personOf('many') }]);
  });

  it('rests longer each time, until a right sign-in or a quiet day', async () => {
    await wrong('grow', 10);
    const rests: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      let minutes = 0;
      while ((await call(operator, 'GET', `/people/${await personOf('grow')}/sign-in`)).json().lockedUntil !== null) {
        pass(1);
        minutes += 1;
      }
      rests.push(minutes);
      await wrong('grow', 1);
    }
    expect(rests).toEqual([1, 2, 4, 8]);
    pass(25 * 60);
    operator = await house.signIn('op');
    await wrong('grow', 9);
    expect((await enter('grow')).statusCode).toBe(201);
  });

  it('counts what comes at one instant, so that many guesses get no more than the allowed tries', async () => {
    const answers = await Promise.all(Array.from({ length: 24 }, (_, index) => enter('race', index === 23 ? testPassword : 'wrong')));
    expect(answers.filter((answer) => answer.statusCode === 401).length).toBeGreaterThanOrEqual(23);
    const { failedTries, lockedUntil } = (await call(operator, 'GET', `/people/${await personOf('race')}/sign-in`)).json();
    expect(lockedUntil === null ? failedTries : 10).toBeLessThanOrEqual(10);
    expect(failedTries).toBeLessThanOrEqual(10);
  });

  it('is freed by an operator before its time, and the count is in the database, not in memory', async () => {
    await wrong('freed', 10);
    const { rows } = await house.product.database.ownerPool.query(`select failed_tries, locked_until from account where login = 'freed'`);
    expect(rows[0]).toMatchObject({ failed_tries: 10, locked_until: expect.anything() });
    const person = await personOf('freed');
    expect((await call(operator, 'DELETE', `/people/${person}/sign-in/lock`)).json()).toMatchObject({ lockedUntil: null, failedTries: 0 });
    expect((await enter('freed')).statusCode).toBe(201);
    expect((await call(operator, 'GET', '/audit?event=account.unlocked')).json().items).toMatchObject([{ actorName: 'op' }]);
  });

  it('locks against guesses from inside an open session too, and leaves that session', async () => {
    const cookie = await house.signIn('inside');
    for (let time = 0; time < 10; time += 1) await call(cookie, 'POST', '/session/password', { current: 'wrong', next: 'a longer phrase' });
    expect((await call(cookie, 'POST', '/session/password', { current: testPassword, next: 'a longer phrase' })).statusCode).toBe(401);
    expect((await call(cookie, 'GET', '/people')).statusCode).toBe(200);
  });
});

describe('the own sessions', () => {
  it('show device and place, and end one by one or all but this one', async () => {
    const from = async (userAgent: string): Promise<string> => {
      const response = await call(null, 'POST', '/session', { login: 'roamer', password: testPassword }, { 'user-agent': userAgent });
      return `${sessionCookie}=${response.cookies[0]?.value}`;
    };
    const desk = await from('Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36 Edg/131.0');
    const phone = await from('Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile Safari/604.1');
    const other = await from('curl/8');
    const { items } = (await call(desk, 'GET', '/account/sessions')).json();
    const devices = items.map((item: { device: object; current: boolean; ip: string }) => [item.device, item.current, item.ip.startsWith('10.7.')]);
    expect(devices).toHaveLength(3);
    expect(devices).toContainEqual([{ browser: 'Edge', system: 'Windows' }, true, true]);
    expect(devices).toContainEqual([{ browser: 'Safari', system: 'iOS' }, false, true]);
    expect(devices).toContainEqual([{ browser: null, system: null }, false, true]);
    const foreign = (await call(operator, 'GET', '/account/sessions')).json().items[0].id;
    expect((await call(desk, 'DELETE', `/account/sessions/${foreign}`)).statusCode).toBe(404);
    const ended = items.find((item: { device: { system: string } }) => item.device.system === 'iOS').id;
    expect((await call(desk, 'DELETE', `/account/sessions/${ended}`)).statusCode).toBe(204);
    expect([(await call(phone, 'GET', '/people')).statusCode, (await call(other, 'GET', '/people')).statusCode]).toEqual([401, 200]);
    expect((await call(desk, 'DELETE', '/account/sessions')).statusCode).toBe(204);
    expect([(await call(desk, 'GET', '/people')).statusCode, (await call(other, 'GET', '/people')).statusCode]).toEqual([200, 401]);
    const person = await personOf('roamer');
    expect((await call(operator, 'DELETE', `/people/${person}/sign-in/sessions`)).json().openSessions).toBe(0);
    expect((await call(desk, 'GET', '/people')).statusCode).toBe(401);
  });
});
