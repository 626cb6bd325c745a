import { beforeAll, describe, expect, it } from 'vitest';
import { testProduct, type TestProduct } from '../../../test/test-product.ts';

let house: TestProduct;
let spaceId: string;
const cookies: Record<string, string> = {};
const operator = { role: 'operator' as const, scopeKind: 'space' as const, scopeId: null };

const call = (who: string, method: 'GET' | 'POST' | 'DELETE', path: string, payload?: object) => house.request(cookies[who] ?? null, { method, url: `/api/v1${path}`, ...(payload ? { payload } : {}) });
const status = async (...args: Parameters<typeof call>): Promise<number> => (await call(...args)).statusCode;
const personOf = async (login: string): Promise<{ id: string; mandates: { id: string; powers: string[] | null }[] }> => (await call('all', 'GET', `/people?q=${login}`)).json().items[0];
const end = async (who: string, login: string) => {
  const person = await personOf(login);
  return call(who, 'DELETE', `/people/${person.id}/mandates/${person.mandates[0]?.id}`);
};

beforeAll(async () => {
  house = await testProduct();
  spaceId = await house.newSpace();
  await house.addUser(spaceId, 'all', operator);
  for (const power of ['system', 'security', 'audit'] as const) await house.addUser(spaceId, power, { ...operator, powers: [power] });
  for (const login of ['all', 'system', 'security', 'audit']) cookies[login] = await house.signIn(login);
});

describe('three administrators', () => {
  it('each do their own work and none of the others’', async () => {
    const work = { system: ['POST', '/spaces', { name: { en: 'Another' }, withPack: false }], security: ['POST', '/people', { name: { en: 'Somebody' } }], audit: ['GET', '/audit', undefined] } as const;
    for (const who of ['system', 'security', 'audit'] as const) {
      for (const [power, [method, path, payload]] of Object.entries(work)) {
        const answer = await call(who, method, path, payload);
        expect([who, power, answer.statusCode < 300]).toEqual([who, power, who === power]);
        if (who !== power) expect(answer.statusCode).toBe(403);
        else if (path === '/spaces') cookies[who] = await house.signIn(who);
      }
    }
  });

  it('do not make themselves more than they are', async () => {
    const self = await personOf('security');
    for (const powers of [null, ['audit'], ['security', 'audit']]) {
      expect((await call('security', 'POST', `/people/${self.id}/mandates`, { role: 'operator', scopeKind: 'space', powers })).json().reason).toBe('powerNotHeld');
    }
    expect(await status('security', 'POST', `/people/${self.id}/mandates`, { role: 'operator', scopeKind: 'space', powers: ['security'] })).toBe(201);
    expect(await status('security', 'POST', `/people/${(await personOf('audit')).id}/mandates`, { role: 'operator', scopeKind: 'space', powers: ['system'] })).toBe(201);
  });

  it('carry powers in no other role', async () => {
    const { id } = await personOf('system');
    expect((await call('all', 'POST', `/people/${id}/mandates`, { role: 'reader', scopeKind: 'space', powers: ['audit'] })).json().reason).toBe('powersNotForRole');
    expect(await status('all', 'POST', `/people/${id}/mandates`, { role: 'operator', scopeKind: 'space', powers: [] })).toBe(400);
    expect((await call('all', 'POST', `/people/${id}/mandates`, { role: 'operator', scopeKind: 'space', powers: ['audit', 'system', 'security'] })).json()).toMatchObject({ powers: null });
  });

  it('leave a power only when somebody else holds it', async () => {
    const other = await house.newSpace();
    for (const [login, powers] of [['last-security', ['security']], ['last-rest', ['system', 'audit']]] as const) {
      await house.addUser(other, login, { ...operator, powers: [...powers] });
      cookies[login] = await house.signIn(login);
    }
    const people = (await call('last-security', 'GET', '/people')).json().items as { id: string; login: string; mandates: { id: string }[] }[];
    const path = (login: string): string => {
      const person = people.find((each) => each.login === login);
      return `/people/${person?.id}/mandates/${person?.mandates[0]?.id}`;
    };
    for (const login of ['last-security', 'last-rest']) expect((await call('last-security', 'DELETE', path(login))).json().reason).toBe('lastHolder');
    const rest = people.find((each) => each.login === 'last-rest');
    expect(await status('last-security', 'POST', `/people/${rest?.id}/mandates`, { role: 'operator', scopeKind: 'space' })).toBe(201);
    expect(await status('last-security', 'DELETE', path('last-rest'))).toBe(200);
    expect((await end('security', 'all')).statusCode).toBe(200);
  });
});
