import type { Matrix } from '../stats/matrix.ts';

/**
 * A two-way table with its totals: cell (r, c) at `r * (columns + 1) + c`, the last column the totals of rows, the last row
 * those of columns, the corner the grand total. Amounts ≥ 0; NaN is missing, counts as nothing in a total and protects nothing.
 */
export interface MarginTable {
  rows: number;
  columns: number;
  values: Float64Array;
}

/** A set of cells of such a table, one byte each. */
export type CellSet = Uint8Array;

/** Adds the totals up. Throws RangeError for an amount below 0. Cost O(cells). */
export function withTotals({ rows, columns, cells }: Matrix): MarginTable {
  const width = columns + 1;
  const values = new Float64Array((rows + 1) * width);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const cell = cells[row * columns + column] as number;
      if (cell < 0) throw new RangeError(`row ${row}, column ${column} is below 0`);
      values[row * width + column] = cell;
      if (Number.isNaN(cell)) continue;
      for (const at of [row * width + columns, rows * width + column, rows * width + columns]) values[at] = (values[at] as number) + cell;
    }
  }
  return { rows, columns, values };
}

/** Row and column of a cell. */
export const placeOf = ({ columns }: Pick<MarginTable, 'columns'>, at: number): [row: number, column: number] => [Math.floor(at / (columns + 1)), at % (columns + 1)];

/** Whether the cell is a total. */
export function isTotal(table: Pick<MarginTable, 'rows' | 'columns'>, at: number): boolean {
  const [row, column] = placeOf(table, at);
  return column === table.columns || row === table.rows;
}
