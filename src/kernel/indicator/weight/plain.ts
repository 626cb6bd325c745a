import { columnOf } from '../../stats/matrix.ts';
import { deviationOf } from '../../stats/spread.ts';
import { summedToOne, type Weigher, type Weighting } from './weighting.ts';

type Of<Method extends Weighting['method']> = Extract<Weighting, { method: Method }>;

/** 1 ÷ number of columns. */
export const equal: Weigher<Of<'equal'>> = (_, { columns }) => ({ weights: new Float64Array(columns).fill(1 / columns) });

/** Points that people gave, ÷ their sum. */
export const budget: Weigher<Of<'budget'>> = ({ points }) => ({ weights: summedToOne(points) });

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
