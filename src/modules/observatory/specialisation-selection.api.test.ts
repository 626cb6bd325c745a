import { describe, expect, it } from 'vitest';
import type { Batch } from '#modules/intake/words/import.schema.ts';
import { testProduct } from '../../../test/test-product.ts';

const house = await testProduct();
const spaceId = await house.newSpace();
await house.addUser(spaceId, 'strength-operator', { role: 'operator', scopeKind: 'space', scopeId: null });
await house.addUser(spaceId, 'strength-reader', { role: 'reader', scopeKind: 'space', scopeId: null });
const [operator, reader] = [await house.signIn('strength-operator'), await house.signIn('strength-reader')];
type Answer = Record<string, never> & { reason?: string };
const call = async (cookie: string, method: 'GET' | 'POST' | 'PUT', url: string, payload?: string | object, headers: Record<string, string> = {}) => {
  const answer = await house.request(cookie, { method, url: `/api/v1${url}`, headers, ...(payload === undefined ? {} : { payload }) });
  return { status: answer.statusCode, body: answer.json<Answer>() as never };
};

async function bring(text: string, constants: Record<string, string>): Promise<void> {
  const settled = async (id: string): Promise<Batch> => {
    await house.product.runDueJobs();
    return (await call(operator, 'GET', `/import-batches/${id}`)).body as Batch;
  };
  const step = async (batch: Batch, verb: string, payload?: object) => (await call(operator, verb === 'mapping' ? 'PUT' : 'POST', `/import-batches/${batch.id}/${verb}`, payload, verb === 'check' ? {} : { 'if-match': `"v${batch.version}"` })).body as Batch;
  const sent = (await call(operator, 'POST', '/import-batches?fileName=table.csv&target=regionIndustry', text, { 'content-type': 'text/csv' })).body as Batch;
  const read = await settled(sent.id);
  await step(await step(read, 'mapping', { mapping: read.mapping, constants: { areaSystem: 'cn', industrySystem: 'sample', measure: 'jobs', unit: 'person', ...constants } }), 'check');
  const applied = await step(await settled(sent.id), 'apply');
  if ((await settled(sent.id)).state !== 'applied') throw new Error(JSON.stringify(applied));
}

await bring('region,Alpha,Beta,Not stated\n440000,150,60,9\n440100,100,20,4\n440300,50,40,5\n320000,40,160,2\n320100,30,70,1\n320500,10,90,1\n', { table: 'Jobs', period: '2023' });
await bring('region,Alpha,Beta,Not stated\n440100,80,20,4\n440300,60,20,5\n320100,30,60,1\n320500,10,,1\n', { table: 'Jobs before', period: '2018' });
await bring('region,Alpha,Beta,Not stated\n440100,9,2,1\n440300,5,4,1\n320100,3,7,1\n320500,1,9,1\n', { table: 'Units', period: '2023', measure: 'units', unit: 'unit' });
await bring('region,Alpha,Beta\n440100,9,2\n440300,5,4\n', { table: 'Output', period: '2018', unit: 'CNY' });
const tables = ((await call(reader, 'GET', '/cross-tables?limit=50')).body as { items: { id: string; name: { en: string } }[] }).items;
const idOf = (name: string): string => tables.find((table) => table.name.en === name)?.id ?? '';
const base = `/specialisations/${idOf('Jobs')}`;
const get = async (path: string) => (await call(reader, 'GET', `${base}${path}`)).body as never as Record<string, unknown> & { items: Record<string, unknown>[] };
const regionOf = async (code: string): Promise<string> => String((await get('/regions')).items.find((row) => row['code'] === code)?.['id']);

