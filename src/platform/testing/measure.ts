/** One figure of a bench: ours, the limit it is held against, and a peer measured in the same run where there is one. */
export interface Measurement {
  name: string;
  unit: 'µs' | 'ms' | 's' | 'kB' | 'MB' | '×' | '%';
  value: number;
  limit?: number;
  peer?: { name: string; value: number };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
