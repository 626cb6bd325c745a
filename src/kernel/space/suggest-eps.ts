/** The k-distance graph of DBSCAN and the radius it speaks for. */
export interface SuggestedEps {
  /** 0 where nothing can be said: fewer than two different distances. */
  eps: number;
  /** Whether the graph turns clearly; where it does not, eps is the distance that three in ten points stay within. */
  clear: boolean;
  /** Place of the knee among the distances in ascending order, as a share. */
  share: number;
  /** The graph in ascending order, at most `points` of it, the last one included. */
  graph: { share: number; distance: number }[];
}

/** The farthest twentieth is noise by any radius and would only lengthen the chord. */
const tail = 0.95;
/** How far below its chord a graph must sag, as a share of the chord's height, for its knee to mean something. */
const clearSag = 0.5;
const fewOf = 0.3;

/**
 * Radius at the knee of the sorted distances to the k-th neighbour, k = minPts − 1: the place farthest below the chord from
 * the nearest to the 95th percentile. Evenly spread points have no knee worth the name; there the radius is that of the
 * densest three tenths, so that clusters are what stands closer than most. Rounded to two figures. A suggestion to be seen beside the graph, never a truth.
 * References: Ester et al. (1996), KDD, §4.2; Satopää et al. (2011), ICDCSW, 166–171. Cost O(n log n).
 */
export function suggestEps(kDistances: Float64Array, points = 60): SuggestedEps {
  const sorted = kDistances.filter(Number.isFinite).sort();
  const last = sorted.length - 1;
  if (last < 1) return { eps: 0, clear: false, share: 0, graph: [] };
  const graph = Array.from({ length: Math.min(points, sorted.length) }, (_, step, count = Math.min(points, sorted.length)) => {
    const at = Math.round((step * last) / (count - 1));
    return { share: at / last, distance: sorted[at] as number };
  });
  const end = Math.max(1, Math.floor(last * tail));
  const [low, high] = [sorted[0] as number, sorted[end] as number];
  let knee = end;
  let deepest = 0;
  for (let at = 0; at <= end; at += 1) {
    const depth = low + ((high - low) * at) / end - (sorted[at] as number);
    if (depth > deepest) {
      deepest = depth;
      knee = at;
    }
  }
  const clear = deepest >= clearSag * (high - low);
  const at = clear ? knee : Math.min(knee, Math.floor(last * fewOf));
  return { eps: twoFigures(sorted[at] as number), clear, share: at / last, graph };
}

function twoFigures(value: number): number {
  if (!(value > 0)) return 0;
  const scale = 10 ** (Math.floor(Math.log10(value)) - 1);
  // Upwards, so that the distance it comes from stays within.
  return Math.ceil(value / scale - 1e-9) * scale;
}
