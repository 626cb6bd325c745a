import { beforeAll, describe, expect, it } from 'vitest';
import { sessionCookie } from '#platform/http/server.ts';
import { testPassword, testProduct, type TestProduct } from '../../../test/test-product.ts';
import { setUserPassword } from './actions/add-user.ts';
import { seedSpace } from './actions/seed-people.ts';

let house: TestProduct;
let spaceId: string;
let operator: string;
const mandate = { role: 'operator' as const, scopeKind: 'space' as const, scopeId: null };
type Json = Record<string, string>;

beforeAll(async () => {
  house = await testProduct();
  spaceId = await house.newSpace();
  await house.addUser(spaceId, 'op', mandate);
  operator = await house.signIn('op');
});

const call = (cookie: string | null, method: 'GET' | 'POST' | 'DELETE', path: string, payload?: object, headers: Record<string, string> = {}) =>
  house.request(cookie, { method, url: `/api/v1${path}`, headers, ...(payload ? { payload } : {}) });
const status = async (...args: Parameters<typeof call>): Promise<number> => (await call(...args)).statusCode;
const addPerson = async (name: string): Promise<string> => (await call(operator, 'POST', '/people', { name: { en: name } })).json().id;
const audit = async (event: string): Promise<Json[]> => (await call(operator, 'GET', `/audit?event=${event}`)).json().items;

describe('a session', () => {
  it('gets a new secret at every sign-in and ends the one that was carried', async () => {
    const planted = await house.signIn('op');
    const response = await call(planted, 'POST', '/session', { login: 'op', password: testPassword });
    const fresh = `${sessionCookie}=${response.cookies[0]?.value}`;
    expect(fresh).not.toBe(planted);
    expect([await status(planted, 'GET', '/people'), await status(fresh, 'GET', '/people')]).toEqual([401, 200]);
  });

  it('is not taken from an invented cookie', async () => {
    const response = await call(`${sessionCookie}=chosen-by-somebody`, 'POST', '/session', { login: 'op', password: testPassword });
    expect(response.cookies[0]?.value).not.toBe('chosen-by-somebody');
    expect(await status(`${sessionCookie}=chosen-by-somebody`, 'GET', '/people')).toBe(401);
  });

  it('ends when the machine’s keeper sets a new password', async () => {
    await house.addUser(spaceId, 'lost', mandate);
    const cookie = await house.signIn('lost');
    await house.product.asSystem(spaceId, (context) => setUserPassword(context, 'lost', 'another phrase'));
    expect(await status(cookie, 'GET', '/people')).toBe(401);
    expect(await audit('password.changed')).toMatchObject([{ actorName: 'Clusterloom' }]);
  });

  it('shows in the audit who signed in, not that nobody did', async () => {
    const entries = await audit('session.created');
    expect(entries.length).toBeGreaterThan(2);
    expect(new Set(entries.map((entry) => `${entry['actorName']} ${entry['role']}`))).toEqual(new Set(['op operator', 'lost operator']));
  });
});

describe('an invitation', () => {
  const accept = (token: string, login: string) => call(null, 'POST', '/invitations/accept', { token, login, password: testPassword });

  it('is accepted once, however many try at one instant', async () => {
    const { token } = (await call(operator, 'POST', `/people/${await addPerson('Many')}/invitations`)).json();
    const answers = await Promise.all(['many-1', 'many-2', 'many-3'].map((login) => accept(token, login)));
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([201, 410, 410]);
  });

  it('is withdrawn by the next one, and nobody with an account is invited again', async () => {
    const person = await addPerson('Twice');
    const [first, second] = [(await call(operator, 'POST', `/people/${person}/invitations`)).json(), (await call(operator, 'POST', `/people/${person}/invitations`)).json()];
    expect([(await accept(first.token, 'twice')).statusCode, (await accept(second.token, 'twice')).statusCode]).toEqual([410, 201]);
    expect((await call(operator, 'POST', `/people/${person}/invitations`)).json().reason).toBe('loginTaken');
  });

  it('opens no other space and cannot be guessed from its parts', async () => {
    const { token } = (await call(operator, 'POST', `/people/${await addPerson('Elsewhere')}/invitations`)).json();
    const other = await house.newSpace();
    for (const forged of [token.replace(spaceId, other), token.slice(0, -1), `${spaceId}.`, `${token}x`]) expect([400, 410]).toContain((await accept(forged, 'forged')).statusCode);
    expect((await accept(token, 'op')).json().reason).toBe('loginTaken');
    expect((await accept(token, 'elsewhere')).statusCode).toBe(201);
  });

  it('is in the audit under the name of the one who accepted', async () => {
    expect((await audit('invitation.accepted')).map((entry) => entry['actorName'])).toContain('Elsewhere');
  });
});

