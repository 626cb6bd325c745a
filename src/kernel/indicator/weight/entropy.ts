import { summedToOne, type Weigher, type Weighting } from './weighting.ts';

/**
 * Entropy weights: p_ij = x_ij ÷ Σ_i x_ij, e_j = −Σ_i p ln p ÷ ln n, w_j = (1 − e_j) ÷ Σ (1 − e). Needs x > 0 (p ln p is 0 at x = 0);
 * a negative value leaves every weight missing. n counts what is there. Source: Shannon; Hwang and Yoon (1981).
 */
export const entropy: Weigher<Extract<Weighting, { method: 'entropy' }>> = (_, { rows, columns, cells }, doubts) => {
  const spread = new Float64Array(columns);
  let refused = false;
  for (let column = 0; column < columns; column += 1) {
    let sum = 0;
    let count = 0;
    for (let row = 0; row < rows; row += 1) {
      const value = cells[row * columns + column] as number;
      if (Number.isNaN(value)) continue;
      if (value < 0) refused = true;
      if (value <= 0 && doubts?.at(-1)?.at !== column) doubts?.push({ at: column, why: 'notPositive' });
      sum += value;
      count += 1;
    }
    let disorder = 0;
    for (let row = 0; row < rows; row += 1) {
      const share = (cells[row * columns + column] as number) / sum;
      if (share > 0) disorder -= share * Math.log(share);
    }
    spread[column] = count > 1 && sum > 0 ? Math.max(0, 1 - disorder / Math.log(count)) : 0;
    if (count <= 1 || sum === 0) doubts?.push({ at: column, why: 'tooFew' });
  }
  return { weights: refused ? spread.fill(NaN) : summedToOne(spread) };
};
