export const varietyMethod = { id: 'related-variety', version: '1.0.0' } as const;

export interface Variety {
  total: number;
  /** Entropy of the groups. */
  unrelated: number;
  /** Entropy inside the groups, weighted by their shares. */
  related: number;
}

/**
 * Variety of one region over industries that fall into groups: unrelated Σ_g P_g log 1/P_g, related Σ_g P_g H_g, total = both.
 * `group[i]`: number of the group of industry i, from 0. Missing counts are left out; NaN for a region without any. O(industries + groups).
 * Frenken, Van Oort, Verburg 2007.
 */
export function relatedVariety(counts: Float64Array, group: Int32Array, groups: number, base = 2): Variety {
  const sums = new Float64Array(groups);
  let all = 0;
  for (let at = 0; at < counts.length; at += 1) {
    const count = counts[at] as number;
    if (!(count > 0)) continue;
    sums[group[at] as number] = (sums[group[at] as number] as number) + count;
    all += count;
  }
  if (all === 0) return { total: NaN, unrelated: NaN, related: NaN };
  let unrelated = 0;
  let related = 0;
  for (const sum of sums) if (sum > 0) unrelated -= (sum / all) * Math.log(sum / all);
  for (let at = 0; at < counts.length; at += 1) {
    const count = counts[at] as number;
    if (count > 0) related -= (count / all) * Math.log(count / (sums[group[at] as number] as number));
  }
  const unit = Math.log(base);
  const parts = { unrelated: unrelated / unit + 0, related: related / unit + 0 };
  return { total: parts.unrelated + parts.related, ...parts };
}
