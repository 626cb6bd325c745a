import { sql } from 'kysely';
import { Secret, TOTP } from 'otpauth';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sessionCookie } from '#platform/http/server.ts';
import { testPassword, testProduct, type TestProduct } from '../../../test/test-product.ts';

let house: TestProduct;
let spaceId: string;
let operator: string;
let at = Date.parse('2026-11-22T08:00:00.000Z');
const mandate = { role: 'operator' as const, scopeKind: 'space' as const, scopeId: null };

/** The clock is at the owner's disposal: each test begins an hour later, with a fresh code. */
const pass = (minutes: number): void => house.clock.set(new Date((at += minutes * 60_000)).toISOString());
const codeFor = (secret: string): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at });
let places = 0;
const call = (cookie: string | null, method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, payload?: object, headers: Record<string, string> = {}) =>
  house.request(cookie, { method, url: `/api/v1${path}`, remoteAddress: `10.9.${(places += 1) >> 8}.${places & 255}`, headers, ...(payload ? { payload } : {}) });
const cookieOf = (response: { cookies: { name: string; value: string }[] }): string => `${sessionCookie}=${response.cookies.find((cookie) => cookie.name === sessionCookie)?.value}`;
const password = (login: string, given = testPassword) => call(null, 'POST', '/session', { login, password: given });
const personOf = async (login: string): Promise<string> => (await call(operator, 'GET', `/people?q=${login}`)).json().items[0].id;

const rowsOf = (query: string): Promise<unknown[]> => house.product.inSpace(spaceId, async (db) => (await sql.raw(query).execute(db)).rows);

async function enrol(login: string, cookie: string): Promise<{ secret: string; codes: string[] }> {
  const begun = await call(cookie, 'POST', '/account/factor', { password: testPassword });
  expect(begun.statusCode, begun.body).toBe(201);
  const { secret, uri } = begun.json();
  expect(uri).toContain(`otpauth://totp/Clusterloom:${login}`);
  const confirmed = await call(cookie, 'POST', '/account/factor/confirmation', { code: codeFor(secret) });
  expect(confirmed.statusCode, confirmed.body).toBe(200);
  return { secret, codes: confirmed.json().codes };
}

async function withFactor(login: string, over: object = mandate) {
  await house.addUser(spaceId, login, over as typeof mandate);
  const cookie = await house.signIn(login);
  return { cookie, ...(await enrol(login, cookie)) };
}

beforeAll(async () => {
  house = await testProduct();
  spaceId = await house.newSpace();
  await house.addUser(spaceId, 'op', mandate);
});
beforeEach(async () => {
  pass(60);
  operator = await house.signIn('op');
});

