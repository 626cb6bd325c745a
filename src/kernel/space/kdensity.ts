import { selectQuantile } from '../stats/quantile-select.ts';
import { distanceOf, type Positions } from './positions.ts';

/** A density of distances between points, at the distances `r`. Integrates to 1 over d ≥ 0. */
export interface KDensity {
  /** In the unit of the distances. */
  bandwidth: number;
  /** Per unit of distance, one for each r. */
  density: Float64Array;
}

/** Distances of pairs, each with its weight; an absent weight list means 1 for every pair. */
export interface PairDistances {
  distances: Float64Array;
  weights?: Float64Array | undefined;
}

/** All n(n−1)/2 distances within one set of points; the weight of a pair is the product of its points' weights. Cost O(n²) time and memory. */
export function pairDistances(positions: Positions, weights?: ArrayLike<number>): PairDistances {
  const { at, count, dimensions, metric } = positions;
  const distances = new Float64Array((count * (count - 1)) / 2);
  const products = weights ? new Float64Array(distances.length) : undefined;
  let pair = 0;
  for (let a = 1; a < count; a += 1) {
    for (let b = 0; b < a; b += 1, pair += 1) {
      let sum = 0;
      for (let axis = 0; axis < dimensions; axis += 1) {
        const step = (at[a * dimensions + axis] as number) - (at[b * dimensions + axis] as number);
        sum += step * step;
      }
      distances[pair] = distanceOf(metric, Math.sqrt(sum));
      if (products && weights) products[pair] = (weights[a] as number) * (weights[b] as number);
    }
  }
  return { distances, weights: products };
}

/** Rule of thumb 0.9 · min(s, IQR ÷ 1.34) · m^(−1/5) from its parts; where the spread is nil the other measure stands in. */
export function bandwidthFrom(count: number, deviation: number, quartileRange: number): number {
  const spread = Math.min(deviation, quartileRange / 1.34) || deviation;
  return 0.9 * spread * count ** -0.2;
}

/**
 * Bandwidth of Silverman's rule of thumb (Silverman 1986, eq. 3.31) over the distances up to `limit` (2 · largest r in
 * Duranton and Overman's use), unweighted. NaN when fewer than two distances are that short. Quartiles of type 7. Cost O(m).
 */
export function ruleOfThumb(distances: Float64Array, limit: number): number {
  const near = distances.filter((distance) => distance <= limit);
  const count = near.length;
  if (count < 2) return NaN;
  let mean = 0;
  for (const one of near) mean += one / count;
  let squares = 0;
  for (const one of near) squares += (one - mean) ** 2;
  return bandwidthFrom(count, Math.sqrt(squares / (count - 1)), selectQuantile(near, 0.75) - selectQuantile(near, 0.25));
}

/**
 * Gaussian kernel density of distances, reflected at 0:
 * K(r) = Σ w [φ((r−d)/h) + φ((r+d)/h)] ÷ (h Σ w). Exact direct sum, cost O(m · |r|).
 * Reference: Duranton and Overman (2005), Review of Economic Studies 72:1077–1106, eq. 1; reflection: Silverman (1986) §2.10.
 */
export function densityOfDistances({ distances, weights }: PairDistances, r: ArrayLike<number>, bandwidth: number): Float64Array {
  const density = new Float64Array(r.length);
  let total = 0;
  for (let pair = 0; pair < distances.length; pair += 1) total += weights ? (weights[pair] as number) : 1;
  const scale = 1 / (total * bandwidth * Math.sqrt(2 * Math.PI));
  for (let at = 0; at < r.length; at += 1) {
    const here = r[at] as number;
    let sum = 0;
    for (let pair = 0; pair < distances.length; pair += 1) {
      const distance = distances[pair] as number;
      const off = (here - distance) / bandwidth;
      const mirrored = (here + distance) / bandwidth;
      const kernel = Math.exp(-0.5 * off * off) + Math.exp(-0.5 * mirrored * mirrored);
      sum += weights ? kernel * (weights[pair] as number) : kernel;
    }
    density[at] = sum * scale;
  }
  return density;
}

/** Duranton–Overman K-density of one set of points, every pair reckoned. Bandwidth by `ruleOfThumb` unless given. Cost O(n² · |r|). */
export function kDensity(positions: Positions, r: ArrayLike<number>, { weights, bandwidth }: { weights?: ArrayLike<number> | undefined; bandwidth?: number | undefined } = {}): KDensity {
  const pairs = pairDistances(positions, weights);
  const width = bandwidth ?? ruleOfThumb(pairs.distances, 2 * largest(r));
  return { bandwidth: width, density: densityOfDistances(pairs, r, width) };
}

/** The largest of some numbers, 0 for none. */
export function largest(values: ArrayLike<number>): number {
  let found = 0;
  for (let at = 0; at < values.length; at += 1) found = Math.max(found, values[at] as number);
  return found;
}
