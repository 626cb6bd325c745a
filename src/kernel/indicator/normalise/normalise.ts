import { matrixOf, type Matrix } from '../../stats/matrix.ts';
import { workspaceOf } from '../workspace.ts';
import { zscore } from './deviation.ts';
import { distanceToMaximum, distanceToReference, distanceToTarget, goalposts, minmax, shareOfMaximum, untouched } from './linear.ts';
import type { ColumnNormaliser, ColumnPlace, Normalisation, NormalisationMethod, NormaliseOptions } from './normalisation.ts';
import { borda, percentileRank, rank } from './order.ts';

/** One line per method: a new one is added here and nowhere else. */
const normalisers: { readonly [Method in NormalisationMethod]: ColumnNormaliser<Extract<Normalisation, { method: Method }>> } = {
  minmax,
  zscore,
  rank,
  borda,
  'percentile-rank': percentileRank,
  dist2max: distanceToMaximum,
  dist2ref: distanceToReference,
  dist2target: distanceToTarget,
  goalposts,
  fracmax: shareOfMaximum,
  none: untouched,
};

/**
 * Puts every column on one scale: units × indicators in, the same shape out. Missing stays missing; a column on which the method
 * has no value (constant, empty, target below the minimum …) becomes missing, with the reason in `doubts`.
 * Cost O(rows · columns), with ranks O(rows · log rows · columns). Source: OECD/JRC Handbook (2008), step 5.
 */
export function normalise(matrix: Matrix, normalisation: Normalisation, { direction, into, space = workspaceOf(matrix.rows), doubts }: NormaliseOptions = {}): Matrix {
  const { rows, columns, cells } = matrix;
  const out = into ?? matrixOf(rows, columns);
  const method = normalisers[normalisation.method] as ColumnNormaliser<Normalisation>;
  const place: ColumnPlace = { column: 0, direction: 1, space, doubts };
  for (let column = 0; column < columns; column += 1) {
    const sign = direction?.[column] ?? 1;
    for (let row = 0; row < rows; row += 1) space.column[row] = sign * (cells[row * columns + column] as number);
    place.column = column;
    place.direction = sign;
    method(normalisation, place);
    for (let row = 0; row < rows; row += 1) out.cells[row * columns + column] = space.out[row] as number;
  }
  return out;
}
