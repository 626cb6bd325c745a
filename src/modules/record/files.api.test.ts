import type { Actor } from '#platform/auth/actor.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LightMyRequestResponse } from 'fastify';
import { gif, pdf, png } from '#platform/testing/sample-files.ts';
import { makeServer } from '#platform/http/server.ts';
import { testProduct, type TestProduct } from '../../../test/test-product.ts';

let house: TestProduct;
let [spaceId, organisation] = ['', ''];
const cookies: Record<string, string> = {};

const whole = { scopeKind: 'space' as const, scopeId: null };
const own = (): string => `/organisations/${organisation}`;
const files = (): string => `/api/v1/records/organisation/${organisation}/files`;

function send(who: string, bytes: Uint8Array | string, query: Record<string, string>, url = files()): Promise<LightMyRequestResponse> {
  const search = new URLSearchParams(query);
  return house.request(cookies[who] ?? null, { method: 'POST', url: `${url}?${search}`, headers: { 'content-type': 'application/octet-stream' }, payload: Buffer.from(bytes as Uint8Array) });
}
const get = (who: string | null, url: string): Promise<LightMyRequestResponse> => house.request(who === null ? null : (cookies[who] ?? null), { method: 'GET', url });
const write = (who: string, method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, payload?: object, version?: number): Promise<LightMyRequestResponse> =>
  house.request(cookies[who] ?? null, { method, url, ...(payload ? { payload } : {}), headers: version ? { 'if-match': `"v${version}"` } : {} });

beforeAll(async () => {
  house = await testProduct();
  spaceId = await house.newSpace();
  await house.addUser(spaceId, 'op', { role: 'operator', ...whole });
  await house.addUser(spaceId, 'reader', { role: 'reader', ...whole });
  cookies['op'] = await house.signIn('op');
  organisation = (await write('op', 'POST', '/api/v1/organisations', { name: { zh: '单位' }, type: 'enterprise' })).json().id;
  await house.addUser(spaceId, 'firm', { role: 'organisationRepresentative', scopeKind: 'organisation', scopeId: organisation, organisationId: organisation });
  const elsewhere = await house.newSpace();
  await house.addUser(elsewhere, 'stranger', { role: 'operator', ...whole });
  for (const login of ['reader', 'firm', 'stranger']) cookies[login] = await house.signIn(login);
}, 60_000);

