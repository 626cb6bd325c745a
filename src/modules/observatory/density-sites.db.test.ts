import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { importFile } from '#modules/intake/index.ts';
import { freshDatabase } from '#platform/testing/test-database.ts';
import { done, nothing, run } from '../../../test/run-in-space.ts';
import { describeWithShared, sharedPath } from '../../../test/shared.ts';
import { getDensityMap } from './actions/map/get-density-map.ts';
import { listMapSites } from './actions/map/list-map-sites.ts';
import { densityMapQuery, mapSitesQuery, type DensityMap } from './words/map.schema.ts';

const file = 'data/sites-eu-hotmaps/industrial_sites.csv';

describeWithShared('5,029 industrial sites of 30 countries on the map', [file], () => {
  it('cluster across borders, with the gap of coordinates counted and listed', { timeout: 120_000 }, async () => {
    const database = await freshDatabase();
    const space = await database.createSpace();
    await done(run(database, space, (context) => importFile(context, { bytes: new Uint8Array(readFileSync(sharedPath(file))), fileName: 'industrial_sites.csv', target: 'site' })));
    const map = (query: Record<string, unknown>): Promise<DensityMap> => done(run(database, space, async (context) => getDensityMap(context, { ...nothing, query: densityMapQuery.parse(query) }))) as Promise<DensityMap>;

    const start = performance.now();
    const found = await map({});
    console.log(`map of ${found.points.ids.length} sites in ${Math.round(performance.now() - start)} ms: ${found.clusters.length} clusters at ${found.method.eps} m`);
    expect(found.total).toBe(5029);
    expect(found.omitted.withoutPin).toBe(524);
    expect(found.points.ids.length + found.omitted.withoutPin + found.omitted.outside).toBe(5029);
    // Nine subsectors in the source's own words; nothing is classified.
    expect(found.trades).toHaveLength(9);
    expect(found.trades.every(({ id }) => id.startsWith('label:'))).toBe(true);

    const wide = await map({ eps: 25_000, minPts: 10 });
    expect(wide.clusters.length).toBeGreaterThan(5);
    expect(wide.clusters.reduce((sum, { sites }) => sum + sites, 0) + wide.scattered).toBe(wide.points.ids.length);
    expect(wide.clusters.some(({ territories }) => territories.length > 1)).toBe(true);
    for (const { boundary } of wide.clusters) expect(boundary.length).toBeGreaterThan(0);

    const missing = await done(run(database, space, async (context) => listMapSites(context, { ...nothing, query: mapSitesQuery.parse({ standing: 'withoutPin', limit: 200 }) })));
    expect(missing.total).toBe(524);
  });
});
