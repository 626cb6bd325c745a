import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oidcSignIn } from '#platform/auth/outside-sign-in.ts';
import { sessionCookie } from '#platform/http/server.ts';
import { fakeProvider, type FakePerson, type FakeProvider } from '#platform/testing/fake-provider.ts';
import { testInstallation } from '#platform/testing/test-installation.ts';
import { testPassword, testProduct, type TestProduct } from '../../../test/test-product.ts';

let provider: FakeProvider;
let house: TestProduct;
let spaceId: string;
let operator: string;
let places = 0;
const mandate = { role: 'operator' as const, scopeKind: 'space' as const, scopeId: null };
const reader = { role: 'reader' as const, scopeKind: 'space' as const, scopeId: null };

const call = (cookie: string | null, method: 'GET' | 'POST' | 'PATCH', path: string, payload?: object, headers: Record<string, string> = {}) =>
  house.request(cookie, { method, url: `/api/v1${path}`, remoteAddress: `10.6.${(places += 1) >> 8}.${places & 255}`, headers, ...(payload ? { payload } : {}) });

/** The whole way: begin, consent at the provider, come back. */
async function through(person: FakePerson, given: { next?: string; invitation?: string } = {}, twist: (step: { answer: Record<string, string>; browser: string }) => { answer: Record<string, string>; browser: string } = (step) => step) {
  const { url, browser } = (await call(null, 'POST', '/session/outside', given)).json();
  return call(null, 'POST', '/session/outside/return', twist({ answer: provider.consent(url, person), browser }));
}
const cookieOf = (response: { cookies: { value: string }[] }): string => `${sessionCookie}=${response.cookies[0]?.value}`;
const setEmail = async (login: string, email: string): Promise<string> => {
  const person = (await call(operator, 'GET', `/people?q=${login}`)).json().items[0];
  expect((await call(operator, 'PATCH', `/people/${person.id}`, { email }, { 'if-match': `"v${person.version}"` })).statusCode).toBe(200);
  return person.id;
};

beforeAll(async () => {
  provider = await fakeProvider('loom', 'client-secret');
  const outside = oidcSignIn({ issuer: provider.issuer, clientId: 'loom', clientSecret: 'client-secret', name: 'City portal', returnUrl: 'https://loom.example/sign-in/return', allowHosts: [] });
  house = await testProduct({ ...testInstallation, outside });
  spaceId = await house.newSpace();
  await house.addUser(spaceId, 'op', mandate);
  operator = await house.signIn('op');
  for (const login of ['mail', 'twin-a', 'twin-b', 'guarded']) await house.addUser(spaceId, login, reader);
});
afterAll(() => provider.close());

