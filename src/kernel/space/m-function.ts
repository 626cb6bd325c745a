import { between, type Positions } from './positions.ts';

export interface MFunctionAsked {
  positions: Positions;
  types: readonly string[];
  weights: ArrayLike<number>;
  /** Ascending distances. */
  r: ArrayLike<number>;
  referenceType: string;
  neighborType: string;
}

/**
 * Marcon–Puech M: over the reference points i, Σ_i [W_N(i, r) ÷ W(i, r)] ÷ Σ_i [W_N ÷ W], where W(i, r) is the weight of
 * the other points within r and W_N(i, r) that of the neighbour type among them; a point without anybody within r is left
 * out at that r, above and below. NaN where every one is. 1 = as everybody else; > 1 drawn together. Cost O(n_ref · n).
 * Reference: Marcon and Puech (2010), Journal of Economic Geography 10:745–762.
 */
export function mFunction({ positions, types, weights, r, referenceType, neighborType }: MFunctionAsked): Float64Array {
  const count = positions.count;
  let all = 0;
  let neighbours = 0;
  for (let one = 0; one < count; one += 1) {
    all += weights[one] as number;
    if (types[one] === neighborType) neighbours += weights[one] as number;
  }
  const above = new Float64Array(r.length);
  const below = new Float64Array(r.length);
  for (let centre = 0; centre < count; centre += 1) {
    if (types[centre] !== referenceType) continue;
    const own = weights[centre] as number;
    const expected = (neighbours - (referenceType === neighborType ? own : 0)) / (all - own);
    const near = new Float64Array(r.length);
    const same = new Float64Array(r.length);
    for (let other = 0; other < count; other += 1) {
      if (other === centre) continue;
      const from = firstWithin(r, between(positions, centre, other));
      if (from === r.length) continue;
      near[from] = (near[from] as number) + (weights[other] as number);
      if (types[other] === neighborType) same[from] = (same[from] as number) + (weights[other] as number);
    }
    let nearSum = 0;
    let sameSum = 0;
    for (let at = 0; at < r.length; at += 1) {
      nearSum += near[at] as number;
      sameSum += same[at] as number;
      if (nearSum <= 0) continue;
      above[at] = (above[at] as number) + sameSum / nearSum;
      below[at] = (below[at] as number) + expected;
    }
  }
  return above.map((sum, at) => ((below[at] as number) > 0 ? sum / (below[at] as number) : NaN));
}

/** Place of the first r that reaches the distance; the length when none does. */
function firstWithin(r: ArrayLike<number>, distance: number): number {
  let low = 0;
  let high = r.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((r[middle] as number) >= distance) high = middle;
    else low = middle + 1;
  }
  return low;
}
