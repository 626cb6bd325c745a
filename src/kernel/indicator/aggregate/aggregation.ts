import type { Doubt } from '../workspace.ts';

/** How indicators are put together to one score per unit; weights are rescaled over those that are there. */
export type Aggregation =
  | { method: 'arithmetic' }
  | { method: 'geometric' }
  | { method: 'harmonic' }
  | { method: 'power'; p: number }
  | { method: 'copeland' }
  | { method: 'mpi'; penalty: 'POS' | 'NEG' };

export type AggregationMethod = Aggregation['method'];

export interface AggregateOptions {
  /** Indices of the columns to put together, in the order of the weights; all where absent. */
  columns?: Int32Array | undefined;
  /** Share of columns that must be there, else the score is missing. 0 where absent. */
  dataThreshold?: number | undefined;
  /** One score per unit. */
  into?: Float64Array | undefined;
  /** Reasons for missing scores, by row. */
  doubts?: Doubt[] | undefined;
}

/** What an aggregator works on. `out` comes in as 0 where a score is wanted and NaN where too little is there. */
export interface Frame {
  cells: Float64Array;
  rows: number;
  /** Columns of the matrix. */
  width: number;
  columns: Int32Array | undefined;
  /** How many columns are put together. */
  count: number;
  weights: Float64Array;
  out: Float64Array;
  doubts: Doubt[] | undefined;
}

export type Aggregator<Settings> = (settings: Settings, frame: Frame) => void;
