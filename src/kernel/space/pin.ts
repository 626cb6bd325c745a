import { earthRadius, haversine } from './haversine.ts';
import type { LonLat } from './haversine.ts';

type Position = readonly number[];
type Ring = readonly Position[];
export type Area =
  | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };

export type PinVerdict =
  | { verdict: 'inside' | 'near' | 'outside'; /** Metres to the nearest boundary, on whichever side. */ distance: number }
  | { verdict: 'noPolygon'; distance: null };

/** A pin this close outside its area is believed: boundaries are good to about a kilometre, and datums shift by half of one. */
export const nearWithin = 3_000;

/** The polygons of an area, each with its outer ring first. */
export const polygonsOf = (area: Area): readonly (readonly Ring[])[] => (area.type === 'Polygon' ? [area.coordinates] : area.coordinates);

function ringHolds(ring: Ring, [x, y]: LonLat): boolean {
  let inside = false;
  for (let at = 0, before = ring.length - 1; at < ring.length; before = at, at += 1) {
    const [x1 = NaN, y1 = NaN] = ring[at] ?? [];
    const [x2 = NaN, y2 = NaN] = ring[before] ?? [];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

/** Even–odd ray test per polygon: inside the outer ring and in none of the holes. Points on the line may fall either way. */
export function contains(area: Area, point: LonLat): boolean {
  return polygonsOf(area).some(([outer, ...holes]) => outer !== undefined && ringHolds(outer, point) && !holes.some((hole) => ringHolds(hole, point)));
}

// Nearest point of the segment in the plane tangent at the pin; the distance to it is then taken on the sphere.
function distanceToSegment(point: LonLat, from: Position, to: Position): number {
  const squeeze = Math.cos((point[1] * Math.PI) / 180);
  const [fromX = NaN, fromY = NaN] = from;
  const [toX = NaN, toY = NaN] = to;
  const dx = (toX - fromX) * squeeze;
  const dy = toY - fromY;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point[0] - fromX) * squeeze * dx + (point[1] - fromY) * dy) / length;
  const t = Math.max(0, Math.min(1, along));
  return haversine(point, [fromX + t * (toX - fromX), fromY + t * (toY - fromY)]);
}

/**
 * Distance in metres from a point to the nearest boundary line of an area, holes included. Exact to better than 0.1 %
 * within 100 km of the pin; farther away it is a good estimate. Infinity for an area without lines. Cost O(vertices).
 */
export function distanceToBoundary(area: Area, point: LonLat): number {
  let nearest = Infinity;
  for (const polygon of polygonsOf(area)) {
    for (const ring of polygon) {
      for (let at = 1; at < ring.length; at += 1) {
        const from = ring[at - 1] ?? [];
        const to = ring[at] ?? [];
        // A segment lying wholly farther north or south than the best so far cannot win.
        const gap = Math.max(Math.min(from[1] ?? 0, to[1] ?? 0) - point[1], point[1] - Math.max(from[1] ?? 0, to[1] ?? 0));
        if (gap * (Math.PI / 180) * earthRadius > nearest) continue;
        nearest = Math.min(nearest, distanceToSegment(point, from, to));
      }
    }
  }
  return nearest;
}

/**
 * Where a pin stands against the area of the territory it claims. `near` means outside by at most `tolerance` metres
 * (3 km). Without an area nothing can be said and nothing is held against the pin: `noPolygon`.
 *
 * Coordinates of both in the same datum. Areas across the antimeridian are not handled.
 */
export function judgePin(area: Area | null, point: LonLat, tolerance = nearWithin): PinVerdict {
  if (area === null || polygonsOf(area).length === 0) return { verdict: 'noPolygon', distance: null };
  const distance = distanceToBoundary(area, point);
  if (contains(area, point)) return { verdict: 'inside', distance };
  return { verdict: distance <= tolerance ? 'near' : 'outside', distance };
}
