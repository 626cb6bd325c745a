import { matrixOf } from '../../stats/matrix.ts';
import type { Imputation, Imputer } from './imputation.ts';
import { medianOf } from './by-column.ts';

/**
 * Mean or median of the unit's other indicators. With `normaliseFirst` on min–max data (0–1, after direction), then back to
 * the units of the column: x = min + y · (max − min) after direction. A constant column takes its one value.
 */
export const imputeRow: Imputer<Extract<Imputation, { method: 'row-mean' | 'row-median' }>> = ({ method, normaliseFirst, direction }, out, _, doubts) => {
  const { rows, columns, cells } = out;
  const least = new Float64Array(columns);
  const width = new Float64Array(columns).fill(1);
  const signs = new Float64Array(columns).fill(1);
  if (normaliseFirst) {
    for (let column = 0; column < columns; column += 1) {
      const sign = direction?.[column] ?? 1;
      let low = Infinity;
      let high = -Infinity;
      for (let at = column; at < cells.length; at += columns) {
        const value = sign * (cells[at] as number);
        if (value < low) low = value;
        if (value > high) high = value;
      }
      signs[column] = sign;
      least[column] = low;
      width[column] = high - low;
      if (low === Infinity) doubts?.push({ at: column, why: 'empty' });
    }
  }
  const filled = matrixOf(1, columns).cells;
  for (let row = 0; row < rows; row += 1) {
    let count = 0;
    let sum = 0;
    for (let column = 0; column < columns; column += 1) {
      const value = cells[row * columns + column] as number;
      if (Number.isNaN(value) || width[column] === 0) continue;
      const on = ((signs[column] as number) * value - (least[column] as number)) / (width[column] as number);
      filled[count] = on;
      sum += on;
      count += 1;
    }
    if (count === columns) continue;
    const centre = count === 0 ? NaN : method === 'row-mean' ? sum / count : medianOf(filled, count);
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column;
      if (!Number.isNaN(cells[at] as number) || least[column] === Infinity) continue;
      cells[at] = width[column] === 0 ? (signs[column] as number) * (least[column] as number) : (signs[column] as number) * ((least[column] as number) + centre * (width[column] as number));
    }
  }
};