describe('a second factor', () => {
  it('makes sign-in two steps, and half a sign-in opens nothing', async () => {
    const { secret } = await withFactor('two');
    pass(1);
    const half = await password('two');
    expect(half.json()).toEqual({ signedIn: false, owes: 'code' });
    const cookie = cookieOf(half);
    expect((await call(cookie, 'GET', '/session')).json()).toMatchObject({ signedIn: false, owes: 'code', person: null, permissions: [] });
    for (const path of ['/people', '/account/factor', '/account/sessions', '/account/keys']) expect((await call(cookie, 'GET', path)).statusCode).toBe(401);
    const inside = await call(cookie, 'POST', '/session/code', { code: codeFor(secret) });
    expect(inside.json()).toEqual({ signedIn: true, owes: null });
    expect(cookieOf(inside)).not.toBe(cookie);
    expect([(await call(cookieOf(inside), 'GET', '/people')).statusCode, (await call(cookie, 'GET', '/people')).statusCode]).toEqual([200, 401]);
  });

  it('takes each code once, and none from the past', async () => {
    const { secret } = await withFactor('once');
    const used = codeFor(secret);
    pass(0.5);
    const first = cookieOf(await password('once'));
    expect((await call(first, 'POST', '/session/code', { code: used })).json().reason).toBe('codeWrong');
    const code = codeFor(secret);
    expect((await call(first, 'POST', '/session/code', { code })).statusCode).toBe(201);
    expect((await call(cookieOf(await password('once')), 'POST', '/session/code', { code })).json().reason).toBe('codeWrong');
    pass(2);
    expect((await call(cookieOf(await password('once')), 'POST', '/session/code', { code })).json().reason).toBe('codeWrong');
  });

  it('lets one of two calls with the same code through', async () => {
    const { secret } = await withFactor('race');
    pass(1);
    const halves = [cookieOf(await password('race')), cookieOf(await password('race'))];
    const answers = await Promise.all(halves.map((cookie) => call(cookie, 'POST', '/session/code', { code: codeFor(secret) })));
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([201, 401]);
  });

  it('gives ten recovery codes, each good once', async () => {
    const { codes } = await withFactor('lostphone');
    expect(new Set(codes).size).toBe(10);
    const typed = ` ${codes[3]?.toUpperCase().replaceAll('-', ' ')} `;
    expect((await call(cookieOf(await password('lostphone')), 'POST', '/session/code', { code: typed })).statusCode).toBe(201);
    expect((await call(cookieOf(await password('lostphone')), 'POST', '/session/code', { code: typed })).json().reason).toBe('codeWrong');
    const cookie = cookieOf(await call(cookieOf(await password('lostphone')), 'POST', '/session/code', { code: codes[4] }));
    expect((await call(cookie, 'GET', '/account/factor')).json()).toMatchObject({ state: 'enrolled', codesLeft: 8 });
    const fresh = (await call(cookie, 'POST', '/account/factor/codes', { password: testPassword })).json().codes;
    expect((await call(cookieOf(await password('lostphone')), 'POST', '/session/code', { code: codes[5] })).statusCode).toBe(401);
    expect((await call(cookieOf(await password('lostphone')), 'POST', '/session/code', { code: fresh[0] })).statusCode).toBe(201);
  });

  it('ends half a sign-in after five wrong codes or five minutes', async () => {
    const { secret } = await withFactor('guess');
    const half = cookieOf(await password('guess'));
    for (let tries = 1; tries <= 5; tries += 1) expect((await call(half, 'POST', '/session/code', { code: '000000' })).json().reason).toBe(tries < 5 ? 'codeWrong' : 'codeTriesUsed');
    pass(1);
    expect((await call(half, 'POST', '/session/code', { code: codeFor(secret) })).json().reason).toBe('signInRequired');
    const late = cookieOf(await password('guess'));
    pass(5);
    expect((await call(late, 'POST', '/session/code', { code: codeFor(secret) })).json().reason).toBe('signInRequired');
  });

  it('asks for the password before it is set up or removed', async () => {
    await house.addUser(spaceId, 'open', mandate);
    const cookie = await house.signIn('open');
    for (const wrong of ['not it', null]) expect((await call(cookie, 'POST', '/account/factor', { password: wrong })).json().reason).toBe('signInFailed');
    await enrol('open', cookie);
    expect((await call(cookie, 'POST', '/account/factor', { password: testPassword })).json().reason).toBe('factorPresent');
    expect((await call(cookie, 'POST', '/account/factor/removal', { password: 'not it' })).json().reason).toBe('signInFailed');
    expect((await call(cookie, 'POST', '/account/factor/removal', { password: testPassword })).statusCode).toBe(204);
    expect((await password('open')).json()).toEqual({ signedIn: true, owes: null });
  });

  it('keeps neither secret nor codes in the clear', async () => {
    const { secret, codes } = await withFactor('sealed');
    const tables = ['second_factor', 'recovery_code', 'session', 'audit_entry', 'notice_outbox', 'idempotency_key'];
    const kept = (await Promise.all(tables.map(async (table) => JSON.stringify(await rowsOf(`select * from ${table}`))))).join('');
    for (const table of ['sealed', 'factor.enrolled', 'identity.factorChanged']) expect(kept).toContain(table);
    for (const plain of [secret, ...codes, ...codes.map((code) => code.replaceAll('-', ''))]) expect(kept).not.toContain(plain);
  });

  it('is reset by an operator, seen by the person, and ends their sessions', async () => {
    const { cookie } = await withFactor('reset', { role: 'reader', scopeKind: 'space', scopeId: null });
    const person = await personOf('reset');
    expect((await call(operator, 'GET', `/people/${person}/sign-in`)).json()).toMatchObject({ factor: 'enrolled', openSessions: 1 });
    expect((await call(cookie, 'DELETE', `/people/${person}/sign-in/factor`)).statusCode).toBe(403);
    expect((await call(operator, 'DELETE', `/people/${person}/sign-in/factor`)).json()).toMatchObject({ factor: 'none', openSessions: 0 });
    expect((await call(cookie, 'GET', '/session')).json().signedIn).toBe(false);
    expect((await password('reset')).json().signedIn).toBe(true);
    expect((await call(operator, 'GET', `/audit?event=factor.reset`)).json().items).toMatchObject([{ actorName: 'op', subjectId: person }]);
    expect(await rowsOf(`select kind from notice_outbox where kind = 'identity.signInChanged' and address -> 'people' ->> 0 = '${person}'`)).toHaveLength(1);
  });
});

