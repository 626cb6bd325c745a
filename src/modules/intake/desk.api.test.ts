import { describe, expect, it } from 'vitest';
import { testProduct } from '../../../test/test-product.ts';
import type { Batch } from './words/import.schema.ts';
import type { MappingSuggestion, Preview } from './words/mapping.schema.ts';

const house = await testProduct();
const spaceId = await house.newSpace();
await house.addUser(spaceId, 'desk-operator', { role: 'operator', scopeKind: 'space', scopeId: null });
await house.addUser(spaceId, 'desk-reader', { role: 'reader', scopeKind: 'space', scopeId: null });
await house.addUser(spaceId, 'desk-guangdong', { role: 'territorialOfficer', scopeKind: 'territory', scopeId: 'cn:440000' });
const operator = await house.signIn('desk-operator');
const reader = await house.signIn('desk-reader');
const guangdong = await house.signIn('desk-guangdong');
const api = (method: 'GET' | 'POST' | 'PUT', path: string, payload?: object, version?: number, who: string | null = operator) =>
  house.request(who, { method, url: `/api/v1${path}`, headers: version === undefined ? {} : { 'if-match': `"v${version}"` }, ...(payload ? { payload } : {}) });
const upload = async (text: string, query = '', who = operator) => {
  const answer = await house.request(who, { method: 'POST', url: `/api/v1/import-batches?fileName=firms.csv${query}`, headers: { 'content-type': 'text/csv' }, payload: text });
  return { status: answer.statusCode, body: answer.json<Batch & { reason?: string }>() };
};
const map = async (batch: Batch, mapping: (string | null)[]) => (await api('PUT', `/import-batches/${batch.id}/mapping`, { mapping }, batch.version)).json<Batch>();
const check = async (batch: Batch) => (await api('POST', `/import-batches/${batch.id}/check`)).json<Batch>();
const newSource = async (title: string) => (await api('POST', '/sources', { title, publisher: '样例统计局', kind: 'database', licence: 'CC BY 4.0' })).json<{ id: string; licence: string }>();
const groups = (batch: Batch) => Object.fromEntries((batch.counts?.groups ?? []).filter(({ count }) => count > 0).map(({ key, count }) => [key, count]));

describe('what can be imported', () => {
  it('is listed with its fields and the limits, to those who may create it', async () => {
    const answer = (await api('GET', '/import-targets')).json<{ items: { id: string; fields: { key: string; required: boolean }[] }[]; limits: { rows: number } }>();
    expect(answer.items.find(({ id }) => id === 'organisation')?.fields.find(({ key }) => key === 'name')?.required).toBe(true);
    expect(answer.limits.rows).toBeGreaterThan(0);
    expect((await api('GET', '/import-targets', undefined, undefined, reader)).statusCode).toBe(403);
    expect((await api('GET', '/import-targets', undefined, undefined, null)).statusCode).toBe(401);
  });
});

describe('a mapping', () => {
  it('is remembered for its source and numbered; the next file of the source is mapped as last time', async () => {
    const source = await newSource('样例名录 A');
    expect(source.licence).toBe('CC BY 4.0');
    const first = (await upload('厂名,地,列三\n样例一厂,佛山市,x\n', `&sourceId=${source.id}`)).body;
    expect(first).toMatchObject({ mapping: [null, null, null], source: { title: '样例名录 A' } });
    const mapped = await map(first, ['name', 'city', null]);
    const suggestion = async (id: string) => (await api('GET', `/import-batches/${id}/suggestion`)).json<MappingSuggestion>();
    expect(await suggestion(first.id)).toMatchObject({ current: { number: 1, fileName: 'firms.csv' } });
    await map(mapped, ['name', 'city', 'description']);
    const second = (await upload('地,厂名,列三,city\n佛山市,样例二厂,y,\n', `&sourceId=${source.id}`)).body;
    expect(second.mapping).toEqual(['city', 'name', 'description', null]);
    expect(await suggestion(second.id)).toMatchObject({ learned: { number: 2 }, by: ['memory', 'memory', 'memory', null], earlier: [{ number: 2 }, { number: 1, mapping: ['city', 'name', null, null] }] });
  });

  it('of another source does not speak; naming the source afterwards takes over what it taught', async () => {
    const source = await newSource('样例名录 B');
    await map((await upload('厂名\n样例三厂\n', `&sourceId=${source.id}`)).body, ['name']);
    const other = (await upload('厂名\n样例四厂\n')).body;
    expect(other.mapping).toEqual([null]);
    expect((await api('PUT', `/import-batches/${other.id}/source`, { sourceId: '019bb000-0000-7000-8000-000000000000' }, other.version)).json()).toMatchObject({ reason: 'sourceUnknown' });
    expect((await api('PUT', `/import-batches/${other.id}/source`, { sourceId: source.id }, other.version + 7)).statusCode).toBe(412);
    const named = (await api('PUT', `/import-batches/${other.id}/source`, { sourceId: source.id }, other.version)).json<Batch>();
    expect(named).toMatchObject({ mapping: ['name'], source: { id: source.id } });
    expect((await api('PUT', `/import-batches/${other.id}/source`, { sourceId: null }, named.version, reader)).statusCode).toBe(403);
  });

  it('is previewed with what was read, what is missing, and nothing kept', async () => {
    const batch = (await upload('name,city\n 样例五厂 ,佛山市\n,佛山市\n')).body;
    const preview = async (mapping: (string | null)[], who = operator) => (await api('POST', `/import-batches/${batch.id}/preview`, { mapping }, undefined, who));
    const shown = (await preview(['name', 'city'])).json<Preview>();
    expect(shown.rows).toHaveLength(2);
    expect(shown.rows[0]).toMatchObject({ state: 'ready', read: [{ column: 0, value: { zh: '样例五厂' } }] });
    expect(shown.rows[1]).toMatchObject({ state: 'rejected', reasons: [{ field: 'name', text: { en: 'The name is missing.' } }, { reason: 'placeFound' }] });
    expect((await preview([null, 'city'])).json<Preview>()).toMatchObject({ problems: [{ en: 'Choose which column holds “Name”; it is required.' }], rows: [{ state: 'unchecked' }, {}] });
    expect((await preview(['name', 'city'], reader)).statusCode).toBe(403);
    expect((await api('GET', `/import-batches/${batch.id}`)).json()).toMatchObject({ state: 'read', version: 1 });
  });
});

