import type { Matrix } from '../../stats/matrix.ts';
import type { AggregateOptions, Aggregation, AggregationMethod, Aggregator, Frame } from './aggregation.ts';
import { mazziottaPareto } from './mazziotta-pareto.ts';
import { arithmetic, geometric, harmonic, power } from './means.ts';
import { copeland } from './outranking.ts';

/** One line per method: a new one is added here and nowhere else. */
const aggregators: { readonly [Method in AggregationMethod]: Aggregator<Extract<Aggregation, { method: Method }>> } = {
  arithmetic,
  geometric,
  harmonic,
  power,
  copeland,
  mpi: mazziottaPareto,
};

export function frameOf(matrix: Matrix, weights: Float64Array, { columns, dataThreshold = 0, into = new Float64Array(matrix.rows), doubts }: AggregateOptions = {}): Frame {
  const { rows, columns: width, cells } = matrix;
  const count = columns ? columns.length : width;
  for (let row = 0; row < rows; row += 1) {
    let there = 0;
    for (let at = 0; at < count; at += 1) if (!Number.isNaN(cells[row * width + (columns ? (columns[at] as number) : at)] as number)) there += 1;
    into[row] = there === 0 || there / count < dataThreshold ? NaN : 0;
  }
  return { cells, rows, width, columns, count, weights, out: into, doubts };
}

/**
 * One score per unit from units × indicators: weights (≥ 0, any sum, one per column put together) are rescaled over what is
 * there; missing where less than `dataThreshold` of the columns is there or the method has no value (reason in `doubts`).
 * Cost O(rows · columns), Copeland O(rows² · columns). Source: OECD/JRC Handbook (2008), step 6.
 */
export function aggregate(matrix: Matrix, weights: Float64Array, aggregation: Aggregation, options: AggregateOptions = {}): Float64Array {
  const frame = frameOf(matrix, weights, options);
  const method = aggregators[aggregation.method] as Aggregator<Aggregation>;
  method(aggregation, frame);
  return frame.out;
}
