import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fit, nearest, pan, project, projectAll, zoomAt } from './point-view.ts';

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
