import type { LonLat } from './haversine.ts';
import { contains } from './pin.ts';
import type { Area } from './pin.ts';

const scanLines = 15;

/**
 * A point well inside an area, for a label: the middle of the widest stretch that any of 15 evenly spaced parallels has
 * inside the area. Null for an area without surface. Cost O(15 · vertices).
 */
export function innerPoint(area: Area): LonLat | null {
  const rings = area.type === 'Polygon' ? area.coordinates : area.coordinates.flat();
  const latitudes = rings.flat().map((position) => position[1] ?? NaN);
  const south = latitudes.reduce((least, value) => Math.min(least, value), Infinity);
  const north = latitudes.reduce((most, value) => Math.max(most, value), -Infinity);
  let best: LonLat | null = null;
  let widest = 0;
  for (let line = 1; line <= scanLines; line += 1) {
    const y = south + ((north - south) * line) / (scanLines + 1);
    const crossings: number[] = [];
    for (const ring of rings) {
      ring.forEach(([x2 = NaN, y2 = NaN], at) => {
        const [x1 = NaN, y1 = NaN] = ring[at - 1] ?? [];
        if (y1 > y !== y2 > y && at > 0) crossings.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
      });
    }
    crossings.sort((a, b) => a - b);
    for (let at = 1; at < crossings.length; at += 1) {
      const from = crossings[at - 1] ?? NaN;
      const to = crossings[at] ?? NaN;
      const middle: LonLat = [(from + to) / 2, y];
      if (to - from > widest && contains(area, middle)) {
        widest = to - from;
        best = middle;
      }
    }
  }
  return best;
}
