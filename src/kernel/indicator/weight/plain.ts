import { columnOf } from '../../stats/matrix.ts';
import { summedToOne, type Weigher, type Weighting } from './weighting.ts';

type Of<Method extends Weighting['method']> = Extract<Weighting, { method: Method }>;

/** 1 ÷ number of columns. */
export const equal: Weigher<Of<'equal'>> = (_, { columns }) => ({ weights: new Float64Array(columns).fill(1 / columns) });

/** Points that people gave, ÷ their sum. */
export const budget: Weigher<Of<'budget'>> = ({ points }) => ({ weights: summedToOne(points) });

/** Standard deviation over n − 1 of what is there; NaN with fewer than two values. Cost O(n). */
export function deviationOf(values: Float64Array): number {
  let count = 0;
  let sum = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    count += 1;
    sum += value;
  }
  let squares = 0;
  for (const value of values) if (!Number.isNaN(value)) squares += (value - sum / count) ** 2;
  return Math.sqrt(squares / (count - 1));
}

/** sd_j ÷ Σ sd; a constant column weighs nothing. */
export const standardDeviation: Weigher<Of<'std'>> = (_, matrix, doubts) => {
  const spreads = new Float64Array(matrix.columns);
  for (let column = 0; column < matrix.columns; column += 1) {
    const spread = deviationOf(columnOf(matrix, column));
    spreads[column] = spread > 0 ? spread : 0;
    if (!(spread > 0)) doubts?.push({ at: column, why: 'constant' });
  }
  return { weights: summedToOne(spreads) };
};
