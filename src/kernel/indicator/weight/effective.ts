import { fault } from '../../method/fields.ts';

export interface WeightNode {
  code: string;
  /** Code of the group it belongs to; null at the top. */
  parent: string | null;
  weight: number;
}

/**
 * Effective weights: the product down the tree of weight ÷ sum of the siblings' weights; the top is 1.
 * Refuses codes used twice, unknown parents, circles and siblings whose weights sum to 0. Cost O(nodes · depth).
 */
export function effectiveWeights(tree: readonly WeightNode[]): Map<string, number> {
  const byCode = new Map(tree.map((node) => [node.code, node]));
  if (byCode.size !== tree.length) fault('every code of the tree must be used once');
  const sums = new Map<string | null, number>();
  for (const { parent, weight } of tree) {
    if (parent !== null && !byCode.has(parent)) fault(`the tree has no node "${parent}"`);
    if (!(weight >= 0)) fault('weights must be 0 or more');
    sums.set(parent, (sums.get(parent) ?? 0) + weight);
  }
  return new Map(tree.map((node) => [node.code, share(node)]));

  function share(node: WeightNode): number {
    let product = 1;
    let at: WeightNode | undefined = node;
    for (let depth = 0; at; depth += 1) {
      if (depth > tree.length) fault('the tree must not run in a circle');
      const sum: number = sums.get(at.parent) ?? 0;
      if (!(sum > 0)) fault('the weights of a group must not all be 0');
      product *= at.weight / sum;
      at = at.parent === null ? undefined : byCode.get(at.parent);
    }
    return product;
  }
}