describe('a file on a record', () => {
  it('is kept, listed, looked at, downloaded, replaced, removed and brought back', async () => {
    const added = await send('firm', pdf(), { name: '计划.pdf', level: 'public', note: 'n' });
    expect(added.statusCode).toBe(201);
    const file = added.json();
    expect(file).toMatchObject({ name: '计划.pdf', preview: 'pdf', versionCount: 1, current: { mediaType: 'application/pdf', uploadedBy: { name: { zh: 'firm' } } } });
    const content = `${files()}/${file.id}/content`;
    const download = await get('reader', content);
    expect(download.rawPayload.equals(Buffer.from(pdf()))).toBe(true);
    expect(download.headers).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
    expect(download.headers['content-disposition']).toBe(`attachment; filename*=UTF-8''%E8%AE%A1%E5%88%92.pdf`);
    expect(download.headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox/);
    const preview = await get('reader', `${files()}/${file.id}/preview`);
    expect(preview.headers['content-disposition']).toMatch(/^inline/);
    expect(preview.headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'self'/);
    const replaced = (await send('op', gif(), { name: '计划.gif' }, `${files()}/${file.id}/versions`)).json();
    expect(replaced).toMatchObject({ name: '计划.gif', versionCount: 2, preview: 'picture' });
    expect((await get('reader', `${content}?number=1`)).rawPayload.equals(Buffer.from(pdf()))).toBe(true);
    expect((await get('reader', `${files()}/${file.id}`)).json().versions.map((version: { number: number }) => version.number)).toEqual([2, 1]);
    expect((await write('firm', 'DELETE', `${files()}/${file.id}`)).statusCode).toBe(200);
    expect((await get('reader', content)).statusCode).toBe(404);
    expect((await get('firm', `${files()}?removed=true`)).json().items).toHaveLength(1);
    expect((await get('reader', `${files()}?removed=true`)).json().items).toHaveLength(0);
    expect((await write('firm', 'POST', `${files()}/${file.id}/restoration`)).statusCode).toBe(200);
    expect((await get('reader', content)).statusCode).toBe(200);
    const history = (await get('firm', `/api/v1/history?subjectKind=organisation&subjectId=${organisation}`)).json().items.map((entry: { event: string }) => entry.event);
    expect(history.slice(0, 4)).toEqual(['file.restored', 'file.removed', 'file.replaced', 'file.added']);
  });

  it('shows each reader the levels they may see, and says nothing of the others', async () => {
    for (const level of ['public', 'internal', 'sensitive']) expect((await send('op', `${level},1`, { name: `${level}.csv`, level })).statusCode).toBe(201);
    const seen = async (who: string): Promise<string[]> => (await get(who, files())).json().items.map((file: { name: string }) => file.name).filter((name: string) => name.endsWith('csv'));
    expect(await seen('op')).toEqual(['internal.csv', 'public.csv', 'sensitive.csv']);
    expect(await seen('firm')).toEqual(['internal.csv', 'public.csv', 'sensitive.csv']);
    expect(await seen('reader')).toEqual(['public.csv']);
    const secret = (await get('op', files())).json().items.find((file: { level: string }) => file.level === 'sensitive');
    for (const part of ['', '/content', '/preview']) expect((await get('reader', `${files()}/${secret.id}${part}`)).statusCode).toBe(404);
    expect((await get('reader', `/api/v1/history?subjectKind=organisation&subjectId=${organisation}`)).body).not.toContain('sensitive.csv');
    expect((await get('reader', `/api/v1/records/organisation/${organisation}/attached`)).json().files).toBe(2);
  });

  it('belongs to its record alone: another record, another space, nobody', async () => {
    const file = (await get('op', files())).json().items[0];
    const other = (await write('op', 'POST', '/api/v1/organisations', { name: { zh: '另一单位' }, type: 'enterprise' })).json().id;
    expect((await get('op', `/api/v1/records/organisation/${other}/files/${file.id}/content`)).statusCode).toBe(404);
    expect((await get('op', `/api/v1/records/cluster/${organisation}/files/${file.id}/content`)).statusCode).toBe(404);
    expect((await get('op', `/api/v1/records/constructor/${organisation}/files`)).statusCode).toBe(404);
    expect((await get('stranger', `${files()}/${file.id}/content`)).statusCode).toBe(404);
    expect((await get(null, `${files()}/${file.id}/content`)).statusCode).toBe(401);
    expect((await send('reader', png(), { name: 'a.png' })).statusCode).toBe(403);
    expect((await send('stranger', png(), { name: 'a.png' })).statusCode).toBe(404);
    expect((await house.request(null, { method: 'POST', url: `${files()}?name=a.png`, headers: { 'content-type': 'application/octet-stream' }, payload: Buffer.alloc(1_000_000) })).statusCode).toBe(401);
  });

  it('is refused with a plain reason, and nothing of it is stored', async () => {
    const before = (await house.product.installation.files.list(spaceId)).length;
    const refused: [string, Uint8Array | string, number, string][] = [
      ['logo.svg', '<svg onload="alert(1)"/>', 422, 'fileActive'],
      ['../a.png', png(), 422, 'fileNameUnsafe'],
      ['a.png', png(100_000, 100_000), 422, 'pictureTooBig'],
      ['a.pdf', png(), 422, 'fileExtensionWrong'],
      ['a.png', Buffer.concat([png(), Buffer.from('<script>1</script>')]), 422, 'fileMixed'],
    ];
    for (const [name, bytes, status, reason] of refused) {
      const response = await send('op', bytes, { name });
      expect([response.statusCode, response.json().reason]).toEqual([status, reason]);
      expect(response.json().detail).not.toContain('{{');
    }
    expect((await send('op', png(), { name: 'a.png', retainUntil: '2020-01-01' })).json().reason).toBe('retentionPast');
    expect((await send('op', png(), { name: 'a\u0000.png' })).statusCode).toBe(400);
    expect((await house.product.installation.files.list(spaceId)).length).toBe(before);
    expect((await send('op', Buffer.alloc(51 * 1024 * 1024), { name: 'a.png' })).statusCode).toBe(413);
  });

  it('keeps its name for itself and its version under lock', async () => {
    const file = (await send('op', png(), { name: 'one.png' })).json();
    expect((await send('op', gif(), { name: 'one.png' })).json().reason).toBe('fileExtensionWrong');
    expect((await send('op', png(5, 5), { name: 'one.png' })).json().reason).toBe('fileNameTaken');
    const url = `${files()}/${file.id}`;
    expect((await write('op', 'PATCH', url, { name: 'two.pdf' }, file.version)).json().reason).toBe('fileExtensionWrong');
    expect((await write('op', 'PATCH', url, { name: 'two.png', retainUntil: '2027-01-01' }, file.version)).json()).toMatchObject({ name: 'two.png', retainUntil: '2027-01-01', version: 2 });
    expect((await write('op', 'PATCH', url, { name: 'three.png' }, file.version)).statusCode).toBe(412);
  });
});

