/**
 * The value that would stand at place `k` (from 0) of the first `length` values in ascending order; reorders them.
 * Quickselect with the median of three, expected cost O(length). The values must not contain NaN. Hoare 1961.
 */
export function selectAt(values: Float64Array, k: number, length = values.length): number {
  let low = 0;
  let high = length - 1;
  while (low < high) {
    const a = values[low] as number;
    const b = values[(low + high) >>> 1] as number;
    const c = values[high] as number;
    const pivot = a < b ? (b < c ? b : a < c ? c : a) : a < c ? a : b < c ? c : b;
    let left = low;
    let right = high;
    while (left <= right) {
      while ((values[left] as number) < pivot) left += 1;
      while ((values[right] as number) > pivot) right -= 1;
      if (left > right) break;
      const held = values[left] as number;
      values[left] = values[right] as number;
      values[right] = held;
      left += 1;
      right -= 1;
    }
    if (k <= right) high = right;
    else if (k >= left) low = left;
    else return values[k] as number;
  }
  return values[k] as number;
}

/**
 * Quantile of type 7 (Hyndman, Fan 1996: linear between the places (n − 1)p) of the first `length` values, which it reorders.
 * NaN for no values. Expected cost O(length).
 */
export function selectQuantile(values: Float64Array, p: number, length = values.length): number {
  if (length === 0) return NaN;
  const place = (length - 1) * p;
  const floor = Math.floor(place);
  const lower = selectAt(values, floor, length);
  if (place === floor) return lower;
  let upper = Infinity;
  for (let at = floor + 1; at < length; at += 1) if ((values[at] as number) < upper) upper = values[at] as number;
  return lower + (place - floor) * (upper - lower);
}
