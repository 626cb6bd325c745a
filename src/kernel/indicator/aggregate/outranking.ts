import { matrixOf, type Matrix } from '../../stats/matrix.ts';
import type { Aggregation, Aggregator, Frame } from './aggregation.ts';

/** Weight by which one row is better minus the weight by which it is worse, and what both are compared on. */
function advantage({ cells, width, columns, count, weights }: Frame, one: number, other: number, into: { ahead: number; compared: number }): void {
  let ahead = 0;
  let compared = 0;
  for (let at = 0; at < count; at += 1) {
    const column = columns ? (columns[at] as number) : at;
    const mine = cells[one * width + column] as number;
    const theirs = cells[other * width + column] as number;
    if (Number.isNaN(mine) || Number.isNaN(theirs)) continue;
    const weight = weights[at] as number;
    compared += weight;
    if (mine > theirs) ahead += weight;
    else if (mine < theirs) ahead -= weight;
  }
  into.ahead = ahead;
  into.compared = compared;
}

const pair = { ahead: 0, compared: 0 };
/** Below this share of the weight two rows count as equal: sums of weights in another order differ in their last bits. */
const level = 1e-12;

/** Copeland score: pairs won minus pairs lost, won where o_ij > ½. Cost O(rows² · columns). */
export const copeland: Aggregator<Extract<Aggregation, { method: 'copeland' }>> = (_, frame) => {
  const { rows, out } = frame;
  for (let one = 0; one < rows; one += 1) {
    if (Number.isNaN(out[one] as number)) continue;
    for (let other = one + 1; other < rows; other += 1) {
      if (Number.isNaN(out[other] as number)) continue;
      advantage(frame, one, other, pair);
      if (Math.abs(pair.ahead) <= level * pair.compared) continue;
      const won = Math.sign(pair.ahead);
      out[one] = (out[one] as number) + won;
      out[other] = (out[other] as number) - won;
    }
  }
};

/**
 * Outranking matrix: o_ij = Σ_k w_k [x_ik > x_jk] + ½ w_k [x_ik = x_jk], weights rescaled over indicators that both have;
 * 0 on the diagonal, NaN where a pair has none in common. Cost O(rows² · columns). Source: Munda (2008).
 */
export function outrank(frame: Frame): Matrix {
  const { rows } = frame;
  const matrix = matrixOf(rows, rows);
  for (let one = 0; one < rows; one += 1) {
    for (let other = 0; other < rows; other += 1) {
      if (one === other) continue;
      advantage(frame, one, other, pair);
      matrix.cells[one * rows + other] = pair.compared > 0 ? (pair.ahead / pair.compared + 1) / 2 : NaN;
    }
  }
  return matrix;
}
