import { beforeAll, describe, expect, it } from 'vitest';
import { holderOf, superiorsOf } from '#modules/identity/index.ts';
import { testProduct, type TestProduct } from '../../../test/test-product.ts';

let house: TestProduct;
let spaceId: string;
const cookies: Record<string, string> = {};
const ids: Record<string, string> = {};
const whole = { scopeKind: 'space' as const, scopeId: null };
const logins = { op: 'operator', nat: 'nationalOfficer', ann: 'reader', bob: 'reader', cat: 'reader' } as const;
const call = (who: string, method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, payload?: object, version?: number) =>
  house.request(cookies[who] ?? null, { method, url: `/api/v1${path}`, ...(payload ? { payload } : {}), ...(version ? { headers: { 'if-match': `"v${version}"` } } : {}) });
const json = async (who: string, path: string) => (await call(who, 'GET', path)).json();
const newPost = async (en: string, superiorId: string | null = null): Promise<string> => (await call('op', 'POST', '/posts', { name: { en }, superiorId })).json().id;
const fill = (postId: string, login: string, more: object = {}) => call('op', 'POST', `/posts/${postId}/holdings`, { personId: ids[login], ...more });
const at = async (postId: string, instant: string) => (await json('op', `/posts?at=${instant}`)).items.find((post: { id: string }) => post.id === postId);
const asked = <Value>(work: (context: { db: never; spaceId: string }) => Promise<Value>) => house.product.asSystem(spaceId, (context) => work(context as never));
const reads = async (who: string) => (await call(who, 'POST', '/organisations', { name: { en: `By ${who}` }, type: 'enterprise', territoryId: 'cn:440300' })).statusCode;

beforeAll(async () => {
  house = await testProduct();
  spaceId = await house.newSpace();
  for (const [login, role] of Object.entries(logins)) {
    await house.addUser(spaceId, login, { role, ...whole });
    cookies[login] = await house.signIn(login);
    ids[login] = (await json(login, '/session')).person.id;
  }
});

describe('a post', () => {
  it('gives its rights to whoever holds it, by date and without anything having to run', async () => {
    const post = await newPost('Head of division');
    expect((await call('op', 'POST', `/posts/${post}/mandates`, { role: 'territorialOfficer', scopeKind: 'territory', scopeId: 'cn:440000' })).json()).toEqual({ approvalId: null });
    expect(await reads('ann')).toBe(403);
    expect((await fill(post, 'ann', { validUntil: '2026-11-01T00:00:00.000Z' })).json()).toMatchObject({ status: 400, problems: [{ path: 'body.validUntil', reason: 'untilBeforeSince' }] });
    expect((await fill(post, 'ann')).statusCode).toBe(201);
    expect((await fill(post, 'bob', { validFrom: '2026-11-22T09:00:00.000Z' })).statusCode).toBe(201);
    expect([await reads('ann'), await reads('bob')]).toEqual([201, 403]);
    expect((await json('ann', '/session')).mandates.map((mandate: { role: string; postId: string | null }) => [mandate.role, mandate.postId]).toSorted()).toEqual([['reader', null], ['territorialOfficer', post]]);
    expect(await at(post, '2026-11-22T08:30:00.000Z')).toMatchObject({ holder: { name: { zh: 'ann' } }, next: { person: { name: { zh: 'bob' } } } });
    house.clock.set('2026-11-22T09:00:00.000Z');
    expect([await reads('ann'), await reads('bob')]).toEqual([403, 201]);
    expect(await at(post, '2026-11-22T08:30:00.000Z')).toMatchObject({ holder: { name: { zh: 'ann' } } });
    const own = (await json('bob', '/session')).mandates.find((mandate: { postId: string | null }) => mandate.postId);
    expect((await call('op', 'DELETE', `/people/${ids['bob']}/mandates/${own.id}`)).json().reason).toBe('mandateOfPost');
    house.clock.set('2026-11-22T08:00:00.000Z');
  });

  it('knows whose superior its holder is, past vacant posts and at every date', async () => {
    const top = await newPost('Director');
    const middle = await newPost('Deputy director', top);
    const low = await newPost('Clerk', middle);
    await fill(top, 'nat');
    await fill(low, 'cat');
    const now = new Date('2026-11-22T08:30:00.000Z');
    expect(await asked((context) => superiorsOf(context, ids['cat'] ?? '', now))).toEqual([ids['nat']]);
    await fill(middle, 'ann', { validFrom: '2026-12-01T00:00:00.000Z' });
    expect(await asked((context) => superiorsOf(context, ids['cat'] ?? '', now))).toEqual([ids['nat']]);
    expect(await asked((context) => superiorsOf(context, ids['cat'] ?? '', new Date('2026-12-02T00:00:00.000Z')))).toEqual([ids['ann']]);
    expect([await asked((context) => holderOf(context, middle, now)), await asked((context) => holderOf(context, middle, new Date('2026-12-02T00:00:00.000Z')))]).toEqual([null, ids['ann']]);
    // A superior names a deputy for whoever works below.
    expect((await call('nat', 'POST', '/deputies', { holderId: ids['cat'], deputyPersonId: ids['bob'], kinds: ['read'], validUntil: '2026-12-01T00:00:00.000Z' })).statusCode).toBe(201);
    expect((await call('cat', 'POST', '/deputies', { holderId: ids['nat'], deputyPersonId: ids['bob'], kinds: ['read'], validUntil: '2026-12-01T00:00:00.000Z' })).statusCode).toBe(403);
  });

  it('is never its own superior, and closes only when nothing hangs on it', async () => {
    const upper = await newPost('Upper');
    const lower = await newPost('Lower', upper);
    expect((await call('op', 'PATCH', `/posts/${upper}`, { name: { en: 'Upper' }, superiorId: lower }, 1)).json().reason).toBe('superiorBelow');
    expect((await call('op', 'DELETE', `/posts/${upper}`)).json().reason).toBe('postInUse');
    expect((await call('op', 'DELETE', `/posts/${lower}`)).json().validUntil).toBe('2026-11-22T08:00:00.000Z');
    expect((await fill(lower, 'ann')).json().reason).toBe('postClosed');
    expect((await call('nat', 'POST', `/posts/${upper}/holdings`, { personId: ids['ann'] })).statusCode).toBe(403);
    expect((await call('ann', 'GET', `/posts/${upper}`)).statusCode).toBe(403);
  });

  it('with rights over the whole space changes only with a second person, and never loses the last operator', async () => {
    const post = await newPost('Administrator');
    const grant = (await call('op', 'POST', `/posts/${post}/mandates`, { role: 'operator', ...whole })).json();
    const approve = async (approvalId: string) => (await call('nat', 'POST', `/approvals/${approvalId}/approval`, {}, 1)).json();
    expect(await approve(grant.approvalId)).toMatchObject({ state: 'approved' });
    const filled = (await fill(post, 'bob')).json();
    expect(filled.approvalId).not.toBe(null);
    expect((await call('bob', 'GET', '/people')).statusCode).toBe(403);
    expect(await approve(filled.approvalId)).toMatchObject({ state: 'approved' });
    expect((await call('bob', 'GET', '/people')).statusCode).toBe(200);
    const own = (await json('op', `/people/${ids['op']}`)).mandates[0];
    expect((await call('op', 'DELETE', `/people/${ids['op']}/mandates/${own.id}`)).json().state).toBe('ended');
    const [holding] = (await json('bob', `/posts/${post}`)).holdings;
    expect((await call('bob', 'DELETE', `/posts/${post}/holdings/${holding.id}`)).json().reason).toBe('lastOperator');
  });
});
