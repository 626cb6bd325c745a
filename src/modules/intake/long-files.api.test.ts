import { describe, expect, it } from 'vitest';
import { testProduct } from '../../../test/test-product.ts';
import type { Batch, ImportRowView } from './words/import.schema.ts';

const house = await testProduct();
const spaceId = await house.newSpace();
await house.addUser(spaceId, 'long-operator', { role: 'operator', scopeKind: 'space', scopeId: null });
await house.addUser(spaceId, 'long-officer', { role: 'territorialOfficer', scopeKind: 'territory', scopeId: 'cn:440000' });
const operator = await house.signIn('long-operator');
const officer = await house.signIn('long-officer');

const filler = '精密仪器与自动化设备的研发、制造和销售。'.repeat(12);
const lines = (count: number, city: string): string => `名称,代码,所在城市,简介\n${Array.from({ length: count }, (_, at) => `样例长表第${at}厂,${city}${at},${city},${filler}`).join('\n')}\n`;
const long = lines(3000, '佛山市');
const call = async <Value>(cookie: string, method: 'GET' | 'POST' | 'PUT', path: string, options: { payload?: string | object; version?: number; type?: string } = {}) => {
  const { payload, version, type } = options;
  const answer = await house.request(cookie, { method, url: `/api/v1${path}`, headers: { ...(type ? { 'content-type': type } : {}), ...(version === undefined ? {} : { 'if-match': `"v${version}"` }) }, ...(payload === undefined ? {} : { payload }) });
  return { status: answer.statusCode, value: answer.json<Value>() };
};
const upload = (cookie: string, text: string) => call<Batch>(cookie, 'POST', '/import-batches?fileName=long.csv', { payload: text, type: 'text/csv' });
const look = async (id: string): Promise<Batch> => (await call<Batch>(operator, 'GET', `/import-batches/${id}`)).value;
const settle = async (id: string): Promise<Batch> => {
  await house.product.runDueJobs();
  return look(id);
};
const step = (cookie: string, batch: Batch, verb: string, payload?: object) => call<Batch & { reason?: string }>(cookie, verb === 'mapping' ? 'PUT' : 'POST', `/import-batches/${batch.id}/${verb}`, { ...(payload ? { payload } : {}), ...(verb === 'check' || verb === 'cancel' ? {} : { version: batch.version }) });

describe('a file that is too long for a request', () => {
  it('goes its way in steps that can be watched, and is taken back the same way', async () => {
    const sent = await upload(operator, long);
    expect(sent.status).toBe(201);
    expect(sent.value).toMatchObject({ state: 'reading', rowCount: 0, job: { done: 0, words: { en: 'Waiting for its turn' } } });
    expect((await step(operator, await look(sent.value.id), 'mapping', { mapping: [] })).value.reason).toBe('wrongState');
    const read = await settle(sent.value.id);
    expect(read).toMatchObject({ state: 'read', rowCount: 3000, job: null, mapping: ['name', 'externalCode', 'city', 'description'] });
    const mapped = (await step(operator, read, 'mapping', { mapping: read.mapping })).value;
    expect((await step(operator, mapped, 'check')).value).toMatchObject({ state: 'checking' });
    const checked = await settle(read.id);
    expect(checked).toMatchObject({ state: 'checked', job: null });
    expect(checked.counts?.groups.find(({ key }) => key === 'placed')?.count).toBe(3000);
    expect((await step(operator, checked, 'apply')).value).toMatchObject({ state: 'applying' });
    const applied = await settle(read.id);
    expect(applied).toMatchObject({ state: 'applied', outcome: { created: 3000, changed: 0, left: 0 } });
    const created = (await call<{ total: number; items: ImportRowView[] }>(operator, 'GET', `/import-batches/${read.id}/rows?effect=created&limit=2`)).value;
    expect(created).toMatchObject({ total: 3000, items: [{ rowNumber: 2, effect: 'created' }, { rowNumber: 3 }] });
    expect(created.items[0]?.page).toContain('/organisations/');
    expect((await call<{ total: number }>(operator, 'GET', `/import-batches/${read.id}/rows?effect=left`)).value.total).toBe(0);
    expect((await step(operator, applied, 'undo')).value).toMatchObject({ state: 'undoing' });
    expect(await settle(read.id)).toMatchObject({ state: 'undone', outcome: { removed: 3000, kept: 0 } });
  }, 120_000);

  it('stands where it stood when a step is cancelled', async () => {
    const reading = (await upload(operator, long)).value;
    expect((await step(operator, reading, 'cancel')).status).toBe(200);
    expect(await settle(reading.id)).toMatchObject({ state: 'discarded', rowCount: 0 });
    const { id } = (await upload(operator, long)).value;
    const read = await settle(id);
    const mapped = (await step(operator, read, 'mapping', { mapping: read.mapping })).value;
    const checking = (await step(operator, mapped, 'check')).value;
    expect((await step(operator, checking, 'cancel')).value.state).toBe('mapped');
    expect(await settle(id)).toMatchObject({ state: 'mapped', counts: null });
    expect((await step(operator, mapped, 'cancel')).value.reason).toBe('wrongState');
  }, 60_000);

  it('is given up with the reason where it turns out to be broken', async () => {
    const { id } = (await upload(operator, `${long}"样例,未结束的引号\n`)).value;
    const failed = await settle(id);
    expect(failed).toMatchObject({ state: 'discarded', rowCount: 0, failure: { reason: 'quoteUnclosed' } });
    expect(failed.failure?.text.zh).not.toBe('');
  });

  it('is refused before it is kept where it is marked as a state secret', async () => {
    const marked = await upload(operator, `${long}样例,机密★10年,佛山市,\n`);
    expect(marked).toMatchObject({ status: 422, value: { reason: 'secretMark' } });
  });

  it('is written with the rights of whoever asked, row by row', async () => {
    const { id } = (await upload(officer, lines(2000, '佛山市') + lines(1500, '杭州市').split('\n').slice(1).join('\n'))).value;
    const read = await settle(id);
    const mapped = (await step(officer, read, 'mapping', { mapping: read.mapping })).value;
    await step(officer, mapped, 'check');
    const checked = await settle(id);
    expect(checked.counts?.groups.filter(({ count }) => count > 0).map(({ key, count }) => [key, count])).toEqual([['placed', 2000], ['rejected', 1500]]);
  }, 60_000);
});
