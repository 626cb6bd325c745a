import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fit, mostOf, nearest, pan, project, projectAll, unwrapped, zoomAt } from './point-view.ts';

const size = { width: 800, height: 500 };

describe('the view of a map of points', () => {
  it('fits every place into the picture', () => {
    const place = fc.tuple(fc.double({ min: -179, max: 179, noNaN: true }), fc.double({ min: -80, max: 80, noNaN: true }));
    fc.assert(fc.property(fc.array(place, { minLength: 1, maxLength: 20 }), (places) => {
      const drawn = projectAll(places.map(([one]) => one), places.map(([, one]) => one));
      const view = fit(drawn, size);
      for (let at = 0; at < drawn.length; at += 2) {
        expect(Math.abs(((drawn[at] ?? 0) - view.x) * view.scale)).toBeLessThanOrEqual(400.01);
        if (view.scale > 200) expect(Math.abs(((drawn[at + 1] ?? 0) - view.y) * view.scale)).toBeLessThanOrEqual(250.01);
      }
    }));
  });

  it('follows a line across the date line, and opens without the outermost places', () => {
    expect(unwrapped([170, 179, -179, -170, 175])).toEqual([170, 179, 181, 190, 175]);
    const crowd = Float64Array.from({ length: 400 }, (_, at) => (at < 2 ? 0 : 0.5 + (at % 7) / 1000));
    expect(Math.min(...mostOf(crowd))).toBeGreaterThanOrEqual(0.5);
  });

  it('keeps the place under the pointer while it magnifies, and comes back', () => {
    const [x, y] = project(113.1, 23);
    const drawn = Float64Array.from([x, y]);
    const view = fit(drawn, size);
    const closer = zoomAt(view, size, 2, 400, 250);
    expect(nearest(drawn, closer, size, 400, 250)).toBe(0);
    expect(nearest(drawn, pan(closer, 50, 0), size, 400, 250)).toBe(-1);
    expect(zoomAt(zoomAt(view, size, 2, 100, 90), size, 0.5, 100, 90).x).toBeCloseTo(view.x, 12);
    expect(fit(new Float64Array(), size).scale).toBe(800);
  });
});
