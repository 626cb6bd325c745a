import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggestEps } from './suggest-eps.ts';

describe('suggested radius', () => {
  it('stands where near neighbours end and far ones begin', () => {
    const near = Array.from({ length: 90 }, (_, at) => 100 + at);
    const far = Array.from({ length: 10 }, (_, at) => 2000 + 500 * at);
    expect(suggestEps(Float64Array.from([...far, ...near]))).toMatchObject({ eps: 190, clear: true });
  });

  it('is that of the densest three tenths where distances grow evenly', () => {
    expect(suggestEps(Float64Array.from({ length: 101 }, (_, at) => 100 + at))).toMatchObject({ clear: false, eps: 130 });
  });

  it('is one of the distances or just above it, whatever their order; nothing for too few', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 2 }), (distances) => {
      const { eps, graph } = suggestEps(Float64Array.from(distances));
      expect(distances.some((one) => one <= eps + 1e-6 && one >= eps * 0.9 - 1)).toBe(true);
      expect(graph.at(-1)?.distance).toBe(Math.max(...distances));
      expect(suggestEps(Float64Array.from(distances.toReversed())).eps).toBe(eps);
    }));
    expect(suggestEps(new Float64Array([5]))).toMatchObject({ eps: 0, graph: [] });
  });
});
