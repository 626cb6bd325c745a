import { sql } from 'kysely';
import type { QueryExecutorProvider } from 'kysely';
import type { Area } from '#kernel/space/pin.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { MapGeometry } from '../words/territory.schema.ts';
import { shortDivisionName } from './divisions/division-names.ts';

export type MapFrame = { level: 'world' } | { level: 'provinces' } | { level: 'prefectures'; province: string };

export interface MapFeature {
  type: 'Feature';
  id: string;
  /** `name` repeats the short Chinese name: charting libraries join by it, and ECharts completes `china` by it (台湾, 南海诸岛). */
  properties: { id: string; code: string; name: string; zh: string; en: string; centre: [number, number] | null };
  geometry: Area;
}

/** The answer of the map route, with its features typed. */
export type DrawnMap = Omit<MapGeometry, 'collection'> & { collection: { type: 'FeatureCollection'; features: MapFeature[] } };

interface Row {
  id: string;
  code: string;
  name: Name;
  longitude: string | null;
  latitude: string | null;
  geometry: Area;
  source: string;
}

// A screen 1,440 px wide resolves about 0.03 degrees of the country and 0.25 of the world; neighbours must round alike
// so that no gap opens, hence one grid for a frame instead of a simplification of each outline by itself.
const decimals = { provinces: 2, prefectures: 3, world: 1 } as const;

type Line = readonly (readonly number[])[];

function coarsen(line: Line, digits: number): number[][] {
  const scale = 10 ** digits;
  const kept: number[][] = [];
  for (const [x = NaN, y = NaN] of line) {
    const point = [Math.round(x * scale) / scale, Math.round(y * scale) / scale];
    const last = kept.at(-1);
    if (!last || last[0] !== point[0] || last[1] !== point[1]) kept.push(point);
  }
  return kept;
}

function coarsenArea(area: Area, digits: number): Area {
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
  const drawn = polygons
    .map((rings) => rings.map((ring) => coarsen(ring, digits)))
    .filter(([outer]) => outer !== undefined && outer.length >= 4)
    .map(([outer, ...holes]) => [outer ?? [], ...holes.filter((hole) => hole.length >= 4)]);
  // An area too small for the grid, such as Macao, keeps its full outline instead of vanishing.
  if (drawn.length === 0) return area;
  return { type: 'MultiPolygon', coordinates: drawn };
}

function condition(frame: MapFrame) {
  if (frame.level !== 'prefectures') return frame.level === 'world' ? sql`t.level = 'country'` : sql`t.level = 'province' and t.code_system_id = 'cn'`;
  // A municipality has no prefectures: its frame is its own outline. Counties directly under a province stand beside prefectures.
  return sql`${frame.province}::text = any(t.ancestors) and t.successor_id is null and (t.level <> 'province' or not exists (
    select 1 from territory i join territory_geometry drawn on drawn.territory_id = i.id where i.id <> t.id and t.id = any(i.ancestors)))`;
}

/** The territories of one map, without their outlines. */
export async function readMapTerritories(db: QueryExecutorProvider, frame: MapFrame): Promise<{ id: string; name: Name }[]> {
  const { rows } = await sql<{ id: string; name: Name }>`
    select t.id, t.name from territory t join territory_geometry g on g.territory_id = t.id where ${condition(frame)} order by t.id`.execute(db);
  return rows;
}

/** The outlines of one map with short names and label centres, coarse enough to be sent to a browser and cached. */
export async function readMapGeometry(db: QueryExecutorProvider, frame: MapFrame): Promise<DrawnMap> {
  const { rows } = await sql<Row>`
    select t.id, t.code, t.name, t.longitude, t.latitude, g.geometry, g.source
    from territory t join territory_geometry g on g.territory_id = t.id
    where ${condition(frame)} order by (t.id = 'world:CN'), t.id`.execute(db);
  const features = rows.map(({ id, code, name, longitude, latitude, geometry }): MapFeature => {
    const zh = frame.level === 'world' ? (name.zh ?? '') : shortDivisionName(name.zh ?? '');
    const centre: [number, number] | null = longitude === null || latitude === null ? null : [Number(longitude), Number(latitude)];
    return { type: 'Feature', id, properties: { id, code, name: zh, zh, en: name.en ?? '', centre }, geometry: coarsenArea(geometry, decimals[frame.level]) };
  });
  const source = [...new Set(rows.map((row) => row.source))].join('; ');
  return { level: frame.level, province: frame.level === 'prefectures' ? frame.province : null, collection: { type: 'FeatureCollection', features }, source };
}