describe('mandates', () => {
  it('reach the record they name, however its id was written', async () => {
    const organisation = (await call(operator, 'POST', '/organisations', { name: { en: 'Inner' }, type: 'enterprise', visibility: 'internal' })).json().id as string;
    await house.addUser(spaceId, 'rep', { role: 'reader', scopeKind: 'territory', scopeId: 'cn:110000' });
    const person = (await call(operator, 'GET', '/people?q=rep')).json().items[0].id;
    const granted = await call(operator, 'POST', `/people/${person}/mandates`, { role: 'organisationRepresentative', scopeKind: 'organisation', scopeId: organisation.toUpperCase(), organisationId: organisation });
    expect(granted.json()).toMatchObject({ scopeId: organisation, scopeName: { en: 'Inner' } });
    expect(await status(await house.signIn('rep'), 'GET', `/organisations/${organisation}`)).toBe(200);
  });

  it('are not granted by anyone but operators, not even to themselves', async () => {
    await house.addUser(spaceId, 'national', { role: 'nationalOfficer', scopeKind: 'space', scopeId: null });
    const cookie = await house.signIn('national');
    const self = (await call(cookie, 'GET', '/session')).json().person.id;
    expect(await status(cookie, 'POST', `/people/${self}/mandates`, { role: 'operator', scopeKind: 'space' })).toBe(403);
    expect(await status(cookie, 'POST', `/people/${self}/invitations`)).toBe(403);
    expect(await status(cookie, 'POST', '/spaces', { name: { en: 'Mine' } })).toBe(403);
  });

  it('leave one operator, also when the last two end each other at one instant', async () => {
    const other = await house.newSpace();
    for (const login of ['left', 'right']) await house.addUser(other, login, mandate);
    const cookies = [await house.signIn('left'), await house.signIn('right')] as const;
    const { items } = (await call(cookies[0], 'GET', '/people?sort=name')).json() as { items: { id: string; mandates: { id: string }[] }[] };
    const path = (at: number): string => `/people/${items[at]?.id}/mandates/${items[at]?.mandates[0]?.id}`;
    const answers = await Promise.all([call(cookies[0], 'DELETE', path(1)), call(cookies[1], 'DELETE', path(0))]);
    expect(answers.map((answer) => answer.statusCode).sort()).not.toEqual([200, 200]);
  });
});

describe('the sample space', () => {
  it('is removed by its operator from another space only, and leaves that space untouched', async () => {
    const sample = await house.product.asSystem(null, (context) => seedSpace(context, 'sample'));
    await house.addUser(sample, 'sampler', mandate);
    const sampler = await house.signIn('sampler');
    expect((await call(sampler, 'DELETE', `/spaces/${sample}`)).json().reason).toBe('currentSpace');
    expect((await call(operator, 'DELETE', `/spaces/${sample}`)).json().reason).toBe('noSpace');
    const own = (await call(sampler, 'POST', '/spaces', { name: { en: 'Own' }, withPack: false })).json().id;
    await house.request(sampler, { method: 'PUT', url: '/api/v1/session/space', payload: { spaceId: own } });
    expect((await call(sampler, 'DELETE', `/spaces/${own}`)).json().reason).toBe('ownSpaceOnly');
    const before = (await call(sampler, 'GET', '/people')).json().total;
    expect(await status(sampler, 'DELETE', `/spaces/${sample}`)).toBe(204);
    expect((await call(sampler, 'GET', '/people')).json().total).toBe(before);
    expect((await call(sampler, 'GET', '/session')).json()).toMatchObject({ space: { id: own }, spaces: [{ id: own }] });
    expect((await call(sampler, 'GET', '/audit?event=space.removed')).json().items).toMatchObject([{ subjectId: sample, actorName: 'sampler' }]);
    expect((await call(sampler, 'GET', '/audit/verification')).json()).toMatchObject({ intact: true });
  });
});
