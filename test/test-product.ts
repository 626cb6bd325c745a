import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { addUser, seedSpace, type UserInput } from '#modules/identity/index.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import type { Context } from '#platform/module/module.ts';
import { makeServer, sessionCookie } from '#platform/http/server.ts';
import type { Installation } from '#platform/config/installation.ts';
import { testInstallation } from '#platform/testing/test-installation.ts';
import { freshDatabase } from '#platform/testing/test-database.ts';
import { assemble, type Product } from '#api/product.ts';

export interface TestProduct {
  product: Product;
  server: FastifyInstance;
  clock: ReturnType<typeof fixedClock>;
  newSpace(work?: (context: Context) => Promise<void>): Promise<string>;
  addUser(spaceId: string, login: string, mandate: UserInput['mandate']): Promise<void>;
  /** Signs in and returns the cookie; the password of every test user is `test-password`. */
  signIn(login: string): Promise<string>;
  request(cookie: string | null, options: InjectOptions): Promise<LightMyRequestResponse>;
}

export const testPassword = 'test-password';

/** The whole product on a database of its own, reached without a network. Every answer is checked against its schema. */
export async function testProduct(installation: Installation = testInstallation): Promise<TestProduct> {
  const clock = fixedClock('2026-11-22T08:00:00.000Z');
  const product = assemble(await freshDatabase(), { clock, installation });
  const errors: unknown[] = [];
  let signIns = 0;
  const parts = { ...product, webFolder: null, secureCookies: false, rateLimitPerMinute: 1_000_000, checkAnswers: true };
  const server = await makeServer({ ...parts, log: (line) => errors.push(line) });
  const request: TestProduct['request'] = async (cookie, options) => {
    const response = await server.inject({ ...options, headers: { 'accept-language': 'en', ...options.headers, ...(cookie ? { cookie } : {}) } });
    if (response.statusCode === 500) throw new Error(`500 on ${String(options.method)} ${String(options.url)}: ${JSON.stringify(errors.at(-1))}`);
    return response;
  };
  return {
    product,
    server,
    clock,
    request,
    newSpace: (work) =>
      product.asSystem(null, async (context) => {
        const id = await seedSpace(context, 'own');
        await work?.(context);
        return id;
      }),
    addUser: async (spaceId, login, mandate) => {
      await product.asSystem(spaceId, (context) => addUser(context, { login, password: testPassword, name: { zh: login }, mandate }));
    },
    signIn: async (login) => {
      signIns += 1;
      // From many places: a test may sign in more often than one address is allowed to.
      const remoteAddress = `10.8.${signIns >> 8}.${signIns & 255}`;
      const response = await request(null, { method: 'POST', url: '/api/v1/session', remoteAddress, payload: { login, password: testPassword } });
      const token = response.cookies.find((cookie) => cookie.name === sessionCookie)?.value;
      if (!token) throw new Error(`sign-in of ${login} failed: ${response.body}`);
      return `${sessionCookie}=${token}`;
    },
  };
}
