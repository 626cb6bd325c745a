import type { Aggregation, Aggregator } from './aggregation.ts';

/**
 * Mazziotta–Pareto: M · (1 − cv²) with penalty 'POS' (for what should be high: imbalance is punished), M · (1 + cv²) with 'NEG';
 * M plain mean and cv = sd ÷ M over what is there, sd over n − 1. Weights play no part, but one of 0 leaves its indicator out.
 * Source: Mazziotta and Pareto (2016), Social Indicators Research 127.
 */
export const mazziottaPareto: Aggregator<Extract<Aggregation, { method: 'mpi' }>> = ({ penalty }, { cells, rows, width, columns, count, weights, out, doubts }) => {
  const sign = penalty === 'POS' ? -1 : 1;
  for (let row = 0; row < rows; row += 1) {
    if (Number.isNaN(out[row] as number)) continue;
    let there = 0;
    let sum = 0;
    for (let at = 0; at < count; at += 1) {
      const value = cells[row * width + (columns ? (columns[at] as number) : at)] as number;
      if (Number.isNaN(value) || weights[at] === 0) continue;
      there += 1;
      sum += value;
    }
    const mean = sum / there;
    let squares = 0;
    for (let at = 0; at < count; at += 1) {
      const value = cells[row * width + (columns ? (columns[at] as number) : at)] as number;
      if (!Number.isNaN(value) && weights[at] !== 0) squares += (value - mean) ** 2;
    }
    const variance = there > 1 ? squares / (there - 1) : 0;
    if (mean === 0) doubts?.push({ at: row, why: 'zeroDivisor' });
    out[row] = mean === 0 ? NaN : mean + (sign * variance) / mean;
  }
};
