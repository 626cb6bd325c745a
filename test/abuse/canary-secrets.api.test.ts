import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeServer, sessionCookie } from '#platform/http/server.ts';
import type { Context } from '#platform/module/module.ts';
import { testPassword, testProduct, type TestProduct } from '../test-product.ts';

const canary = {
  password: 'Canary-Passw0rd-1', token: 'CanaryToken2aB3cD4eF5gH6iJ7kL8mN9oP0qR1sT2uV3', key: 'clk_CanaryKey3aB3cD4eF5gH6iJ7kL8', cookie: 'CanaryCookie4aB3cD4eF5gH6iJ7kL8mN9oP0qR1sT2',
  database: 'CanaryDatabasePass5', seed: 'CANARY6SEED7ABCD2345', row: 'CanaryRowValue8', mail: 'canary9@example.org',
};
const planted = Object.values(canary);
const lines: string[] = [];
const answers: string[] = [];
const raw: string[] = [];
let house: TestProduct;
let operator: string;

/** What the next call of any action does instead of its work. */
type Failure = (context: Context) => Promise<never>;
let failure: Failure | null = null;
let server: TestProduct['server'];

beforeAll(async () => {
  house = await testProduct();
  const spaceId = await house.newSpace();
  await house.addUser(spaceId, 'op', { role: 'operator', scopeKind: 'space', scopeId: null });
  operator = await house.signIn('op');
  const routes = house.product.house.routes.map((entry): typeof entry => ({
    ...entry,
    action: async (context, input) => {
      if (!failure) return entry.action(context, input);
      return failure(context).catch((error: unknown) => {
        const given = error as Error & Record<string, unknown>;
        raw.push(JSON.stringify({ ...given, message: given.message, cause: String(given.cause) }));
        throw error;
      });
    },
  }));
  server = await makeServer({ ...house.product, house: { ...house.product.house, routes }, statementMs: 150, webFolder: null, secureCookies: false, rateLimitPerMinute: 1e6, checkAnswers: true, log: (line) => lines.push(JSON.stringify(line)) });
});

async function drive(fails: Failure | null, options: { method?: 'GET' | 'POST' | 'PUT'; url?: string; payload?: string | object; headers?: Record<string, string>; cookie?: string } = {}): Promise<number> {
  failure = fails;
  const { cookie = operator, ...rest } = options;
  const json = typeof rest.payload === 'string' ? { 'content-type': 'application/json' } : {};
  const answer = await server.inject({ method: 'GET', url: '/api/v1/people', ...rest, headers: { cookie, ...json, ...rest.headers } });
  failure = null;
  answers.push(`${JSON.stringify(answer.headers)}\n${answer.body}`);
  return answer.statusCode;
}

const rowValues: Failure = async ({ db, spaceId, newId }) => {
  await sql`insert into person (space_id, id, name, email, created_at) values (${spaceId}, ${newId()}, ${null}::jsonb, ${canary.mail}, now())`.execute(db);
  throw new Error('not reached');
};
const badValue: Failure = async ({ db }) => Promise.reject((await sql`select ${canary.row}::text::uuid`.execute(db).catch((error: unknown) => error)) as Error);
const slow: Failure = async ({ db }) => Promise.reject((await sql`select pg_sleep(5), ${canary.row}`.execute(db).catch((error: unknown) => error)) as Error);
const says = (text: string): Failure => () => Promise.reject(new Error(text));

const cases: readonly [title: string, run: () => Promise<number>, status: number][] = [
  ['a row that breaks a constraint', () => drive(rowValues), 500],
  ['a value that the database cannot read', () => drive(badValue), 500],
  ['a statement that takes too long', () => drive(slow), 503],
  ['an error that says a password', () => drive(says(`cannot sign in with password=${canary.password}`)), 500],
  ['an error that says a token', () => drive(says(`stale ${canary.token} and Bearer ${canary.token}`)), 500],
  ['an error that says a link', () => drive(says(`mail not sent: https://x.example/invitations/${canary.token}`)), 500],
  ['an error that says the seed of one-time codes', () => drive(says(`otpauth://totp/x?secret=${canary.seed} ${canary.seed}`)), 500],
  ['an error with a cause', () => drive(() => Promise.reject(new Error('outer', { cause: new Error(`{"apiKey":"${canary.key}"}`) }))), 500],
  ['the database away', () => drive(() => Promise.reject(Object.assign(new Error(`connect postgresql://app:${canary.database}@db.example:5432/x`), { code: 'ECONNREFUSED' }))), 503],
  ['broken JSON', () => drive(null, { method: 'POST', payload: `{"password":"${canary.password}", "email":"${canary.mail}` }), 400],
  ['fields of the wrong type', () => drive(null, { method: 'POST', payload: { name: canary.row, email: [canary.mail], password: canary.password } }), 400],
  ['a wrong password', () => drive(null, { method: 'POST', url: '/api/v1/session', payload: { login: 'op', password: canary.password }, cookie: '' }), 401],
  ['an invented session', () => drive(null, { cookie: `${sessionCookie}=${canary.cookie}` }), 401],
  ['an invented key', () => drive(null, { headers: { authorization: `Bearer ${canary.key}` }, cookie: '' }), 401],
  ['an invented invitation', () => drive(null, { method: 'POST', url: '/api/v1/invitations/accept', payload: { token: canary.token, login: 'new-one', password: canary.password }, cookie: '' }), 410],
  ['a session behind a failure', () => drive(says('behind'), { headers: { authorization: `Basic ${canary.token}` } }), 500],
];

describe('secrets and rows', () => {
  it.each(cases)('%s is answered', async (_title, run, status) => {
    expect([status, status === 410 ? 400 : status]).toContain(await run());
  });

  it('stand in no answer and no line of the log', () => {
    expect(raw.length).toBeGreaterThanOrEqual(9);
    const leaks = (texts: readonly string[]): string[] => texts.filter((text) => [...planted, testPassword, operator.split('=')[1] ?? '', 'Failing row contains'].some((secret) => text.includes(secret)));
    process.stdout.write(`canaries: ${planted.length} planted, ${cases.length} failures driven, ${answers.length} answers and ${lines.length} lines read, ${leaks(answers).length + leaks(lines).length} leaks\n`);
    expect(leaks(answers)).toEqual([]);
    expect(leaks(lines)).toEqual([]);
    // The mutant: the same failures without the redaction would have told.
    expect(leaks(raw).length).toBeGreaterThanOrEqual(7);
  });

  it('nor does a stack or a statement stand in an answer, while the log keeps what finds the fault', () => {
    expect(answers.filter((text) => /\n\s+at |\\n\s+at |\.ts:\d|insert into|select pg_sleep|violates/.test(text))).toEqual([]);
    expect(lines.some((line) => line.includes('"code":"23502"') && line.includes('"column":"name"') && line.includes('canary-secrets.api.test.ts'))).toBe(true);
    expect(lines.every((line) => typeof (JSON.parse(line) as { reference: unknown }).reference === 'string')).toBe(true);
  });
});
