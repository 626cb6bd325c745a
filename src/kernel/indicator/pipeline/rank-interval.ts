import type { Matrix } from '../../stats/matrix.ts';
import { selectQuantile } from '../../stats/quantile-select.ts';

/** Where a unit's rank lies over the replications; one number per unit, NaN where it never had a rank. */
export interface RankIntervals {
  mean: Float64Array;
  median: Float64Array;
  /** 5 % and 95 % quantiles, type 7. */
  q5: Float64Array;
  q95: Float64Array;
  /** Replications in which the unit had a rank. */
  counted: Int32Array;
}

/** Mean, median and the 5–95 % interval of each unit's ranks: replications × units. Replications without a rank are left out. Cost O(units · replications). */
export function rankIntervals(ranks: Matrix): RankIntervals {
  const { rows, columns, cells } = ranks;
  const make = (): Float64Array => new Float64Array(columns).fill(NaN);
  const intervals: RankIntervals = { mean: make(), median: make(), q5: make(), q95: make(), counted: new Int32Array(columns) };
  const held = new Float64Array(rows);
  for (let unit = 0; unit < columns; unit += 1) {
    let count = 0;
    let sum = 0;
    for (let row = 0; row < rows; row += 1) {
      const rank = cells[row * columns + unit] as number;
      if (Number.isNaN(rank)) continue;
      held[count] = rank;
      sum += rank;
      count += 1;
    }
    intervals.counted[unit] = count;
    if (count === 0) continue;
    intervals.mean[unit] = sum / count;
    intervals.median[unit] = selectQuantile(held, 0.5, count);
    intervals.q5[unit] = selectQuantile(held, 0.05, count);
    intervals.q95[unit] = selectQuantile(held, 0.95, count);
  }
  return intervals;
}

/** Mean over units of |rank − nominal rank|, one per replication; units without a rank in either are left out. */
export function meanRankChange(nominal: Float64Array, ranks: Matrix): Float64Array {
  const { rows, columns, cells } = ranks;
  const changes = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) {
    let sum = 0;
    let count = 0;
    for (let unit = 0; unit < columns; unit += 1) {
      const change = Math.abs((cells[row * columns + unit] as number) - (nominal[unit] as number));
      if (Number.isNaN(change)) continue;
      sum += change;
      count += 1;
    }
    changes[row] = sum / count;
  }
  return changes;
}