describe('signing in through a provider', () => {
  it('links by a verified address once, and knows the subject from then on', async () => {
    expect((await call(null, 'GET', '/session')).json().product.outsideSignIn).toBe('City portal');
    const person = await setEmail('mail', 'Mail@City.example');
    const first = await through({ sub: 's-1', email: 'mail@city.example', email_verified: true }, { next: '/clusters/1?tab=map' });
    expect(first.json()).toEqual({ signedIn: true, owes: null, next: '/clusters/1?tab=map' });
    expect((await call(cookieOf(first), 'GET', '/session')).json()).toMatchObject({ signedIn: true, person: { id: person, login: 'mail' } });
    await setEmail('mail', 'other@city.example');
    expect((await through({ sub: 's-1' })).json().signedIn).toBe(true);
    expect((await call(operator, 'GET', '/audit?event=account.linked')).json().items).toMatchObject([{ subjectId: person, actorName: 'mail' }]);
  });

  it('lets nobody in by an address that is not verified, not known, not the only one, or linked already', async () => {
    await setEmail('mail', 'mail@city.example');
    for (const login of ['twin-a', 'twin-b']) await setEmail(login, 'twin@city.example');
    const strangers: FakePerson[] = [
      { sub: 's-2', email: 'twin@city.example', email_verified: true }, { sub: 's-3', email: 'mail@city.example', email_verified: true }, { sub: 's-4', email: 'nobody@city.example', email_verified: true },
      { sub: 's-5', email: 'guarded@city.example', email_verified: false }, { sub: 's-6', email: 'guarded@city.example' }, { sub: 's-7' },
    ];
    await setEmail('guarded', 'guarded@city.example');
    for (const stranger of strangers) expect([stranger.sub, (await through(stranger)).json().reason]).toEqual([stranger.sub, 'outsideUnknown']);
    expect((await call(operator, 'GET', '/people')).json().total).toBe(5);
  });

  it('does not open other spaces of an account through an address that one space wrote', async () => {
    const other = await house.newSpace();
    await house.addUser(other, 'two-spaces', mandate);
    const cookie = await house.signIn('two-spaces');
    expect((await call(cookie, 'POST', '/spaces', { name: { en: 'Second' }, withPack: false })).statusCode).toBe(201);
    const person = (await call(cookie, 'GET', '/people')).json().items[0];
    await call(cookie, 'PATCH', `/people/${person.id}`, { email: 'taken@city.example' }, { 'if-match': `"v${person.version}"` });
    expect((await through({ sub: 's-8', email: 'taken@city.example', email_verified: true })).json().reason).toBe('outsideUnknown');
  });

  it('takes an invitation instead, makes the account without a password, and only once', async () => {
    const person = (await call(operator, 'POST', '/people', { name: { en: 'Guest' } })).json().id;
    const { token } = (await call(operator, 'POST', `/people/${person}/invitations`)).json();
    const came = await through({ sub: 's-9', preferred_username: 'op' }, { invitation: token });
    expect(came.json().signedIn).toBe(true);
    const session = (await call(cookieOf(came), 'GET', '/session')).json();
    expect(session.person.id).toBe(person);
    expect(session.person.login).toMatch(/^op-[0-9a-f]{8}$/);
    expect((await through({ sub: 's-10', preferred_username: 'late' }, { invitation: token })).json().reason).toBe('invitationDead');
    for (const password of ['', 'null', testPassword]) expect((await call(null, 'POST', '/session', { login: session.person.login, password })).statusCode).not.toBe(201);
    expect((await call(cookieOf(came), 'POST', '/account/factor', { password: null })).statusCode).toBe(201);
    house.clock.set('2026-11-22T08:20:00.000Z');
    expect((await call(cookieOf(came), 'POST', '/account/factor', { password: null })).json().reason).toBe('signInAgain');
    house.clock.set('2026-11-22T08:00:00.000Z');
  });

  it('refuses an answer that is used twice, comes late, to another browser, or was made up', async () => {
    const known: FakePerson = { sub: 's-1' };
    let used: { answer: Record<string, string>; browser: string } | undefined;
    expect((await through(known, {}, (step) => (used = step))).json().signedIn).toBe(true);
    expect((await call(null, 'POST', '/session/outside/return', used)).json().reason).toBe('outsideOver');
    const other = (await call(null, 'POST', '/session/outside', {})).json().browser;
    expect((await through(known, {}, (step) => ({ ...step, browser: other }))).json().reason).toBe('outsideOver');
    expect((await through(known, {}, (step) => ({ ...step, answer: { ...step.answer, state: 'x' } }))).json().reason).toBe('outsideOver');
    expect((await through(known, {}, (step) => ({ ...step, answer: { ...step.answer, code: 'x' } }))).json().reason).toBe('providerRefused');
    expect((await through(known, {}, ({ browser, answer }) => ({ browser, answer: { state: answer['state'] ?? '', error: 'access_denied' } }))).json().reason).toBe('providerRefused');
    const { url, browser } = (await call(null, 'POST', '/session/outside', {})).json();
    house.clock.set('2026-11-22T08:11:00.000Z');
    expect((await call(null, 'POST', '/session/outside/return', { answer: provider.consent(url, known), browser })).json().reason).toBe('outsideOver');
    house.clock.set('2026-11-22T08:00:00.000Z');
  });

  it.each([{ nonce: 'planted' }, { iss: 'https://evil.example' }, { aud: 'somebody-else' }, { exp: 1 }, { forged: true }])('refuses an ID token that says %j', async (lie) => {
    provider.lie(lie);
    expect((await through({ sub: 's-1' })).json().reason).toBe('providerRefused');
  });

  it('forgets a wish that leads elsewhere', async () => {
    for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example']) expect((await through({ sub: 's-1' }, { next })).json().next).toBe('/');
  });

  it('says so in plain words when the provider is away, and is absent where none is configured', async () => {
    const gone = oidcSignIn({ issuer: 'http://127.0.0.1:9', clientId: 'loom', clientSecret: 'x', name: 'Gone', returnUrl: 'https://loom.example/sign-in/return', allowHosts: [] });
    const away = await testProduct({ ...testInstallation, outside: gone });
    const answer = await away.request(null, { method: 'POST', url: '/api/v1/session/outside', payload: {} });
    expect([answer.statusCode, answer.json().reason]).toEqual([503, 'providerAway']);
    expect(answer.body).not.toMatch(/127\.0\.0\.1|ECONN/);
    const none = await testProduct();
    expect((await none.request(null, { method: 'POST', url: '/api/v1/session/outside', payload: {} })).json().reason).toBe('outsideOff');
  });
});
