import type { Doubt, Workspace } from '../workspace.ts';

/** How equal values share their ranks: the lowest, the mean or the highest of the places they take. */
export type Ties = 'min' | 'average' | 'max';

/**
 * One way of putting columns on one scale. x is the value after direction (x ← d·x, d ∈ {−1, 1}), so that more is always better.
 * Per-column settings (lower, upper, target) stand in raw units, one per column.
 */
export type Normalisation =
  | { method: 'minmax'; range: readonly [number, number] }
  | { method: 'zscore'; mean: number; sd: number }
  | { method: 'rank'; ties: Ties }
  | { method: 'borda'; ties: Ties }
  | { method: 'percentile-rank'; ties: Ties }
  | { method: 'dist2max' }
  | { method: 'dist2ref'; refUnit: number; cap: boolean }
  | { method: 'dist2target'; target: Float64Array; cap: boolean }
  | { method: 'goalposts'; lower: Float64Array; upper: Float64Array; scale: number; truncate: boolean }
  | { method: 'fracmax' }
  | { method: 'none' };

export type NormalisationMethod = Normalisation['method'];

/** What a column normaliser is told beside its settings. */
export interface ColumnPlace {
  column: number;
  /** 1, or −1 where less is better. */
  direction: number;
  space: Workspace;
  doubts: Doubt[] | undefined;
}

/** Reads `space.column` (after direction, NaN = missing) and writes `space.out`, missing as NaN. Allocates nothing. */
export type ColumnNormaliser<Settings> = (settings: Settings, place: ColumnPlace) => void;

export interface NormaliseOptions {
  /** One per column, 1 or −1; all 1 where absent. */
  direction?: Float64Array | undefined;
  /** Where the result goes; may be the input itself. A new matrix where absent. */
  into?: { rows: number; columns: number; cells: Float64Array } | undefined;
  space?: Workspace | undefined;
  /** Reasons for missing results are pushed here. */
  doubts?: Doubt[] | undefined;
}
