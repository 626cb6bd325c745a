import { matrixOf, type Matrix } from './matrix.ts';

/**
 * Pearson correlation of all pairs of columns over the rows where both have a value: columns × columns, 1 on the diagonal.
 * NaN where a pair has fewer than 2 rows in common or one of the two is constant there. Cost O(rows · columns²).
 */
export function correlations({ rows, columns, cells }: Matrix): Matrix {
  const out = matrixOf(columns, columns);
  for (let one = 0; one < columns; one += 1) {
    for (let other = one; other < columns; other += 1) {
      const r = one === other ? 1 : correlate(cells, rows, columns, one, other);
      out.cells[one * columns + other] = r;
      out.cells[other * columns + one] = r;
    }
  }
  return out;
}

function correlate(cells: Float64Array, rows: number, columns: number, one: number, other: number): number {
  let count = 0;
  let sumX = 0;
  let sumY = 0;
  for (let row = 0; row < rows; row += 1) {
    const x = cells[row * columns + one] as number;
    const y = cells[row * columns + other] as number;
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    count += 1;
    sumX += x;
    sumY += y;
  }
  const meanX = sumX / count;
  const meanY = sumY / count;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let row = 0; row < rows; row += 1) {
    const dx = (cells[row * columns + one] as number) - meanX;
    const dy = (cells[row * columns + other] as number) - meanY;
    if (Number.isNaN(dx) || Number.isNaN(dy)) continue;
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  return count > 1 && xx > 0 && yy > 0 ? Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy))) : NaN;
}
