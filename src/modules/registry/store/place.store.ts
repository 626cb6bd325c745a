import { sql } from 'kysely';
import type { z } from 'zod';
import type { Scope } from '#platform/auth/permission.rules.ts';
import { keyset, toPage, type SortKey } from '#platform/db/page.ts';
import { refOf } from '#platform/db/row-sql.ts';
import type { Context } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import type { Place, PlaceInput, placeListQuery, PlaceSummary } from '../words/place.schema.ts';
import { recordColumns } from './columns.ts';
import { clustersIn, organisationsIn, placesIn } from './scope-columns.ts';
import { placesWhere } from './place-filter.ts';
import { territoryPath } from './territories.store.ts';

const summaryColumns = (organisations: Scope) => sql`${recordColumns('place')}, place.kind, place.subtype, place.name, place.level, ${refOf('territory')} as territory, place.started_year as "startedYear",
  (select ${refOf('runs')} from organisation runs where runs.space_id = place.space_id and runs.id = place.operator_id and ${organisationsIn(organisations, 'runs')}) as operator,
  place.drawn_longitude::float8 as longitude, place.drawn_latitude::float8 as latitude`;
const from = sql`from place left join territory on territory.id = place.territory_id`;

export type PlaceQuery = z.output<typeof placeListQuery>;

/** Null for a cursor this list did not make. `parentId` narrows to the places inside another. */
export async function listPlaceRows(context: Context, query: PlaceQuery, parentId?: string): Promise<Page<PlaceSummary> | null> {
  const keys: Record<string, SortKey> = {
    name: { expression: sql`place.sort_name`, type: 'text' },
    updatedAt: { expression: sql`place.updated_at`, type: 'timestamptz' },
  };
  const page = keyset(keys, query.sort, query.cursor, sql`place.id`);
  if (!page) return null;
  const where = placesWhere(context, query, parentId);
  const { rows } = await sql<PlaceSummary & { cursor_value: string }>`
    select ${summaryColumns(context.scope('organisation.read'))}, ${page.cursorValue} as cursor_value ${from} where ${where} and ${page.after}
    order by ${page.orderBy} limit ${query.limit + 1}`.execute(context.db);
  const total = await sql<{ count: number }>`select count(*)::int as count from place where ${where}`.execute(context.db);
  return toPage(rows, query.limit, query.sort, total.rows[0]?.count ?? 0, ({ cursor_value: _, ...item }) => item);
}

/** Without regard to rights on the place itself; what it links to is shown as far as the reader may see it. */
export async function findPlace(context: Context, id: string): Promise<Place | null> {
  const reach = context.scope('place.read');
  const { rows } = await sql<Omit<Place, 'territoryPath'>>`
    select ${summaryColumns(context.scope('organisation.read'))}, place.address, place.datum, place.longitude::float8 as "enteredLongitude", place.latitude::float8 as "enteredLatitude", place.pin_verdict as "pinVerdict", place.pin_distance::float8 as "pinDistance",
      trim_scale(place.area_km2)::text as "areaKm2", place.functions, place.formats, place.initiative, place.graduated_on as "graduatedOn", place.description,
      (select ${refOf('above')} from place above where above.space_id = place.space_id and above.id = place.parent_id and ${placesIn(reach, 'above')}) as parent,
      (select coalesce(jsonb_agg(jsonb_build_object('id', cluster.id, 'name', cluster.name) order by cluster.sort_name), '[]') from place_cluster pc
        join cluster on cluster.space_id = pc.space_id and cluster.id = pc.cluster_id where pc.place_id = place.id and ${clustersIn(context.scope('cluster.read'))}) as clusters,
      (select coalesce(jsonb_agg(jsonb_build_object('id', below.id, 'name', below.name, 'kind', below.kind) order by below.sort_name), '[]') from place below
        where below.parent_id = place.id and below.archived_at is null and ${placesIn(reach, 'below')}) as children
    ${from} where place.id = ${id}::uuid`.execute(context.db);
  const [row] = rows;
  return row ? { ...row, territoryPath: await territoryPath(context.db, row.territory?.id ?? null) } : null;
}

/** What the form of a place was filled with, links included, whoever may see them. */
export async function readPlaceInput(context: Context, id: string): Promise<PlaceInput | null> {
  const { rows } = await sql<PlaceInput>`
    select kind, subtype, name, level, territory_id as "territoryId", address, longitude::float8 as longitude, latitude::float8 as latitude, datum, trim_scale(area_km2)::text as "areaKm2",
      functions, formats, initiative, graduated_on as "graduatedOn", operator_id as "operatorId", parent_id as "parentId", started_year as "startedYear", description, visibility,
      array(select cluster_id from place_cluster pc where pc.place_id = place.id order by cluster_id) as "clusterIds"
    from place where id = ${id}::uuid`.execute(context.db);
  return rows[0] ?? null;
}

/** Whether `parentId` lies inside of `id`, which would make a ring. */
export async function liesInside(context: Context, parentId: string, id: string): Promise<boolean> {
  const { rows } = await sql`
    with recursive up as (select id, parent_id from place where space_id = ${context.spaceId} and id = ${parentId}::uuid
      union select above.id, above.parent_id from place above join up on above.space_id = ${context.spaceId} and above.id = up.parent_id)
    select 1 from up where id = ${id}::uuid`.execute(context.db);
  return rows.length > 0;
}
