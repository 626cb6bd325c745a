/** A series in the order of its moments, without the pairs of which a member is missing (NaN). */
export interface Series {
  t: Float64Array;
  y: Float64Array;
  warnings: string[];
}

/** Leaves missing values out (they are no zeros) and says so. Throws RangeError when the lengths differ. Cost O(n log n). */
export function readSeries(t: Float64Array, y: Float64Array): Series {
  if (t.length !== y.length) throw new RangeError(`t has ${t.length} values, y has ${y.length}`);
  const held = Array.from(t, (_, at) => at).filter((at) => Number.isFinite(t[at]) && Number.isFinite(y[at]));
  held.sort((a, b) => (t[a] as number) - (t[b] as number) || a - b);
  const missing = t.length - held.length;
  return {
    t: Float64Array.from(held, (at) => t[at] as number),
    y: Float64Array.from(held, (at) => y[at] as number),
    warnings: missing > 0 ? [`${missing} of ${t.length} values are missing and left out`] : [],
  };
}
