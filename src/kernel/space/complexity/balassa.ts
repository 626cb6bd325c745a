import { matrixOf, type Matrix } from '../../stats/matrix.ts';

/**
 * Revealed comparative advantage (Balassa 1965): (x_ri / x_r·) ÷ (x_·i / x_··), 0 where a whole row or column is 0.
 * A missing cell stays missing and is left out of the sums. Shapes: regions × industries in and out; no unit. Cost O(cells).
 */
export function balassa({ rows, columns, cells }: Matrix): Matrix {
  const rowSums = new Float64Array(rows);
  const columnSums = new Float64Array(columns);
  let total = 0;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const cell = cells[row * columns + column] as number;
      if (Number.isNaN(cell)) continue;
      rowSums[row] = (rowSums[row] as number) + cell;
      columnSums[column] = (columnSums[column] as number) + cell;
      total += cell;
    }
  }
  const result = matrixOf(rows, columns);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const cell = cells[row * columns + column] as number;
      const expected = ((rowSums[row] as number) * (columnSums[column] as number)) / total;
      result.cells[row * columns + column] = Number.isNaN(cell) ? NaN : expected > 0 ? cell / expected : 0;
    }
  }
  return result;
}

/** 1 where the value reaches the cutoff, else 0; missing stays missing. Cost O(cells). */
export const reaches = ({ rows, columns, cells }: Matrix, cutoff: number): Matrix =>
  ({ rows, columns, cells: cells.map((cell) => (Number.isNaN(cell) ? NaN : cell >= cutoff ? 1 : 0)) });
