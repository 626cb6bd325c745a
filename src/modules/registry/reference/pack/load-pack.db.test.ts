import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { inSpace } from '#platform/db/in-space.ts';
import type { AuditNote, Context } from '#platform/module/module.ts';
import { freshDatabase } from '#platform/testing/test-database.ts';
import { listTerritoryRows } from '../../store/territory.store.ts';
import { loadPack } from './load-pack.ts';
import { loadSample } from './sample/load-sample.ts';

const database = await freshDatabase();
const notes: AuditNote[] = [];
const run = <Value>(space: string, work: (context: Context) => Promise<Value>): Promise<Value> =>
  inSpace(database.app, space, (db) =>
    work({ db, spaceId: space, actor: { personId: null }, now: new Date('2026-11-22T00:00:00Z'), newId: () => newId(), audit: (note: AuditNote) => notes.push(note) } as unknown as Context),
  );
const one = async <Row>(space: string, query: ReturnType<typeof sql<Row>>): Promise<Row> => (await run(space, (context) => query.execute(context.db))).rows[0] as Row;
const count = async (space: string, text: string): Promise<number> => (await one<{ count: number }>(space, sql`select count(*)::int as count from ${sql.raw(text)}`)).count;

const tables = ['source', 'attribute', 'organisation', 'organisation_relation', 'organisation_site', 'cluster', 'membership', 'cluster_organisation', 'body', 'seat', 'place', 'list', 'list_entry', 'title', 'programme', 'statement', 'composition', 'composition_part', 'alias'];
const census = async (space: string): Promise<number[]> => Promise.all(tables.map((table) => count(space, table)));

let own: string;
let sample: string;

beforeAll(async () => {
  own = await database.createSpace('own');
  sample = await database.createSpace('sample');
  await run(own, loadPack);
  const started = performance.now();
  await run(sample, loadSample);
  console.log(`pack loaded in ${Math.round(performance.now() - started)} ms (aim 6,000)`);
});

describe('loadPack', () => {
  it('lays the pack into a space and changes nothing the second time', async () => {
    const before = await census(own);
    await run(own, loadPack);
    expect(await census(own)).toEqual(before);
    expect(notes.filter((note) => note.event === 'pack.loaded' && note.subject.id === own)).toHaveLength(1);
    expect(await count(own, 'cluster')).toBe(49);
    expect(await count(own, 'statement where sample')).toBe(0);
    expect(await count(own, 'organisation where sample')).toBe(0);
  });

  it('finds records under every spelling of their names', async () => {
    const found = async (table: string, text: string) => count(own, `${table} where strpos(search_text, '${text}') > 0`);
    expect(await found('cluster', 'itsowl')).toBe(1);
    expect(await found('organisation', '华大智造')).toBe(1);
    expect(await found('programme', '领先集群竞赛计划')).toBe(1);
  });

  it('places the clusters by province', async () => {
    const { rows } = await run(own, (context) =>
      sql<{ id: string; n: number }>`
        select province.id, count(distinct cluster.id)::int as n from territory province join cluster on province.id = any (cluster.territories)
        join list_entry entry on entry.subject_id = cluster.id::text join list on list.id = entry.list_id and list.announced_count = 45
        where province.level = 'province' and province.id in ('cn:440000', 'cn:430000', 'cn:370000') group by province.id order by province.id`.execute(context.db),
    );
    expect(rows).toEqual([{ id: 'cn:370000', n: 3 }, { id: 'cn:430000', n: 4 }, { id: 'cn:440000', n: 7 }]);
  });
});

