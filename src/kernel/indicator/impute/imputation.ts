import type { Matrix } from '../../stats/matrix.ts';
import type { Doubt, Workspace } from '../workspace.ts';

/** What takes the place of a missing cell. Groups: one whole number per unit, from 0 on. */
export type Imputation =
  | { method: 'none' }
  | { method: 'mean' }
  | { method: 'median' }
  | { method: 'group-mean'; groups: Int32Array }
  | { method: 'group-median'; groups: Int32Array }
  /** Mean (median) of the unit's other indicators, on min–max data (0–1, after direction) and then back to raw units. */
  | { method: 'row-mean'; normaliseFirst: boolean; direction?: Float64Array | undefined }
  | { method: 'row-median'; normaliseFirst: boolean; direction?: Float64Array | undefined };

export type ImputationMethod = Imputation['method'];

export interface ImputeOptions {
  into?: Matrix | undefined;
  space?: Workspace | undefined;
  doubts?: Doubt[] | undefined;
}

/** Fills the missing cells of `out`, which holds the matrix already. */
export type Imputer<Settings> = (settings: Settings, out: Matrix, space: Workspace, doubts: Doubt[] | undefined) => void;