describe('the space', () => {
  it('has a quota, and the same bytes count once', async () => {
    const { used, files: count } = (await get('op', '/api/v1/files/quota')).json();
    await send('op', png(), { name: 'again.png' });
    const after = (await get('op', '/api/v1/files/quota')).json();
    expect([after.used, after.files]).toEqual([used, count + 1]);
    expect((await write('firm', 'PUT', '/api/v1/files/quota', { total: 1_048_576, largest: 1024 })).statusCode).toBe(403);
    await write('op', 'PUT', '/api/v1/files/quota', { total: 1_048_576, largest: 1024 });
    expect((await send('op', 'x'.repeat(2000), { name: 'a.txt' })).json().reason).toBe('fileTooBig');
    await write('op', 'PUT', '/api/v1/files/quota', { total: 1_048_576, largest: 1_048_576 });
    const big = 'x'.repeat(600_000);
    expect((await send('op', `1${big}`, { name: 'a.txt' })).statusCode).toBe(201);
    expect((await send('op', `2${big}`, { name: 'b.txt' })).json().reason).toBe('quotaUsedUp');
    await write('op', 'PUT', '/api/v1/files/quota', { total: 1e9, largest: 1_048_576 });
  });

  it('lists what an operator has to look at', async () => {
    const show = async (what: string): Promise<{ name: string; recordName: object | null }[]> => (await get('op', `/api/v1/files?show=${what}`)).json().items;
    expect((await show('biggest'))[0]).toMatchObject({ name: 'a.txt', recordName: { zh: '单位' } });
    expect((await show('expiring')).map((item) => item.name)).toEqual(['two.png']);
    expect(await show('ownerless')).toEqual([]);
    expect((await get('firm', '/api/v1/files')).statusCode).toBe(403);
    expect((await get('op', '/api/v1/files?show=biggest&format=csv')).body).toContain('a.txt');
  });

  it('lets files go when their time is over', async () => {
    const { product, clock } = house;
    const listed = async (): Promise<string[]> => (await get('op', files())).json().items.map((file: { name: string }) => file.name);
    expect(await listed()).toContain('two.png');
    const now = new Date('2027-01-02T03:00:00Z');
    const work = { jobId: spaceId, personId: null, spaceId, now, signal: new AbortController().signal, progress: async () => undefined, asSystem: <Value>(deed: Parameters<typeof product.asSystem<Value>>[1]) => product.asSystem(spaceId, deed), asActor: <Value>(actor: Actor, deed: Parameters<typeof product.asSystem<Value>>[1]) => product.asSystem(spaceId, deed, actor) };
    await product.house.jobs['record.tendFiles']?.run(work, {});
    expect(await listed()).not.toContain('two.png');
    expect(await listed()).toContain('public.csv');
    expect(clock.now().getFullYear()).toBe(2026);
  });
});

describe('the rights bite', () => {
  it('a download that forgets its subject hands a file to somebody else', async () => {
    const file = (await get('op', files())).json().items[0];
    const url = `${files()}/${file.id}/content`;
    await write('op', 'PATCH', `/api/v1${own()}`, { visibility: 'internal' }, (await get('op', `/api/v1${own()}`)).json().version);
    expect((await get('reader', url)).statusCode).toBe(404);
    const { product } = house;
    const routes = product.house.routes.map((entry) => (entry.route.id === 'file.download' ? { ...entry, route: { ...entry.route, subject: { kind: 'organisation', from: 'list' as const } } } : entry));
    const server = await makeServer({ ...product, house: { ...product.house, routes }, webFolder: null, secureCookies: false, rateLimitPerMinute: 1e6, checkAnswers: false, log: () => undefined });
    const leak = await server.inject({ method: 'GET', url: url.replace(file.id, (await get('op', files())).json().items.find((each: { level: string }) => each.level === 'public').id), headers: { cookie: cookies['reader'] ?? '' } });
    expect(leak.statusCode).toBe(200);
  });
});
