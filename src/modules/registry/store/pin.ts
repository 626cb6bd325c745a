import { sql } from 'kysely';
import { judgePin, nearWithin, type Area } from '#kernel/space/pin.ts';
import { toGcj02, toWgs84, type Datum } from '#platform/geo/datum.ts';
import type { SpaceDb } from '#platform/module/module.ts';
import type { pinVerdicts } from '../words/organisation.schema.ts';

export interface Pin {
  territoryId: string | null;
  longitude: number | null;
  latitude: number | null;
  datum: Datum;
}

export interface JudgedPin {
  pinVerdict: (typeof pinVerdicts)[number];
  /** Metres to the boundary, when the pin is not inside. */
  pinDistance: number | null;
  drawnLongitude: number | null;
  drawnLatitude: number | null;
}

interface Boundary {
  geometry: Area;
  datum: Datum;
  slack: number | null;
  own: boolean;
}

/**
 * Compares each pin with the area of the territory it claims. Where that territory has no area, a wider one above it
 * can still prove a pin wrong, but being inside the wider one proves nothing: that stays `noPolygon`.
 */
export async function judgePins(db: SpaceDb, pins: readonly Pin[]): Promise<JudgedPin[]> {
  const boundaries = await boundariesOf(db, [...new Set(pins.flatMap(({ territoryId, longitude }) => (territoryId && longitude !== null ? [territoryId] : [])))]);
  return pins.map((pin) => {
    if (pin.longitude === null || pin.latitude === null) return { pinVerdict: 'noPin', pinDistance: null, drawnLongitude: null, drawnLatitude: null };
    const verdict = judge(pin, pin.territoryId ? boundaries.get(pin.territoryId) : undefined);
    return { ...verdict, ...drawnPosition(pin, verdict.pinVerdict) };
  });
}

/** Where a map draws a pin, in WGS-84 as far as its datum is known; nowhere when it lies outside of its territory. */
export function drawnPosition({ longitude, latitude, datum }: Pin, verdict: JudgedPin['pinVerdict']): Pick<JudgedPin, 'drawnLongitude' | 'drawnLatitude'> {
  if (longitude === null || latitude === null || verdict === 'outside' || verdict === 'noPin') return { drawnLongitude: null, drawnLatitude: null };
  const at = toWgs84({ longitude, latitude, datum });
  return { drawnLongitude: round6(at.longitude), drawnLatitude: round6(at.latitude) };
}

function judge({ longitude, latitude, datum }: Pin, boundary: Boundary | undefined): Pick<JudgedPin, 'pinVerdict' | 'pinDistance'> {
  if (!boundary || longitude === null || latitude === null) return { pinVerdict: 'noPolygon', pinDistance: null };
  const given = { longitude, latitude, datum };
  const at = boundary.datum === 'gcj02' ? toGcj02(given) : toWgs84(given);
  const { verdict, distance } = judgePin(boundary.geometry, [at.longitude, at.latitude], boundary.slack ?? nearWithin);
  if (verdict !== 'outside' && !boundary.own) return { pinVerdict: 'noPolygon', pinDistance: null };
  return { pinVerdict: verdict, pinDistance: distance === null || verdict === 'inside' ? null : Math.round(distance * 10) / 10 };
}

/** Outlines weigh up to a megabyte each, and an import asks for the same few with every part of its file. */
const readIn = new WeakMap<SpaceDb, Map<string, Boundary | null>>();

/** Each outline is read once in a transaction. */
async function boundariesOf(db: SpaceDb, ids: readonly string[]): Promise<Map<string, Boundary>> {
  const known = readIn.get(db) ?? new Map<string, Boundary | null>();
  readIn.set(db, known);
  const fresh = ids.filter((id) => !known.has(id));
  const found = await readBoundaries(db, fresh);
  for (const id of fresh) known.set(id, found.get(id) ?? null);
  return new Map(ids.flatMap((id) => {
    const boundary = known.get(id);
    return boundary ? [[id, boundary] as const] : [];
  }));
}

async function readBoundaries(db: SpaceDb, ids: readonly string[]): Promise<Map<string, Boundary>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; from: string }>`
    select distinct on (own.id) own.id, above.id as "from" from territory own join territory above on above.id = any (own.ancestors) and above.has_polygon
    where own.id = any (${ids}::text[]) order by own.id, cardinality(above.ancestors) desc, above.id`.execute(db);
  const { rows: areas } = await sql<{ id: string; geometry: Area; datum: Datum; slack: number | null }>`
    select territory_id as id, coalesce(judged, geometry) as geometry, datum, slack from territory_geometry where territory_id = any (${[...new Set(rows.map((row) => row.from))]}::text[])`.execute(db);
  const byId = new Map(areas.map((area) => [area.id, area]));
  return new Map(
    rows.flatMap(({ id, from }) => {
      const area = byId.get(from);
      return area ? [[id, { geometry: area.geometry, datum: area.datum, slack: area.slack, own: id === from }] as const] : [];
    }),
  );
}

const round6 = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
