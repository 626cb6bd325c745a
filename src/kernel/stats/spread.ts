/** Mean of the values that are not NaN; NaN where there is none. Cost O(n). */
export function meanOf(values: Float64Array): number {
  let count = 0;
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] as number;
    if (Number.isNaN(value)) continue;
    count += 1;
    sum += value;
  }
  return sum / count;
}

/** Standard deviation (n − 1) of the values that are not NaN; NaN with fewer than two. Cost O(n). */
export function deviationOf(values: Float64Array, mean = meanOf(values)): number {
  let count = 0;
  let squares = 0;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] as number;
    if (Number.isNaN(value)) continue;
    count += 1;
    squares += (value - mean) ** 2;
  }
  return count > 1 ? Math.sqrt(squares / (count - 1)) : NaN;
}
