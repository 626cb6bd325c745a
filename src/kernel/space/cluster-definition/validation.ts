import type { Matrix } from '../../stats/matrix.ts';

export interface Validation {
  /** Mean relatedness within each cluster, pairs of different industries; NaN for a cluster of one. */
  wcr: Float64Array;
  /** Percent of clusters whose `wcr` exceeds the mean, and the 95th percentile, of the relatedness with each other cluster. */
  clusterAvg: number;
  cluster95: number;
  /** The same, industry by industry. */
  industryAvg: number;
  industry95: number;
  /** Mean of the four. */
  vs: number;
}

/**
 * Validation scores of a set of clusters on one relatedness matrix (Delgado, Porter, Stern 2016): relatedness within against
 * relatedness with the other clusters, percentile of type 7. Clusters of one industry have no relatedness within; they and
 * their industries are left out of the percentages, which are NaN when none is left. Labels from 1. Cost O(n²).
 */
export function validate({ rows: size, cells }: Matrix, labels: Int32Array): Validation {
  const clusters = labels.reduce((most, one) => Math.max(most, one), 0);
  const members = new Float64Array(clusters);
  for (const label of labels) members[label - 1] = (members[label - 1] as number) + 1;
  // Sum of relatedness of each industry with the others of each cluster.
  const withCluster = new Float64Array(size * clusters);
  for (let a = 0; a < size; a += 1) {
    for (let b = 0; b < size; b += 1) {
      if (a === b) continue;
      const at = a * clusters + (labels[b] as number) - 1;
      withCluster[at] = (withCluster[at] as number) + (cells[a * size + b] as number);
    }
  }
  const between = new Float64Array(clusters * clusters);
  for (let a = 0; a < size; a += 1) {
    for (let to = 0; to < clusters; to += 1) {
      const at = ((labels[a] as number) - 1) * clusters + to;
      between[at] = (between[at] as number) + (withCluster[a * clusters + to] as number);
    }
  }
  const mates = (label: number): number => (members[label] as number) - 1;
  const wcr = Float64Array.from({ length: clusters }, (_, own) => (between[own * clusters + own] as number) / ((members[own] as number) * mates(own)));
  const others = (own: number, mean: (other: number) => number): number[] =>
    Array.from({ length: clusters }, (_, other) => other).filter((other) => other !== own).map(mean);
  const ofClusters = Array.from(wcr, (within, own): Comparison => ({
    within,
    between: others(own, (other) => (between[own * clusters + other] as number) / ((members[own] as number) * (members[other] as number))),
  }));
  const ofIndustries = Array.from(labels, (label, at): Comparison => ({
    within: (withCluster[at * clusters + label - 1] as number) / mates(label - 1),
    between: others(label - 1, (other) => (withCluster[at * clusters + other] as number) / (members[other] as number)),
  }));
  const [clusterAvg, cluster95] = shares(ofClusters);
  const [industryAvg, industry95] = shares(ofIndustries);
  return { wcr, clusterAvg, cluster95, industryAvg, industry95, vs: (clusterAvg + cluster95 + industryAvg + industry95) / 4 };
}

interface Comparison {
  within: number;
  between: number[];
}

function shares(comparisons: readonly Comparison[]): [average: number, percentile: number] {
  const judged = comparisons.filter(({ within, between }) => !Number.isNaN(within) && between.length > 0 && !between.some(Number.isNaN));
  const percent = (exceeds: (one: Comparison) => boolean): number => (100 * judged.filter(exceeds).length) / judged.length;
  return [
    percent(({ within, between }) => within > between.reduce((sum, one) => sum + one, 0) / between.length),
    percent(({ within, between }) => within > quantile(between, 0.95)),
  ];
}

/** Quantile of type 7 (Hyndman, Fan 1996). */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const under = sorted[Math.floor(place)] as number;
  return under + (place % 1) * ((sorted[Math.ceil(place)] as number) - under);
}
