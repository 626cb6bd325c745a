import { matrixOf, type Matrix } from '../../stats/matrix.ts';

/**
 * How a gap in a series is filled from the same unit's other times. latest: the last value before, at most `maxTime` back;
 * constant: the last value before, before the first one the first; linear: between two values, outside them nothing;
 * linear-constant: between two values, outside them the nearest.
 */
export interface PanelImputation {
  method: 'latest' | 'constant' | 'linear' | 'linear-constant';
  maxTime?: number | undefined;
}

/** Rows of each unit in the order of time. */
function seriesOf(units: readonly string[], times: Float64Array): Map<string, number[]> {
  const series = new Map<string, number[]>();
  for (const [row, unit] of units.entries()) {
    const rows = series.get(unit);
    if (rows) rows.push(row);
    else series.set(unit, [row]);
  }
  for (const rows of series.values()) rows.sort((one, other) => (times[one] as number) - (times[other] as number));
  return series;
}

interface Known {
  time: number;
  value: number;
}

/** The value at a time from the nearest known ones on both sides; NaN where the method has none. */
function fill({ method, maxTime = Infinity }: PanelImputation, time: number, before: Known | undefined, after: Known | undefined): number {
  if (method === 'latest') return before && time - before.time <= maxTime ? before.value : NaN;
  if (method === 'constant') return (before ?? after)?.value ?? NaN;
  if (before && after) return before.value + ((after.value - before.value) * (time - before.time)) / (after.time - before.time);
  return method === 'linear' ? NaN : ((before ?? after)?.value ?? NaN);
}

/**
 * Fills gaps within each unit's series: rows are unit × time in any order, columns indicators; the same shape and order out.
 * Cost O(rows · (log rows + columns)). Source: methods.md §1.
 */
export function imputePanel(matrix: Matrix, units: readonly string[], times: Float64Array, imputation: PanelImputation): Matrix {
  const { columns, cells } = matrix;
  const out = matrixOf(matrix.rows, columns);
  out.cells.set(cells);
  for (const rows of seriesOf(units, times).values()) {
    for (let column = 0; column < columns; column += 1) {
      const known = rows.flatMap((row): Known[] => {
        const value = cells[row * columns + column] as number;
        return Number.isNaN(value) ? [] : [{ time: times[row] as number, value }];
      });
      for (const row of rows) {
        if (!Number.isNaN(cells[row * columns + column] as number)) continue;
        const time = times[row] as number;
        out.cells[row * columns + column] = fill(
          imputation,
          time,
          known.findLast((one) => one.time < time),
          known.find((one) => one.time > time),
        );
      }
    }
  }
  return out;
}
