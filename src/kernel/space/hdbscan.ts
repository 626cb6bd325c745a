import { condenseTree, type CondensedTree } from './condense-tree.ts';
import { kdTree, kthNearest } from './kd-tree.ts';
import { distanceOf, type Positions } from './positions.ts';
import { reachabilityTree } from './spanning-tree.ts';

export interface Hdbscan {
  /** 0 = noise; clusters from 1 on, in the order of the condensed tree: the smaller part of a split first. */
  labels: Int32Array;
  /** (max core distance in the cluster − own core distance) ÷ max core distance in the cluster; 0 for noise. */
  probability: Float64Array;
  /** GLOSH in [0, 1]: 1 − (shortest link in or below the cluster it belongs to last) ÷ (its own shortest link). */
  outlier: Float64Array;
  clusters: number;
  /** Sum over the points of a cluster of 1/(shortest link, but not below the cluster's end) − 1/(length at its birth), by label − 1. */
  stability: Float64Array;
  /** Distance to the (minPts − 1)-th other point. */
  coreDistance: Float64Array;
  /** Whether points lie on one another so closely that a length of 0 was met; it then counts as the shortest length above 0. */
  coincident: boolean;
}

/**
 * Hierarchical density clusters: mutual reachability, shortest spanning tree, condensed tree with clusters of at least
 * minPts points, selection by excess of mass (the whole is never selected). minPts counts the point itself.
 * Memory O(n); time about O(n log² n) in the plane. Lengths are distances of the metric.
 * References: Campello, Moulavi, Sander (2013), PAKDD, 160–172; Campello et al. (2015), ACM TKDD 10(1):5 (GLOSH: §6).
 */
export function hdbscan(positions: Positions, minPts: number): Hdbscan {
  const count = positions.count;
  const search = kdTree(positions);
  const core = new Float64Array(count);
  kthNearest(search, minPts - 1, core);
  const tree = reachabilityTree(positions, core, search);
  const length = tree.length.map((straight) => distanceOf(positions.metric, straight));
  const shortest = length.find((one) => one > 0) ?? 1;
  const condensed = condenseTree({ ...tree, length: length.map((one) => one || shortest) }, count, minPts);
  const stabilities = stabilityOf(condensed);
  const selected = select(condensed, stabilities);
  const coreDistance = core.map((straight) => distanceOf(positions.metric, straight));
  const { labels, clusters, order } = labelsOf(condensed, selected);
  return {
    labels,
    clusters,
    stability: Float64Array.from(order, (cluster) => stabilities[cluster] as number),
    coreDistance,
    probability: membership(labels, coreDistance, clusters),
    outlier: glosh(condensed),
    coincident: length.some((one) => one === 0),
  };
}

/** Excess of mass of every cluster of the condensed tree. */
function stabilityOf({ parent, birth, death, size, lastCluster, alone }: CondensedTree): Float64Array {
  const sums = new Float64Array(parent.length);
  const since = (cluster: number): number => 1 / (birth[cluster] as number);
  // A cluster that parts into two ends there for every point; one that does not lasts for each point until it is alone.
  const parts = new Uint8Array(parent.length);
  for (const above of parent) if (above >= 0) parts[above] = 1;
  for (let point = 0; point < alone.length; point += 1) {
    const cluster = lastCluster[point] as number;
    const end = parts[cluster] === 1 ? Math.max(alone[point] as number, death[cluster] as number) : (alone[point] as number);
    sums[cluster] = (sums[cluster] as number) + 1 / end - since(cluster);
  }
  for (let cluster = 1; cluster < parent.length; cluster += 1) {
    const above = parent[cluster] as number;
    sums[above] = (sums[above] as number) + (size[cluster] as number) * (1 / (death[above] as number) - since(above));
  }
  return sums;
}

/** Which clusters are kept: from below, one whose own stability is at least that of its best descendants together. */
function select({ parent }: CondensedTree, stability: Float64Array): Uint8Array {
  const kept = new Uint8Array(parent.length);
  const below = new Float64Array(parent.length);
  for (let cluster = parent.length - 1; cluster > 0; cluster -= 1) {
    const best = Math.max(below[cluster] as number, stability[cluster] as number);
    kept[cluster] = (stability[cluster] as number) >= (below[cluster] as number) ? 1 : 0;
    below[parent[cluster] as number] = (below[parent[cluster] as number] as number) + best;
  }
  for (let cluster = 1; cluster < parent.length; cluster += 1) {
    // A cluster within a kept one is not a cluster of its own; 2 marks what lies under one.
    const above = kept[parent[cluster] as number] as number;
    if (above > 0) kept[cluster] = 2;
  }
  return kept;
}

function labelsOf({ parent, lastCluster }: CondensedTree, kept: Uint8Array): { labels: Int32Array; clusters: number; order: number[] } {
  const keptAbove = new Int32Array(parent.length).fill(-1);
  for (let cluster = 0; cluster < parent.length; cluster += 1) {
    if (kept[cluster] === 1) keptAbove[cluster] = cluster;
    else if (kept[cluster] === 2) keptAbove[cluster] = keptAbove[parent[cluster] as number] as number;
  }
  const order = [...kept.keys()].filter((cluster) => kept[cluster] === 1);
  const label = new Map(order.map((cluster, at) => [cluster, at + 1]));
  return { labels: Int32Array.from(lastCluster, (cluster) => label.get(keptAbove[cluster] as number) ?? 0), clusters: order.length, order };
}

function membership(labels: Int32Array, core: Float64Array, clusters: number): Float64Array {
  const most = new Float64Array(clusters + 1);
  for (const [point, label] of labels.entries()) most[label] = Math.max(most[label] as number, core[point] as number);
  return core.map((own, point) => {
    const label = labels[point] as number;
    const largest = most[label] as number;
    return label === 0 ? 0 : largest > 0 ? (largest - own) / largest : 1;
  });
}

function glosh({ parent, lastCluster, alone }: CondensedTree): Float64Array {
  const shortest = new Float64Array(parent.length).fill(Infinity);
  for (let point = 0; point < alone.length; point += 1) {
    const cluster = lastCluster[point] as number;
    shortest[cluster] = Math.min(shortest[cluster] as number, alone[point] as number);
  }
  for (let cluster = parent.length - 1; cluster > 0; cluster -= 1) {
    const above = parent[cluster] as number;
    shortest[above] = Math.min(shortest[above] as number, shortest[cluster] as number);
  }
  return alone.map((own, point) => (own > 0 ? 1 - (shortest[lastCluster[point] as number] as number) / own : 0));
}
