import { beforeAll, describe, expect, it } from 'vitest';
import { testPassword, testProduct, type TestProduct } from '../../../test/test-product.ts';
import { makeServer, type ServerParts } from './server.ts';

let house: TestProduct;
let operator: string;
const lines: Record<string, unknown>[] = [];

beforeAll(async () => {
  house = await testProduct();
  const spaceId = await house.newSpace();
  await house.addUser(spaceId, 'op', { role: 'operator', scopeKind: 'space', scopeId: null });
  operator = await house.signIn('op');
});

const serverWith = (parts: Partial<ServerParts>) => makeServer({ ...house.product, webFolder: null, secureCookies: false, rateLimitPerMinute: 1e6, checkAnswers: false, log: (line) => lines.push(line), ...parts });
const signIn = { method: 'POST' as const, url: '/api/v1/session', payload: { login: 'op', password: testPassword } };

describe('headers', () => {
  it('keep answers and refusals out of caches, frames and guessing', async () => {
    for (const url of ['/api/v1/session', '/api/v1/people', '/api/v1/nowhere', '/api/v1/people?limit=0']) {
      const { headers } = await house.request(operator, { method: 'GET', url });
      expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'x-frame-options': 'SAMEORIGIN', 'content-language': 'en' });
      expect(headers['content-security-policy']).toMatch(/default-src 'self'.*frame-ancestors 'none'.*object-src 'none'/);
      expect(headers['x-powered-by']).toBeUndefined();
    }
  });

  it('promise https only where the product is served by it', async () => {
    const [plain, secure] = await Promise.all([false, true].map(async (secureCookies) => (await serverWith({ secureCookies })).inject(signIn)));
    expect([plain?.headers['strict-transport-security'], secure?.headers['strict-transport-security']]).toEqual([undefined, expect.stringContaining('max-age=')]);
    expect(plain?.cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
    expect(plain?.cookies[0]?.secure).toBeUndefined();
    expect(secure?.cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Lax', secure: true });
  });
});

describe('a page elsewhere', () => {
  it.each([
    ['another site', { origin: 'https://evil.example' }, 403],
    ['no site at all', { origin: 'null' }, 403],
    ['another port', { origin: 'http://localhost:81' }, 403],
    ['another site that hides its name', { 'sec-fetch-site': 'cross-site' }, 403],
    ['our own page on a port', { host: 'localhost:8080', origin: 'http://localhost:8080' }, 201],
    ['our own page', { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' }, 201],
    ['a program', {}, 201],
  ])('%s', async (_title, headers, status) => {
    const response = await house.request(operator, { method: 'POST', url: '/api/v1/people', headers: headers as Record<string, string>, payload: { name: { en: 'X' } } });
    expect(response.statusCode).toBe(status);
  });
});

describe('too many calls', () => {
  it('are answered 429 with a time to wait, and an invented cookie opens no new count', async () => {
    const server = await serverWith({ rateLimitPerMinute: 5 });
    const call = (cookie: string) => server.inject({ method: 'GET', url: '/api/v1/session', headers: { 'accept-language': 'en', cookie } });
    const answers = [];
    for (let at = 0; at < 6; at += 1) answers.push(await call(`clusterloom_session=invented-${at}`));
    expect(answers.map((answer) => answer.statusCode)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(answers.at(-1)?.json()).toMatchObject({ reason: 'tooManyRequests', status: 429 });
    expect(Number(answers.at(-1)?.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('of one session do not shut out another at the same address', async () => {
    const server = await serverWith({ rateLimitPerMinute: 5 });
    const call = async (cookie: string): Promise<number> => (await server.inject({ method: 'GET', url: '/api/v1/session', headers: { cookie } })).statusCode;
    const second = await house.signIn('op');
    expect([await call(operator), await call(second)]).toEqual([200, 200]);
    const first: number[] = [];
    for (let at = 0; at < 6; at += 1) first.push(await call(operator));
    expect(first).toEqual([200, 200, 200, 200, 200, 429]);
    expect(await call(second)).toBe(200);
  });
});

describe('trouble on our side', () => {
  const fail = (error: Error): Promise<never> => Promise.reject(error);
  it('is told without a stack, a query or a path, and found again in the log by its reference', async () => {
    const server = await serverWith({ resolveActor: () => fail(Object.assign(new Error('select secret from "account" at /srv/app/x.ts'), { code: '42P01' })) });
    const response = await server.inject({ method: 'GET', url: '/api/v1/session', headers: { 'accept-language': 'en' } });
    expect(response.json()).toMatchObject({ status: 500, reason: 'unexpected', problems: [] });
    expect(response.body).not.toMatch(/select|account|\/srv|\.ts|stack|42P01/);
    expect(lines.at(-1)).toMatchObject({ reference: response.json().reference, message: expect.stringContaining('select secret') });
  });

  it('with the database asks to try again', async () => {
    const server = await serverWith({ resolveActor: () => fail(Object.assign(new Error('down'), { code: 'ECONNREFUSED' })) });
    const response = await server.inject({ method: 'GET', url: '/api/v1/session' });
    expect([response.statusCode, response.json().reason, response.headers['retry-after']]).toEqual([503, 'notReady', '5']);
  });
});
