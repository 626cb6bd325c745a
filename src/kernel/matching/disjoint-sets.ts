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

/** How many pairs have the same label. Cost O(n). */
export function pairsWithin(labels: Iterable<unknown>): number {
  const sizes = new Map<unknown, number>();
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
}

/** Precision, recall and F1 over pairs of records in one group against pairs of one true entity; groups and truth are any labels. Cost O(n). */
export function pairQuality(groups: ArrayLike<number>, truth: ArrayLike<number | string>): PairQuality {
  const found = pairsWithin(Array.from(groups));
  const real = pairsWithin(Array.from(truth));
  const both = pairsWithin(Array.from(groups, (group, at) => `${group} ${truth[at]}`));
  return { precision: found === 0 ? 1 : both / found, recall: real === 0 ? 1 : both / real, f1: found + real === 0 ? 1 : (2 * both) / (found + real) };
}
