import { places } from './positions.ts';
import type { SpanningTree } from './spanning-tree.ts';

/** Clusters within clusters: cluster 0 is everything, children come after their parent, the smaller of two first. */
export interface CondensedTree {
  /** Parent of each cluster, −1 of the whole. */
  parent: number[];
  /** Length at which each cluster parts from its parent (Infinity for the whole). */
  birth: number[];
  /** Length at which each cluster falls apart into two, or loses its last points. */
  death: number[];
  /** How many points it has at birth. */
  size: number[];
  /** The last cluster each point belongs to. */
  lastCluster: Int32Array;
  /** The length below which each point is alone: its shortest link. */
  alone: Float64Array;
}

/**
 * Reads the tree of single links (ascending lengths) from its root down: a split into two parts of at least `least`
 * points makes two clusters; a smaller part is points that leave. Cost O(n α(n)).
 * Reference: Campello, Moulavi, Zimek, Sander (2015), ACM TKDD 10(1):5, §4.
 */
export function condenseTree(tree: SpanningTree, count: number, least: number): CondensedTree {
  const links = linkage(tree, count);
  const condensed: CondensedTree = { parent: [-1], birth: [Infinity], death: [0], size: [count], lastCluster: new Int32Array(count), alone: shortestLinks(tree, count) };
  const waiting: { node: number; cluster: number }[] = count > 0 ? [{ node: 2 * count - 2, cluster: 0 }] : [];
  const sizeOf = (node: number): number => (node < count ? 1 : (links.size[node - count] as number));
  const drop = (node: number, cluster: number): void => {
    const under = [node];
    for (let next = under.pop(); next !== undefined; next = under.pop()) {
      if (next >= count) under.push(links.left[next - count] as number, links.right[next - count] as number);
      else condensed.lastCluster[next] = cluster;
    }
  };
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, cluster } = next;
    if (node < count) {
      drop(node, cluster);
      continue;
    }
    const length = tree.length[node - count] as number;
    const parts = [links.left[node - count] as number, links.right[node - count] as number];
    const large = parts.filter((part) => sizeOf(part) >= least);
    if (large.length < 2) condensed.death[cluster] = length;
    for (const part of parts.sort((one, other) => sizeOf(one) - sizeOf(other))) {
      if (sizeOf(part) < least) drop(part, cluster);
      else if (large.length === 1) waiting.push({ node: part, cluster });
      else {
        condensed.death[cluster] = length;
        waiting.push({ node: part, cluster: condensed.parent.length });
        condensed.parent.push(cluster);
        condensed.birth.push(length);
        condensed.death.push(0);
        condensed.size.push(sizeOf(part));
      }
    }
  }
  return condensed;
}

/** Merges in ascending order: link k joins `left[k]` and `right[k]` (points below n, links from n on) to `size[k]` points. */
function linkage({ a, b, length }: SpanningTree, count: number): { left: Uint32Array; right: Uint32Array; size: Uint32Array } {
  const links = { left: new Uint32Array(length.length), right: new Uint32Array(length.length), size: new Uint32Array(length.length) };
  const parent = places(2 * count);
  const rootOf = (one: number): number => {
    let at = one;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  const sizeOf = (node: number): number => (node < count ? 1 : (links.size[node - count] as number));
  for (let link = 0; link < length.length; link += 1) {
    const left = rootOf(a[link] as number);
    const right = rootOf(b[link] as number);
    links.left[link] = left;
    links.right[link] = right;
    links.size[link] = sizeOf(left) + sizeOf(right);
    parent[left] = count + link;
    parent[right] = count + link;
  }
  return links;
}

function shortestLinks({ a, b, length }: SpanningTree, count: number): Float64Array {
  const shortest = new Float64Array(count).fill(count > 1 ? Infinity : 0);
  for (const [link, here] of length.entries()) {
    for (const point of [a[link] as number, b[link] as number]) if (here < (shortest[point] as number)) shortest[point] = here;
  }
  return shortest;
}
