import { describe, expect, it } from 'vitest';
import { redacted } from './redact.ts';

const canary = 'Canary7Value';
const shown = (value: unknown): string => JSON.stringify(redacted(value)) ?? '';

describe('a line of the log', () => {
  const databaseError = Object.assign(new Error('new row for relation "person" violates check constraint "person_name"'), {
    code: '23514', table: 'person', constraint: 'person_name', detail: `Failing row contains (1, ${canary})`, where: `SQL function "x" with parameter ${canary}`, internalQuery: `select '${canary}'`, parameters: [canary],
  });
  const planted: readonly (readonly [title: string, value: unknown])[] = [
    ['password', { password: canary }], ['nested', { a: [{ currentPassword: canary }] }], ['cookie header', { headers: { cookie: `clusterloom_session=${canary}` } }], ['authorization', { authorization: `Bearer ${canary}` }],
    ['row', databaseError], ['caused by a row', new Error('outer', { cause: databaseError })], ['row in a text', `x\nDETAIL:  Failing row contains (1, ${canary}).`], ['key in a text', `Key (email)=(${canary}) already exists.`],
    ['value in a message', Object.assign(new Error(`invalid input syntax for type uuid: "${canary}"`), { code: '22P02' })], ['address of the database', new Error(`cannot reach postgresql://app:${canary}@db:5432/x`)], ['said in a message', new Error(`sign-in failed: password=${canary}`)],
    ['JSON in a message', new Error(`bad body {"newPassword":"${canary}"}`)], ['bearer in a message', new Error(`refused Bearer ${canary}`)], ['API key', `used clk_${canary}`], ['invitation link', `https://x/invitations/${canary}`], ['invitation', `0190aaaa-0000-7000-8000-000000000001.${canary}${canary}`],
    ['session token', `token was ${canary}${'aB3'.repeat(12)}`], ['seed of one-time codes', `otpauth://totp/x?secret=${canary}`], ['query of an address', `GET /x?token=${canary}&a=1`], ['bytes', { content: new TextEncoder().encode(canary) }], ['map', new Map([['secret', canary]])], ['request body', { body: { note: canary } }],
  ];

  it.each(planted)('holds no %s', (_title, value) => {
    expect(JSON.stringify(value instanceof Error ? { ...value, message: value.message, cause: value.cause, detail: String((value.cause as Error | undefined)?.message) } : value instanceof Map ? [...value] : value)).toBeDefined();
    expect(shown(value)).not.toContain(canary);
  });

  it('keeps what finds the fault', () => {
    const line = redacted(databaseError) as Record<string, unknown>;
    expect(line).toMatchObject({ code: '23514', table: 'person', constraint: 'person_name', message: 'new row for relation "person" violates check constraint "person_name"' });
    expect(String(line['stack'])).toContain('redact.test.ts');
    expect(redacted({ level: 'error', reference: '0190aaaa-0000-7000-8000-000000000001', route: '/api/v1/people/:personId', n: 3, ok: true, none: null })).toEqual({ level: 'error', reference: '0190aaaa-0000-7000-8000-000000000001', route: '/api/v1/people/:personId', n: 3, ok: true, none: null });
    expect(redacted(new Error('relation "missing" does not exist'))).toMatchObject({ message: 'relation "missing" does not exist' });
  });

  it('is the same when it is done twice, ends in circles and stays short', () => {
    for (const [, value] of planted) expect(redacted(redacted(value))).toEqual(redacted(value));
    const ring: Record<string, unknown> = {};
    ring['self'] = ring;
    expect(shown(ring)).toContain('[deeper]');
    expect(shown('x'.repeat(1e6)).length).toBeLessThan(5000);
    const started = performance.now();
    for (const hostile of ['a1B'.repeat(1e5), 'password'.repeat(1e4), `${'a-'.repeat(1e5)}:`, `Key (${'('.repeat(1e4)}`]) redacted(hostile);
    process.stdout.write(`redaction of hostile texts: ${(performance.now() - started).toFixed(0)} ms\n`);
  });
});
