import type { Matrix } from '../stats/matrix.ts';

/** Sums over the known cells of a table of regions (rows) × industries (columns). */
export interface Totals {
  region: Float64Array;
  industry: Float64Array;
  all: number;
  /** Cells without a number: they are in no sum, and no sum says so by itself. */
  missing: number;
}

/** Row, column and grand totals; NaN cells are left out and counted. Cost O(regions · industries). */
export function totalsOf({ rows, columns, cells }: Matrix): Totals {
  const region = new Float64Array(rows);
  const industry = new Float64Array(columns);
  let all = 0;
  let missing = 0;
  for (let row = 0; row < rows; row += 1) {
    const start = row * columns;
    let sum = 0;
    for (let column = 0; column < columns; column += 1) {
      const cell = cells[start + column] as number;
      if (cell !== cell) {
        missing += 1;
        continue;
      }
      sum += cell;
      industry[column] = (industry[column] as number) + cell;
    }
    region[row] = sum;
    all += sum;
  }
  return { region, industry, all, missing };
}

/** Sum of the known values. */
export function sumOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) if (value === value) sum += value;
  return sum;
}
