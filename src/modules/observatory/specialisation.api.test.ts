import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Batch } from '#modules/intake/words/import.schema.ts';
import { describeWithShared, sharedPath } from '../../../test/shared.ts';
import { testProduct } from '../../../test/test-product.ts';

const folder = 'data/region-industry-au-2011';
const file = (name: string): string => readFileSync(sharedPath(folder, name), 'utf8');

/** Rows of a small CSV whose fields may be quoted. */
function readCsv(text: string): Record<string, string>[] {
  const lines = text.trim().split('\n').map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ''));
  const [head = [], ...rows] = lines;
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])));
}

const near = (actual: number, expected: number): boolean => Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(expected));

describeWithShared('employment of 2,234 regions by 108 industries, brought in and computed as by anybody', [`${folder}/employment_by_region_industry.csv`, `${folder}/expected_lq_sample.csv`, `${folder}/expected_lq_top100_emp500.csv`, `${folder}/expected_industry_concentration.csv`, `${folder}/expected_meta.json`], async () => {
  const house = await testProduct();
  const spaceId = await house.newSpace();
  await house.addUser(spaceId, 'region-operator', { role: 'operator', scopeKind: 'space', scopeId: null });
  const operator = await house.signIn('region-operator');
  type Line = { code: string };
  type Item = Record<string, number | string | null> & { region: Line; industry: Line };
  const call = async <Value>(method: 'GET' | 'POST' | 'PUT', url: string, payload?: string | object, headers: Record<string, string> = {}): Promise<Value> => {
    const answer = await house.request(operator, { method, url: `/api/v1${url}`, headers, ...(payload === undefined ? {} : { payload }) });
    if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.body.slice(0, 300)}`);
    return answer.json<Value>();
  };
  const settled = async (id: string): Promise<Batch> => {
    await house.product.runDueJobs();
    return call<Batch>('GET', `/import-batches/${id}`);
  };
  const step = (batch: Batch, verb: string, payload?: object) => call<Batch>(verb === 'mapping' ? 'PUT' : 'POST', `/import-batches/${batch.id}/${verb}`, payload, verb === 'check' ? {} : { 'if-match': `"v${batch.version}"` });
  let base = '';
  const selection = `exclude=leftover&minSize=100`;

  it('is read by the import', async () => {
    const sent = await call<Batch>('POST', '/import-batches?fileName=employment.csv&target=regionIndustry', file('employment_by_region_industry.csv'), { 'content-type': 'text/csv' });
    const read = await settled(sent.id);
    const constants = { table: 'Employment by place of work', measure: 'Employed persons', unit: 'person', period: '2011', areaSystem: 'SA2 2011', industrySystem: 'ANZSIC 2006' };
    await step(await step(read, 'mapping', { mapping: read.mapping, constants }), 'check');
    await step(await settled(sent.id), 'apply');
    expect(await settled(sent.id)).toMatchObject({ state: 'applied' });
    const { items } = await call<{ items: { id: string }[] }>('GET', '/cross-tables');
    base = `/specialisations/${items[0]?.id}`;
  }, 120_000);

  it('leaves out what the reader says and tells how much that is', async () => {
    const meta = JSON.parse(file('expected_meta.json')) as { excluded_industries: string[]; regions_after_filter: number; total_employment_after_filter: number };
    const whole = await call<{ regionCount: number; industryCount: number; left: object }>('GET', base);
    expect(whole).toMatchObject({ regionCount: 2234, industryCount: 108, left: { industries: 0, smallRegions: 0 }, mapLevel: null, rule: { productDefault: true, tried: false } });
    const start = performance.now();
    const chosen = await call<{ industries: { code: string; excluded: boolean }[] }>('GET', `${base}?${selection}`);
    console.log(`2,234 × 108 computed and described in ${Math.round(performance.now() - start)} ms`);
    expect(chosen.industries.filter(({ excluded }) => excluded).map(({ code }) => code).toSorted()).toEqual(meta.excluded_industries.toSorted());
    expect(chosen).toMatchObject({ regionCount: meta.regions_after_filter, industryCount: 86, total: meta.total_employment_after_filter, left: { industries: 22, smallRegions: 72 } });
  }, 30_000);

  it('has the hundred highest quotients of at least 500 jobs', async () => {
    const expected = readCsv(file('expected_lq_top100_emp500.csv'));
    const { items } = await call<{ items: Item[] }>('GET', `${base}/cells?${selection}&sizeAtLeast=500&sort=-lq&limit=100`);
    expect(items.map(({ region, industry, size }) => [region.code, industry.code, String(size)])).toEqual(expected.map((row) => [row['region'], row['industry'], row['employment']]));
    for (const [at, row] of expected.entries()) expect(near(Number(items[at]?.['lq']), Number(row['lq'])), row['region']).toBe(true);
  });

  it('has the quotients of the sample', async () => {
    const expected = readCsv(file('expected_lq_sample.csv'));
    const { regions, industries } = await call<{ regions: (Line & { id: string })[]; industries: (Line & { id: string })[] }>('GET', `${base}/picture?${selection}&industry=${await industryId('Other Goods Wholesaling')}`).then(async (picture) => ({ regions: picture.regions, industries: (await call<{ industries: (Line & { id: string })[] }>('GET', `${base}?${selection}`)).industries }));
    const [regionOf, industryOf] = [new Map(regions.map(({ id, code }) => [code, id])), new Map(industries.map(({ id, code }) => [code, id]))];
    const wanted = new Map(expected.map((row) => [`${regionOf.get(row['region'] ?? '')}~${industryOf.get(row['industry'] ?? '')}`, row]));
    for (const industry of new Set(expected.map((row) => row['industry'] ?? ''))) {
      const { points } = await call<{ points: { id: string; lq: number; size: number }[] }>('GET', `${base}/picture?${selection}&industry=${industryOf.get(industry)}`);
      for (const point of points) {
        const row = wanted.get(point.id);
        if (!row) continue;
        expect(near(point.lq, Number(row['lq'])) && point.size === Number(row['employment']), `${row['region']} ${industry}`).toBe(true);
        wanted.delete(point.id);
      }
    }
    expect([...wanted.keys()]).toEqual([]);
  }, 60_000);

  const industryId = async (code: string): Promise<string> => (await call<{ industries: { id: string; code: string }[] }>('GET', base)).industries.find((one) => one.code === code)?.id ?? '';

  it('has the concentration of every industry', async () => {
    const expected = readCsv(file('expected_industry_concentration.csv'));
    const { items, total } = await call<{ items: Item[]; total: number }>('GET', `${base}/industries?${selection}&limit=200`);
    expect(total).toBe(expected.length);
    const byCode = new Map(items.map((item) => [item['code'], item]));
    const names = { size: 'employment', hhi: 'hhi_regions', krugman: 'krugman_dissimilarity', rawConcentration: 'ellison_glaeser_raw_G', giniOfQuotients: 'gini_of_lq' };
    for (const row of expected) for (const [key, name] of Object.entries(names)) expect(near(Number(byCode.get(row['industry'] ?? '')?.[key]), Number(row[name])), `${row['industry']} ${name}`).toBe(true);
  });

  it('says what could grow in a region, from what goes together, and how complex regions and industries are', async () => {
    const { items: [first] } = await call<{ items: Item[] }>('GET', `${base}/regions?${selection}&sort=-eci&limit=1`);
    expect(first?.['eci']).toBeGreaterThan(1);
    const { items, total } = await call<{ items: (Item & { density: number; lq: number; near: { proximity: number }[] })[]; total: number }>('GET', `${base}/related?${selection}&region=${first?.['id']}&limit=100`);
    expect(total).toBeGreaterThan(10);
    for (const [at, { density, lq, near }] of items.entries()) {
      expect(lq).toBeLessThan(1);
      expect(density <= (items[at - 1]?.density ?? 1) && density >= 0).toBe(true);
      expect(near.length).toBeLessThanOrEqual(3);
    }
    expect((await house.request(operator, { method: 'GET', url: `/api/v1${base}/related?region=nowhere` })).json()).toMatchObject({ reason: 'notInSelection' });
    const trace = await call<{ figure: { value: string } }>('GET', `/traces/observatory.concentration?${new URLSearchParams({ crossTableId: base.split('/')[2] ?? '', side: 'region', line: String(first?.['id']), measure: 'eci', selection })}`);
    expect(Number(trace.figure.value)).toBeCloseTo(Number(first?.['eci']), 2);
  }, 30_000);

  it('goes whole into a file, page after page of one computation', async () => {
    const answer = await house.request(operator, { method: 'GET', url: `/api/v1${base}/cells?${selection}&strong=true&format=csv` });
    expect(answer.statusCode).toBe(200);
    const { total } = await call<{ total: number }>('GET', `${base}/cells?${selection}&strong=true&limit=1`);
    expect(answer.body.trim().split('\r\n')).toHaveLength(total + 1);
  }, 60_000);
});
