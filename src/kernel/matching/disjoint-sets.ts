/** Groups of records that grow together. Union by the smaller number with path halving: near O(1) a step (Tarjan 1975). */
export interface DisjointSets {
  join(left: number, right: number): void;
  /** The smallest member of the record's group. */
  find(record: number): number;
  /** The smallest member of each record's group. */
  groups(): Int32Array;
}

export function disjointSets(count: number): DisjointSets {
  const parent = Int32Array.from({ length: count }, (_, at) => at);
  const find = (of: number): number => {
    let at = of;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  return {
    find,
    join(left, right) {
      const a = find(left);
      const b = find(right);
      parent[Math.max(a, b)] = Math.min(a, b);
    },
    groups: () => Int32Array.from({ length: count }, (_, at) => find(at)),
  };
}

export interface PairQuality {
  precision: number;
  recall: number;
  f1: number;
}

/** Pairs in one group that are of one true entity, those that are not, and pairs of one entity that are in two groups. */
export interface PairCounts {
  tp: number;
  fp: number;
  fn: number;
}

/** How many pairs have the same label. Cost O(n). */
function pairsWithin(labels: Iterable<unknown>): number {
  const sizes = new Map<unknown, number>();
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
}

/** Counts pairs of records in one group against pairs of one true entity; groups and truth are any labels. Cost O(n). */
export function countPairs(groups: ArrayLike<number>, truth: ArrayLike<number | string | null>): PairCounts {
  const tp = pairsWithin(Array.from(groups, (group, at) => `${group} ${truth[at]}`));
  return { tp, fp: pairsWithin(Array.from(groups)) - tp, fn: pairsWithin(Array.from(truth)) - tp };
}

/** Precision, recall and F1 over such pairs; 1 where there is none to find or none was found. */
export const qualityOf = ({ tp, fp, fn }: PairCounts): PairQuality => ({
  precision: tp + fp === 0 ? 1 : tp / (tp + fp), recall: tp + fn === 0 ? 1 : tp / (tp + fn), f1: 2 * tp + fp + fn === 0 ? 1 : (2 * tp) / (2 * tp + fp + fn),
});

export const pairQuality = (groups: ArrayLike<number>, truth: ArrayLike<number | string>): PairQuality => qualityOf(countPairs(groups, truth));
