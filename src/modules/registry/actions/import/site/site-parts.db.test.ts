import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { freshDatabase } from '#platform/testing/test-database.ts';
import type { Context, ImportPass, ImportRow } from '#platform/module/module.ts';
import { ok } from '#platform/result/result.rules.ts';
import { done, query, run } from '../../../../../../test/run-in-space.ts';
import { describeWithShared, sharedPath } from '../../../../../../test/shared.ts';
import { siteTarget } from './site-target.ts';

const database = await freshDatabase();
const file = 'data/facilities-osh-sample/facilities.csv';

function passOf(batchId: string): ImportPass {
  const first = new Map<string, number>();
  const firstRow = (key: string, rowNumber: number) => {
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, rowNumber);
    return earlier === undefined || earlier === rowNumber ? null : earlier;
  };
  return { batchId, sourceId: null, memory: new Map<string, unknown>(), firstRow, changed: () => {} } as ImportPass;
}

/** Checks and writes part by part with one pass, as a long file is walked. */
async function walk(context: Context, rows: readonly ImportRow[], size: number) {
  const pass = passOf(context.newId());
  const written = new Set(siteTarget.groups.filter((group) => group.written).map(({ key }) => key));
  const total = { created: 0, records: 0, known: 0 };
  for (let from = 0; from < rows.length; from += size) {
    const part = rows.slice(from, from + size);
    const verdicts = new Map((await siteTarget.check(context, part, pass)).map((verdict) => [verdict.rowNumber, verdict]));
    const chosen = part.flatMap((row) => {
      const verdict = verdicts.get(row.rowNumber);
      if (verdict?.group === 'known') total.known += 1;
      return verdict && written.has(verdict.group) ? [{ ...row, verdict }] : [];
    });
    const outcome = await siteTarget.apply(context, chosen, pass);
    total.created += outcome.created;
    total.records += outcome.records.length;
  }
  return total;
}

describeWithShared('a long file of sites', [file], () => {
  const rows = Papa.parse<Record<string, string>>(readFileSync(sharedPath(file), 'utf8'), { header: true, skipEmptyLines: true }).data.map((cells, index) => ({
    rowNumber: index + 2, values: { country: cells.country ?? '', organisationName: cells.name ?? '', address: cells.address ?? '', longitude: cells.lng ?? '', latitude: cells.lat ?? '' },
  }));

  it('comes out the same whatever its parts', { timeout: 120_000 }, async () => {
    const counts = [];
    for (const size of [1000, 480, 170]) {
      const space = await database.createSpace();
      const { created, records, known } = await done(run(database, space, async (context) => ok(await walk(context, rows, size))));
      const [held] = await query<{ organisations: number; sites: number }>(database, space, 'select (select count(*)::int from organisation) as organisations, (select count(*)::int from organisation_site) as sites');
      expect(records + known).toBe(959);
      expect(created).toBe(held?.sites);
      counts.push(held);
    }
    expect(counts[1]).toEqual(counts[0]);
    expect(counts[2]).toEqual(counts[0]);
  });
});
