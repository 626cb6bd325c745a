import { expect, it } from 'vitest';
import { testProduct } from '../../../test/test-product.ts';
import type { Batch } from './words/import.schema.ts';
import type { SourceQuality } from './words/quality.schema.ts';

const house = await testProduct();
const [spaceId, elsewhere] = [await house.newSpace(), await house.newSpace()];
await house.addUser(spaceId, 'quality-operator', { role: 'operator', scopeKind: 'space', scopeId: null });
await house.addUser(spaceId, 'quality-reader', { role: 'reader', scopeKind: 'space', scopeId: null });
await house.addUser(elsewhere, 'quality-elsewhere', { role: 'operator', scopeKind: 'space', scopeId: null });
const operator = await house.signIn('quality-operator');
const reader = await house.signIn('quality-reader');
const stranger = await house.signIn('quality-elsewhere');

const api = (method: 'GET' | 'POST' | 'PUT', path: string, payload?: object, version?: number, who: string | null = operator) =>
  house.request(who, { method, url: `/api/v1${path}`, headers: version === undefined ? {} : { 'if-match': `"v${version}"` }, ...(payload ? { payload } : {}) });
const made = async (path: string, payload: object) => (await api('POST', path, payload)).json<{ id: string }>().id;
const quality = async (id: string, who: string | null = operator) => (await api('GET', `/sources/${id}/quality`, undefined, undefined, who)).json<SourceQuality>();

it('says of a source how complete, fresh, rejected, contradicted and unmatched it is', async () => {
  const source = await made('/sources', { title: '样例名录', kind: 'database' });
  const file = 'name,city,website\n样例一厂,佛山市,www.example.cn\n样例二厂,Suzhou,\n,佛山市,\n样例三厂,,\n';
  const created = await house.request(operator, { method: 'POST', url: `/api/v1/import-batches?fileName=a.csv&sourceId=${source}`, headers: { 'content-type': 'text/csv' }, payload: file });
  let batch = created.json<Batch>();
  expect((await quality(source)).files).toMatchObject({ batches: 1, applied: 0, rows: 0 });
  batch = (await api('PUT', `/import-batches/${batch.id}/mapping`, { mapping: batch.mapping }, batch.version)).json();
  batch = (await api('POST', `/import-batches/${batch.id}/check`)).json();
  await api('POST', `/import-batches/${batch.id}/apply`, undefined, batch.version);

  const other = await made('/sources', { title: '样例年报', kind: 'annualReport' });
  await api('POST', '/attributes', { key: 'employees', name: { zh: '从业人数' }, unit: 'person' });
  const organisation = await made('/organisations', { name: { zh: '样例四厂' }, type: 'enterprise' });
  const hidden = await made('/organisations', { name: { zh: '样例五厂' }, type: 'enterprise', visibility: 'internal' });
  const say = (subjectId: string, sourceId: string, value: string) => made('/statements', { subjectKind: 'organisation', subjectId, attributeKey: 'employees', value, period: '2024', sourceId });
  for (const subject of [organisation, hidden]) {
    await say(subject, source, '120');
    await say(subject, other, '900');
  }

  const told = await quality(source);
  expect(told.files).toMatchObject({ batches: 1, applied: 1, rows: 4, created: 3, left: 1, unmatched: 1 });
  expect(told.freshness).toMatchObject({ days: 0, latestPeriod: '2024' });
  const share = (field: string) => told.completeness.filter((each) => each.field === field).map(({ filled, rows }) => [filled, rows]);
  expect([share('name'), share('city'), share('website')]).toEqual([[[3, 4]], [[3, 4]], [[1, 4]]]);
  expect(told.rejects.map(({ group, rows }) => [group, rows])).toEqual([['rejected', 1]]);
  expect(told.remarks.map(({ reason }) => reason)).toContain('nameMissing');
  expect(told.remarks.map(({ reason }) => reason)).not.toContain('placeFound');
  expect(told.statements).toMatchObject({ total: 2, records: 2, disputed: 2 });
  expect(told.statements.conflicts[0]).toMatchObject({ attribute: { zh: '从业人数' }, period: '2024', shown: false });
  expect((await quality(other)).statements.conflicts[0]).toMatchObject({ shown: true });

  // A reader sees no imports and nothing of records that are internal.
  const read = await quality(source, reader);
  expect(read).toMatchObject({ files: null, completeness: [], rejects: [], statements: { total: 1, disputed: 1, conflicts: [{ subjectId: organisation }] } });
});

it('is refused to whoever did not sign in, and unknown in another space', async () => {
  const source = await made('/sources', { title: '样例统计', kind: 'officialStatistics' });
  const status = async (id: string, who: string | null) => (await api('GET', `/sources/${id}/quality`, undefined, undefined, who)).statusCode;
  expect([await status(source, null), await status(source, stranger), await status('019bb000-0000-7000-8000-000000000000', operator)]).toEqual([401, 404, 404]);
});
