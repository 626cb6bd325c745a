/** A node of the tree by which indicators become one score: an indicator (a leaf) or what is put together of its children. */
export interface TreeNode {
  code: string;
  /** Code of the node it goes into; null at the top. */
  parent: string | null;
  /** Weight among its siblings, any sum. */
  weight: number;
  /** 1 for indicators; larger the nearer to the top. Only the order of the nodes that are shown depends on it. */
  level: number;
  /** 1, or −1 where less is better. */
  direction: number;
  indicator: boolean;
}

/** The tree in arrays. Nodes 0 … indicators − 1 are the columns of the data; then what is put together, each after its children. */
export interface Structure {
  codes: readonly string[];
  indicators: number;
  /** Index of the node it goes into; −1 at the top. */
  parents: Int32Array;
  weights: Float64Array;
  levels: Int32Array;
  /** One per indicator. */
  direction: Float64Array;
  /** Children of node `indicators + i`. */
  children: readonly Int32Array[];
  /** The top. */
  target: number;
}

/** Why nodes make no tree. */
export type TreeFault = 'duplicate' | 'parentUnknown' | 'parentIsIndicator' | 'childless' | 'circular' | 'noTop' | 'manyTops' | 'noIndicator';

/**
 * Orders nodes so that children come before what they go into; indicators keep the order in which they are given.
 * Refuses what is no tree, with the code of the first node at fault. Cost O(nodes²) at worst, a tree of hundreds at most.
 */
export function structureOf(nodes: readonly TreeNode[]): Structure | { fault: TreeFault; code: string } {
  const known = new Map<string, TreeNode>();
  for (const node of nodes) {
    if (known.has(node.code)) return { fault: 'duplicate', code: node.code };
    known.set(node.code, node);
  }
  for (const { code, parent } of nodes) {
    if (parent === null) continue;
    const above = known.get(parent);
    if (!above) return { fault: 'parentUnknown', code };
    if (above.indicator) return { fault: 'parentIsIndicator', code };
  }
  const leaves = nodes.filter((node) => node.indicator);
  if (leaves.length === 0) return { fault: 'noIndicator', code: '' };
  const tops = nodes.filter((node) => node.parent === null);
  if (tops.length !== 1) return { fault: tops.length === 0 ? 'noTop' : 'manyTops', code: tops[1]?.code ?? '' };
  const ordered = [...leaves];
  const at = new Map(leaves.map(({ code }, index) => [code, index]));
  let waiting = nodes.filter((node) => !node.indicator).sort((one, other) => one.level - other.level);
  const childless = waiting.find(({ code }) => !nodes.some((node) => node.parent === code));
  if (childless) return { fault: 'childless', code: childless.code };
  while (waiting.length > 0) {
    const ready = waiting.filter(({ code }) => nodes.every((node) => node.parent !== code || at.has(node.code)));
    if (ready.length === 0) return { fault: 'circular', code: (waiting[0] as TreeNode).code };
    for (const node of ready) at.set(node.code, ordered.push(node) - 1);
    waiting = waiting.filter((node) => !at.has(node.code));
  }
  const parents = Int32Array.from(ordered, ({ parent }) => (parent === null ? -1 : (at.get(parent) as number)));
  return {
    codes: ordered.map(({ code }) => code),
    indicators: leaves.length,
    parents,
    weights: Float64Array.from(ordered, ({ weight }) => weight),
    levels: Int32Array.from(ordered, ({ level }) => level),
    direction: Float64Array.from(leaves, ({ direction }) => direction),
    children: ordered.slice(leaves.length).map((_, index) => Int32Array.from(parents.keys()).filter((node) => parents[node] === leaves.length + index)),
    target: parents.indexOf(-1),
  };
}

/** Nodes of a structure again, for one that is changed. */
export const nodesOf = ({ codes, indicators, parents, weights, levels, direction }: Structure): TreeNode[] =>
  codes.map((code, at) => ({
    code,
    parent: codes[parents[at] as number] ?? null,
    weight: weights[at] as number,
    level: levels[at] as number,
    direction: direction[at] ?? 1,
    indicator: at < indicators,
  }));

/** The nodes without one (with all below it), and without what is left with no children. */
export function nodesWithout(nodes: readonly TreeNode[], code: string): TreeNode[] {
  let left = nodes.filter((node) => node.code !== code);
  for (;;) {
    const there = new Set(left.map((node) => node.code));
    const next = left.filter((node) => (node.parent === null || there.has(node.parent)) && (node.indicator || left.some(({ parent }) => parent === node.code)));
    if (next.length === left.length) return left;
    left = next;
  }
}
