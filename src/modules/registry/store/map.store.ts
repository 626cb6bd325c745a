import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import { allOf } from '#platform/db/row-sql.ts';
import type { Context } from '#platform/module/module.ts';
import { readMapTerritories, type MapFrame } from '../reference/map-geometry.ts';
import type { MapCounts, mapCountsQuery } from '../words/territory.schema.ts';
import { clustersWhere } from './cluster-filter.ts';
import { inTerritory } from './in-territory.ts';
import { organisationsWhere } from './organisation-filter.ts';
import { placesIn } from './scope-columns.ts';
import { nameHolds, when } from './search-sql.ts';

type Query = z.output<typeof mapCountsQuery>;

/** Filters that places share with organisations; the others do not apply to them. */
function placeFilters(query: Query): RawBuilder<boolean>[] {
  return [
    query.archived === 'true' ? sql<boolean>`place.archived_at is not null` : sql<boolean>`place.archived_at is null`,
    nameHolds('place', query.q),
    ...when(query.territoryId, (id) => inTerritory('place.territories', id)),
    ...when(query.sample, (sample) => sql<boolean>`place.sample = ${sample === 'true'}`),
  ];
}

function hits(context: Context, query: Query): RawBuilder<unknown> {
  const { of, province: _, state, level, promoted, legalForm, form, leadKind, thirdParty, nonProfit, emptySlot, ...filter } = query;
  if (of === 'organisations') return sql`select organisation.id, organisation.territories, organisation.longitude from organisation where ${organisationsWhere(context, filter)}`;
  if (of === 'clusters') {
    const { q, territoryId, industryId, listId, sample, archived } = filter;
    return sql`select cluster.id, cluster.territories, null::numeric as longitude from cluster where ${clustersWhere(context, { q, territoryId, industryId, listId, state, level, promoted, legalForm, form, leadKind, thirdParty, nonProfit, emptySlot, sample, archived })}`;
  }
  return sql`select place.id, place.territories, place.drawn_longitude as longitude from place where ${allOf([placesIn(context.scope('place.read')), ...placeFilters(query)])}`;
}

/** Visible records per territory of one map, and in numbers whatever the map leaves out. */
export async function countOnMap(context: Context, frame: MapFrame, query: Query): Promise<MapCounts> {
  const shown = await readMapTerritories(context.db, frame);
  const ids = shown.map((territory) => territory.id);
  const { rows } = await sql<{ total: number; withoutTerritory: number; pinned: number; placed: number; counts: Record<string, number> }>`
    with hit as materialized (${hits(context, query)}),
      placed as (select own.id, hit.id as hit from hit cross join unnest(hit.territories) as own (id) where own.id = any (${ids}::text[]))
    select (select count(*)::int from hit) as total, (select count(*)::int from hit where territories = '{}') as "withoutTerritory", (select count(longitude)::int from hit) as pinned,
      (select count(distinct hit)::int from placed) as placed,
      (select coalesce(jsonb_object_agg(id, n), '{}') from (select id, count(*) as n from placed group by id) x) as counts`.execute(context.db);
  const [row] = rows;
  if (!row) throw new Error('an aggregate always answers one row');
  return {
    items: shown.map((territory) => ({ ...territory, count: row.counts[territory.id] ?? 0 })),
    total: row.total,
    elsewhere: row.total - row.placed - row.withoutTerritory,
    withoutTerritory: row.withoutTerritory,
    withoutPin: query.of === 'clusters' ? null : row.total - row.pinned,
  };
}
