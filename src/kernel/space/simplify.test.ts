import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { innerPoint } from './inner-point.ts';
import { contains, distanceToBoundary } from './pin.ts';
import type { Area } from './pin.ts';
import { simplifyLine } from './simplify.ts';

describe('simplifyLine', () => {
  it('drops what lies on the line and keeps a corner', () => {
    expect(simplifyLine([[0, 0], [1, 0.001], [2, 0], [2, 1], [2, 2]], 0.01)).toEqual([[0, 0], [2, 0], [2, 2]]);
  });

  it('keeps a ring closed, and every dropped point within the tolerance', () => {
    const coordinate = fc.integer({ min: 0, max: 1000 }).map((value) => value / 1000);
    fc.assert(fc.property(fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 30 }), (open) => {
      const ring = [...open, open[0] ?? [0, 0]];
      const simple = simplifyLine(ring, 0.05);
      expect(simple[0]).toEqual(simple.at(-1));
      const line: Area = { type: 'Polygon', coordinates: [simple] };
      for (const [x, y] of ring) expect(distanceToBoundary(line, [x, y])).toBeLessThan(0.05 * 111_300);
    }));
  });
});

describe('innerPoint', () => {
  it('lies inside even where the middle of the box does not', () => {
    const crescent: Area = { type: 'Polygon', coordinates: [[[0, 0], [4, 0], [4, 1], [1, 1], [1, 3], [4, 3], [4, 4], [0, 4], [0, 0]]] };
    const point = innerPoint(crescent);
    expect(point && contains(crescent, point)).toBe(true);
    expect(innerPoint({ type: 'MultiPolygon', coordinates: [] })).toBeNull();
  });
});
