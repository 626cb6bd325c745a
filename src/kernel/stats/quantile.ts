/**
 * Quantile of sorted values without missing ones, type 7 of Hyndman and Fan (1996): linear between the order statistics at
 * (n − 1) · share. NaN of no value. Cost O(1).
 */
export function quantileOfSorted(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const low = sorted[below] ?? NaN;
  const high = sorted[Math.ceil(place)] ?? NaN;
  return low + (place - below) * (high - low);
}
