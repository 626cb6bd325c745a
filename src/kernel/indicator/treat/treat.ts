import { matrixOf, type Matrix } from '../../stats/matrix.ts';
import { workspaceOf } from '../workspace.ts';
import { momentsOf, passes } from './moments.ts';
import { transformColumn } from './transform.ts';
import { defaultTreatment, type Transformation, type TreatOptions, type Treatment } from './treatment.ts';
import { winsorise, type Winsorised } from './winsorise.ts';

const done: Winsorised = { low: 0, high: 0, steps: 0, passed: false };

/**
 * Treats every column for outliers: winsorise up to `winmax` steps; where the column still fails, the transformation of the
 * UNtreated column takes its place. `treatment` is one for all columns or one per column (null leaves the column as it is).
 * Same shape out, missing stays missing. Cost O(winmax · rows · columns). Source: methods.md §1; OECD/JRC Handbook (2008), step 4.
 */
export function treat(
  matrix: Matrix,
  treatment: Treatment | readonly (Treatment | null)[] = defaultTreatment,
  { into, space = workspaceOf(matrix.rows), record, doubts }: TreatOptions = {},
): Matrix {
  const { rows, columns, cells } = matrix;
  const out = into ?? matrixOf(rows, columns);
  const { column: values, out: treated } = space;
  for (let column = 0; column < columns; column += 1) {
    const chosen = 'winmax' in treatment ? treatment : (treatment[column] ?? null);
    for (let row = 0; row < rows; row += 1) values[row] = cells[row * columns + column] as number;
    treated.set(values);
    let transformed = false;
    if (chosen) {
      winsorise(treated, chosen.winmax, chosen, done);
      if (!done.passed && chosen.fallback) {
        transformed = transformColumn(chosen.fallback, values, treated);
        if (!transformed) {
          treated.set(values);
          doubts?.push({ at: column, why: 'outOfDomain' });
        }
        done.low = 0;
        done.high = 0;
        done.passed = passes(momentsOf(treated), chosen);
      }
    }
    if (record) {
      record.low[column] = chosen ? done.low : 0;
      record.high[column] = chosen ? done.high : 0;
      record.transformed[column] = transformed ? 1 : 0;
      record.passed[column] = !chosen || done.passed ? 1 : 0;
    }
    for (let row = 0; row < rows; row += 1) out.cells[row * columns + column] = treated[row] as number;
  }
  return out;
}

/** Transforms every column alike. A column on which the transformation has no value stays missing there, with the reason in `doubts`. */
export function transform(matrix: Matrix, transformation: Transformation, { into, space = workspaceOf(matrix.rows), doubts }: TreatOptions = {}): Matrix {
  const { rows, columns, cells } = matrix;
  const out = into ?? matrixOf(rows, columns);
  for (let column = 0; column < columns; column += 1) {
    for (let row = 0; row < rows; row += 1) space.column[row] = cells[row * columns + column] as number;
    if (!transformColumn(transformation, space.column, space.out)) doubts?.push({ at: column, why: 'outOfDomain' });
    for (let row = 0; row < rows; row += 1) out.cells[row * columns + column] = space.out[row] as number;
  }
  return out;
}
