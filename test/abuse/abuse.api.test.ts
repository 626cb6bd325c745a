import { request } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeServer } from '#platform/http/server.ts';
import { testPassword, testProduct, type TestProduct } from '../test-product.ts';

let house: TestProduct;
let spaceId: string;
let operator: string;
let server: TestProduct['server'];
let port: number;
const sockets: Socket[] = [];
const mandate = { role: 'operator' as const, scopeKind: 'space' as const, scopeId: null };

beforeAll(async () => {
  house = await testProduct();
  spaceId = await house.newSpace();
  await house.addUser(spaceId, 'op', mandate);
  operator = await house.signIn('op');
  const routes = house.product.house.routes.map((entry): typeof entry => (entry.route.id === 'feed.list' ? { ...entry, action: async ({ db }) => Promise.reject((await sql`select pg_sleep(20)`.execute(db).catch((error: unknown) => error)) as Error) } : entry));
  server = await makeServer({ ...house.product, house: { ...house.product.house, routes }, statementMs: 200, patience: { headersMs: 500, requestMs: 1000, checkMs: 100, quietMs: 10_000 }, webFolder: null, secureCookies: false, rateLimitPerMinute: 100_000, checkAnswers: false, log: () => undefined });
  await server.listen({ port: 0, host: '127.0.0.1' });
  port = (server.server.address() as AddressInfo).port;
});
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  server.server.closeAllConnections();
  await server.close();
});

interface Slow {
  socket: Socket;
  /** Resolves with what the server said, once it has closed the connection. */
  closed: Promise<string>;
}

function open(first: string | Buffer): Slow {
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  let said = '';
  socket.on('data', (part: Buffer) => (said += part.toString()));
  socket.on('error', () => undefined);
  socket.write(first);
  return { socket, closed: new Promise((resolve) => socket.on('close', () => resolve(said))) };
}

/** One byte at a time, as long as anybody listens. */
async function trickle({ socket }: Slow, byte: string): Promise<void> {
  for (let at = 0; at < 300 && !socket.destroyed; at += 1) {
    socket.write(byte);
    await sleep(50);
  }
}

function ask(path: string, headers: Record<string, string> = { cookie: operator }): Promise<{ status: number; body: string; ms: number }> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', path: `/api/v1${path}`, headers, agent: false }, (answer) => {
      let body = '';
      answer.on('data', (part: Buffer) => (body += part.toString()));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body, ms: performance.now() - started }));
    });
    sent.on('error', reject);
    sent.end();
  });
}

const p99 = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.99)] ?? Number.NaN;
const half = 'GET /api/v1/session HTTP/1.1\r\nhost: x\r\nx-slow: ';
const slowBody = 'POST /api/v1/session HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n{"login":"';

describe('slow callers', () => {
  it.each([['headers', half, 'a'], ['a body', slowBody, 'x']])('that trickle %s are let go', async (_title, first, byte) => {
    const slow = Array.from({ length: 20 }, () => open(first));
    for (const one of slow) void trickle(one, byte);
    const said = await Promise.race([Promise.all(slow.map((one) => one.closed)), sleep(12_000, null)]);
    expect(said).not.toBeNull();
    expect(said?.every((text) => text === '' || / 408 | 400 /.test(text))).toBe(true);
  }, 30_000);

  it('do not shut others out, nor do many connections', async () => {
    const idle = Array.from({ length: 300 }, () => open(''));
    expect((await ask('/session')).status).toBe(200);
    for (const { socket } of idle) socket.destroy();
  });
});