describe('rows are put right before anything is written', () => {
  const file = 'name,city,uscc\n样例六厂,佛山,\n样例七厂,Suzou,\n样例八厂,Suzou,\n,佛山市,\n样例九厂,佛山市,12\n';
  const prepared = async () => {
    const batch = (await upload(file)).body;
    return check(await map(batch, batch.mapping));
  };
  const fix = (batch: Batch, body: object, who = operator) => api('POST', `/import-batches/${batch.id}/fixes`, body, undefined, who);
  const rows = async (batch: Batch, query = '') => (await api('GET', `/import-batches/${batch.id}/rows?limit=50${query}`)).json<{ items: { rowNumber: number; cells: string[]; fixes: object[]; state: string; skipped: boolean }[] }>().items;

  it('in one cell, beside what the file says, and back again', async () => {
    const batch = await prepared();
    expect(groups(batch)).toEqual({ placed: 1, placeUnknown: 2, rejected: 2 });
    const fixed = (await fix(batch, { kind: 'cells', cells: [{ rowNumber: 5, column: 0, value: '样例十厂' }] })).json<{ batch: Batch; rows: number }>();
    expect(fixed.rows).toBe(1);
    expect(groups(fixed.batch)).toEqual({ placed: 2, placeUnknown: 2, rejected: 1 });
    expect((await rows(batch)).find(({ rowNumber }) => rowNumber === 5)).toMatchObject({ cells: ['', '佛山市', ''], fixes: [{ column: 0, value: '样例十厂' }], state: 'ready' });
    const back = (await fix(batch, { kind: 'cells', cells: [{ rowNumber: 5, column: 0, value: null }] })).json<{ batch: Batch }>();
    expect(groups(back.batch)).toEqual(groups(batch));
  });

  it('everywhere in a column, for every row of a remark, or by skipping rows', async () => {
    const batch = await prepared();
    const replaced = (await fix(batch, { kind: 'replace', column: 1, from: 'Suzou', to: '苏州市' })).json<{ batch: Batch; rows: number }>();
    expect(replaced).toMatchObject({ rows: 2 });
    expect(groups(replaced.batch)).toEqual({ placed: 3, rejected: 2 });
    const set = (await fix(batch, { kind: 'reason', reason: 'usccLength', column: 2, value: '' })).json<{ batch: Batch; rows: number }>();
    expect(groups(set.batch)).toEqual({ placed: 4, rejected: 1 });
    const skip = (body: object) => api('POST', `/import-batches/${batch.id}/skips`, body);
    expect(groups((await skip({ reason: 'nameMissing', skipped: true })).json<{ batch: Batch }>().batch)).toEqual({ placed: 4, skipped: 1 });
    expect(groups((await skip({ rowNumbers: [2, 3], skipped: true })).json<{ batch: Batch }>().batch)).toEqual({ placed: 2, skipped: 3 });
    const again = (await skip({ rowNumbers: [2], skipped: false })).json<{ batch: Batch }>().batch;
    expect((await api('GET', `/import-batches/${batch.id}/plan`)).json()).toEqual({ creates: 3, changes: 0, leaves: 2, remarks: [] });
    const applied = (await api('POST', `/import-batches/${batch.id}/apply`, undefined, again.version)).json<Batch>();
    expect(applied.outcome).toMatchObject({ created: 3, left: 2 });
    const names = (await api('GET', `/organisations?batchId=${batch.id}&limit=10`)).json<{ items: { name: { zh: string }; territory: { id: string } }[] }>().items;
    expect(names.map(({ territory }) => territory.id).toSorted()).toEqual(['cn:320500', 'cn:440600', 'cn:440600']);
    expect((await fix(batch, { kind: 'cells', cells: [{ rowNumber: 2, column: 0, value: 'x' }] })).json()).toMatchObject({ reason: 'wrongState' });

    // Trying out the undo leaves everything as it is; what somebody changed since would be kept.
    const [first] = (await api('GET', `/organisations?batchId=${batch.id}&limit=1`)).json<{ items: { id: string; version: number }[] }>().items;
    const detail = (await api('GET', `/organisations/${first?.id}`)).json<{ version: number }>();
    expect((await house.request(operator, { method: 'PATCH', url: `/api/v1/organisations/${first?.id}`, headers: { 'if-match': `"v${detail.version}"` }, payload: { website: 'https://www.example.cn' } })).statusCode).toBe(200);
    expect((await api('GET', `/import-batches/${batch.id}/undo-plan`)).json()).toEqual({ known: true, removed: 2, restored: 0, kept: 1 });
    expect((await api('GET', `/import-batches/${batch.id}/undo-plan`, undefined, undefined, reader)).statusCode).toBe(403);
    expect((await api('GET', `/organisations?batchId=${batch.id}&limit=1`)).json()).toMatchObject({ total: 3 });
    expect((await api('POST', `/import-batches/${batch.id}/undo`, undefined, applied.version)).json()).toMatchObject({ state: 'undone', outcome: { removed: 2, kept: 1 } });
    expect((await api('GET', `/import-batches/${batch.id}/undo-plan`)).json()).toMatchObject({ reason: 'wrongState' });
  });

  it('is refused with a reason', async () => {
    const batch = await prepared();
    expect((await fix(batch, { kind: 'cells', cells: [{ rowNumber: 99, column: 0, value: 'x' }] })).json()).toMatchObject({ reason: 'rowUnknown' });
    expect((await fix(batch, { kind: 'replace', column: 9, from: 'a', to: 'b' })).json()).toMatchObject({ reason: 'columnUnknown', detail: 'The file has 3 columns; there is no column 10.' });
    expect((await fix(batch, { kind: 'cells', cells: [{ rowNumber: 2, column: 0, value: 'x' }] }, reader)).statusCode).toBe(403);
    expect((await fix(batch, { kind: 'cells', cells: [{ rowNumber: 2, column: 0, value: 'x' }] }, guangdong)).statusCode).toBe(404);
    expect((await api('POST', `/import-batches/${batch.id}/skips`, { skipped: true })).statusCode).toBe(400);
    expect(groups((await api('GET', `/import-batches/${batch.id}`)).json<Batch>())).toEqual(groups(batch));
  });
});

