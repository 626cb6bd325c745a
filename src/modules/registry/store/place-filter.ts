import { sql, type RawBuilder } from 'kysely';
import { allOf } from '#platform/db/row-sql.ts';
import type { Context } from '#platform/module/module.ts';
import type { PlaceFacets, PlaceFilter } from '../words/place.schema.ts';
import { inTerritory } from './in-territory.ts';
import { clustersIn, placesIn } from './scope-columns.ts';
import { nameHolds, when } from './search-sql.ts';

/** The rows `place` that match a filter, as far as the reader may see them; `parentId` narrows to those inside another. */
export function placesWhere(context: Context, filter: Partial<PlaceFilter>, parentId?: string): RawBuilder<boolean> {
  return allOf([
    placesIn(context.scope('place.read')),
    filter.archived === 'true' ? sql<boolean>`place.archived_at is not null` : sql<boolean>`place.archived_at is null`,
    nameHolds('place', filter.q),
    ...when(parentId, (id) => sql<boolean>`place.parent_id = ${id}::uuid`),
    ...when(filter.kind, (kind) => sql<boolean>`place.kind = ${kind}`),
    ...when(filter.subtype, (subtype) => sql<boolean>`place.subtype = ${subtype}`),
    ...when(filter.level, (level) => sql<boolean>`place.level = ${level}`),
    ...when(filter.function, (use) => sql<boolean>`place.functions @> array[${use}]::text[]`),
    ...when(filter.graduated, (graduated) => sql<boolean>`(place.graduated_on is not null) = ${graduated === 'true'}`),
    ...when(filter.territoryId, (id) => inTerritory('place.territories', id)),
    ...when(filter.sample, (sample) => sql<boolean>`place.sample = ${sample === 'true'}`),
    ...when(filter.clusterId, (id) => sql<boolean>`exists (select 1 ${clusterLinks(context)} and pc.cluster_id = ${id}::uuid)`),
  ]);
}

/** Clusters of the row `place` that the reader may see, as `pc` joined to `cluster`. */
const clusterLinks = (context: Context) => sql`from place_cluster pc join cluster on cluster.space_id = pc.space_id and cluster.id = pc.cluster_id
  where pc.place_id = place.id and ${clustersIn(context.scope('cluster.read'))}`;

export async function countPlaceFacetRows(context: Context, filter: PlaceFilter): Promise<PlaceFacets> {
  const child = filter.territoryId ? sql`territory.parent_id = ${filter.territoryId}` : sql`territory.level = 'province'`;
  const { rows } = await sql<PlaceFacets>`
    with hit as materialized (
      select place.id, place.kind, place.subtype, place.level, place.functions, place.graduated_on, place.territories, exists (select 1 ${clusterLinks(context)}) as in_cluster from place where ${placesWhere(context, filter)}
    )
    select (select count(*)::int from hit) as total,
      (select count(*)::int from hit where graduated_on is not null) as graduated,
      (select count(*)::int from hit where functions = array['production']) as "productionOnly",
      (select count(*)::int from hit where in_cluster) as "inCluster",
      (select count(*)::int from hit where territories = '{}') as "withoutTerritory",
      (select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'subtype', subtype, 'count', n) order by kind, n desc, subtype), '[]') from (select kind, subtype, count(*) as n from hit group by kind, subtype) x) as "bySubtype",
      (select coalesce(jsonb_agg(jsonb_build_object('level', level, 'count', n) order by n desc, level), '[]') from (select level, count(*) as n from hit group by level) x) as "byLevel",
      (select coalesce(jsonb_agg(jsonb_build_object('function', use, 'count', n) order by n desc, use), '[]') from (select use, count(*) as n from hit cross join unnest(functions) use group by use) x) as "byFunction",
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'count', n) order by n desc, id), '[]')
        from (select territory.id, territory.name, count(*) as n from hit cross join unnest(hit.territories) as own (id) join territory on territory.id = own.id where ${child} group by 1, 2) x) as "byTerritory"`.execute(context.db);
  const [row] = rows;
  if (!row) throw new Error('an aggregate always answers one row');
  return row;
}