describe('a role that must have a second factor', () => {
  const rules = { factorRoles: ['expert'], idleMinutes: 720, absoluteHours: 336, lockAfter: 10 };
  const setRules = async (next: object): Promise<number> => {
    const { version } = (await call(operator, 'GET', '/security-policy')).json();
    return (await call(operator, 'PUT', '/security-policy', { ...rules, ...next }, { 'if-match': `"v${version}"` })).statusCode;
  };

  it('lets its people do nothing but enrol, from the next request on', async () => {
    await house.addUser(spaceId, 'expert', { role: 'expert', scopeKind: 'space', scopeId: null });
    const cookie = await house.signIn('expert');
    expect((await call(cookie, 'GET', '/organisations')).statusCode).toBe(200);
    const { token } = (await call(cookie, 'POST', '/account/keys', { name: 'Before', rooms: [{ room: 'registry', access: 'read' }], expiresOn: '2027-01-01' })).json();
    expect(await setRules({})).toBe(200);
    expect((await call(cookie, 'GET', '/session')).json()).toMatchObject({ signedIn: true, owes: 'enrolment', permissions: [], mandates: [] });
    for (const [method, path] of [['GET', '/organisations'], ['GET', '/account/keys'], ['GET', '/account/sessions'], ['POST', '/session/password'], ['POST', '/account/factor/codes']] as const) expect([path, (await call(cookie, method, path, method === 'POST' ? {} : undefined)).json().reason]).toEqual([path, 'factorRequired']);
    expect((await call(null, 'GET', '/organisations', undefined, { authorization: `Bearer ${token}` })).json().reason).toBe('factorRequired');
    expect((await password('expert')).json()).toEqual({ signedIn: true, owes: 'enrolment' });
    await enrol('expert', cookie);
    expect((await call(cookie, 'GET', '/organisations')).statusCode).toBe(200);
    expect((await call(operator, 'GET', '/security-policy/coverage')).json().items).toContainEqual({ role: 'expert', people: 1, enrolled: 1 });
    expect(await setRules({ factorRoles: [] })).toBe(200);
  });

  it('changes only with the version that was read, and within bounds', async () => {
    expect((await call(operator, 'PUT', '/security-policy', rules, { 'if-match': '"v99"' })).statusCode).toBe(412);
    expect((await call(operator, 'PUT', '/security-policy', rules)).statusCode).toBe(428);
    for (const wrong of [{ idleMinutes: 0 }, { absoluteHours: 10_000 }, { lockAfter: 1 }, { factorRoles: ['public'] }]) expect(await setRules(wrong)).toBe(400);
  });

  it('rests a session after the idle time and ends it after the longest time', async () => {
    expect(await setRules({ factorRoles: [], idleMinutes: 5, absoluteHours: 1 })).toBe(200);
    const cookie = await house.signIn('op');
    for (let minute = 0; minute < 56; minute += 4) {
      expect((await call(cookie, 'GET', '/people')).statusCode).toBe(200);
      pass(4);
    }
    pass(4);
    expect((await call(cookie, 'GET', '/people')).statusCode).toBe(401);
    const idle = await house.signIn('op');
    pass(5);
    expect((await call(idle, 'GET', '/people')).statusCode).toBe(401);
    operator = await house.signIn('op');
    expect(await setRules({ factorRoles: [] })).toBe(200);
  });
});
