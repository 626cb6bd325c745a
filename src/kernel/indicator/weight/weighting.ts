import type { Matrix } from '../../stats/matrix.ts';
import type { Doubt } from '../workspace.ts';

/** Which part of the principal components counts as a factor. */
export type FactorRule = { eigenvalueAbove: number } | { factors: number };
export type Rotation = 'varimax-kaiser' | 'varimax' | 'none';

/** Weights made from data (units × indicators, already on one scale), or given. */
export type Weighting =
  | { method: 'equal' }
  /** Given by people (budget allocation); any scale, made to sum 1. */
  | { method: 'budget'; points: Float64Array }
  /** Standard deviation of each column. */
  | { method: 'std' }
  | { method: 'entropy' }
  | { method: 'critic' }
  /** First principal component: its loadings, as they are for `weights`, by size. */
  | { method: 'pca1' }
  | { method: 'pca-oecd'; keep: FactorRule; rotation: Rotation };

export type WeightingMethod = Weighting['method'];

export interface Weighed {
  /** One per column, ≥ 0, sum 1; NaN where the method has no value (reason in `doubts`). */
  weights: Float64Array;
  /** Of methods that iterate. */
  converged?: boolean;
}

export type Weigher<Settings> = (settings: Settings, matrix: Matrix, doubts: Doubt[] | undefined) => Weighed;

/** Makes the sum 1; all NaN where the sum is not positive. */
export function summedToOne(values: Float64Array): Float64Array {
  let sum = 0;
  for (const value of values) sum += value;
  return values.map((value) => (sum > 0 ? value / sum : NaN));
}
