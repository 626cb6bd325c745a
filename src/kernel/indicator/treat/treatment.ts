import type { Matrix } from '../../stats/matrix.ts';
import type { Doubt, Workspace } from '../workspace.ts';

/** What makes a column pass: |skew| < skewLimit OR kurtosis < kurtLimit (sample-corrected skew, excess kurtosis). */
export interface Shape {
  skewLimit: number;
  kurtLimit: number;
}

export type Transformation =
  /** ln(x − min + 0.01 · (max − min)) */
  | { method: 'log-ct' }
  /** ln(x − min + 1) */
  | { method: 'log-shift1' }
  /** ln x; missing where x ≤ 0 */
  | { method: 'log' }
  /** (y^λ − 1) ÷ λ with y = x − min + 1; ln y where λ = 0 */
  | { method: 'boxcox'; lambda: number };

/** Outliers step by step: winsorise up to `winmax` values; where the column still fails, transform the UNtreated column. */
export interface Treatment extends Shape {
  winmax: number;
  /** What follows where winsorising was not enough; null leaves the column untreated. */
  fallback: Transformation | null;
}

/** Limits of the JRC practice (methods.md §1), five values at most, then the logarithm. */
export const defaultTreatment: Treatment = { winmax: 5, skewLimit: 2, kurtLimit: 3.5, fallback: { method: 'log-ct' } };

/** What was done to each column; arrays of the caller, one place per column. */
export interface TreatmentRecord {
  /** Values pulled up from below and down from above. */
  low: Int32Array;
  high: Int32Array;
  /** 1 where the column was transformed instead. */
  transformed: Uint8Array;
  /** 1 where it passes in the end. */
  passed: Uint8Array;
}

export const treatmentRecordOf = (columns: number): TreatmentRecord => ({
  low: new Int32Array(columns),
  high: new Int32Array(columns),
  transformed: new Uint8Array(columns),
  passed: new Uint8Array(columns),
});

export interface TreatOptions {
  into?: Matrix | undefined;
  space?: Workspace | undefined;
  record?: TreatmentRecord | undefined;
  doubts?: Doubt[] | undefined;
}
