import { describe, expect, it } from 'vitest';
import { jsonCalls, type Json } from '../../../test/json-calls.ts';
import { testProduct } from '../../../test/test-product.ts';

const house = await testProduct();
const spaceId = await house.newSpace();
const whole = { scopeKind: 'space' as const, scopeId: null };
await house.addUser(spaceId, 'measure-operator', { role: 'operator', ...whole });
await house.addUser(spaceId, 'measure-reader', { role: 'reader', ...whole });
await house.addUser(spaceId, 'measure-foshan', { role: 'territorialOfficer', scopeKind: 'territory', scopeId: 'cn:440600' });
const [operator, reader, foshan] = [await house.signIn('measure-operator'), await house.signIn('measure-reader'), await house.signIn('measure-foshan')];

type Answer = Json & { reason?: string; code?: string };
const { call, done } = jsonCalls<Answer>(house);

const name = { zh: '样例营业收入', en: 'Sample revenue' };
const revenue = await done(operator, 'POST', '/indicators', { key: 'sampleRevenue', name, kind: 'amount', unit: 'CNY', dimension: 'operation', topic: '规模' });
const firm = await done(operator, 'POST', '/organisations', { name: { zh: '样例机械' }, type: 'enterprise', territoryId: 'cn:440604' });
const rival = await done(operator, 'POST', '/organisations', { name: { zh: '样例对手' }, type: 'enterprise', territoryId: 'cn:440604' });
await house.addUser(spaceId, 'measure-firm', { role: 'organisationRepresentative', scopeKind: 'organisation', scopeId: firm.id });
await house.addUser(spaceId, 'measure-rival', { role: 'organisationRepresentative', scopeKind: 'organisation', scopeId: rival.id });
const [ofFirm, ofRival] = [await house.signIn('measure-firm'), await house.signIn('measure-rival')];
const values = `/indicators/${revenue.id}/observations`;
const foshanIn2025 = { subjectKind: 'territory', subjectId: 'cn:440600', period: '2025', value: '100', basis: 'public' };

describe('the catalogue', () => {
  it('is kept by national officers and operators, and its formulas, units and keys are checked', async () => {
    expect((await call(reader, 'POST', '/indicators', { key: 'x', name })).status).toBe(403);
    expect((await call(foshan, 'POST', '/indicators', { key: 'x', name })).status).toBe(403);
    const refused = async (body: object) => (await call(operator, 'POST', '/indicators', { name, ...body })).body;
    expect(await refused({ key: 'sampleRevenue' })).toMatchObject({ status: 409 });
    expect(await refused({ key: 'x', kind: 'amount', unit: 'person' })).toMatchObject({ status: 422 });
    expect(await refused({ key: 'x', kind: 'share', unit: 'person' })).toMatchObject({ status: 422 });
    expect(await refused({ key: 'x', formula: 'a +' })).toMatchObject({ status: 400 });
    expect(await refused({ key: 'x', formula: 'x / 2' })).toMatchObject({ status: 422 });
    expect(await refused({ key: 'x', formula: 'a > 2' })).toMatchObject({ status: 422 });
  });

  it('takes a draft into use once it is defined, and names the terms of a formula', async () => {
    const made = await done(operator, 'POST', '/indicators', { key: 'sampleShare', name: { zh: '样例占比' }, kind: 'share', formula: 'sampleRevenue / elsewhere * 100', dimension: 'innovation' });
    expect(made).toMatchObject({ state: 'draft', version: 1, formulaTerms: [{ key: 'sampleRevenue', id: revenue.id }, { key: 'elsewhere', id: null }] });
    expect((await call(operator, 'POST', `/indicators/${made.id}/step`, { verb: 'activate' }, 1)).status).toBe(422);
    const defined = await done(operator, 'PATCH', `/indicators/${made.id}`, { definition: { zh: '样例口径' }, unit: 'percent' }, 1);
    expect((await call(operator, 'PATCH', `/indicators/${made.id}`, { topic: '甲' }, 1)).status).toBe(412);
    const active = await done(operator, 'POST', `/indicators/${made.id}/step`, { verb: 'activate' }, defined.version);
    expect(active).toMatchObject({ state: 'active', version: 3 });
    expect((await call(operator, 'PATCH', `/indicators/${made.id}`, { unit: null }, 3)).status).toBe(422);
    expect((await call(operator, 'POST', `/indicators/${made.id}/step`, { verb: 'activate' }, 3)).status).toBe(409);
    expect(await done(reader, 'GET', '/indicators?dimension=innovation&state=active')).toMatchObject({ total: 1 });
    expect(await done(reader, 'GET', '/indicators/facets')).toMatchObject({ total: 2, byDimension: [{ dimension: 'operation', topics: [{ topic: '规模', count: 1 }] }, { dimension: 'innovation', count: 1 }] });
    expect(await done(reader, 'GET', `/indicators?q=${encodeURIComponent('样例营业')}`)).toMatchObject({ total: 1 });
  });
});

