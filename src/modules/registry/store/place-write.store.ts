import { sql } from 'kysely';
import { asJson } from '#platform/db/row-sql.ts';
import type { Context } from '#platform/module/module.ts';
import type { PlaceInput } from '../words/place.schema.ts';
import { refreshSearch } from './alias.store.ts';
import { nameColumnsOf } from './naming.ts';
import { judgePins } from './pin.ts';

export interface PlaceRow {
  input: PlaceInput;
  territories: readonly string[];
  sample: boolean;
  /** The import that brings it in. */
  batchId?: string | null;
}

/** Many at once; ids come back in the order of the rows. */
export async function insertPlaces(context: Context, rows: readonly PlaceRow[]): Promise<string[]> {
  const ids = rows.map(() => context.newId());
  const pins = await judgePins(context.db, rows.map(({ input }) => input));
  const records = rows.map(({ input, territories, sample, batchId = null }, at) => ({
    ...input, ...nameColumnsOf(input.name), ...pins[at], id: ids[at], territories, sample, batchId, batchVersion: batchId === null ? null : 1,
  }));
  await sql`
    insert into place (space_id, id, visibility, sample, kind, subtype, name, sort_name, level, territory_id, territories, address, longitude, latitude, datum, pin_verdict, pin_distance, drawn_longitude, drawn_latitude,
      area_km2, functions, formats, initiative, graduated_on, operator_id, parent_id, started_year, description, search_text, grams, batch_id, batch_version, created_at, updated_at)
    select current_space(), id, visibility, sample, kind, subtype, name, "sortName", level, "territoryId", territories, address, longitude, latitude, datum, "pinVerdict", "pinDistance", "drawnLongitude", "drawnLatitude",
      "areaKm2", functions, formats, initiative, "graduatedOn", "operatorId", "parentId", "startedYear", description, "searchText", grams, "batchId", "batchVersion", ${context.now}, ${context.now}
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as given (id uuid, visibility text, sample boolean, kind text, subtype text, name jsonb, "sortName" text, level text, "territoryId" text, territories text[], address text,
      longitude numeric, latitude numeric, datum text, "pinVerdict" text, "pinDistance" numeric, "drawnLongitude" numeric, "drawnLatitude" numeric, "areaKm2" numeric, functions text[], formats text, initiative text,
      "graduatedOn" date, "operatorId" uuid, "parentId" uuid, "startedYear" int, description text, "searchText" text, grams text[], "batchId" uuid, "batchVersion" int)`.execute(context.db);
  await insertLinks(context, rows.map(({ input }, at) => ({ id: ids[at] ?? '', clusterIds: input.clusterIds })));
  return ids;
}

export async function insertPlace(context: Context, input: PlaceInput, territories: readonly string[], sample: boolean): Promise<string> {
  const [id] = await insertPlaces(context, [{ input, territories, sample }]);
  if (!id) throw new Error('a place was inserted');
  return id;
}

/** False when the row has moved on since `version`. */
export async function updatePlaceRow(context: Context, id: string, version: number | null, input: PlaceInput, territories: readonly string[]): Promise<boolean> {
  const [pin] = await judgePins(context.db, [input]);
  if (!pin) throw new Error('every pin is judged');
  const made = { ...pin, ...nameColumnsOf(input.name), name: asJson(input.name) };
  const done = await sql`update place set version = version + 1, visibility = ${input.visibility}, kind = ${input.kind}, subtype = ${input.subtype}, name = ${made.name}, sort_name = ${made.sortName},
      level = ${input.level}, territory_id = ${input.territoryId}, territories = ${territories}::text[], address = ${input.address}, longitude = ${input.longitude}, latitude = ${input.latitude},
      datum = ${input.datum}, pin_verdict = ${made.pinVerdict}, pin_distance = ${made.pinDistance}, drawn_longitude = ${made.drawnLongitude}, drawn_latitude = ${made.drawnLatitude},
      area_km2 = ${input.areaKm2}::numeric, functions = ${input.functions}::text[], formats = ${input.formats}, initiative = ${input.initiative},
      graduated_on = ${input.graduatedOn}::date, operator_id = ${input.operatorId}, parent_id = ${input.parentId}, started_year = ${input.startedYear}, description = ${input.description}, updated_at = ${context.now}
    where id = ${id}::uuid and (${version}::int is null or version = ${version}::int) returning id`.execute(context.db);
  if (done.rows.length === 0) return false;
  await refreshSearch(context.db, 'place', id);
  await sql`delete from place_cluster where place_id = ${id}::uuid`.execute(context.db);
  await insertLinks(context, [{ id, clusterIds: input.clusterIds }]);
  return true;
}

async function insertLinks(context: Context, places: readonly { id: string; clusterIds: readonly string[] }[]): Promise<void> {
  const links = places.flatMap(({ id, clusterIds }) => clusterIds.map((clusterId) => ({ id, clusterId })));
  await sql`insert into place_cluster (space_id, place_id, cluster_id)
    select distinct current_space(), id, "clusterId" from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as given (id uuid, "clusterId" uuid)`.execute(context.db);
}
