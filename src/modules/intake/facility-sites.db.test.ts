import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { freshDatabase } from '#platform/testing/test-database.ts';
import { fold } from '#platform/text/folding.ts';
import { describeWithShared, sharedPath } from '../../../test/shared.ts';
import { importInSpace } from '../../../test/import-in-space.ts';
import { done, groupsOf, nothing, query, run } from '../../../test/run-in-space.ts';
import { applyImportBatchAction, undoImportBatchAction } from './actions/apply-import-batch.ts';
import { importFile } from './index.ts';
import type { Batch } from './words/import.schema.ts';

const database = await freshDatabase();
const folders = { facilities: 'data/facilities-osh-sample/facilities.csv', works: 'data/sites-eu-hotmaps/industrial_sites.csv' };
const rowsOf = (path: string) => Papa.parse<Record<string, string>>(readFileSync(sharedPath(path), 'utf8'), { header: true, skipEmptyLines: true }).data;
const importSites = (space: string, path: string) => done(run(database, space, (context) => importFile(context, { bytes: new Uint8Array(readFileSync(sharedPath(path))), fileName: path.replace(/^.*\//, ''), target: 'site' })));
/** Through the steps of the screen; the other file goes the way of the command line. */
const stepByStep = (space: string, path: string) => importInSpace(database, space, { bytes: new Uint8Array(readFileSync(sharedPath(path))), fileName: path.replace(/^.*\//, ''), target: 'site' });
const patient = { timeout: 120_000 };
const letters = (name: string) => fold(name).replace(/[^\p{L}\p{N}]/gu, '');
const sum = (counts: Record<string, number>) => Object.values(counts).reduce((total, count) => total + count, 0);
const reasonsOf = (batch: Batch) => Object.fromEntries((batch.counts?.reasons ?? []).map(({ reason, count }) => [reason, count]));
const one = async <Row>(space: string, text: string) => (await query<Row>(database, space, text))[0];

describeWithShared('959 supplier facilities of 14 published lists', [folders.facilities], () => {
  let space: string;
  let batch: Batch;

  it('come in whole, each in its country, however the country is written', patient, async () => {
    space = await database.createSpace();
    const { applied } = await stepByStep(space, folders.facilities);
    if (!applied) throw new Error('something is written');
    batch = applied;
    expect(batch).toMatchObject({ state: 'applied', rowCount: 959 });
    expect(batch.mapping).toEqual([null, 'country', 'organisationName', 'address', 'industryLabel', 'latitude', 'longitude']);
    const groups = groupsOf(batch);
    expect(sum(groups)).toBe(959);
    expect(groups['rejected']).toBeUndefined();
    expect(reasonsOf(batch)['countryUnknown']).toBeUndefined();
    const china = rowsOf(folders.facilities).filter(({ country = '' }) => /^(china|cn)$/i.test(country)).length;
    expect(china).toBe(446);
    expect(await one(space, "select count(*)::int as rows from import_record r join organisation_site s on s.id = r.record_id where s.territory_id = 'world:CN'")).toEqual({ rows: china });
    expect(await one(space, "select count(*)::int as sites, count(*) filter (where territory_id is null)::int as nowhere from organisation_site")).toEqual({ sites: batch.outcome?.created, nowhere: 0 });
    expect(await one(space, "select count(*)::int as count from organisation where territories @> array['cn:710000']")).toMatchObject({ count: 30 });
  });

  it('find the same factory again in several lists', async () => {
    const names = new Set(rowsOf(folders.facilities).map(({ name = '' }) => letters(name)));
    expect(names.size).toBe(938);
    expect(await one(space, 'select count(*)::int as organisations, count(distinct id)::int as ids from organisation')).toMatchObject({ organisations: 938 });
    expect(groupsOf(batch)).toMatchObject({ newOrganisation: 938 });
    expect((groupsOf(batch)['repeated'] ?? 0) + (groupsOf(batch)['newSite'] ?? 0)).toBe(21);
    const again = await query<{ lists: string[] }>(database, space, "select array_agg(distinct r.raw ->> 0 order by r.raw ->> 0) as lists from import_row r join import_record c using (space_id, batch_id, row_number) join organisation_site s on s.id = c.record_id join organisation o on o.id = s.organisation_id where o.name ->> 'en' ilike 'taizhou baolite shoes%' group by s.id");
    expect(again).toEqual([{ lists: ['2', '5'] }]);
  });

  it('change nothing when they come once more', async () => {
    const { checked: twin, applied } = await stepByStep(space, folders.facilities);
    expect(applied).toBeNull();
    expect(twin.state).toBe('checked');
    expect(groupsOf(twin)).toEqual({ known: 959 });
    expect(await run(database, space, (context) => applyImportBatchAction(context, { ...nothing, params: { batchId: twin.id }, ifMatch: twin.version }))).toMatchObject({ ok: false, reason: 'nothingToWrite' });
  });

  it('are taken back but for what was used since', async () => {
    await query(database, space, "update organisation set version = version + 1 where name ->> 'en' = 'CLARA SHOE'");
    const { outcome } = await done(run(database, space, (context) => undoImportBatchAction(context, { ...nothing, params: { batchId: batch.id }, ifMatch: batch.version })));
    expect(outcome).toMatchObject({ kept: 1, removed: (batch.outcome?.created ?? 0) - 1 });
    expect(await one(space, 'select count(*)::int as count from organisation')).toEqual({ count: 1 });
  });
});

describeWithShared('5,029 industrial sites of 30 countries', [folders.works], () => {
  let space: string;
  let batch: Batch;

  it('come in whole, works gathered under their firm', patient, async () => {
    space = await database.createSpace();
    const start = performance.now();
    batch = (await importSites(space, folders.works)).batch;
    console.log(`5,029 sites imported in ${Math.round(performance.now() - start)} ms`);
    expect(batch).toMatchObject({ state: 'applied', rowCount: 5029, outcome: { created: 5029, left: 0 } });
    expect(batch.mapping.slice(0, 8)).toEqual(['siteCode', 'organisationName', 'siteName', 'address', 'postcode', 'city', 'country', 'industryLabel']);
    const firms = new Set(rowsOf(folders.works).map(({ CompanyName = '', SiteName = '', Country }) => `${letters(CompanyName.trim() || SiteName)} ${Country}`));
    expect(groupsOf(batch)).toEqual({ newOrganisation: firms.size, newSite: 5029 - firms.size });
    expect(await one(space, 'select count(*)::int as firms from organisation')).toEqual({ firms: firms.size });
    expect(await one(space, "select count(*)::int as sites from organisation_site s join organisation o on o.id = s.organisation_id where o.name ->> 'en' = 'Ibstock Brick Ltd'")).toEqual({ sites: 21 });
    expect(reasonsOf(batch)['organisationNamedAfterSite']).toBe(150);
  });

  it('stand in their 30 countries, 4,505 with coordinates', async () => {
    expect(await one(space, 'select count(*)::int as sites, count(longitude)::int as pins, count(distinct territory_id)::int as countries from organisation_site')).toEqual({ sites: 5029, pins: 4505, countries: 30 });
    expect(await one(space, "select count(*)::int as count from organisation_site where territory_id = 'world:NL'")).toEqual({ count: 138 });
  });

  it('draw no pin in the wrong country: Croatian works filed under Liechtenstein, Icelandic under Croatia, lost longitudes in Spain', async () => {
    const outside = await query<{ country: string; count: number }>(database, space, "select territory_id as country, count(*)::int as count from organisation_site where pin_verdict = 'outside' group by 1 order by 2 desc");
    expect(outside.slice(0, 3)).toEqual([{ country: 'world:LI', count: 31 }, { country: 'world:ES', count: 16 }, { country: 'world:HR', count: 4 }]);
    expect(outside.reduce((total, { count }) => total + count, 0)).toBeLessThan(55);
    expect(reasonsOf(batch)['pinOutside']).toBe(outside.reduce((total, { count }) => total + count, 0));
    expect(await one(space, "select count(*)::int as drawn from organisation o where longitude is not null and not exists (select from organisation_site s where s.organisation_id = o.id and s.pin_verdict <> 'outside')")).toEqual({ drawn: 0 });
  });

  it('change nothing when they come once more, and leave when taken back', patient, async () => {
    const twin = (await importSites(space, folders.works)).batch;
    expect(groupsOf(twin)).toEqual({ known: 5029 });
    const { outcome } = await done(run(database, space, (context) => undoImportBatchAction(context, { ...nothing, params: { batchId: batch.id }, ifMatch: batch.version })));
    expect(outcome).toMatchObject({ removed: 5029, kept: 0 });
    expect(await one(space, 'select count(*)::int as firms from organisation')).toEqual({ firms: 0 });
  });
});
