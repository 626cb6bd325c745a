import { beforeAll, describe, expect, it } from 'vitest';
import { testInstallation } from '#platform/testing/test-installation.ts';
import { testProduct } from '../../../test/test-product.ts';

const mandate = { role: 'operator' as const, scopeKind: 'space' as const, scopeId: null };
type Json = Record<string, unknown>;

async function open(installation = testInstallation) {
  const house = await testProduct(installation);
  const spaceId = await house.newSpace();
  await house.addUser(spaceId, 'op', mandate);
  const cookie = await house.signIn('op');
  const call = (method: 'GET' | 'POST' | 'PATCH' | 'PUT', path: string, payload?: object | string, headers: Record<string, string> = {}) =>
    house.request(cookie, { method, url: `/api/v1${path}`, headers, ...(payload ? { payload } : {}) });
  const audit = async (event: string): Promise<Json[]> => (await call('GET', `/audit?event=${event}`)).json().items;
  return { house, spaceId, call, audit };
}

describe('levels of answers', () => {
  let at: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    at = await open();
  });
  const level = async (path: string) => (await at.call('GET', path)).headers['x-data-level'];

  it('are told in a header: public without sign-in, internal with it, sensitive with personal data', async () => {
    const stranger = await at.house.request(null, { method: 'GET', url: '/api/v1/session' });
    expect([stranger.headers['x-data-level'], await level('/session'), await level('/organisations'), await level('/people')]).toEqual(['internal', 'internal', 'internal', 'sensitive']);
  });

  it('are no higher than what is there: a person without address and sign-in name is internal', async () => {
    const { id } = (await at.call('POST', '/people', { name: { en: 'No address' } })).json();
    expect(await level(`/people/${id}`)).toBe('internal');
  });

  it('sensitive reads leave an entry each, ordinary ones and those about oneself leave none', async () => {
    const { id } = (await at.call('POST', '/people', { name: { en: 'Read me' }, email: 'read@example.org' })).json();
    const own = (await at.call('GET', '/session')).json().person.id;
    await at.call('GET', `/people/${id}`);
    await at.call('GET', `/people/${own}`);
    await at.call('GET', '/organisations');
    await at.call('GET', '/people?q=Read');
    expect(await at.audit('record.read')).toMatchObject([{ subjectKind: 'person', subjectId: id, subjectName: { en: 'Read me' } }]);
    expect((await at.audit('record.listed'))[0]).toMatchObject({ subjectKind: 'person', changes: { rows: [null, 1], operation: [null, 'person.list'] } });
  });
});

describe('material marked as a state secret', () => {
  let at: Awaited<ReturnType<typeof open>>;
  beforeAll(async () => {
    at = await open();
  });
  const organisation = (description: string) => at.call('POST', '/organisations', { name: { zh: '样例' }, type: 'enterprise', description });

  it('is refused in any text, with the place and without the content', async () => {
    const response = await organisation('正文一段\n機密★5年 特别内容');
    expect(response.statusCode).toBe(422);
    expect(response.json()).toMatchObject({ reason: 'secretMark', problems: [{ path: 'body.description', reason: 'secretMarkLine', message: 'Line 2 carries the mark “机密”.' }] });
    expect(response.body).not.toContain('特别内容');
    expect((await at.call('GET', '/organisations')).json().total).toBe(0);
  });

  it('is refused as a file before anything of it is kept, and the refusal is audited by the name’s hash', async () => {
    const response = await at.call('POST', `/import-batches?fileName=${encodeURIComponent('名单.csv')}`, '名称,密级\n甲厂,秘密\n', { 'content-type': 'text/csv' });
    expect(response.json()).toMatchObject({ reason: 'secretMark', problems: [{ path: 'body', reason: 'secretMarkCell', message: 'Sheet —, cell B2, carries the mark “秘密”.' }] });
    expect((await at.call('GET', '/import-batches')).json().items).toEqual([]);
    const [entry] = await at.audit('material.refused');
    expect(entry).toMatchObject({ actorName: 'op', changes: { operation: [null, 'importBatch.create'], nameHash: [null, expect.stringMatching(/^[0-9a-f]{64}$/)] } });
    expect(JSON.stringify(entry)).not.toMatch(/名单|甲厂/);
  });

  it('is refused by its name', async () => {
    const response = await at.call('POST', `/import-batches?fileName=${encodeURIComponent('名单（机密）.csv')}`, 'name\nx\n', { 'content-type': 'text/csv' });
    expect(response.json()).toMatchObject({ reason: 'secretMark', problems: [{ reason: 'secretMarkName' }] });
  });

  it('is told from ordinary words', async () => {
    expect((await organisation('从事商业秘密保护与保密咨询')).statusCode).toBe(201);
  });
});