describe('what is computed on', () => {
  it('never counts a province beside its cities, and can be put together to provinces', async () => {
    const own = await get('');
    expect(own).toMatchObject({ regionLevel: 'city', regionCount: 4, total: 421, mapLevel: 'prefectures', mapWithin: null, regionLevels: [{ level: 'province', lines: 2 }, { level: 'city', lines: 4 }] });
    expect(await get('?regionLevel=province&exclude=leftover')).toMatchObject({ regionCount: 2, total: 410, mapLevel: 'provinces', left: { industries: 1 } });
    const [first] = (await get('/cells?regionLevel=province&exclude=leftover&sort=-lq&limit=1')).items;
    expect(first).toMatchObject({ region: { code: '440000' }, size: 150, lq: expect.closeTo(150 / 210 / (190 / 410)), rank: 1 });
  });

  it('refuses what would set unlike things side by side, with the reason', async () => {
    const refused = async (path: string) => ((await call(reader, 'GET', `${base}${path}`)).body as { reason: string }).reason;
    expect(await refused(`?since=${idOf('Output')}`)).toBe('otherUnit');
    expect(await refused(`?since=${idOf('Units')}`)).toBe('otherMeasure');
    expect(await refused(`?since=${idOf('Jobs')}`)).toBe('sameTable');
    expect(await refused(`?firms=${idOf('Jobs before')}`)).toBe('otherPeriod');
    expect(await refused('?regionLevel=county')).toBe('unknownLevel');
    expect(await refused('?minSize=100000')).toBe('nothingLeft');
    expect(await refused('/cells?regions=nowhere')).toBe('notInSelection');
    expect(await refused('/cells?cursor=eA')).toBe('invalidCursor');
    expect((await call(reader, 'GET', `/specialisations/${idOf('Jobs').replace(/.$/, '0')}`)).status).toBe(404);
  });

  it('judges four clauses, each with its value and threshold, and says which it cannot', async () => {
    const [best] = (await get(`/cells?exclude=leftover&firms=${idOf('Units')}&sort=-lq&limit=1`)).items;
    expect(best).toMatchObject({ region: { code: '440100' }, strong: 'strong', clauses: [{ key: 'quotientQuantile', outcome: 'pass' }, { key: 'quotientAtLeast', threshold: 1, outcome: 'pass' }, { key: 'sizeQuantile', value: 100, threshold: 25, outcome: 'pass' }, { key: 'establishmentQuantile', value: 9, outcome: 'pass' }] });
    const [without] = (await get('/cells?exclude=leftover&sort=-lq&limit=1')).items;
    expect(without).toMatchObject({ strong: 'strong', clauses: [{}, {}, {}, { outcome: 'notJudged', value: null, threshold: null }] });
  });
});

describe('growth between two tables', () => {
  const since = `since=${idOf('Jobs before')}&exclude=leftover`;
  it('is of cells that both tell; a missing one is not zero', async () => {
    const { items } = await get(`/cells?${since}&sort=-growth`);
    expect(items.at(-1)).toMatchObject({ region: { code: '320500' }, change: null, growth: null, size: 90 });
    expect(items[0]).toMatchObject({ region: { code: '440300' }, change: 20, growth: 1 });
  });

  it('is taken apart into parts that sum to it', async () => {
    const region = await regionOf('440100');
    const shift = (await get(`/shift-share?${since}&region=${region}`)) as never as { components: { key: string; value: number }[]; industries: { before: number }[] };
    const part = new Map(shift.components.map(({ key, value }) => [key, value]));
    // cells told at both times: Alpha 180 → 190, Beta 100 → 130; the region 80, 20 → 100, 20
    expect(part.get('change')).toBe(20);
    expect(part.get('national')).toBeCloseTo(100 * (320 / 280 - 1));
    expect((part.get('national') ?? 0) + (part.get('mix') ?? 0) + (part.get('regional') ?? 0)).toBeCloseTo(20);
    expect((await get(`/shift-shares?${since}`)).items.find((row) => row['code'] === '320500')).toMatchObject({ before: 10, after: 10, leftOut: 1 });
  });
});

describe('the rule', () => {
  it('is the product’s own until an edition begins, and is kept by operators and national officers', async () => {
    expect(await get('')).toMatchObject({ rule: { productDefault: true, tried: false, quotientQuantile: 0.75 } });
    expect(await get('?quotientAtLeast=2')).toMatchObject({ rule: { tried: true, quotientAtLeast: 2 } });
    const edition = { quotientQuantile: 0.5, quotientAtLeast: 1.2, sizeQuantile: 0.1, establishmentQuantile: 0.1, validFrom: '2026-01-01', note: 'Sample reason' };
    expect((await call(reader, 'POST', '/strong-cluster-rules', edition)).status).toBe(403);
    expect((await call(operator, 'POST', '/strong-cluster-rules', edition)).status).toBe(201);
    expect((await call(operator, 'POST', '/strong-cluster-rules', edition)).body).toMatchObject({ reason: 'editionExists' });
    expect((await call(operator, 'POST', '/strong-cluster-rules', { ...edition, validFrom: '2030-01-01' })).status).toBe(201);
    expect((await call(reader, 'GET', '/strong-cluster-rules')).body).toMatchObject({ total: 2, items: [{ validFrom: '2030-01-01' }, { validFrom: '2026-01-01' }] });
    expect(await get('')).toMatchObject({ rule: { productDefault: false, validFrom: '2026-01-01', quotientQuantile: 0.5, quotientAtLeast: 1.2 } });
  });
});

