import { sql } from 'kysely';
import { gramsOf, queryGramsOf } from '#kernel/text/grams.ts';
import { rngFrom } from '#kernel/stats/rng.ts';
import { modules } from '#modules/index.ts';
import { inSpace } from '#platform/db/in-space.ts';
import { openPools } from '#platform/db/open-database.ts';
import { collect } from '#platform/module/collect.ts';
import type { Context, SpaceDb } from '#platform/module/module.ts';
import { median, type Measurement } from '#platform/testing/measure.ts';
import { actingAs, operatorMandate } from '#platform/testing/test-context.ts';
import { startTestServer } from '#platform/testing/test-server.ts';
import { loadReference } from '../reference/load-reference.ts';
import { organisationListQuery } from '../words/organisation.schema.ts';
import { listOrganisations } from './organisation-list.store.ts';
import { organisationSearch } from './organisation-search.ts';

const cities = ['cn:440300', 'cn:440100', 'cn:320500', 'cn:330100', 'cn:110000', 'cn:310000', 'cn:420100', 'cn:510100'];
const industries = ['gbt4754:C40', 'gbt4754:C39', 'gbt4754:C35', 'gbt4754:C34'];
const syllables = [...'精密仪器光电智能装备材料新能源生物医药芯片软件华东海岳科技宏远明德创'];

/** Made-up companies: eight characters from thirty, so that two-character queries match about one row in thirty. */
function rows(from: number, count: number) {
  const random = rngFrom(from + 1);
  return Array.from({ length: count }, (_unused, at) => {
    const name = Array.from({ length: 8 }, () => random.pick(syllables)).join('');
    return {
      n: from + at,
      name,
      city: random.pick(cities),
      industry: random.pick(industries),
      year: random.whole(1980, 2024),
      grams: gramsOf(name),
    };
  });
}

async function fill(db: SpaceDb, from: number, count: number): Promise<void> {
  for (let at = from; at < from + count; at += 10_000) {
    await sql`
      insert into organisation (space_id, id, visibility, name, sort_name, type, territory_id, territories, industry_id, industries, founded_year, search_text, grams, created_at, updated_at)
      select current_space(), gen_random_uuid(), 'open', jsonb_build_object('zh', given.name), given.name, 'enterprise', given.city, territory.ancestors, given.industry,
        industry.ancestors, given.year, given.name, given.grams, now(), now() - given.n * interval '1 second'
      from jsonb_to_recordset(${JSON.stringify(rows(at, 10_000))}::jsonb) as given (n int, name text, city text, industry text, year int, grams text[])
      join territory on territory.id = given.city join industry on industry.id = given.industry`.execute(db);
  }
}

async function timed(times: number, work: () => Promise<unknown>): Promise<number> {
  const found: number[] = [];
  for (let at = 0; at < times; at += 1) {
    const started = performance.now();
    await work();
    found.push(performance.now() - started);
  }
  return median(found);
}

/** Lists of 100,000 and search among 300,000, as the server runs them, beside the same question without our indexes. */
export default async function bench(): Promise<Measurement[]> {
  const { server, stop } = await startTestServer({ prepareTemplate: async ({ ownerPool }) => void (await loadReference(ownerPool)) });
  const pools = openPools({ ownerConfig: { ...server.ownerConfig, database: server.template }, appConfig: { ...server.appConfig, database: server.template } }, () => undefined);
  try {
    const spaceId = '01900000-0000-7000-8000-000000000001';
    await pools.ownerPool.query(`insert into space (id, name, kind, created_at) values ($1, '{"zh":"量"}', 'own', now())`, [spaceId]);
    const as = actingAs(collect(modules), pools.app, spaceId);
    const run = <Value>(work: (context: Context) => Promise<Value>): Promise<Value> => as([operatorMandate], work, { permission: 'organisation.read', readOnly: true });
    await inSpace(pools.app, spaceId, (db) => fill(db, 0, 100_000));
    await pools.ownerPool.query('vacuum analyze organisation');
    const list = (query: Record<string, string>) => run((context) => listOrganisations(context, organisationListQuery.parse(query)));
    const filtered = await timed(15, () => list({ territoryId: 'cn:440000', industryId: 'gbt4754:C40', sort: '-updatedAt' }));
    const sorted = await timed(15, () => list({ sort: 'name' }));
    await inSpace(pools.app, spaceId, (db) => fill(db, 100_000, 200_000));
    await pools.ownerPool.query('vacuum analyze organisation');
    const terms = ['精密', '光电芯', '智能装备', '海岳'];
    const search = await timed(12, async () => {
      for (const term of terms) await run((context) => organisationSearch.search(context, { folded: term, grams: queryGramsOf(term) }, 8));
    });
    const scan = await timed(3, async () => {
      for (const term of terms) await run((context) => sql`select id from organisation where search_text like ${`%${term}%`} order by length(sort_name), sort_name limit 8`.execute(context.db));
    });
    return [
      { name: 'organisation list, 100,000 rows, filtered by province and industry, newest first, with total', unit: 'ms', value: filtered, limit: 50 },
      { name: 'organisation list, 100,000 rows, by name, first page, with total', unit: 'ms', value: sorted, limit: 50 },
      { name: 'search among 300,000 names, mean of four terms', unit: 'ms', value: search / terms.length, limit: 20, peer: { name: 'sequential LIKE in the same database', value: scan / terms.length } },
    ];
  } finally {
    await Promise.all([pools.appPool.end(), pools.ownerPool.end()]);
    await stop();
  }
}