describe('large bodies', () => {
  it('are refused by what they announce, before they are read', async () => {
    const large = open('POST /api/v1/people HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: 52428800\r\n\r\n');
    expect(await large.closed).toMatch(/^HTTP\/1\.1 413 [^]*bodyTooLarge/);
    expect(large.socket.bytesWritten).toBeLessThan(1000);
  });

  it('are refused once they grow too large, when they announce nothing', async () => {
    const endless = open('POST /api/v1/people HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n');
    const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`;
    let ended = false;
    void endless.closed.then(() => (ended = true));
    let chunks = 0;
    for (; chunks < 3200 && !ended; chunks += 1) {
      endless.socket.write(chunk);
      if (chunks % 8 === 0) await sleep(1);
    }
    expect(await endless.closed).toMatch(/^$|^HTTP\/1\.1 413/);
    expect(endless.socket.bytesWritten).toBeLessThan(40_000_000);
  });

  it('that nest deeply are refused quickly', async () => {
    const deep = await house.server.inject({ method: 'POST', url: '/api/v1/people', headers: { cookie: operator, 'content-type': 'application/json' }, payload: `${'['.repeat(100_000)}${']'.repeat(100_000)}` });
    expect([deep.statusCode, deep.json().reason]).toEqual([400, 'invalidInput']);
  });
});

describe('costly questions', () => {
  it('are stopped, told plainly, and leave the connection sound', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => ask('/feed', { cookie: operator, 'accept-language': 'en' })));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 503));
    expect(JSON.parse(answers[0]?.body ?? '')).toMatchObject({ reason: 'tookTooLong', detail: expect.stringContaining('longer than allowed') });
    expect((await ask('/people')).status).toBe(200);
  });
});

describe('guessing', () => {
  const attempt = (login: string, at: number) => house.server.inject({ method: 'POST', url: '/api/v1/session', remoteAddress: `10.99.${at >> 8}.${at & 255}`, headers: { 'accept-language': 'en' }, payload: { login, password: `wrong-${at}` } });

  it('tells nobody whether a name exists: same answers, like time', async () => {
    const time = { known: [] as number[], unknown: [] as number[] };
    const seen = { known: [] as string[], unknown: [] as string[] };
    await house.addUser(spaceId, 'guessed', mandate);
    for (let at = 0; at < 8; at += 1) {
      for (const [kind, login] of [['known', 'guessed'], ['unknown', 'nobody-here']] as const) {
        const started = performance.now();
        const answer = await attempt(login, at * 2 + (kind === 'known' ? 0 : 1));
        time[kind].push(performance.now() - started);
        seen[kind].push(`${answer.statusCode} ${JSON.stringify({ ...answer.json(), reference: '' }).replaceAll(/\d+/g, 'n')}`);
      }
    }
    const middle = (values: number[]): number => values.toSorted((a, b) => a - b)[4] ?? 0;
    process.stdout.write(`guessing: known ${middle(time.known).toFixed(1)} ms, unknown ${middle(time.unknown).toFixed(1)} ms\n`);
    expect(seen.known).toEqual(seen.unknown);
  });

  it('from one place is cut off', async () => {
    const limited = await makeServer({ ...house.product, webFolder: null, secureCookies: false, rateLimitPerMinute: 1000, checkAnswers: false, log: () => undefined });
    const statuses: number[] = [];
    for (let at = 0; at < 40 && statuses.at(-1) !== 429; at += 1) statuses.push((await limited.inject({ method: 'POST', url: '/api/v1/session', payload: { login: `guess-${at}`, password: 'x' } })).statusCode);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('a right that is taken away', () => {
  it('is gone with the next request, however many came before', async () => {
    await house.addUser(spaceId, 'leaving', { role: 'reader', scopeKind: 'space', scopeId: null });
    const leaving = await house.signIn('leaving');
    const read = async (): Promise<number> => (await house.request(leaving, { method: 'GET', url: '/api/v1/organisations' })).statusCode;
    for (let at = 0; at < 30; at += 1) expect(await read()).toBe(200);
    const person = (await house.request(operator, { method: 'GET', url: '/api/v1/people?q=leaving' })).json().items[0];
    const ended = await house.request(operator, { method: 'DELETE', url: `/api/v1/people/${person.id}/mandates/${person.mandates[0].id}` });
    expect(ended.statusCode).toBe(200);
    expect([401, 403]).toContain(await read());
  });
});

describe('under attack', () => {
  it('others are still served', async () => {
    // Honest requests must not meet the short patience that the tests above need.
    const lasting = await makeServer({ ...house.product, patience: { headersMs: 2000, checkMs: 200 }, webFolder: null, secureCookies: false, rateLimitPerMinute: 1200, checkAnswers: false, log: () => undefined });
    await lasting.listen({ port: 0, host: '127.0.0.1' });
    const before = port;
    port = (lasting.server.address() as AddressInfo).port;
    const measure = async (): Promise<number[]> => {
      const times: number[] = [];
      for (let at = 0; at < 40; at += 1) {
        const { status, ms } = await ask('/people?limit=20');
        expect(status).toBe(200);
        times.push(ms);
      }
      return times;
    };
    await ask('/people?limit=20');
    const quiet = p99(await measure());
    let attacking = true;
    const again = async (work: () => Promise<unknown>): Promise<void> => {
      while (attacking) await Promise.all([work().catch(() => undefined), sleep(20)]);
    };
    const attacks = [
      ...Array.from({ length: 25 }, () => again(async () => trickle(open(half), 'a'))),
      again(() => open('POST /api/v1/people HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 52428800\r\ncontent-type: application/json\r\n\r\n').closed),
      again(() => ask('/organisations?q=%25%25%25', { cookie: 'clusterloom_session=invented' })),
      again(async () => lasting.inject({ method: 'POST', url: '/api/v1/session', payload: { login: 'guessed', password: testPassword.slice(1) } })),
    ];
    const loud = p99(await measure());
    attacking = false;
    for (const socket of sockets) socket.destroy();
    await Promise.all(attacks);
    port = before;
    lasting.server.closeAllConnections();
    await lasting.close();
    process.stdout.write(`under attack: others' p99 ${quiet.toFixed(1)} ms quiet, ${loud.toFixed(1)} ms under attack, ${(loud / quiet).toFixed(2)} × (limit 2)\n`);
  }, 180_000);
});
