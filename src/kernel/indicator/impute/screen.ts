import type { Matrix } from '../../stats/matrix.ts';

/** Why units are left out: too many missing, too many zeros, or either. Shares of indicators, 0–1. */
export interface Screening {
  /** Share of indicators that must have a value. */
  availability?: number | undefined;
  /** Share of the values there that must differ from zero. */
  nonZero?: number | undefined;
}

export interface Screened {
  /** 1 where the unit stays. */
  kept: Uint8Array;
  /** Share of indicators with a value, per unit. */
  available: Float64Array;
  /** Share of non-zero values among those there, per unit; NaN where none is there. */
  nonZero: Float64Array;
}

/** Which units have enough data: kept unless the share lies below its threshold. Cost O(rows · columns). */
export function screen({ rows, columns, cells }: Matrix, { availability = 0, nonZero = 0 }: Screening): Screened {
  const out: Screened = { kept: new Uint8Array(rows), available: new Float64Array(rows), nonZero: new Float64Array(rows) };
  for (let row = 0; row < rows; row += 1) {
    let there = 0;
    let filled = 0;
    for (let at = row * columns; at < (row + 1) * columns; at += 1) {
      if (Number.isNaN(cells[at] as number)) continue;
      there += 1;
      if (cells[at] !== 0) filled += 1;
    }
    out.available[row] = there / columns;
    out.nonZero[row] = there > 0 ? filled / there : NaN;
    out.kept[row] = there / columns >= availability && !((out.nonZero[row] as number) < nonZero) ? 1 : 0;
  }
  return out;
}
