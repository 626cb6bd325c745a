import { correlations } from '../../stats/correlation.ts';
import { columnOf } from '../../stats/matrix.ts';
import { deviationOf } from '../../stats/spread.ts';
import { normalise } from '../normalise/normalise.ts';
import { summedToOne, type Weigher, type Weighting } from './weighting.ts';

/**
 * CRITIC: on min–max data in [0, 1], C_j = sd_j · Σ_k (1 − r_jk), w = C ÷ Σ C. A constant column weighs nothing and counts for no
 * conflict. Source: Diakoulaki, Mavrotas and Papayannakis (1995), Computers & Operations Research 22.
 */
export const critic: Weigher<Extract<Weighting, { method: 'critic' }>> = (_, matrix, doubts) => {
  const scaled = normalise(matrix, { method: 'minmax', range: [0, 1] }, { doubts });
  const r = correlations(scaled);
  const content = new Float64Array(matrix.columns);
  for (let one = 0; one < matrix.columns; one += 1) {
    const spread = deviationOf(columnOf(scaled, one));
    if (!(spread > 0)) continue;
    let conflict = 0;
    for (let other = 0; other < matrix.columns; other += 1) {
      const shared = r.cells[one * matrix.columns + other] as number;
      if (!Number.isNaN(shared)) conflict += 1 - shared;
    }
    content[one] = spread * conflict;
  }
  return { weights: summedToOne(content) };
};
