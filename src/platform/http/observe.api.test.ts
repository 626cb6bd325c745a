import { beforeAll, describe, expect, test } from 'vitest';
import { testProduct, type TestProduct } from '../../../test/test-product.ts';
import type { MetricsParts } from './metrics.ts';
import type { RequestLine } from './observe.ts';
import { makeServer } from './server.ts';

let house: TestProduct;
let cookie: string;
let spaceId: string;
const lines: RequestLine[] = [];

async function server(metrics: Partial<MetricsParts> = {}) {
  const gauges = async () => [{ name: 'clusterloom_jobs', help: 'Jobs.', values: [{ labels: { state: 'wai"ting' }, value: 2 }] }];
  return makeServer({ ...house.product, webFolder: null, secureCookies: false, rateLimitPerMinute: 1e6, checkAnswers: true, log: () => undefined, requestLine: (line) => lines.push(line), metrics: { gauges, token: null, behindProxy: false, ...metrics } });
}

beforeAll(async () => {
  house = await testProduct();
  spaceId = await house.newSpace();
  await house.addUser(spaceId, 'operator', { role: 'operator', scopeKind: 'space', scopeId: null });
  cookie = await house.signIn('operator');
});

describe('a request leaves one line', () => {
  test('with its route, status, time and who asked, and nothing of what was asked', async () => {
    const app = await server();
    lines.length = 0;
    const answer = await app.inject({ url: '/api/v1/people?q=canary-name', headers: { cookie } });
    await app.inject({ url: '/api/v1/people', headers: {} });
    await app.inject({ url: '/secret/canary-path' });
    expect(lines).toMatchObject([
      { method: 'GET', route: 'person.list', status: 200, person: expect.stringMatching(/-/), space: spaceId },
      { route: 'person.list', status: 401, person: null },
      { status: 404 },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/canary|clusterloom_session/);
    expect(answer.statusCode).toBe(200);
    await app.close();
  });
});

describe('metrics', () => {
  test('are there for this machine, in the form that monitors read', async () => {
    const app = await server();
    await app.inject({ url: '/healthz' });
    const text = (await app.inject({ url: '/metrics' })).body;
    expect(text).toContain('clusterloom_requests_total{status="200"} 1');
    expect(text).toContain('clusterloom_request_seconds_bucket{le="+Inf"} 1');
    expect(text).toContain('clusterloom_jobs{state="wai_ting"} 2');
    for (const line of text.trim().split('\n')) expect(line).toMatch(/^(# (HELP|TYPE) |[a-z_]+(\{[^{}]*\})? [\d.e+-]+$)/);
    await app.close();
  });

  test('do not exist for anybody else', async () => {
    const open = await server();
    expect((await open.inject({ url: '/metrics', remoteAddress: '10.1.2.3' })).statusCode).toBe(404);
    expect((await open.inject({ url: '/metrics', headers: { 'x-forwarded-for': '127.0.0.1' } })).statusCode).toBe(404);
    await open.close();
    const proxied = await server({ behindProxy: true });
    expect((await proxied.inject({ url: '/metrics' })).statusCode).toBe(404);
    await proxied.close();
    const guarded = await server({ token: 'token-of-the-monitor' });
    expect((await guarded.inject({ url: '/metrics' })).statusCode).toBe(404);
    expect((await guarded.inject({ url: '/metrics', headers: { authorization: 'Bearer wrong' } })).statusCode).toBe(404);
    expect((await guarded.inject({ url: '/metrics', remoteAddress: '10.1.2.3', headers: { authorization: 'Bearer token-of-the-monitor' } })).statusCode).toBe(200);
    await guarded.close();
  });
});

test('readiness names its reason in words', async () => {
  const app = await makeServer({ ...house.product, readiness: { read: async () => 'databaseUnreachable', stop: () => undefined }, webFolder: null, secureCookies: false, rateLimitPerMinute: 1e6, checkAnswers: true, log: () => undefined });
  const answer = await app.inject({ url: '/readyz' });
  expect(answer.statusCode).toBe(503);
  expect(answer.json()).toEqual({ state: 'notReady', reason: 'databaseUnreachable', zh: '数据库无法访问。', en: 'The database cannot be reached.' });
  await app.close();
});

test('the health page shows its parts to the operator only', async () => {
  const health = (await house.request(cookie, { method: 'GET', url: '/api/v1/health' })).json();
  expect(health).toMatchObject({ state: 'good', checks: [{ key: 'outbox', state: 'good' }] });
  await house.addUser(spaceId, 'reader', { role: 'reader', scopeKind: 'space', scopeId: null });
  expect((await house.request(await house.signIn('reader'), { method: 'GET', url: '/api/v1/health' })).statusCode).toBe(403);
});