describe('attachments', () => {
  let at: Awaited<ReturnType<typeof open>>;
  let files: string;
  beforeAll(async () => {
    at = await open();
    const { id } = (await at.call('POST', '/organisations', { name: { en: 'Firm' }, type: 'enterprise' })).json();
    files = `/records/organisation/${id}/files`;
  });
  const send = (name: string, bytes: string, query = '') => at.call('POST', `${files}?name=${encodeURIComponent(name)}${query}`, bytes, { 'content-type': 'application/octet-stream' });

  it('with a mark are refused and not kept, by content and by name', async () => {
    expect((await send('a.txt', '前言\n绝密★启封前\n')).json()).toMatchObject({ status: 422, reason: 'secretMark', problems: [{ message: 'Line 2 carries the mark “绝密”.' }] });
    expect((await send('机密.txt', 'x')).json().reason).toBe('secretMark');
    expect((await at.call('GET', files)).json().total).toBe(0);
    expect((await at.audit('material.refused')).length).toBe(2);
    expect((await send('a.txt', '商业秘密')).statusCode).toBe(201);
  });

  it('that are sensitive are told so and leave an entry when they are read', async () => {
    const { id } = (await send('b.txt', 'names', '&level=sensitive')).json();
    const content = await at.call('GET', `${files}/${id}/content`);
    expect([content.statusCode, content.headers['x-data-level']]).toEqual([200, 'sensitive']);
    expect(await at.audit('record.read')).toMatchObject([{ subjectKind: 'organisation', changes: { operation: [null, 'file.download'] } }]);
  });

  it('above the ceiling are refused', async () => {
    await at.call('PUT', '/level-policy', { ceiling: 'internal', exportFreeUpTo: 'internal', exportDays: 7 }, { 'if-match': '"v0"' });
    expect((await send('c.txt', 'names', '&level=sensitive')).json()).toMatchObject({ reason: 'aboveCeiling', problems: [{ path: 'query.level' }] });
    expect((await send('c.txt', 'names')).statusCode).toBe(201);
  });
});

describe('a ceiling below sensitive', () => {
  it('takes no personal addresses, and lets people sign in all the same', async () => {
    const at = await open({ ...testInstallation, level: 'internal' });
    const response = await at.call('POST', '/people', { name: { en: 'Above' }, email: 'above@example.org' });
    expect(response.statusCode).toBe(422);
    expect(response.json()).toMatchObject({ reason: 'aboveCeiling', problems: [{ path: 'body.email', message: 'This is sensitive data; at most internal data may be kept here. Leave it empty.' }] });
    expect((await at.call('POST', '/people', { name: { en: 'Below' } })).statusCode).toBe(201);
  });

  it('takes no record for insiders where only public data may be', async () => {
    const at = await open({ ...testInstallation, level: 'public' });
    const make = async (visibility: string) => (await at.call('POST', '/organisations', { name: { en: 'Firm' }, type: 'enterprise', visibility })).statusCode;
    expect([await make('internal'), await make('open')]).toEqual([422, 201]);
  });

  it('turns red without the check: the same body is taken where the ceiling is high enough', async () => {
    const at = await open();
    expect((await at.call('POST', '/people', { name: { en: 'Above' }, email: 'above@example.org' })).statusCode).toBe(201);
  });
});