describe('a file with the rows put right', () => {
  it('follows its batch and takes over the source', async () => {
    const source = await newSource('样例名录 C');
    const first = (await upload('name\n样例十一厂\n', `&sourceId=${source.id}`)).body;
    const second = (await upload('name,Reason\n样例十二厂,x\n', `&followsId=${first.id}`)).body;
    expect(second).toMatchObject({ followsId: first.id, source: { id: source.id } });
    expect((await upload('name\nx\n', '&followsId=019bb000-0000-7000-8000-000000000000')).body).toMatchObject({ reason: 'batchUnknown' });
    expect((await upload('name\nx\n', `&followsId=${first.id}`, guangdong)).body).toMatchObject({ reason: 'batchUnknown' });
    expect((await upload('name\nx\n', '&sourceId=019bb000-0000-7000-8000-000000000000')).body).toMatchObject({ reason: 'sourceUnknown' });
  });
});

it('reads a kept file again by another separator or encoding, or refuses and leaves the batch as it was', async () => {
  const batch = (await upload('name;city\n样例, 十三厂;佛山市\n')).body;
  const again = (body: object, version: number, who = operator) => api('PUT', `/import-batches/${batch.id}/reading`, body, version, who);
  expect(batch).toMatchObject({ delimiter: ';', columns: [{ name: 'name' }, { name: 'city' }] });
  const other = (await again({ delimiter: '|' }, batch.version)).json<Batch>();
  expect(other).toMatchObject({ state: 'read', delimiter: '|', columns: [{ name: 'name;city' }] });
  expect((await again({ encoding: 'gb18030' }, other.version, reader)).statusCode).toBe(403);
  expect((await again({ delimiter: ';' }, batch.version)).statusCode).toBe(412);
  const back = (await again({ delimiter: ';' }, other.version)).json<Batch>();
  expect(back).toMatchObject({ delimiter: ';', rowCount: 1, mapping: ['name', 'city'] });
});
