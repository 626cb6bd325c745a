import { sql } from 'kysely';
import type { z } from 'zod';
import type { Scope } from '#platform/auth/permission.rules.ts';
import { keyset, toPage, type SortKey } from '#platform/db/page.ts';
import type { Context } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import type { Place, PlaceInput, placeListQuery, PlaceSummary } from '../words/place.schema.ts';
import { refreshSearch } from './alias.store.ts';
import { asJson, recordColumns, refOf } from './columns.ts';
import { nameColumnsOf } from './naming.ts';
import { judgePins } from './pin.ts';
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

async function columnsOf(context: Context, input: PlaceInput) {
  const [pin] = await judgePins(context.db, [input]);
  if (!pin) throw new Error('every pin is judged');
  return { ...pin, ...nameColumnsOf(input.name), name: asJson(input.name) };
}

export async function insertPlace(context: Context, input: PlaceInput, territories: readonly string[], sample: boolean): Promise<string> {
  const id = context.newId();
  const made = await columnsOf(context, input);
  await sql`insert into place (space_id, id, visibility, sample, kind, subtype, name, sort_name, level, territory_id, territories, address, longitude, latitude, datum, pin_verdict, pin_distance,
      drawn_longitude, drawn_latitude, area_km2, functions, formats, initiative, graduated_on, operator_id, parent_id, started_year, description, search_text, grams, created_at, updated_at)
    values (${context.spaceId}, ${id}, ${input.visibility}, ${sample}, ${input.kind}, ${input.subtype}, ${made.name}, ${made.sortName}, ${input.level}, ${input.territoryId}, ${territories}::text[],
      ${input.address}, ${input.longitude}, ${input.latitude}, ${input.datum}, ${made.pinVerdict}, ${made.pinDistance}, ${made.drawnLongitude}, ${made.drawnLatitude}, ${input.areaKm2}::numeric,
      ${input.functions}::text[], ${input.formats}, ${input.initiative}, ${input.graduatedOn}::date, ${input.operatorId}, ${input.parentId}, ${input.startedYear}, ${input.description}, ${made.searchText}, ${made.grams}::text[], ${context.now}, ${context.now})`.execute(context.db);
  await replaceClusters(context, id, input.clusterIds);
  return id;
}

/** False when the row has moved on since `version`. */
export async function updatePlaceRow(context: Context, id: string, version: number | null, input: PlaceInput, territories: readonly string[]): Promise<boolean> {
  const made = await columnsOf(context, input);
  const done = await sql`update place set version = version + 1, visibility = ${input.visibility}, kind = ${input.kind}, subtype = ${input.subtype}, name = ${made.name}, sort_name = ${made.sortName},
      level = ${input.level}, territory_id = ${input.territoryId}, territories = ${territories}::text[], address = ${input.address}, longitude = ${input.longitude}, latitude = ${input.latitude},
      datum = ${input.datum}, pin_verdict = ${made.pinVerdict}, pin_distance = ${made.pinDistance}, drawn_longitude = ${made.drawnLongitude}, drawn_latitude = ${made.drawnLatitude},
      area_km2 = ${input.areaKm2}::numeric, functions = ${input.functions}::text[], formats = ${input.formats}, initiative = ${input.initiative},
      graduated_on = ${input.graduatedOn}::date, operator_id = ${input.operatorId}, parent_id = ${input.parentId}, started_year = ${input.startedYear}, description = ${input.description}, updated_at = ${context.now}
    where id = ${id}::uuid and (${version}::int is null or version = ${version}::int) returning id`.execute(context.db);
  if (done.rows.length === 0) return false;
  await refreshSearch(context.db, 'place', id);
  await replaceClusters(context, id, input.clusterIds);
  return true;
}

async function replaceClusters(context: Context, id: string, clusterIds: readonly string[]): Promise<void> {
  await sql`delete from place_cluster where place_id = ${id}::uuid`.execute(context.db);
  await sql`insert into place_cluster (space_id, place_id, cluster_id) select distinct ${context.spaceId}::uuid, ${id}::uuid, given.id from unnest(${clusterIds}::uuid[]) as given (id)`.execute(context.db);
}

/** Whether `parentId` lies inside of `id`, which would make a ring. */
export async function liesInside(context: Context, parentId: string, id: string): Promise<boolean> {
  const { rows } = await sql`
    with recursive up as (select id, parent_id from place where space_id = ${context.spaceId} and id = ${parentId}::uuid
      union select above.id, above.parent_id from place above join up on above.space_id = ${context.spaceId} and above.id = up.parent_id)
    select 1 from up where id = ${id}::uuid`.execute(context.db);
  return rows.length > 0;
}