describe('values', () => {
  it('stand side by side; the better source is shown until somebody decides, and the trace says why', async () => {
    const press = await done(operator, 'POST', '/sources', { title: '样例报道', kind: 'press' });
    const office = await done(operator, 'POST', '/sources', { title: '样例年鉴', kind: 'officialStatistics' });
    const vintage = await done(operator, 'POST', '/vintages', { sourceId: office.id, title: '2025 年初步数', releasedOn: '2026-02-01' });
    expect((await call(operator, 'POST', '/vintages', { sourceId: office.id, title: '2025 年初步数' })).status).toBe(409);
    const said = await done(foshan, 'POST', values, { ...foshanIn2025, sourceId: press.id });
    const official = await done(foshan, 'POST', values, { ...foshanIn2025, value: '90', sourceId: office.id, vintageId: vintage.id });
    expect(official).toMatchObject({ shown: 'byRule', disputed: true, unit: 'CNY', vintage: { title: '2025 年初步数' } });
    expect(await done(reader, 'GET', `${values}?shown=true`)).toMatchObject({ total: 1, items: [{ id: official.id }] });
    expect(await done(reader, 'GET', `${values}?disputed=true`)).toMatchObject({ total: 2 });
    expect((await call(reader, 'POST', `${values}/${said.id}/choice`, { reason: '样例' })).status).toBe(403);
    expect(await done(foshan, 'POST', `${values}/${said.id}/choice`, { reason: '样例理由' })).toMatchObject({ shown: 'byDecision' });
    const trace = await done(reader, 'GET', `/traces/indicator.observation?observationId=${said.id}`);
    expect(trace).toMatchObject({ figure: { value: '100', unit: 'CNY' }, rowTotals: { counted: 1, notCounted: 1 }, rows: [{ counted: true }, { counted: false }] });
    expect(await done(reader, 'GET', `/indicators/${revenue.id}/subjects`)).toMatchObject({ total: 1, items: [{ subjectKind: 'territory', firstPeriod: '2025', observationCount: 2 }] });
  });

  it('are refused in other units, for unknown subjects, outside the mandate and without a kind of missing', async () => {
    const status = async (cookie: string, over: object) => (await call(cookie, 'POST', values, { ...foshanIn2025, period: '2020', ...over })).status;
    expect(await status(foshan, { unit: 'person' })).toBe(422);
    expect(await status(foshan, { subjectId: 'cn:999999' })).toBe(422);
    expect(await status(foshan, { subjectId: 'cn:110000' })).toBe(403);
    expect(await status(reader, {})).toBe(403);
    expect(await status(foshan, { value: null })).toBe(400);
    expect(await status(foshan, { period: '2025-13' })).toBe(422);
    expect(await status(foshan, { value: null, operator: 'notStated', missing: 'suppressed' })).toBe(201);
  });

  it('of an organisation are for itself and those whose mandate covers it', async () => {
    const own = await done(ofFirm, 'POST', values, { subjectKind: 'organisation', subjectId: firm.id, period: '2025', value: '12', basis: 'voluntary' });
    expect(own).toMatchObject({ visibility: 'internal' });
    const seen = async (cookie: string) => (await done(cookie, 'GET', `${values}?subjectKind=organisation`)).total;
    expect([await seen(ofFirm), await seen(foshan), await seen(operator), await seen(ofRival), await seen(reader)]).toEqual([1, 1, 1, 0, 0]);
    expect((await call(ofRival, 'POST', values, { subjectKind: 'organisation', subjectId: firm.id, period: '2025', value: '1', basis: 'voluntary' })).status).toBe(403);
    expect((await call(ofRival, 'GET', `/traces/indicator.observation?observationId=${own.id}`)).status).toBe(404);
    expect((await done(reader, 'GET', `/indicators/${revenue.id}`)).observationCount).toBe(3);
    expect((await done(operator, 'GET', `/indicators/${revenue.id}`)).observationCount).toBe(4);
  });

  it('of a statistical survey are closed to every other screen, also where they are open, until they are released', async () => {
    const survey = await done(ofFirm, 'POST', values, { subjectKind: 'organisation', subjectId: firm.id, period: '2024', value: '77', basis: 'statisticalSurvey', visibility: 'open' });
    const doors = async (cookie: string) => [
      (await done(cookie, 'GET', `${values}?from=2024-12-31&until=2024-12-31`)).total,
      (await done(cookie, 'GET', `/indicators/${revenue.id}/subjects?subjectKind=organisation`)).items.reduce((sum, item) => sum + Number(item['observationCount']), 0),
      (await call(cookie, 'GET', `/traces/indicator.observation?observationId=${survey.id}`)).status,
      (await call(cookie, 'POST', `${values}/${survey.id}/choice`, { reason: '样例' })).status,
    ];
    expect(await doors(reader)).toEqual([0, 0, 404, 404]);
    expect(await doors(ofRival)).toEqual([0, 0, 404, 404]);
    const ofSubject = async (cookie: string) => (await done(cookie, 'GET', `/observations?subjectKind=organisation&subjectId=${firm.id}`)).items.map((item) => (item['latest'] as { period: string }).period);
    expect([await ofSubject(reader), await ofSubject(ofRival), await ofSubject(ofFirm)]).toEqual([[], [], ['2025']]);
    expect((await call(reader, 'GET', '/observations?subjectKind=organisation&subjectId=0190aaaa-0000-7000-8000-00000000ffff')).status).toBe(404);
    expect((await doors(ofFirm)).slice(0, 3)).toEqual([1, 2, 200]);
    expect((await doors(foshan)).slice(0, 3)).toEqual([1, 2, 200]);
    const released = await done(ofFirm, 'POST', values, { subjectKind: 'organisation', subjectId: firm.id, period: '2023', value: '70', basis: 'statisticalSurvey', visibility: 'open', releasedFor: ['otherScreens'] });
    expect((await call(ofRival, 'GET', `/traces/indicator.observation?observationId=${released.id}`)).status).toBe(200);
  });
});

