import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { earthRadius, haversine, type LonLat } from './haversine.ts';
import { outlineOf, type Outline } from './outline.ts';
import { contains } from './pin.ts';

const outline = (points: readonly LonLat[], radius: number): Outline => outlineOf(points.map(([one]) => one), points.map(([, one]) => one), { radius });
const inside = (drawn: Outline, point: LonLat): boolean => drawn.some((polygon) => contains({ type: 'Polygon', coordinates: polygon.map((ring) => ring.map((each) => [...each])) } as never, point));

function areaOf(ring: readonly LonLat[]): number {
  let sum = 0;
  for (let at = 1; at < ring.length; at += 1) {
    const [a, b] = [ring[at - 1] as LonLat, ring[at] as LonLat];
    sum += (a[0] * b[1] - b[0] * a[1]) * Math.cos((a[1] * Math.PI) / 180);
  }
  return (sum / 2) * ((Math.PI / 180) * earthRadius) ** 2;
}

describe('outline', () => {
  it('of one point is a disc of the radius', () => {
    const [polygon] = outline([[0, 0]], 1000);
    expect(polygon).toHaveLength(1);
    for (const place of polygon?.[0] ?? []) expect(haversine(place, [0, 0]) / 1000).toBeCloseTo(1, 1);
    expect(areaOf(polygon?.[0] ?? []) / (Math.PI * 1000 ** 2)).toBeCloseTo(1, 1);
  });

  it('of points in a line is one piece', () => {
    const line = Array.from({ length: 12 }, (_, step): LonLat => [110 + step * 0.008, 30]);
    expect(outline(line, 500)).toHaveLength(1);
  });

  it('of two places apart has two pieces, of a ring of places one with a hole', () => {
    expect(outline([[10, 50], [11, 50]], 2000)).toHaveLength(2);
    const ring = Array.from({ length: 40 }, (_, step): LonLat => [10 + 0.1 * Math.cos((step * Math.PI) / 20), 50 + 0.07 * Math.sin((step * Math.PI) / 20)]);
    const [polygon, ...more] = outline(ring, 1500);
    expect([polygon?.length, more.length]).toEqual([2, 0]);
    expect(areaOf(polygon?.[0] ?? [])).toBeGreaterThan(0);
    expect(areaOf(polygon?.[1] ?? [])).toBeLessThan(0);
  });

  it('holds every point and closes every ring', () => {
    const place = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 })).map(([east, north]): LonLat => [100 + east / 1000, 60 + north / 1000]);
    fc.assert(fc.property(fc.array(place, { minLength: 1, maxLength: 40 }), fc.integer({ min: 500, max: 9000 }), (points, radius) => {
      const drawn = outline(points, radius);
      for (const point of points) expect(inside(drawn, point)).toBe(true);
      for (const ring of drawn.flat()) expect(ring.at(-1)).toEqual(ring[0]);
    }), { numRuns: 40 });
  });

  it('of nothing is nothing', () => expect(outline([], 1000)).toEqual([]));
});
