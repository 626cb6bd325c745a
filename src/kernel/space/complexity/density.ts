import { matrixOf, rowOf, type Matrix } from '../../stats/matrix.ts';
import type { Presence } from './presence.ts';

/**
 * Density around each industry of a region: d_rp = Σ_q M_rq φ_qp ÷ Σ_q φ_qp, the share of what is related to p that the
 * region already has (Hidalgo et al. 2007). 0 where an industry is related to nothing. φ is industries × industries; the
 * result regions × industries, in [0, 1] for φ ≥ 0. Throws RangeError when the sizes differ. Cost O(ones · industries).
 */
export function density(presence: Presence, related: Matrix, from = 0, to = presence.rows, out: Matrix = matrixOf(presence.rows, presence.columns)): Matrix {
  const { columns, byRow } = presence;
  if (related.rows !== columns || related.columns !== columns) throw new RangeError(`relatedness must be ${columns} × ${columns}`);
  const sums = columnSums(related);
  for (let row = from; row < to; row += 1) {
    const line = rowOf(out, row);
    line.fill(0);
    addRows(line, related, byRow.at.subarray(byRow.from[row], byRow.from[row + 1]));
    for (let column = 0; column < columns; column += 1) line[column] = sums[column] === 0 ? 0 : (line[column] as number) / (sums[column] as number);
  }
  return out;
}

export interface Outlook {
  /** Σ_p (1 − M_rp) d_rp PCI_p: how near a region is to complex industries that it does not have. */
  index: Float64Array;
  /** For an industry that the region lacks, Σ_q (1 − M_rq) PCI_q φ_qp ÷ Σ φ_q·: what having it would bring nearer; 0 where it has it. */
  gain: Matrix;
}

/** Complexity outlook index and gain (Hausmann et al. 2014) of industries with complexity `pci` (no unit). Cost O(regions · industries²). */
export function outlook(presence: Presence, related: Matrix, pci: Float64Array): Outlook {
  const { rows, columns, byRow } = presence;
  if (pci.length !== columns) throw new RangeError(`pci must hold ${columns} numbers`);
  const near = density(presence, related);
  const sums = columnSums(related);
  const carried = matrixOf(columns, columns);
  for (let q = 0; q < columns; q += 1) {
    const factor = sums[q] === 0 ? 0 : (pci[q] as number) / (sums[q] as number);
    for (let at = q * columns; at < (q + 1) * columns; at += 1) carried.cells[at] = factor * (related.cells[at] as number);
  }
  const all = columnSums(carried);
  const index = new Float64Array(rows);
  const gain = matrixOf(rows, columns);
  for (let row = 0; row < rows; row += 1) {
    const line = rowOf(gain, row);
    addRows(line, carried, byRow.at.subarray(byRow.from[row], byRow.from[row + 1]));
    let sum = 0;
    const has = new Uint8Array(columns);
    for (let place = byRow.from[row] as number; place < (byRow.from[row + 1] as number); place += 1) has[byRow.at[place] as number] = 1;
    for (let column = 0; column < columns; column += 1) {
      line[column] = has[column] === 1 ? 0 : (all[column] as number) - (line[column] as number);
      if (has[column] === 0) sum += (near.cells[row * columns + column] as number) * (pci[column] as number);
    }
    index[row] = sum;
  }
  return { index, gain };
}

export interface Productivity {
  /** PRODY: income level that goes with an industry, in the unit of income. */
  prody: Float64Array;
  /** EXPY: income level that goes with a region's mix. */
  expy: Float64Array;
}

/**
 * Income levels of industries and of regions' mixes (Hausmann, Hwang, Rodrik 2007): with shares s_ri = x_ri / x_r·,
 * PRODY_i = Σ_r s_ri y_r ÷ Σ_r s_ri and EXPY_r = Σ_i s_ri PRODY_i. NaN where a row or column is empty. Cost O(cells).
 */
export function productivityLevels({ rows, columns, cells }: Matrix, income: Float64Array): Productivity {
  if (income.length !== rows) throw new RangeError(`income must hold ${rows} numbers`);
  const totals = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) for (let at = 0; at < columns; at += 1) totals[row] = (totals[row] as number) + (cells[row * columns + at] as number);
  const share = (row: number, at: number): number => (totals[row] === 0 ? 0 : (cells[row * columns + at] as number) / (totals[row] as number));
  const prody = Float64Array.from({ length: columns }, (_, at) => {
    let weighted = 0;
    let weights = 0;
    for (let row = 0; row < rows; row += 1) {
      weights += share(row, at);
      weighted += share(row, at) * (income[row] as number);
    }
    return weights === 0 ? NaN : weighted / weights;
  });
  const expy = totals.map((total, row) => {
    if (total === 0) return NaN;
    let sum = 0;
    for (let at = 0; at < columns; at += 1) if (cells[row * columns + at] !== 0) sum += share(row, at) * (prody[at] as number);
    return sum;
  });
  return { prody, expy };
}

function columnSums({ rows, columns, cells }: Matrix): Float64Array {
  const sums = new Float64Array(columns);
  for (let row = 0; row < rows; row += 1) for (let at = 0; at < columns; at += 1) sums[at] = (sums[at] as number) + (cells[row * columns + at] as number);
  return sums;
}

/** Adds rows of φ to the line, four at a time: the line is read and written a quarter as often. */
function addRows(line: Float64Array, { columns, cells }: Matrix, rows: Uint32Array): void {
  let at = 0;
  for (; at + 3 < rows.length; at += 4) {
    let a = (rows[at] as number) * columns;
    let b = (rows[at + 1] as number) * columns;
    let c = (rows[at + 2] as number) * columns;
    let d = (rows[at + 3] as number) * columns;
    for (let column = 0; column < columns; column += 1) {
      line[column] = (line[column] as number) + (cells[a++] as number) + (cells[b++] as number) + (cells[c++] as number) + (cells[d++] as number);
    }
  }
  for (; at < rows.length; at += 1) {
    let a = (rows[at] as number) * columns;
    for (let column = 0; column < columns; column += 1) line[column] = (line[column] as number) + (cells[a++] as number);
  }
}