describe('loadSample', () => {
  it('keeps generated and real apart: every tie joins two of a kind', async () => {
    const mixed = {
      memberships: 'membership m join cluster c on c.id = m.cluster_id join organisation o on o.id = m.organisation_id where c.sample <> o.sample',
      relations: 'organisation_relation r join organisation a on a.id = r.from_id join organisation b on b.id = r.to_id where a.sample <> b.sample',
      clusterOrganisations: 'cluster_organisation r join cluster c on c.id = r.cluster_id join organisation o on o.id in (r.organisation_id, r.host_id, r.operator_id, r.alliance_id) where c.sample <> o.sample',
      seats: 'seat s join body b on b.id = s.body_id join cluster_organisation r on r.id = b.cluster_organisation_id join cluster c on c.id = r.cluster_id left join organisation o on o.id = s.organisation_id where c.sample <> coalesce(o.sample, c.sample)',
      titles: 'title t join organisation o on o.id = t.organisation_id where t.sample <> o.sample',
      entries: "list_entry e join list l on l.id = e.list_id left join organisation o on o.id::text = e.subject_id left join cluster c on c.id::text = e.subject_id where coalesce(o.sample, c.sample, l.sample) <> l.sample",
      statements: 'statement s left join organisation o on o.id::text = s.subject_id left join cluster c on c.id::text = s.subject_id left join programme p on p.id::text = s.subject_id where s.sample <> coalesce(o.sample, c.sample, p.sample, false)',
      compositions: 'composition s left join cluster c on c.id::text = s.subject_id left join programme p on p.id::text = s.subject_id where s.sample <> coalesce(c.sample, p.sample, false)',
      places: 'place p left join organisation o on o.id = p.operator_id left join place above on above.id = p.parent_id where p.sample <> coalesce(o.sample, p.sample) or p.sample <> coalesce(above.sample, p.sample)',
      placeClusters: 'place_cluster pc join place p on p.id = pc.place_id join cluster c on c.id = pc.cluster_id where p.sample <> c.sample',
      clusterPlaces: "cluster_territory t join cluster c on c.id = t.cluster_id where c.sample and t.territory_id not like 'sample:%'",
      realPlaces: "cluster_territory t join cluster c on c.id = t.cluster_id where not c.sample and t.territory_id like 'sample:%'",
    };
    for (const [name, text] of Object.entries(mixed)) expect(await count(sample, text), name).toBe(0);
  });

  it('labels what is generated, and gives real records only sourced statements', async () => {
    for (const table of ['organisation', 'cluster', 'place', 'programme', 'list']) {
      expect(await count(sample, `${table} where sample and (name->>'zh' not like '%样例%' or name->>'en' not like '%Sample%')`), table).toBe(0);
      expect(await count(sample, `${table} where not sample and name->>'zh' like '%样例%'`), table).toBe(0);
    }
    expect(await count(sample, "statement s join source on source.id = s.source_id where not s.sample and (s.quote is null or source.title like '样例%')")).toBe(0);
    expect(await count(sample, "statement s join source on source.id = s.source_id where s.sample and source.title not like '样例%'")).toBe(0);
    expect(await count(sample, "seat join organisation o on o.id = seat.organisation_id where o.sample and person_name not like '样例·%'")).toBe(0);
    expect(await count(sample, 'seat where person_name is not null and person_name not like \'样例·%\'')).toBe(0);
  });

  it('stands generated organisations on the map, a few of them wrongly or nowhere', async () => {
    const verdict = async (name: string) => count(sample, `organisation_site where pin_verdict = '${name}'`);
    expect(await count(sample, 'organisation where sample')).toBeGreaterThan(2_000);
    expect(await verdict('inside')).toBeGreaterThan(900);
    expect(await verdict('outside')).toBeGreaterThan(2);
    expect(await count(sample, 'organisation where sample and territory_id is null')).toBe(24);
    expect(await count(sample, "organisation where sample and longitude is not null and territory_id like 'sample:%'")).toBe(0);
    const provinces = await one<{ n: number }>(sample, sql`select count(distinct left(territory_id, 5))::int as n from organisation where sample and territory_id like 'cn:%'`);
    expect(provinces.n).toBeGreaterThan(25);
  });

  it('has nothing of it in another space', async () => {
    const provinces = async (space: string) => run(space, async (context) => (await listTerritoryRows(context, { q: '样例', limit: 50, superseded: 'false', sort: 'code' } as never))?.total);
    expect([await provinces(own), await provinces(sample)]).toEqual([0, 25]);
    expect(await count(own, 'organisation where sample')).toBe(0);
  });
});
