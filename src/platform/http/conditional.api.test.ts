import { beforeAll, describe, expect, it } from 'vitest';
import { testPassword, testProduct, type TestProduct } from '../../../test/test-product.ts';

let house: TestProduct;
let operator: string;
let other: string;
const mandate = { role: 'operator' as const, scopeKind: 'space' as const, scopeId: null };

beforeAll(async () => {
  house = await testProduct();
  const spaceId = await house.newSpace();
  await house.addUser(spaceId, 'op', mandate);
  await house.addUser(spaceId, 'other', mandate);
  operator = await house.signIn('op');
  other = await house.signIn('other');
});

const get = (url: string, headers: Record<string, string> = {}) => house.request(operator, { method: 'GET', url: `/api/v1${url}`, headers });
const addPerson = (name: string, headers: Record<string, string> = {}, cookie = operator) => house.request(cookie, { method: 'POST', url: '/api/v1/people', headers, payload: { name: { en: name } } });
const named = async (name: string): Promise<number> => (await get(`/people?q=${encodeURIComponent(name)}`)).json().total;

describe('reading again', () => {
  it('answers 304 as long as nothing of what is shown has changed', async () => {
    const person = (await addPerson('Ada')).json();
    const first = await get(`/people/${person.id}`);
    const tag = String(first.headers['etag']);
    expect(tag).toMatch(/^"v1\.[\w-]{16}"$/);
    for (const given of [tag, `W/${tag}`, `"x", ${tag}`, '*']) {
      const again = await get(`/people/${person.id}`, { 'if-none-match': given });
      expect([again.statusCode, again.body, again.headers['etag']]).toEqual([304, '', tag]);
    }
    // A mandate is shown with the person but is a row of its own: the version stays, the tag must not.
    await house.request(operator, { method: 'POST', url: `/api/v1/people/${person.id}/mandates`, payload: { role: 'reader', scopeKind: 'space' } });
    const changed = await get(`/people/${person.id}`, { 'if-none-match': tag });
    expect(changed.statusCode).toBe(200);
    expect(changed.json()).toMatchObject({ version: 1, mandates: [{ role: 'reader' }] });
  });

  it('works for lists, and tells sparse answers from whole ones', async () => {
    const whole = await get('/people');
    const sparse = await get('/people?fields=id');
    expect((await get('/people', { 'if-none-match': String(whole.headers['etag']) })).statusCode).toBe(304);
    expect((await get('/people', { 'if-none-match': String(sparse.headers['etag']) })).statusCode).toBe(200);
  });
});

describe('writing on a condition', () => {
  it('takes the tag as it was read, and refuses any other', async () => {
    const person = (await addPerson('Bea')).json();
    const tag = String((await get(`/people/${person.id}`)).headers['etag']);
    const patch = (ifMatch?: string) => house.request(operator, { method: 'PATCH', url: `/api/v1/people/${person.id}`, headers: ifMatch === undefined ? {} : { 'if-match': ifMatch }, payload: { email: 'bea@example.org' } });
    expect((await patch()).json().reason).toBe('versionRequired');
    for (const wrong of ['*', 'v1', '"v01x"', '"v7"', '""', `"v${'9'.repeat(40)}"`]) expect((await patch(wrong)).statusCode).toBe(412);
    const done = await patch(tag);
    expect([done.statusCode, done.headers['etag']]).toEqual([200, '"v2"']);
    expect((await patch(tag)).json().reason).toBe('changedMeanwhile');
  });

  it('lets one of two writers through', async () => {
    const person = (await addPerson('Cy')).json();
    const patch = (email: string) => house.request(operator, { method: 'PATCH', url: `/api/v1/people/${person.id}`, headers: { 'if-match': '"v1"' }, payload: { email } });
    const answers = await Promise.all(['a@example.org', 'b@example.org', 'c@example.org'].map(patch));
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 412, 412]);
  });
});

describe('an idempotency key', () => {
  it('makes five requests at one instant one', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => addPerson('Dee', { 'idempotency-key': 'at-once' })));
    expect(answers.map((answer) => answer.statusCode)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(answers.map((answer) => answer.json().id)).size).toBe(1);
    expect(await named('Dee')).toBe(1);
  });

  it('belongs to one body, one address and one account', async () => {
    const first = await addPerson('Eve', { 'idempotency-key': 'k' });
    expect((await addPerson('Eva', { 'idempotency-key': 'k' })).json().reason).toBe('keyReused');
    const grant = (id: string) => house.request(operator, { method: 'POST', url: `/api/v1/people/${id}/mandates`, headers: { 'idempotency-key': 'grant' }, payload: { role: 'reader', scopeKind: 'space' } });
    const second = (await addPerson('Flo')).json();
    expect((await grant(first.json().id)).statusCode).toBe(201);
    expect((await grant(second.id)).json().reason).toBe('keyReused');
    const foreign = await addPerson('Eve', { 'idempotency-key': 'k' }, other);
    expect(foreign.json().id).not.toBe(first.json().id);
  });

  it('is kept for failures of nothing: a refused request may come again', async () => {
    const post = (email: string) => house.request(operator, { method: 'POST', url: '/api/v1/people', headers: { 'idempotency-key': 'retry' }, payload: { name: { en: 'Gus' }, email } });
    expect((await post('none')).statusCode).toBe(400);
    expect((await post('gus@example.org')).statusCode).toBe(201);
  });

  it.each(['', ' ', 'a b', 'x'.repeat(201)])('%j is none', async (key) => {
    expect((await addPerson('Hal', { 'idempotency-key': key })).json().problems).toMatchObject([{ path: 'header.idempotency-key' }]);
  });

  it('founds one space, wherever the founder stands afterwards', async () => {
    const found = () => house.request(operator, { method: 'POST', url: '/api/v1/spaces', headers: { 'idempotency-key': 'space' }, payload: { name: { en: 'Mine' }, withPack: false } });
    const [first, again] = [await found(), await found()];
    expect([first.statusCode, again.json().id]).toEqual([201, first.json().id]);
  });

  it('keeps nothing of a secret', async () => {
    const person = (await addPerson('Ida')).json();
    const invite = () => house.request(operator, { method: 'POST', url: `/api/v1/people/${person.id}/invitations`, headers: { 'idempotency-key': 'secret' } });
    expect((await invite()).json().token).not.toBe((await invite()).json().token);
    await house.request(operator, { method: 'POST', url: '/api/v1/session/password', headers: { 'idempotency-key': 'secret-2' }, payload: { current: testPassword, next: testPassword } });
    await house.request(operator, { method: 'POST', url: '/api/v1/session', headers: { 'idempotency-key': 'secret-3' }, payload: { login: 'op', password: testPassword } });
    const client = await house.product.database.ownerPool.connect();
    const spaces = (await client.query('select id from space')).rows;
    const kept: string[] = [];
    for (const { id } of spaces) {
      await client.query('begin');
      await client.query(`select set_config('app.space_id', $1, true)`, [id]);
      kept.push(...(await client.query('select key from idempotency_key')).rows.map((row) => row.key));
      await client.query('commit');
    }
    client.release();
    expect(kept).toContain('at-once');
    expect(kept.filter((key) => key.startsWith('secret'))).toEqual([]);
  });
});
