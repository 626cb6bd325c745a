import type { Imputation, Imputer } from './imputation.ts';
import type { Matrix } from '../../stats/matrix.ts';
import { selectQuantile } from '../../stats/quantile-select.ts';
import type { Workspace } from '../workspace.ts';

type Of<Method extends Imputation['method']> = Extract<Imputation, { method: Method }>;

/** Collects the column's values that are there (of one group where given) at the front of `space.sorted`; returns how many. */
function gather({ rows, columns, cells }: Matrix, column: number, space: Workspace, groups?: Int32Array, group?: number): number {
  let count = 0;
  for (let row = 0; row < rows; row += 1) {
    const value = cells[row * columns + column] as number;
    if (Number.isNaN(value) || (groups && groups[row] !== group)) continue;
    space.sorted[count] = value;
    count += 1;
  }
  return count;
}

function meanOf(values: Float64Array, count: number): number {
  let sum = 0;
  for (let at = 0; at < count; at += 1) sum += values[at] as number;
  return sum / count;
}

/** The middle value, the mean of the two middle ones where the count is even; the values are reordered. */
export const medianOf = (values: Float64Array, count: number): number => selectQuantile(values, 0.5, count);

const byColumn =
  (centre: (values: Float64Array, count: number) => number): Imputer<Imputation> =>
  (_, out, space, doubts) => {
    for (let column = 0; column < out.columns; column += 1) {
      const count = gather(out, column, space);
      if (count === out.rows) continue;
      if (count === 0) {
        doubts?.push({ at: column, why: 'empty' });
        continue;
      }
      const value = centre(space.sorted, count);
      for (let at = column; at < out.cells.length; at += out.columns) if (Number.isNaN(out.cells[at] as number)) out.cells[at] = value;
    }
  };

/** Mean of the column. */
export const imputeMean: Imputer<Of<'mean'>> = byColumn(meanOf);
/** Median of the column. */
export const imputeMedian: Imputer<Of<'median'>> = byColumn(medianOf);

/** Mean or median of the unit's group in the column. */
export const imputeGroup: Imputer<Of<'group-mean' | 'group-median'>> = ({ method, groups }, out, space, doubts) => {
  const centre = method === 'group-mean' ? meanOf : medianOf;
  for (let column = 0; column < out.columns; column += 1) {
    space.out.fill(NaN);
    for (let row = 0; row < out.rows; row += 1) {
      if (!Number.isNaN(out.cells[row * out.columns + column] as number)) continue;
      const count = gather(out, column, space, groups, groups[row]);
      if (count > 0) space.out[row] = centre(space.sorted, count);
      else if (doubts?.at(-1)?.at !== column) doubts?.push({ at: column, why: 'groupEmpty' });
    }
    for (let row = 0; row < out.rows; row += 1) {
      if (!Number.isNaN(space.out[row] as number)) out.cells[row * out.columns + column] = space.out[row] as number;
    }
  }
};
