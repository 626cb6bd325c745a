import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { haversine } from './haversine.ts';
import { contains, distanceToBoundary, judgePin } from './pin.ts';
import type { Area } from './pin.ts';

const square = (x: number, y: number, side: number) => [[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]];
const withHole: Area = { type: 'Polygon', coordinates: [square(110, 30, 1), square(110.4, 30.4, 0.2)] };
const islands: Area = { type: 'MultiPolygon', coordinates: [[square(110, 30, 1)], [square(115, 30, 1)]] };

describe('haversine', () => {
  it('measures a degree of a great circle as 111.195 km', () => {
    expect(haversine([0, 0], [0, 1])).toBeCloseTo(111_195.08, 1);
    expect(haversine([0, 0], [1, 0])).toBeCloseTo(111_195.08, 1);
    expect(haversine([0, 60], [1, 60]) / 111_195.08).toBeCloseTo(0.5, 4);
    expect(haversine([10, 0], [-170, 0])).toBeCloseTo(Math.PI * 6_371_008.8, 0);
  });
});

describe('judgePin', () => {
  it('tells inside from hole and from outside', () => {
    expect(judgePin(withHole, [110.1, 30.1]).verdict).toBe('inside');
    expect(contains(withHole, [110.5, 30.5])).toBe(false);
    expect(judgePin(withHole, [110.5, 30.5]).verdict).toBe('outside');
    expect(judgePin(islands, [115.5, 30.5]).verdict).toBe('inside');
    expect(judgePin(islands, [113, 30.5]).verdict).toBe('outside');
  });

  it('believes a pin within three kilometres and no farther', () => {
    expect(judgePin(withHole, [110.5, 31 + 2_990 / 111_195.08]).verdict).toBe('near');
    expect(judgePin(withHole, [110.5, 31 + 3_010 / 111_195.08]).verdict).toBe('outside');
    expect(judgePin(null, [110, 30])).toEqual({ verdict: 'noPolygon', distance: null });
  });

  it('measures to the nearest line, from inside too, whichever corner the ring starts from', () => {
    expect(distanceToBoundary(withHole, [110.5, 30.1])).toBeCloseTo(11_119.5, 0);
    expect(distanceToBoundary(withHole, [110.5, 31.1])).toBeCloseTo(11_119.5, 0);
    fc.assert(fc.property(fc.double({ min: 109, max: 112, noNaN: true }), fc.double({ min: 29, max: 32, noNaN: true }), fc.nat(3), (x, y, turn) => {
      const open = square(110, 30, 1).slice(0, 4);
      const turned = [...open.slice(turn), ...open.slice(0, turn)];
      const area: Area = { type: 'Polygon', coordinates: [[...turned, turned[0] ?? []]] };
      const plain: Area = { type: 'Polygon', coordinates: [square(110, 30, 1)] };
      expect(distanceToBoundary(area, [x, y])).toBeCloseTo(distanceToBoundary(plain, [x, y]), 6);
      expect(contains(plain, [x, y])).toBe(x > 110 && x < 111 && y > 30 && y < 31);
    }));
  });
});
