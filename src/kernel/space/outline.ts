import { earthRadius, type LonLat } from './haversine.ts';
import { marchRings } from './outline-rings.ts';

/** GeoJSON MultiPolygon coordinates: outer rings counterclockwise, holes clockwise, each closed. */
export type Outline = LonLat[][][];

export interface OutlineOptions {
  /** Metres: the outline runs at this distance from the nearest point. */
  radius: number;
  /** Grid steps per radius; finer is smoother and dearer. */
  steps?: number;
}

export const defaultOutlineSteps = 5;

const radians = Math.PI / 180;

/**
 * Boundary drawn from the points alone: the line at `radius` from the nearest point, that is the edge of the union of
 * discs, found on a grid in degrees with great-circle distances and linear interpolation between its nodes. One point
 * gives a disc, points in a line a sausage, clusters apart one polygon each; with radius ≥ eps/2 the core points of one
 * DBSCAN cluster come out in one piece. Every point lies inside; off by at most about radius/(8 · steps²) between nodes.
 * Points that share a quarter step are taken once. Longitudes near ±180° are unwrapped around the first point, so a ring
 * there runs past ±180°; not for points within a radius of a pole. Cost O(occupied nodes · steps²).
 * Reference: α-shapes as unions of discs, Edelsbrunner, Kirkpatrick, Seidel (1983), IEEE Trans. Inf. Theory 29:551–559.
 */
export function outlineOf(longitudes: ArrayLike<number>, latitudes: ArrayLike<number>, { radius, steps = defaultOutlineSteps }: OutlineOptions): Outline {
  const count = longitudes.length;
  if (count === 0 || !(radius > 0)) return [];
  const centre = longitudes[0] as number;
  const [south, north] = extremes(latitudes);
  const stepNorth = radius / earthRadius / radians / steps;
  const stepEast = stepNorth / Math.max(0.01, Math.cos(Math.max(Math.abs(south), Math.abs(north)) * radians));
  const distances = new Map<number, number>();
  const seen = new Set<number>();
  for (let one = 0; one < count; one += 1) {
    const east = wrapped((longitudes[one] as number) - centre);
    const latitude = latitudes[one] as number;
    const quarter = keyOf(Math.round((4 * east) / stepEast), Math.round((4 * (latitude - south)) / stepNorth));
    if (seen.has(quarter)) continue;
    seen.add(quarter);
    spread(east, latitude, distances, { radius, south, stepEast, stepNorth });
  }
  return marchRings(distances, radius).map((polygon) => polygon.map((ring) => ring.map(([column, row]) => [centre + column * stepEast, south + row * stepNorth] as const)));
}

const wrapped = (difference: number): number => ((((difference + 180) % 360) + 360) % 360) - 180;

/** Columns and rows up to ±2²⁵ in one number. */
export const keyOf = (column: number, row: number): number => (column + 0x2000000) * 0x4000000 + row + 0x2000000;

function extremes(values: ArrayLike<number>): [least: number, most: number] {
  let [least, most] = [Infinity, -Infinity];
  for (let at = 0; at < values.length; at += 1) {
    least = Math.min(least, values[at] as number);
    most = Math.max(most, values[at] as number);
  }
  return [least, most];
}

interface Lattice {
  radius: number;
  south: number;
  stepEast: number;
  stepNorth: number;
}

/** Writes the distance of a point to the nodes around it, up to one step beyond the radius, where no other is nearer. */
function spread(east: number, latitude: number, distances: Map<number, number>, { radius, south, stepEast, stepNorth }: Lattice): void {
  const reach = radius / earthRadius / radians + stepNorth;
  const limit = radius + 3 * stepNorth * radians * earthRadius;
  const ownCosine = Math.cos(latitude * radians);
  for (let row = Math.floor((latitude - reach - south) / stepNorth); row <= Math.ceil((latitude + reach - south) / stepNorth); row += 1) {
    const here = south + row * stepNorth;
    const cosine = Math.cos(here * radians);
    const wide = reach / Math.max(0.01, Math.min(cosine, ownCosine));
    const northPart = Math.sin(((here - latitude) * radians) / 2) ** 2;
    for (let column = Math.floor((east - wide) / stepEast); column <= Math.ceil((east + wide) / stepEast); column += 1) {
      const eastPart = Math.sin(((column * stepEast - east) * radians) / 2) ** 2;
      const distance = 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(northPart + cosine * ownCosine * eastPart)));
      if (distance > limit) continue;
      const key = keyOf(column, row);
      const known = distances.get(key);
      if (known === undefined || distance < known) distances.set(key, distance);
    }
  }
}
