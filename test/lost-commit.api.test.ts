import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assemble, type Product } from '#api/product.ts';
import { addUser, seedSpace } from '#modules/identity/index.ts';
import { openPools } from '#platform/db/open-database.ts';
import { makeServer, sessionCookie } from '#platform/http/server.ts';
import { freshDatabase } from '#platform/testing/test-database.ts';
import { testInstallation } from '#platform/testing/test-installation.ts';

/** Stands between application and database, and can cut the line when a write is committed and the answer is on its way. */
class CommitCutter {
  isArmed = false;
  cuts = 0;
  readonly #server: Server;
  constructor(target: () => Socket) {
    this.#server = createServer((client) => this.#join(client, target()));
  }
  async open(): Promise<number> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return (this.#server.address() as AddressInfo).port;
  }
  close(): void {
    this.#server.close();
  }
  #join(client: Socket, server: Socket): void {
    let hasWritten = false;
    let isCutting = false;
    client.on('data', (chunk) => {
      const text = chunk.toString('latin1');
      if (text.includes('insert into audit_entry')) hasWritten = true;
      if (/commit\0/i.test(text)) {
        isCutting = this.isArmed && hasWritten;
        hasWritten = false;
      }
      server.write(chunk);
    });
    server.on('data', (chunk) => {
      if (!isCutting) return void client.write(chunk);
      // The database has answered, so it is committed; nobody will hear of it.
      this.isArmed = false;
      this.cuts += 1;
      client.destroy();
      server.destroy();
    });
    for (const [one, other] of [[client, server], [server, client]] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  }
}

let product: Product;
let cutter: CommitCutter;
let server: Awaited<ReturnType<typeof makeServer>>;
let cookie: string;
let spaceId: string;
let direct: Awaited<ReturnType<typeof freshDatabase>>;

beforeAll(async () => {
  direct = await freshDatabase();
  const { host, port, user, database, password } = new pg.Client(direct.configs.appConfig);
  const socketFile = `${host}/.s.PGSQL.${port}`;
  cutter = new CommitCutter(() => (host.startsWith('/') ? connect(socketFile) : connect(port, host)));
  const through = { host: '127.0.0.1', port: await cutter.open(), user, database, password, ssl: false, options: '-c role=clusterloom_app' } as pg.PoolConfig;
  const pools = openPools({ ownerConfig: direct.configs.ownerConfig, appConfig: through }, () => {});
  product = assemble({ ...pools, close: async () => void (await Promise.all([pools.appPool.end(), pools.ownerPool.end()])) }, { installation: testInstallation });
  spaceId = await product.asSystem(null, (context) => seedSpace(context, 'own'));
  await product.asSystem(spaceId, (context) => addUser(context, { login: 'clerk', password: 'test-password', name: { zh: 'clerk' }, mandate: { role: 'operator', scopeKind: 'space', scopeId: null } }));
  server = await makeServer({ ...product, webFolder: null, secureCookies: false, rateLimitPerMinute: 1e6, checkAnswers: true, log: () => {} });
  const response = await server.inject({ method: 'POST', url: '/api/v1/session', payload: { login: 'clerk', password: 'test-password' } });
  cookie = `${sessionCookie}=${response.cookies.find(({ name }) => name === sessionCookie)?.value}`;
}, 120_000);
afterAll(async () => {
  await server?.close();
  await product?.close();
  cutter?.close();
});

const post = (name: string, key?: string) =>
  server.inject({ method: 'POST', url: '/api/v1/organisations', headers: { cookie, ...(key ? { 'idempotency-key': key } : {}) }, payload: { name: { zh: name }, type: 'enterprise', visibility: 'internal' } });

async function effects(name: string): Promise<number> {
  return await product.asSystem(spaceId, async ({ db }) => (await sql`select id from organisation where name->>'zh' = ${name}`.execute(db)).rows.length);
}

describe('the line is cut while the answer to COMMIT is on its way', () => {
  test('the sender is told to try again, and the same key has one effect', async () => {
    for (let n = 0; n < 20; n += 1) {
      const name = `once ${n}`;
      cutter.isArmed = true;
      const first = await post(name, `key-${n}`);
      expect({ n, status: first.statusCode, reason: first.json().reason }).toEqual({ n, status: 503, reason: 'notReady' });
      // It was saved all the same, so nobody may claim that it was not.
      expect(first.json().detail).not.toMatch(/[Nn]othing was saved|没有保存/);
      expect(await effects(name)).toBe(1);
      const again = await post(name, `key-${n}`);
      expect(again.statusCode).toBe(201);
      expect(await effects(name)).toBe(1);
    }
    console.log(`${cutter.cuts} answers to COMMIT lost, ${cutter.cuts} repeated under the same key, 0 done twice`);
    expect(cutter.cuts).toBe(20);
  });

  test('the mutant: without a key the same repetition is done twice', async () => {
    cutter.isArmed = true;
    expect((await post('twice')).statusCode).toBe(503);
    expect((await post('twice')).statusCode).toBe(201);
    expect(await effects('twice')).toBe(2);
  });
});
