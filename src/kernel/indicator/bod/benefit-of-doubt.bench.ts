import type { Measurement } from '#platform/testing/measure.ts';
import { matrixOf } from '../../stats/matrix.ts';
import { rngFrom } from '../../stats/rng.ts';
import { benefitOfDoubt, equalShares } from './benefit-of-doubt.ts';

/** 1,000 units × 12 indicators, uniform in (0, 100) from xoshiro128** with seed 1, row by row. The reference: 3.7 s, and 0.72 s for 300 × 12 with shares (methods.md §7, row 12). */
export default function bench(): Promise<Measurement[]> {
  const rng = rngFrom(1);
  const matrix = matrixOf(1000, 12);
  for (let at = 0; at < matrix.cells.length; at += 1) matrix.cells[at] = 100 * rng.unit();
  const part = { rows: 300, columns: 12, cells: matrix.cells.subarray(0, 3600) };
  const timed = (work: () => void): number => {
    const began = performance.now();
    work();
    return (performance.now() - began) / 1000;
  };
  return Promise.resolve([
    { name: 'benefit of the doubt, 1000 × 12', unit: 's', value: timed(() => benefitOfDoubt(matrix)), limit: 3.7 },
    { name: 'benefit of the doubt with shares from 0.02 to 0.3, 300 × 12', unit: 's', value: timed(() => benefitOfDoubt(part, { bounds: equalShares(12, 0.02, 0.3) })), limit: 0.72 },
  ]);
}
