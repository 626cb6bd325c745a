import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { inSpace } from '#platform/db/in-space.ts';
import { freshDatabase } from '#platform/testing/test-database.ts';
import { undoImportBatchAction } from '#modules/intake/actions/apply-import-batch.ts';
import { importInSpace, type Imported } from '../../../test/import-in-space.ts';
import { done, groupsOf, nothing, query, run } from '../../../test/run-in-space.ts';
import { describeWithShared, sharedPath } from '../../../test/shared.ts';
import { ok } from '#platform/result/result.rules.ts';
import { readIndicators } from './actions/reading/reading.ts';
import { loadCrossTable } from './store/cross-table-read.store.ts';

const database = await freshDatabase();
const bytesOf = (folder: string, file: string) => new Uint8Array(readFileSync(sharedPath(folder, file)));

const regions = 'data/region-industry-au-2011';
describeWithShared('2,234 regions by 108 industries', [`${regions}/employment_by_region_industry.csv`, `${regions}/expected_meta.json`, `${regions}/expected_industry_concentration.csv`], () => {
  let space: string;
  let first: Imported;
  let tableId: string;
  const file = () => ({ bytes: bytesOf(regions, 'employment_by_region_industry.csv'), fileName: 'employment.csv', target: 'regionIndustry', constants: { table: 'Employment by place of work', measure: 'Employed persons', unit: 'person', period: '2011', areaSystem: 'SA2 2011', industrySystem: 'ANZSIC 2006' } });
  const table = () => inSpace(database.app, space, (db) => loadCrossTable(db, tableId));
  const meta = JSON.parse(readFileSync(sharedPath(regions, 'expected_meta.json'), 'utf8')) as { regions_all: number; cells: number; nonzero: number; excluded_industries: string[]; regions_after_filter: number; total_employment_after_filter: number };

  it('come in whole, one column an industry', async () => {
    space = await database.createSpace();
    first = await importInSpace(database, space, file());
    expect(first.created.mapping.filter((field) => field === 'industryColumn')).toHaveLength(108);
    expect(groupsOf(first.checked)).toEqual({ fresh: meta.regions_all });
    const { check, apply } = first.milliseconds;
    console.log(`${meta.cells.toLocaleString('en')} cells checked in ${check} ms, written in ${apply} ms`);
    [{ id: tableId }] = (await query<{ id: string }>(database, space, 'select id from cross_table')) as [{ id: string }];
  }, 60_000);

  it('are 241,272 cells, 126,527 of them not zero and none missing', async () => {
    const start = performance.now();
    const loaded = await table();
    console.log(`loaded in ${Math.round(performance.now() - start)} ms`);
    expect([loaded.areas.length, loaded.industries.length, loaded.cells.length]).toEqual([2234, 108, meta.cells]);
    expect(loaded.cells.filter((cell) => cell !== 0)).toHaveLength(meta.nonzero);
    expect(loaded.marks.every((mark) => mark === 'v')).toBe(true);
  });

  it('add up as the expected files say once the leftovers are out', async () => {
    const { areas, industries, cells } = await table();
    const kept = industries.flatMap(({ code }, column) => (meta.excluded_industries.includes(code) ? [] : [column]));
    const sums = areas.map((_, row) => kept.reduce((sum, column) => sum + (cells[row * industries.length + column] ?? 0), 0)).filter((sum) => sum >= 100);
    expect([sums.length, sums.reduce((sum, each) => sum + each, 0)]).toEqual([meta.regions_after_filter, meta.total_employment_after_filter]);
  });

  it('change nothing when they come again, and are refused when they say something else without a vintage', async () => {
    const again = await importInSpace(database, space, file());
    expect([groupsOf(again.checked), again.applied]).toEqual([{ known: 2234 }, null]);
    const text = new TextDecoder().decode(file().bytes).replace('\nGoulburn,0,36,', '\nGoulburn,0,37,');
    const other = await importInSpace(database, space, { ...file(), bytes: new TextEncoder().encode(text) });
    expect(groupsOf(other.checked)).toEqual({ known: 2233, rejected: 1 });
    const beside = await importInSpace(database, space, { ...file(), bytes: new TextEncoder().encode(text), constants: { ...file().constants, vintage: 'revised' } });
    expect(groupsOf(beside.checked)).toEqual({ fresh: 2234 });
    expect(await query(database, space, 'select count(*)::int as tables from cross_table')).toEqual([{ tables: 2 }]);
  }, 60_000);

  it('are taken back with everything that came with them', async () => {
    const batches = await query<{ id: string; version: number }>(database, space, `select id, version from import_batch where state = 'applied'`);
    for (const { id, version } of batches) await done(run(database, space, (context) => undoImportBatchAction(context, { ...nothing, params: { batchId: id }, ifMatch: version })));
    expect(await query(database, space, `select (select count(*) from cross_table)::int as tables, (select count(*) from area)::int as areas, (select count(*) from industry_column)::int as industries`)).toEqual([{ tables: 0, areas: 0, industries: 0 }]);
  });
});

