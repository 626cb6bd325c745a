import { matrixOf, type Matrix } from '../../stats/matrix.ts';
import { workspaceOf } from '../workspace.ts';
import { imputeGroup, imputeMean, imputeMedian } from './by-column.ts';
import { imputeRow } from './by-row.ts';
import type { Imputation, ImputationMethod, ImputeOptions, Imputer } from './imputation.ts';

/** One line per method: a new one is added here and nowhere else. */
const imputers: { readonly [Method in ImputationMethod]: Imputer<Extract<Imputation, { method: Method }>> } = {
  none: () => undefined,
  mean: imputeMean,
  median: imputeMedian,
  'group-mean': imputeGroup,
  'group-median': imputeGroup,
  'row-mean': imputeRow,
  'row-median': imputeRow,
};

/**
 * Fills missing cells: units × indicators in, the same shape out; what is there stays as it is. A cell for which the method has
 * nothing to go by (no unit of the group has a value …) stays missing, with the reason in `doubts`.
 * Cost O(rows · columns), medians O(rows · log rows · columns). Source: OECD/JRC Handbook (2008), step 3.
 */
export function impute(matrix: Matrix, imputation: Imputation, { into, space = workspaceOf(matrix.rows), doubts }: ImputeOptions = {}): Matrix {
  const out = into ?? matrixOf(matrix.rows, matrix.columns);
  if (out.cells !== matrix.cells) out.cells.set(matrix.cells);
  const imputer = imputers[imputation.method] as Imputer<Imputation>;
  imputer(imputation, out, space, doubts);
  return out;
}
