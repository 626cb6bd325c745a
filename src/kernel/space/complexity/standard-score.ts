/** Mean 0 and standard deviation 1 (n − 1), in place over the values that are not NaN; null where they do not differ. Cost O(n). */
export function standardised(values: Float64Array): Float64Array | null {
  let count = 0;
  let sum = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    count += 1;
    sum += value;
  }
  const mean = sum / count;
  let squares = 0;
  let largest = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    squares += (value - mean) ** 2;
    largest = Math.max(largest, Math.abs(value));
  }
  const deviation = Math.sqrt(squares / (count - 1));
  return deviation > largest * 1e-13 ? values.map((value) => (value - mean) / deviation) : null;
}
