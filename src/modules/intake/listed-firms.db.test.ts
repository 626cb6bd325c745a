import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { freshDatabase } from '#platform/testing/test-database.ts';
import { describeWithShared, sharedPath } from '../../../test/shared.ts';
import { decideImportRowsAction } from './actions/decide-import-rows.ts';
import { listImportQuestionsAction, listImportRowsAction, tallyImportRowsAction } from './actions/read-import-batches.ts';
import { importFile } from './index.ts';
import type { Batch } from './words/import.schema.ts';
import { done, groupsOf, nothing, query, run } from '../../../test/run-in-space.ts';

const database = await freshDatabase();
const folder = 'data/firms-cn-listed';

describeWithShared('3,876 listed firms', [`${folder}/firms.csv`, `${folder}/expected_counts.json`], () => {
  let batch: Batch;
  let space: string;
  const countOf = (reason: string) => batch.counts?.reasons.find((item) => item.reason === reason)?.count ?? 0;
  const column = (name: string) => batch.columns.findIndex((item) => item.name === name);

  it('come in whole', async () => {
    space = await database.createSpace();
    const bytes = new Uint8Array(readFileSync(sharedPath(folder, 'firms.csv')));
    const start = performance.now();
    const result = await done(run(database, space, (context) => importFile(context, { bytes, fileName: 'firms.csv' })));
    console.log(`3,876 rows imported in ${Math.round(performance.now() - start)} ms (aim 15,000)`);
    batch = result.batch;
    expect(batch).toMatchObject({ state: 'applied', rowCount: 3876, encoding: 'utf-8', delimiter: ',' });
    expect(batch.mapping.filter((field) => field !== null)).toEqual(['externalCode', 'name', 'industryLabel', 'country', 'city', 'website', 'delisted', 'description']);
    expect(result.sentences.map(({ en }) => en)).toContain('172 rows ask for a choice. Nothing was guessed; choose on the batch page.');
  });

  it('are all accounted for: the groups add up to the rows', () => {
    const groups = groupsOf(batch);
    expect(Object.values(groups).reduce((sum, count) => sum + count, 0)).toBe(3876);
    expect(groups).toEqual({ placed: 3184, placeToChoose: 172, placeUnknown: 41, placeElsewhere: 19, placeMissing: 201, notOrganisation: 258, rejected: 1 });
    expect(batch.outcome).toMatchObject({ created: 3617, left: 259 });
  });

  it('have one place in 3,202 rows, of which 18 are funds; no city in 442', () => {
    expect(countOf('placeFound')).toBe(3202);
    expect(countOf('cityAmbiguous')).toBe(172);
    expect(countOf('cityUnknown')).toBe(41);
    expect(countOf('cityMissing')).toBe(442);
    expect(countOf('isFund')).toBe(258);
    expect(countOf('delisted')).toBe(5);
  });

  it('flag San Francisco under two countries and the rows of other countries', async () => {
    expect(countOf('cityInTwoCountries')).toBe(24);
    const page = await done(run(database, space, (context) => listImportRowsAction(context, { ...nothing, params: { batchId: batch.id }, query: { reason: 'cityInTwoCountries', limit: 50 } })));
    expect(page.items[0]?.reasons.map(({ text }) => text.en)).toContain('The file puts “San Francisco” in different countries: China 22 / United States 2.');
    expect(countOf('countryDisagrees')).toBe(1);
    expect(countOf('sameNameInFile')).toBeGreaterThan(100);
  });

  it('give the 3,396 rows and the city counts of the file’s own filter', async () => {
    const expected = JSON.parse(readFileSync(sharedPath(folder, 'expected_counts.json'), 'utf8')) as { rows: number; cities: number; industries: number; top_cities: Record<string, number> };
    const filter = { whereColumn: column('country'), whereValue: 'China', filled: `${column('city')},${column('industry')}` };
    const tally = (by: string) => done(run(database, space, (context) => tallyImportRowsAction(context, { ...nothing, params: { batchId: batch.id }, query: { by: column(by), ...filter } })));
    const cities = await tally('city');
    expect([cities.rows, cities.distinct]).toEqual([expected.rows, expected.cities]);
    expect(Object.fromEntries(cities.values.filter(({ value }) => value in expected.top_cities).map(({ value, count }) => [value, count]))).toEqual(expected.top_cities);
    expect((await tally('industry')).distinct).toBe(expected.industries);
  });

  it('stand on the map by territory, counties rolling up to their prefecture', async () => {
    const [totals] = await query<{ placed: number; suzhou: number; kunshan: number }>(database, space, `select count(territory_id)::int as placed,
      count(*) filter (where territories @> array['cn:320500'])::int as suzhou, count(*) filter (where territory_id = 'cn:320583')::int as kunshan from organisation`);
    expect(totals?.placed).toBe(3184);
    expect(totals?.kunshan).toBeGreaterThan(0);
    expect(totals?.suzhou).toBeGreaterThan(totals?.kunshan ?? 0);
  });

  it('are placed by one decision for every row of Suzhou', async () => {
    const params = { batchId: batch.id };
    const { items } = await done(run(database, space, (context) => listImportQuestionsAction(context, { ...nothing, params })));
    expect(items[0]).toMatchObject({ question: 'Suzhou', rows: 67, open: 67 });
    const decided = await done(run(database, space, (context) => decideImportRowsAction(context, { ...nothing, params, body: { question: 'Suzhou', candidateId: 'cn:320500' } })));
    expect(decided.open).toBe(105);
    expect(groupsOf(decided)).toMatchObject({ placed: 3251, placeToChoose: 105 });
  });
});