describe('every number', () => {
  it('leads to what stands behind it', async () => {
    const [cell] = (await get('/cells?exclude=leftover&limit=1')).items as never as [{ region: { id: string }; industry: { id: string }; lq: number }];
    const trace = async (provider: string, params: Record<string, string>) => (await call(reader, 'GET', `/traces/${provider}?${new URLSearchParams(params)}`)).body as never as Record<string, unknown>;
    const quotient = await trace('observatory.quotient', { crossTableId: idOf('Jobs'), region: cell.region.id, industry: cell.industry.id, selection: 'exclude=leftover' });
    expect(quotient).toMatchObject({ recomputed: true, formula: [{}, { sign: 'divide' }, {}, {}, { sign: 'equals' }], rowTotals: { counted: 3, notCounted: 1 }, method: { id: 'location-quotient' } });
    const line = await trace('observatory.concentration', { crossTableId: idOf('Jobs'), side: 'region', line: cell.region.id, measure: 'krugman', selection: 'exclude=leftover' });
    expect(line).toMatchObject({ rows: [{}, {}], method: { id: 'specialisation' } });
    const shift = await trace('observatory.shiftShare', { crossTableId: idOf('Jobs'), region: cell.region.id, form: 'Dunn', selection: `exclude=leftover&since=${idOf('Jobs before')}` });
    expect(shift).toMatchObject({ figure: { value: '20' }, rows: [{ counted: true }, { counted: true }] });
  });
});

describe('concentration beyond that of the firms', () => {
  it('is computed from sizes of organisations of the table’s period and unit', async () => {
    await bring('region,C39,C40\n440100,100,60\n440300,80,70\n320500,20,90\n', { table: 'Classed', period: '2022', industrySystem: 'gbt4754' });
    const all = ((await call(reader, 'GET', '/cross-tables?limit=50')).body as { items: { id: string; name: { en: string } }[] }).items;
    const table = all.find(({ name }) => name.en === 'Classed')?.id ?? '';
    const create = async (url: string, payload: object): Promise<string> => ((await call(operator, 'POST', url, payload)).body as { id: string }).id;
    const jobs = await create('/indicators', { key: 'firmJobs', name: { en: 'Firm jobs' }, kind: 'count', unit: 'person' });
    const output = await create('/indicators', { key: 'firmOutput', name: { en: 'Firm output' }, kind: 'amount', unit: 'CNY' });
    for (const [at, [territoryId, industryId, value]] of ([['cn:440100', 'gbt4754:C39', '50'], ['cn:440300', 'gbt4754:C39', '30'], ['cn:440100', 'gbt4754:C39', '20'], ['cn:320500', 'gbt4754:C40', '40']] as const).entries()) {
      const firm = await create('/organisations', { name: { en: `Sample firm ${at}` }, type: 'enterprise', territoryId, industryId, visibility: 'open' });
      await create(`/indicators/${jobs}/observations`, { subjectKind: 'organisation', subjectId: firm, period: '2022', value, unit: 'person', basis: 'public', visibility: 'open' });
    }
    const rows = ((await call(reader, 'GET', `/specialisations/${table}/industries?sizes=${jobs}`)).body as { items: Record<string, unknown>[] }).items;
    // s = 0.7, 0.3, 0; x = 160, 150, 110 of 420; z = 0.5, 0.3, 0.2
    const x = [160 / 420, 150 / 420, 110 / 420] as const;
    const [g, spread, h] = [(0.7 - x[0]) ** 2 + (0.3 - x[1]) ** 2 + x[2] ** 2, 1 - x[0] ** 2 - x[1] ** 2 - x[2] ** 2, 0.38];
    expect(rows.find(({ code }) => code === 'C39')).toMatchObject({ firms: 3, ellisonGlaeser: expect.closeTo((g - spread * h) / (spread * (1 - h)), 9) });
    expect(rows.find(({ code }) => code === 'C40')).toMatchObject({ firms: 1, ellisonGlaeser: null });
    expect((await call(reader, 'GET', `/specialisations/${table}/industries?sizes=${output}`)).body).toMatchObject({ reason: 'otherUnit' });
  });
});
