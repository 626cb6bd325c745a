export interface Bin {
  from: number;
  to: number;
  count: number;
}

/** Bins of equal width between the least and the greatest value, as many as Sturges’ rule says (1 + log2 n, at most 20); the last one holds its upper limit. */
export function binsOf(values: readonly number[]): Bin[] {
  if (values.length === 0) return [];
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low === high) return [{ from: low, to: high, count: values.length }];
  const count = Math.min(20, Math.ceil(1 + Math.log2(values.length)));
  const width = (high - low) / count;
  const bins = Array.from({ length: count }, (_, at): Bin => ({ from: low + at * width, to: at === count - 1 ? high : low + (at + 1) * width, count: 0 }));
  for (const value of values) {
    const bin = bins[Math.min(count - 1, Math.floor((value - low) / width))];
    if (bin) bin.count += 1;
  }
  return bins;
}
