import type { ColumnNormaliser, Normalisation } from './normalisation.ts';

/** mean' + sd' · (x − mean) ÷ sd, sd over n − 1. */
export const zscore: ColumnNormaliser<Extract<Normalisation, { method: 'zscore' }>> = ({ mean, sd }, { column: at, space, doubts }) => {
  const { column, out } = space;
  let count = 0;
  let sum = 0;
  for (let row = 0; row < column.length; row += 1) {
    const value = column[row] as number;
    if (Number.isNaN(value)) continue;
    count += 1;
    sum += value;
  }
  const centre = sum / count;
  let squares = 0;
  for (let row = 0; row < column.length; row += 1) {
    const value = column[row] as number;
    if (!Number.isNaN(value)) squares += (value - centre) ** 2;
  }
  const spread = Math.sqrt(squares / (count - 1));
  if (!(spread > 0)) {
    doubts?.push({ at, why: count === 0 ? 'empty' : 'constant' });
    out.fill(NaN);
    return;
  }
  for (let row = 0; row < column.length; row += 1) out[row] = (((column[row] as number) - centre) / spread) * sd + mean;
};
