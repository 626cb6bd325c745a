import { columnOf, type Matrix } from '../../stats/matrix.ts';
import { selectQuantile } from '../../stats/quantile-select.ts';
import { deviationOf, meanOf } from '../../stats/spread.ts';
import { momentsOf } from '../treat/moments.ts';

/** What a column looks like before anything is done to it. NaN where a number has no value. */
export interface ColumnPortrait {
  min: number;
  max: number;
  mean: number;
  median: number;
  /** n − 1. */
  sd: number;
  skew: number;
  kurt: number;
  rows: number;
  available: number;
  nonzero: number;
  unique: number;
  /** How often the commonest value occurs. */
  same: number;
}

/** Shares below which a column is flagged, and the shape that makes it an outlier column. */
export const portraitLimits = { available: 0.65, nonzero: 0.5, unique: 0.5, skew: 2, kurt: 3.5 } as const;

export function describeColumn(matrix: Matrix, column: number): ColumnPortrait {
  const values = columnOf(matrix, column).filter((value) => !Number.isNaN(value));
  const mean = meanOf(values);
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return {
    min: values.length > 0 ? Math.min(...values) : NaN,
    max: values.length > 0 ? Math.max(...values) : NaN,
    mean,
    median: selectQuantile(values.slice(), 0.5),
    sd: deviationOf(values, mean),
    ...momentsOf(values),
    rows: matrix.rows,
    available: values.length,
    nonzero: values.reduce((count, one) => count + (one === 0 ? 0 : 1), 0),
    unique: counts.size,
    same: Math.max(0, ...counts.values()),
  };
}
