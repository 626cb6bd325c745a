import type { Matrix } from '../../stats/matrix.ts';

/**
 * Cronbach's alpha of some columns: k ÷ (k − 1) · (1 − Σ var ÷ var of the sum), over rows in which none is missing.
 * Above about 0.7 they say the same thing; NaN for fewer than 2 columns or 2 rows. Source: Cronbach 1951, Psychometrika 16.
 */
export function cronbachAlpha({ rows, columns, cells }: Matrix, chosen: Int32Array): number {
  const k = chosen.length;
  const whole: number[] = [];
  for (let row = 0; row < rows; row += 1) if (chosen.every((column) => !Number.isNaN(cells[row * columns + column] as number))) whole.push(row);
  const sums = new Float64Array(whole.length);
  let parts = 0;
  for (const column of chosen) {
    const values = Float64Array.from(whole, (row) => cells[row * columns + column] as number);
    for (const [at, value] of values.entries()) sums[at] = (sums[at] as number) + value;
    parts += variance(values);
  }
  return k < 2 || whole.length < 2 ? NaN : (k / (k - 1)) * (1 - parts / variance(sums));
}

function variance(values: Float64Array): number {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  return values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (values.length - 1);
}
