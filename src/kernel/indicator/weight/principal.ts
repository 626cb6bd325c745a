import { correlations } from '../../stats/correlation.ts';
import { matrixOf, rowOf, type Matrix } from '../../stats/matrix.ts';
import { symmetricEigen, type SymmetricEigen } from '../../stats/symmetric-eigen.ts';
import type { Doubt } from '../workspace.ts';
import { summedToOne, type Weigher, type Weighting } from './weighting.ts';

/** Rows without a missing cell. Cost O(rows · columns). */
function completeRows(matrix: Matrix): Matrix {
  const whole: number[] = [];
  for (let row = 0; row < matrix.rows; row += 1) if (!rowOf(matrix, row).some(Number.isNaN)) whole.push(row);
  const kept = matrixOf(whole.length, matrix.columns);
  for (const [to, from] of whole.entries()) kept.cells.set(rowOf(matrix, from), to * matrix.columns);
  return kept;
}

/**
 * Principal components of the correlation matrix over complete rows; null where a column is constant there or fewer than
 * two rows are complete (reason in `doubts`).
 */
export function principalComponents(matrix: Matrix, doubts: Doubt[] | undefined): SymmetricEigen | null {
  const r = correlations(completeRows(matrix));
  let fits = true;
  for (let column = 0; column < matrix.columns; column += 1) {
    const bad = rowOf(r, column).every((one, at) => at === column || Number.isNaN(one));
    if (matrix.columns > 1 && bad) doubts?.push({ at: column, why: 'constant' });
    if (rowOf(r, column).some(Number.isNaN)) fits = false;
  }
  return fits ? symmetricEigen(r) : null;
}

/** Sizes of the loadings on the first principal component, ÷ their sum. The loadings themselves: `principalComponents`. */
export const firstComponent: Weigher<Extract<Weighting, { method: 'pca1' }>> = (_, matrix, doubts) => {
  const found = principalComponents(matrix, doubts);
  if (!found) return { weights: new Float64Array(matrix.columns).fill(NaN) };
  return { weights: summedToOne(rowOf(found.vectors, 0).map(Math.abs)), converged: found.converged };
};
