import type { Matrix } from '../../stats/matrix.ts';

/**
 * A yes/no table of regions × industries, held twice as lists of places so that both sides can be walked without
 * touching a zero: `byRow.at` holds the columns of row r from `byRow.from[r]` until `byRow.from[r + 1]`.
 */
export interface Presence {
  rows: number;
  columns: number;
  byRow: Places;
  byColumn: Places;
  /** How many industries each region has (diversity). */
  diversity: Float64Array;
  /** How many regions each industry is in (ubiquity). */
  ubiquity: Float64Array;
}

export interface Places {
  from: Uint32Array;
  at: Uint32Array;
}

/** Reads a table of 0 and 1. Throws RangeError for any other cell, missing ones too: unknown is not absent. Cost O(rows · columns). */
export function presenceOf({ rows, columns, cells }: Matrix): Presence {
  const diversity = new Float64Array(rows);
  const ubiquity = new Float64Array(columns);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const cell = cells[row * columns + column] as number;
      if (cell !== 0 && cell !== 1) throw new RangeError(`row ${row}, column ${column} is neither 0 nor 1`);
      diversity[row] = (diversity[row] as number) + cell;
      ubiquity[column] = (ubiquity[column] as number) + cell;
    }
  }
  const byRow = roomFor(diversity);
  const byColumn = roomFor(ubiquity);
  const next = byColumn.from.slice();
  let written = 0;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (cells[row * columns + column] !== 1) continue;
      byRow.at[written] = column;
      written += 1;
      const place = next[column] as number;
      byColumn.at[place] = row;
      next[column] = place + 1;
    }
  }
  return { rows, columns, byRow, byColumn, diversity, ubiquity };
}

/** The same table with regions and industries exchanged; nothing is copied. */
export const turned = ({ rows, columns, byRow, byColumn, diversity, ubiquity }: Presence): Presence =>
  ({ rows: columns, columns: rows, byRow: byColumn, byColumn: byRow, diversity: ubiquity, ubiquity: diversity });

/** For each line the sum of `values` over its places. Cost O(ones). */
export function sumOver({ from, at }: Places, values: Float64Array, out: Float64Array): Float64Array {
  for (let line = 0; line < out.length; line += 1) {
    let sum = 0;
    const until = from[line + 1] as number;
    for (let place = from[line] as number; place < until; place += 1) sum += values[at[place] as number] as number;
    out[line] = sum;
  }
  return out;
}

function roomFor(counts: Float64Array): Places {
  const from = new Uint32Array(counts.length + 1);
  for (let line = 0; line < counts.length; line += 1) from[line + 1] = (from[line] as number) + (counts[line] as number);
  return { from, at: new Uint32Array(from[counts.length] as number) };
}
