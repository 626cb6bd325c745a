import { columnOf, matrixOf, type Matrix } from '../../stats/matrix.ts';

/** Pearson correlation over pairs where both are there; NaN for fewer than 3 pairs or where one does not vary. Cost O(n). */
export function pearson(one: Float64Array, other: Float64Array): number {
  let count = 0;
  let sumOne = 0;
  let sumOther = 0;
  for (let at = 0; at < one.length; at += 1) {
    if (Number.isNaN((one[at] as number) + (other[at] as number))) continue;
    count += 1;
    sumOne += one[at] as number;
    sumOther += other[at] as number;
  }
  const [meanOne, meanOther] = [sumOne / count, sumOther / count];
  let [product, squareOne, squareOther] = [0, 0, 0];
  for (let at = 0; at < one.length; at += 1) {
    const x = (one[at] as number) - meanOne;
    const y = (other[at] as number) - meanOther;
    if (Number.isNaN(x + y)) continue;
    product += x * y;
    squareOne += x * x;
    squareOther += y * y;
  }
  const spread = Math.sqrt(squareOne * squareOther);
  return count < 3 || !(spread > 0) ? NaN : Math.max(-1, Math.min(1, product / spread));
}

/** Correlation of each column with each other: columns × columns. Cost O(rows · columns²). */
export function correlationMatrix(matrix: Matrix): Matrix {
  const { columns } = matrix;
  const lists = Array.from({ length: columns }, (_, column) => columnOf(matrix, column));
  const table = matrixOf(columns, columns);
  for (let one = 0; one < columns; one += 1) {
    for (let other = one; other < columns; other += 1) {
      const value = pearson(lists[one] as Float64Array, lists[other] as Float64Array);
      table.cells[one * columns + other] = value;
      table.cells[other * columns + one] = value;
    }
  }
  return table;
}

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
