import { sql } from 'kysely';
import type { z } from 'zod';
import { allOf } from '#platform/db/row-sql.ts';
import type { Context } from '#platform/module/module.ts';
import type { MapFrame } from '../reference/map-geometry.ts';
import type { MapClusters, mapClustersQuery } from '../words/territory.schema.ts';
import { inTerritory } from './in-territory.ts';
import { clustersIn, recordsIn } from './scope-columns.ts';
import { nameHolds, when } from './search-sql.ts';

/** Territory that everything on a map lies in; the world has none. */
const outline = (frame: MapFrame): string | null => (frame.level === 'world' ? null : frame.level === 'provinces' ? 'world:CN' : frame.province);

interface Row {
  id: string;
  name: MapClusters['names'][number];
  territory: MapClusters['territories'][number];
  longitude: number;
  latitude: number;
  group: MapClusters['groups'][number];
}

/**
 * Clusters as points: one at the centre of each territory it stands in, since the register knows no nearer spot. A
 * territory without a centre borrows that of the nearest one above it, but never that of a whole country.
 */
export async function clustersOnMap(context: Context, frame: MapFrame, query: z.output<typeof mapClustersQuery>): Promise<MapClusters> {
  const where = allOf([
    clustersIn(context.scope('cluster.read')),
    sql<boolean>`cluster.archived_at is null`,
    nameHolds('cluster', query.q),
    ...when(query.territoryId, (id) => inTerritory('cluster.territories', id)),
    ...when(query.industryId, (id) => sql<boolean>`cluster.industries @> array[${id}]::text[]`),
    ...when(query.sample, (sample) => sql<boolean>`cluster.sample = ${sample === 'true'}`),
  ]);
  const listed = sql`exists (select 1 from list_entry le join list on list.space_id = le.space_id and list.id = le.list_id
    where le.subject_id = cluster.id::text and list.entry_kind = 'cluster' and list.archived_at is null and ${recordsIn(context.scope('record.listed'), 'list')})`;
  const base = sql`
    with hit as materialized (select cluster.id, cluster.space_id, cluster.name, cluster.sort_name, case when cluster.sample then 'sample' when ${listed} then 'listed' else 'other' end as "group" from cluster where ${where}),
    base as materialized (select hit.id, t.id as place, t.name as territory, t.ancestors, centre.longitude::float8 as longitude, centre.latitude::float8 as latitude
      from hit join cluster_territory ct on ct.space_id = hit.space_id and ct.cluster_id = hit.id and ct.scope = 'base' join territory t on t.id = ct.territory_id
      left join lateral (select above.longitude, above.latitude from territory above where above.id = any (t.ancestors) and above.level in ('province', 'city', 'county', 'authority', 'other') and above.longitude is not null
        order by cardinality(above.ancestors) desc limit 1) centre on true),
    drawn as materialized (select * from base where longitude is not null and (${outline(frame)}::text is null or ancestors @> array[${outline(frame)}]::text[]))`;
  // Under a territory a cluster is drawn where it stands in it, not where else it stands.
  const within = allOf(when(query.territoryId, (id) => inTerritory('drawn.ancestors', id)));
  const { rows } = await sql<Row>`${base} select hit.id, hit.name, hit."group", drawn.territory, drawn.longitude, drawn.latitude from drawn join hit on hit.id = drawn.id where ${within} order by drawn.place, hit.sort_name, hit.id`.execute(context.db);
  const { rows: totals } = await sql<Pick<MapClusters, 'total' | 'drawn' | 'elsewhere' | 'withoutCentre' | 'crossProvince'>>`${base}
    select (select count(*)::int from hit) as total, (select count(distinct id)::int from drawn) as drawn,
      (select count(*)::int from hit where not exists (select 1 from drawn where drawn.id = hit.id) and exists (select 1 from base where base.id = hit.id and ${outline(frame)}::text is not null and not ancestors @> array[${outline(frame)}]::text[])) as elsewhere,
      (select count(*)::int from hit where not exists (select 1 from drawn where drawn.id = hit.id) and not exists (select 1 from base where base.id = hit.id and ${outline(frame)}::text is not null and not ancestors @> array[${outline(frame)}]::text[])) as "withoutCentre",
      (select count(*)::int from (select base.id from base join territory above on above.id = any (base.ancestors) and above.level = 'province' group by base.id having count(distinct above.id) > 1) x) as "crossProvince"`.execute(context.db);
  const [counts] = totals;
  if (!counts) throw new Error('an aggregate always answers one row');
  return {
    ids: rows.map((row) => row.id),
    names: rows.map((row) => row.name),
    territories: rows.map((row) => row.territory),
    longitudes: rows.map((row) => row.longitude),
    latitudes: rows.map((row) => row.latitude),
    groups: rows.map((row) => row.group),
    ...counts,
  };
}
