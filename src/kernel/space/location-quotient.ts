import { matrixOf, type Matrix } from '../stats/matrix.ts';
import { totalsOf, type Totals } from './shares.ts';

export const locationQuotientMethod = { id: 'location-quotient', version: '1.0.0' } as const;

/**
 * Location quotient, Balassa's revealed comparative advantage: LQ_ri = (x_ri / x_r.) / (x_.i / x_..).
 * Regions × industries in, the same shape out, no unit. 0/0 (an empty region or industry) is 0; a missing cell stays missing.
 * Cost O(regions · industries). Balassa 1965; Hoover 1936.
 */
export function locationQuotients(employment: Matrix, totals: Totals = totalsOf(employment)): Matrix {
  const { rows, columns, cells } = employment;
  const lq = matrixOf(rows, columns);
  // an empty industry has only cells of 0: divided by 1 they stay 0
  const reference = totals.industry.map((sum) => (sum > 0 ? sum / totals.all : 1));
  for (let row = 0; row < rows; row += 1) {
    const sum = totals.region[row] as number;
    const start = row * columns;
    if (sum > 0) {
      for (let column = 0; column < columns; column += 1) lq.cells[start + column] = (cells[start + column] as number) / sum / (reference[column] as number);
    } else {
      for (let column = 0; column < columns; column += 1) lq.cells[start + column] = Number.isNaN(cells[start + column]) ? NaN : 0;
    }
  }
  return lq;
}

/** 1 where the quotient is at least `cutoff`, else 0; missing stays missing. */
export function specialised(lq: Matrix, cutoff = 1): Matrix {
  return { ...lq, cells: lq.cells.map((value) => (Number.isNaN(value) ? NaN : value >= cutoff ? 1 : 0)) };
}
