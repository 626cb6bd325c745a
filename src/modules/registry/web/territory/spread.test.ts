import { describe, expect, it } from 'vitest';
import { spread } from './spread.ts';

describe('points of one place', () => {
  it('leave the first where it is and set the others apart', () => {
    const points = spread(Array.from({ length: 30 }, (_, id) => ({ id, longitude: 113, latitude: 23 })), 0.2);
    expect(points[0]).toEqual({ id: 0, longitude: 113, latitude: 23 });
    const nearest = points.map((one) => Math.min(...points.filter((other) => other !== one).map((other) => Math.hypot(one.longitude - other.longitude, one.latitude - other.latitude))));
    expect(Math.min(...nearest)).toBeGreaterThan(0.15);
  });
  it('do not move what stands alone', () => {
    const points = [{ longitude: 113, latitude: 23 }, { longitude: 114, latitude: 23 }];
    expect(spread(points, 0.2)).toEqual(points);
  });
});