describe('tables', () => {
  it('show columns, sums and what is missing', async () => {
    const file = '地区,C35,C39,合计\n440600,10,0,10\n440300,,x,7\n';
    const sent = await house.request(operator, { method: 'POST', url: '/api/v1/import-batches?fileName=t.csv&target=regionIndustry', headers: { 'content-type': 'text/csv' }, payload: file });
    const { id, version, mapping } = sent.json();
    const mapped = await done(operator, 'PUT', `/import-batches/${id}/mapping`, { mapping, constants: { table: '样例表', period: '2024', areaSystem: 'cn', industrySystem: 'gbt4754', unit: 'person' } }, version);
    const checked = await done(operator, 'POST', `/import-batches/${mapped.id}/check`);
    await done(operator, 'POST', `/import-batches/${mapped.id}/apply`, undefined, checked.version);
    const { items: [head] } = await done(reader, 'GET', '/cross-tables');
    const table = await done(reader, 'GET', `/cross-tables/${head?.id}`);
    expect(table).toMatchObject({ areaCount: 2, industryCount: 2, cellCount: 4, nonZero: 1, zero: 1, notStated: 1, suppressed: 1, columns: [{ code: 'C35', sum: '10' }, { code: 'C39', sum: '0' }] });
    const page = await done(reader, 'GET', `/cross-tables/${head?.id}/rows?limit=1`);
    expect(page).toMatchObject({ total: 2, items: [{ code: '440600', cells: ['10', '0'], marks: 'vv', sum: '10', statedTotal: '10', territory: { id: 'cn:440600' }, originRow: 2 }] });
    expect(await done(reader, 'GET', `/cross-tables/${head?.id}/rows?limit=1&cursor=${page.nextCursor}`)).toMatchObject({ items: [{ code: '440300', cells: [null, null], marks: 'ms', sum: null }] });
  });
});
