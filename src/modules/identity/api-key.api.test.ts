import { beforeAll, describe, expect, it } from 'vitest';
import { makeServer } from '#platform/http/server.ts';
import { testProduct, type TestProduct } from '../../../test/test-product.ts';

let house: TestProduct;
let spaceId: string;
let operator: string;
const mandate = { role: 'operator' as const, scopeKind: 'space' as const, scopeId: null };
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

const call = (cookie: string | null, method: Method, path: string, payload?: object, headers: Record<string, string> = {}) => house.request(cookie, { method, url: `/api/v1${path}`, headers, ...(payload ? { payload } : {}) });
const withKey = (token: string, method: Method, path: string, payload?: object) => call(null, method, path, payload, { authorization: `Bearer ${token}` });
const make = async (cookie: string, rooms: object[], over: object = {}) => (await call(cookie, 'POST', '/account/keys', { name: 'Program', rooms, expiresOn: '2027-05-01', ...over })).json();
const registry = (access: 'read' | 'write') => [{ room: 'registry', access }];

beforeAll(async () => {
  house = await testProduct();
  spaceId = await house.newSpace();
  await house.addUser(spaceId, 'op', mandate);
  operator = await house.signIn('op');
});

describe('an API key', () => {
  it('is shown once and kept as a hash', async () => {
    const { token, id } = await make(operator, registry('read'));
    expect(token).toMatch(/^clk_[\w-]{62}$/);
    const { items } = (await call(operator, 'GET', '/account/keys')).json();
    expect(items.find((key: { id: string }) => key.id === id)).toMatchObject({ name: 'Program', state: 'inForce', lastUsedAt: null });
    expect(JSON.stringify(items)).not.toContain(token);
    expect((await withKey(token, 'GET', '/organisations')).statusCode).toBe(200);
    expect((await call(operator, 'GET', '/account/keys')).json().items.find((key: { id: string }) => key.id === id).lastUsedAt).toBe('2026-11-22T08:00:00.000Z');
  });

  it('reads or writes only in its rooms', async () => {
    const reads = (await make(operator, registry('read'))).token;
    const writes = (await make(operator, registry('write'))).token;
    const organisation = { name: { en: 'By program' }, type: 'enterprise' };
    expect([(await withKey(reads, 'POST', '/organisations', organisation)).statusCode, (await withKey(writes, 'POST', '/organisations', organisation)).statusCode]).toEqual([403, 201]);
    for (const path of ['/people', '/audit', '/security-policy']) expect([path, (await withKey(writes, 'GET', path)).statusCode]).toEqual([path, 403]);
    expect((await withKey(reads, 'GET', '/session')).json().permissions.every((name: string) => name.endsWith('.read'))).toBe(true);
  });

  it('cannot touch keys, passwords, factors or sessions, whatever its owner may', async () => {
    const offered = (await call(operator, 'GET', '/account/keys')).json().offered;
    const { token } = await make(operator, offered);
    const { routes } = house.product.house;
    const personal = routes.filter(({ route }) => route.personal);
    expect(personal.length).toBeGreaterThan(20);
    const missed = routes.filter(({ route }) => /^\/(account\/(keys|factor|sessions)|session|api-keys)/.test(route.path) && !route.personal && !['session.get', 'deputy.mine'].includes(route.id)).map(({ route }) => route.id);
    expect(missed).toEqual([]);
    for (const { route } of personal) {
      const path = route.path.replaceAll(/:\w+/g, '0190aaaa-0000-7000-8000-000000000001');
      expect([route.id, (await withKey(token, route.method, path, route.body ? {} : undefined)).json().reason]).toEqual([route.id, 'notWithKey']);
    }
  });

  it('never goes beyond the owner’s mandates at the time of the call', async () => {
    await house.addUser(spaceId, 'reader', { role: 'reader', scopeKind: 'space', scopeId: null });
    const cookie = await house.signIn('reader');
    const refused = [await make(cookie, [{ room: 'identity', access: 'write' }]), await make(cookie, [{ room: 'indicator', access: 'write' }]), await make(cookie, [{ room: 'nowhere', access: 'read' }])];
    expect(refused.map((answer) => answer.reason)).toEqual(['keyRoomUnknown', 'keyRoomUnknown', 'keyRoomUnknown']);
    const { token } = await make(cookie, registry('read'));
    expect((await withKey(token, 'GET', '/organisations')).statusCode).toBe(200);
    const person = (await call(operator, 'GET', '/people?q=reader')).json().items[0];
    await call(operator, 'DELETE', `/people/${person.id}/mandates/${person.mandates[0].id}`);
    expect((await withKey(token, 'GET', '/organisations')).statusCode).toBe(403);
  });

  it('ends on its day, when it is revoked, and is one of the space’s own', async () => {
    for (const [expiresOn, reason] of [['2026-11-21', 'keyDateOutside'], ['2028-01-01', 'keyDateOutside']]) expect((await make(operator, registry('read'), { expiresOn })).reason).toBe(reason);
    const short = (await make(operator, registry('read'), { expiresOn: '2026-11-22' })).token;
    const { token, id } = await make(operator, registry('read'));
    house.clock.set('2026-11-23T00:00:00.000Z');
    expect([(await withKey(short, 'GET', '/organisations')).statusCode, (await withKey(token, 'GET', '/organisations')).statusCode]).toEqual([401, 200]);
    house.clock.set('2026-11-22T08:00:00.000Z');
    const other = await house.newSpace();
    await house.addUser(other, 'neighbour', mandate);
    const neighbour = await house.signIn('neighbour');
    expect((await call(neighbour, 'DELETE', `/api-keys/${id}`)).statusCode).toBe(404);
    expect((await call(neighbour, 'GET', '/api-keys')).json().total).toBe(0);
    expect((await call(operator, 'DELETE', `/api-keys/${id}`)).json().state).toBe('revoked');
    expect((await call(operator, 'DELETE', `/account/keys/${id}`)).json().reason).toBe('keyOver');
    expect((await withKey(token, 'GET', '/organisations')).statusCode).toBe(401);
    for (const forged of [token.slice(0, -1), `${token}x`, 'clk_', 'clk_x', token.replace('clk_', ''), `clk_${'A'.repeat(62)}`]) expect((await withKey(forged, 'GET', '/organisations')).statusCode).toBe(401);
    expect((await call(operator, 'GET', '/audit?event=apiKey.revoked')).json().items).toHaveLength(1);
  });

  it('counts its calls for itself, not for its address', async () => {
    const tokens = [(await make(operator, registry('read'))).token, (await make(operator, registry('read'))).token];
    const server = await makeServer({ ...house.product, webFolder: null, secureCookies: false, rateLimitPerMinute: 10, checkAnswers: false, log: () => undefined });
    const status = async (token: string) => (await server.inject({ method: 'GET', url: '/api/v1/organisations?limit=1', headers: { authorization: `Bearer ${token}` } })).statusCode;
    const first: number[] = [];
    for (let at = 0; at < 14; at += 1) first.push(await status(tokens[0] ?? ''));
    expect(first.at(-1)).toBe(429);
    const other = await server.inject({ method: 'GET', url: '/api/v1/organisations?limit=1', remoteAddress: '10.4.4.4', headers: { authorization: `Bearer ${tokens[1]}` } });
    expect(other.statusCode).toBe(200);
    await server.close();
  });

  it('goes before a cookie, and other kinds of authorization are left to proxies', async () => {
    const { token } = await make(operator, registry('read'));
    const both = (path: string) => call(operator, 'GET', path, undefined, { authorization: `Bearer ${token}` });
    expect((await both('/people')).statusCode).toBe(403);
    expect((await call(operator, 'GET', '/people', undefined, { authorization: 'Basic eDp5' })).statusCode).toBe(200);
  });
});

describe('the guards turn red', () => {
  /** The same product with one flag forgotten. */
  const broken = async (routeId: string, change: object, token: string) => {
    const { product } = house;
    const routes = product.house.routes.map((entry) => (entry.route.id === routeId ? { ...entry, route: { ...entry.route, ...change } } : entry));
    const server = await makeServer({ ...product, house: { ...product.house, routes }, webFolder: null, secureCookies: false, rateLimitPerMinute: 1e6, checkAnswers: false, log: () => undefined });
    const answer = await server.inject({ method: 'POST', url: '/api/v1/account/keys', headers: { authorization: `Bearer ${token}` }, payload: { name: 'Child', rooms: registry('read'), expiresOn: '2027-01-01' } });
    await server.close();
    return answer.statusCode;
  };

  it('a route that forgot to be personal would let a key make keys', async () => {
    const { token } = await make(operator, (await call(operator, 'GET', '/account/keys')).json().offered);
    expect([await broken('ownKey.create', {}, token), await broken('ownKey.create', { personal: false }, token)]).toEqual([403, 201]);
  });
});
