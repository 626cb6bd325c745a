/**
 * How good a ranked list is. `relevance[i]` is the true worth of item i, `scores[i]` what it was ranked by; items are
 * put in falling order of score, equal scores in the order given. Every measure lies in [0, 1]; a list without a
 * relevant item scores 0.
 */

function inOrder(relevance: readonly number[], scores: readonly number[]): number[] {
  if (relevance.length !== scores.length) throw new RangeError('as many scores as relevances');
  return scores.map((_, at) => at).sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b).map((at) => relevance[at] as number);
}

const gainOf = (ranked: readonly number[], depth: number): number => ranked.slice(0, depth).reduce((sum, gain, at) => sum + gain / Math.log2(at + 2), 0);

/**
 * Normalised discounted cumulative gain at `depth`: Σ rel_i / log2(i + 1) over ranks i ≥ 1, over that of the best order.
 * Linear gain. Järvelin, Kekäläinen 2002. Cost O(n log n).
 */
export function ndcg(relevance: readonly number[], scores: readonly number[], depth = relevance.length): number {
  const best = gainOf(relevance.toSorted((a, b) => b - a), depth);
  return best === 0 ? 0 : gainOf(inOrder(relevance, scores), depth) / best;
}

/** Average precision: mean over the relevant items (relevance ≥ `from`) of the precision at their rank. */
export function averagePrecision(relevance: readonly number[], scores: readonly number[], from = 1): number {
  let found = 0;
  let sum = 0;
  inOrder(relevance, scores).forEach((value, at) => {
    if (value < from) return;
    found += 1;
    sum += found / (at + 1);
  });
  return found === 0 ? 0 : sum / found;
}

/** 1 over the rank of the first relevant item; its mean over queries is the MRR. */
export function reciprocalRank(relevance: readonly number[], scores: readonly number[], from = 1): number {
  const first = inOrder(relevance, scores).findIndex((value) => value >= from);
  return first < 0 ? 0 : 1 / (first + 1);
}

/** Share of relevant items among the first `depth` (a list shorter than that counts as filled with irrelevant ones). */
export function precisionAt(depth: number, relevance: readonly number[], scores: readonly number[], from = 1): number {
  return inOrder(relevance, scores).slice(0, depth).filter((value) => value >= from).length / depth;
}

/** Share of all relevant items that stand among the first `depth`. */
export function recallAt(depth: number, relevance: readonly number[], scores: readonly number[], from = 1): number {
  const all = relevance.filter((value) => value >= from).length;
  return all === 0 ? 0 : inOrder(relevance, scores).slice(0, depth).filter((value) => value >= from).length / all;
}

/**
 * Reciprocal rank fusion of several rankings (best first) of the same items: Σ 1 / (k + rank). Items that a ranking
 * leaves out gain nothing from it. Cormack, Clarke, Büttcher 2009, k = 60.
 */
export function fuseRanks<Item>(rankings: readonly (readonly Item[])[], k = 60): Map<Item, number> {
  const fused = new Map<Item, number>();
  for (const ranking of rankings) ranking.forEach((item, at) => fused.set(item, (fused.get(item) ?? 0) + 1 / (k + at + 1)));
  return fused;
}
