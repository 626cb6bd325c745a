/**
 * A table of numbers, row by row in one piece: cell (r, c) is `cells[r * columns + c]`.
 * NaN is a missing cell and nothing else; every method says what it does with one.
 */
export interface Matrix {
  rows: number;
  columns: number;
  cells: Float64Array;
}

/** A matrix of `rows` × `columns`, filled with one value. Cost O(rows · columns). */
export function matrixOf(rows: number, columns: number, value = 0): Matrix {
  const cells = new Float64Array(rows * columns);
  if (value !== 0) cells.fill(value);
  return { rows, columns, cells };
}

/** A matrix from rows of equal length; a missing cell is null or NaN. Throws RangeError when a row has another length than the first. */
export function matrixFrom(rows: readonly (readonly (number | null)[])[]): Matrix {
  const columns = rows[0]?.length ?? 0;
  const matrix = matrixOf(rows.length, columns);
  for (const [at, row] of rows.entries()) {
    if (row.length !== columns) throw new RangeError(`row ${at} has ${row.length} cells, the first has ${columns}`);
    for (let column = 0; column < columns; column += 1) matrix.cells[at * columns + column] = row[column] ?? NaN;
  }
  return matrix;
}

/** One row, as a view: writing to it writes to the matrix. */
export const rowOf = (matrix: Matrix, row: number): Float64Array => matrix.cells.subarray(row * matrix.columns, (row + 1) * matrix.columns);

/** One column, copied. Cost O(rows). */
export function columnOf(matrix: Matrix, column: number): Float64Array {
  const values = new Float64Array(matrix.rows);
  for (let row = 0; row < matrix.rows; row += 1) values[row] = matrix.cells[row * matrix.columns + column] as number;
  return values;
}

/** Some columns in the order given, copied. Cost O(rows · chosen). */
export function columnsOf({ rows, columns, cells }: Matrix, chosen: ArrayLike<number>): Matrix {
  const out = matrixOf(rows, chosen.length);
  for (let row = 0; row < rows; row += 1) {
    for (let at = 0; at < chosen.length; at += 1) out.cells[row * chosen.length + at] = cells[row * columns + (chosen[at] as number)] as number;
  }
  return out;
}

/** Rows and columns exchanged, copied. Cost O(rows · columns). */
export function transposed(matrix: Matrix): Matrix {
  const turned = matrixOf(matrix.columns, matrix.rows);
  for (let row = 0; row < matrix.rows; row += 1) {
    for (let column = 0; column < matrix.columns; column += 1) turned.cells[column * matrix.rows + row] = matrix.cells[row * matrix.columns + column] as number;
  }
  return turned;
}

/** The rows as plain arrays, a missing cell as null. */
export const rowsOf = (matrix: Matrix): (number | null)[][] =>
  Array.from({ length: matrix.rows }, (_, row) => Array.from(rowOf(matrix, row), (cell) => (Number.isNaN(cell) ? null : cell)));
