import { deviationOf, meanOf } from '../../stats/spread.ts';
import type { ColumnNormaliser, Normalisation } from './normalisation.ts';

/** mean' + sd' · (x − mean) ÷ sd, sd over n − 1. */
export const zscore: ColumnNormaliser<Extract<Normalisation, { method: 'zscore' }>> = ({ mean, sd }, { column: at, space, doubts }) => {
  const { column, out } = space;
  const centre = meanOf(column);
  const spread = deviationOf(column, centre);
  if (!(spread > 0)) {
    doubts?.push({ at, why: Number.isNaN(centre) ? 'empty' : 'constant' });
    out.fill(NaN);
    return;
  }
  for (let row = 0; row < column.length; row += 1) out[row] = (((column[row] as number) - centre) / spread) * sd + mean;
};