const nuts = 'data/indicators-uk-nuts2';
describeWithShared('14,661 values of 55 indicators', [`${nuts}/indicators_long.csv`, `${nuts}/indicators_index.csv`], () => {
  let space: string;
  const constants = { areaSystem: 'NUTS', subjectKind: 'area' };
  const long = () => ({ bytes: bytesOf(nuts, 'indicators_long.csv'), fileName: 'indicators_long.csv', target: 'observation', constants });

  it('have their definitions from the index', async () => {
    space = await database.createSpace();
    const index = await importInSpace(database, space, { bytes: bytesOf(nuts, 'indicators_index.csv'), fileName: 'indicators_index.csv', target: 'indicator' });
    expect(groupsOf(index.checked)).toEqual({ fresh: 55 });
    expect(await query(database, space, `select count(*)::int as drafts, count(unit)::int as units from indicator where state = 'draft'`)).toEqual([{ drafts: 55, units: 0 }]);
  });

  it('come in whole, every row accounted for', async () => {
    const { created, checked, milliseconds } = await importInSpace(database, space, long());
    console.log(`14,661 values checked in ${milliseconds.check} ms, written in ${milliseconds.apply} ms`);
    expect(created.mapping).toEqual(['topic', 'indicator', 'subjectCode', 'areaEdition', 'period', 'value']);
    expect(groupsOf(checked)).toEqual({ fresh: 14661 });
    const [held] = await query(database, space, `select count(*)::int as rows, count(distinct indicator_id)::int as indicators, count(distinct a.code)::int as codes, min(period) as first, max(period) as last from observation o join area a on a.id = o.subject_id::uuid`);
    expect(held).toEqual({ rows: 14661, indicators: 55, codes: 48, first: '2006', last: '2020' });
  }, 60_000);

  it('keep the codes of each edition of NUTS apart, as the index counts them', async () => {
    const systems = await query<{ system: string; codes: number }>(database, space, `select system, count(*)::int as codes from area group by system order by system`);
    expect(systems).toEqual([{ system: 'NUTS 2006', codes: 37 }, { system: 'NUTS 2010', codes: 38 }, { system: 'NUTS 2013', codes: 40 }, { system: 'NUTS 2016', codes: 44 }]);
    const counts = await query<{ key: string; rows: number; regions: number; first: string; last: string }>(database, space, `select i.key, count(*)::int as rows, count(distinct a.code)::int as regions, min(period) as first, max(period) as last
      from observation o join indicator i on i.id = o.indicator_id join area a on a.id = o.subject_id::uuid group by i.key order by i.key`);
    const expected = readFileSync(sharedPath(nuts, 'indicators_index.csv'), 'utf8').trim().split('\n').slice(1).map((line) => line.split(','));
    expect(counts.map((one) => [one.key, one.rows, one.regions, one.first, one.last].join())).toEqual(expected.map(([key, , rows, codes, from, until]) => [key, rows, codes, from, until].join()).sort());
  });

  it('read back line by line as the file says them, through the door that other rooms use', async () => {
    const lines = readFileSync(sharedPath(nuts, 'indicators_long.csv'), 'utf8').trim().split('\n').slice(1).map((line) => line.split(','));
    const said = new Map(lines.map(([, key = '', code = '', edition = '', year = '', value = '']) => [[key, `NUTS ${edition}`, code, year].join(), Number(value)]));
    const read = await done(run(database, space, async (context) => {
      const rows = await query<{ id: string; key: string }>(database, space, 'select id, key from indicator');
      const keys = new Map(rows.map(({ id, key }) => [id, key]));
      return ok([...(await readIndicators(context, [...keys.keys()], { subjectKind: 'area' }))].flatMap(([id, values]) => values.map((value) => [[keys.get(id), value.system, value.subjectCode, value.period].join(), value.value] as const)));
    }));
    expect(read).toHaveLength(said.size);
    expect(read.filter(([place, value]) => value === null || Math.abs(Number(value) - (said.get(place) ?? Number.NaN)) > 1e-9 * Math.max(1, Math.abs(Number(value)))).slice(0, 5)).toEqual([]);
  }, 60_000);

  it('change nothing when they come again', async () => {
    const again = await importInSpace(database, space, long());
    expect([groupsOf(again.checked), again.applied]).toEqual([{ known: 14661 }, null]);
  }, 60_000);

  it('begin as drafts where no definitions came before', async () => {
    const bare = await database.createSpace();
    const { checked } = await importInSpace(database, bare, long());
    expect(groupsOf(checked)).toEqual({ freshIndicator: 14661 });
    expect(await query(database, bare, `select (select count(*) from indicator)::int as indicators, (select count(*) from observation)::int as rows`)).toEqual([{ indicators: 55, rows: 14661 }]);
  }, 60_000);
});
