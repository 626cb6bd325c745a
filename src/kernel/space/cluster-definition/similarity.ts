import { matrixOf, type Matrix } from '../../stats/matrix.ts';

/** Pearson correlation of every two columns; NaN where a column does not vary. Cost O(rows · columns²). */
export function columnCorrelation({ rows, columns, cells }: Matrix): Matrix {
  const centred = new Float64Array(cells.length);
  for (let column = 0; column < columns; column += 1) {
    let sum = 0;
    for (let row = 0; row < rows; row += 1) sum += cells[row * columns + column] as number;
    let squares = 0;
    for (let row = 0; row < rows; row += 1) squares += ((cells[row * columns + column] as number) - sum / rows) ** 2;
    const length = squares > (sum / rows) ** 2 * rows * 1e-26 ? Math.sqrt(squares) : NaN;
    for (let row = 0; row < rows; row += 1) centred[row * columns + column] = ((cells[row * columns + column] as number) - sum / rows) / length;
  }
  return products({ rows, columns, cells: centred });
}

/** Pearson correlation of every two rows. Cost O(rows² · columns). */
export function rowCorrelation({ rows, columns, cells }: Matrix): Matrix {
  const turned = matrixOf(columns, rows);
  for (let row = 0; row < rows; row += 1) for (let at = 0; at < columns; at += 1) turned.cells[at * rows + row] = cells[row * columns + at] as number;
  return columnCorrelation(turned);
}

/**
 * Coagglomeration of every two industries (Ellison, Glaeser, Kerr 2010): Σ_r (s_ri − x_r)(s_rj − x_r) ÷ (1 − Σ_r x_r²), with s the
 * regions' shares of an industry and x their shares of all. NaN for an industry without jobs. Cost O(regions · industries²).
 */
export function coagglomeration({ rows, columns, cells }: Matrix): Matrix {
  const sums = new Float64Array(columns);
  const shares = new Float64Array(rows);
  let all = 0;
  for (let at = 0; at < cells.length; at += 1) {
    sums[at % columns] = (sums[at % columns] as number) + (cells[at] as number);
    const row = Math.floor(at / columns);
    shares[row] = (shares[row] as number) + (cells[at] as number);
    all += cells[at] as number;
  }
  let squares = 0;
  for (const share of shares) squares += (share / all) ** 2;
  const away = matrixOf(rows, columns);
  for (let at = 0; at < cells.length; at += 1) {
    away.cells[at] = (cells[at] as number) / (sums[at % columns] as number) - (shares[Math.floor(at / columns)] as number) / all;
  }
  const result = products(away);
  for (let at = 0; at < result.cells.length; at += 1) result.cells[at] = (result.cells[at] as number) / (1 - squares);
  return result;
}

/** The strongest of the four flows between two industries: bought from and sold to, either way. Shares in, shares out. Cost O(n²). */
export function strongestFlow(bought: Matrix, sold: Matrix): Matrix {
  const size = bought.rows;
  const result = matrixOf(size, size);
  for (let a = 0; a < size; a += 1) {
    for (let b = 0; b < size; b += 1) {
      const there = a * size + b;
      const back = b * size + a;
      result.cells[there] = Math.max(bought.cells[there] as number, bought.cells[back] as number, sold.cells[there] as number, sold.cells[back] as number);
    }
  }
  return result;
}

/** Brought to mean 0 and standard deviation 1 (n − 1) over the entries beside the diagonal; pairs without a value stay NaN; null where nothing varies. */
export function standardisedBeside({ rows, cells }: Matrix): Matrix | null {
  let count = 0;
  let sum = 0;
  let squares = 0;
  const each = (visit: (cell: number) => void): void => {
    for (let at = 0; at < cells.length; at += 1) if (at % (rows + 1) !== 0 && !Number.isNaN(cells[at])) visit(cells[at] as number);
  };
  each((cell) => {
    count += 1;
    sum += cell;
  });
  each((cell) => {
    squares += (cell - sum / count) ** 2;
  });
  const deviation = Math.sqrt(squares / (count - 1));
  if (!(deviation > 1e-13 * Math.abs(sum / count))) return null;
  return { rows, columns: rows, cells: cells.map((cell) => (cell - sum / count) / deviation) };
}

/** Mean of matrices of one size, entry by entry over those that are known; NaN where none is. */
export function meanOf(matrices: readonly Matrix[]): Matrix {
  const [{ rows, columns }] = matrices as readonly [Matrix];
  const result = matrixOf(rows, columns, NaN);
  for (let at = 0; at < result.cells.length; at += 1) {
    const known = matrices.map(({ cells }) => cells[at] as number).filter((cell) => !Number.isNaN(cell));
    if (known.length > 0) result.cells[at] = known.reduce((sum, cell) => sum + cell, 0) / known.length;
  }
  return result;
}

/** XᵀX, symmetric. */
function products({ rows, columns, cells }: Matrix): Matrix {
  const result = matrixOf(columns, columns);
  for (let row = 0; row < rows; row += 1) {
    for (let a = 0; a < columns; a += 1) {
      const left = cells[row * columns + a] as number;
      for (let b = a; b < columns; b += 1) result.cells[a * columns + b] = (result.cells[a * columns + b] as number) + left * (cells[row * columns + b] as number);
    }
  }
  for (let a = 0; a < columns; a += 1) for (let b = 0; b < a; b += 1) result.cells[a * columns + b] = result.cells[b * columns + a] as number;
  return result;
}
