/** Whether a series rises or falls, whatever the form. */
import { twoSidedNormal } from '../stats/distribution.ts';
import { selectQuantile } from '../stats/quantile-select.ts';
import { readSeries } from './series.ts';

export interface Trend {
  /** Pairs that rise less pairs that fall. */
  S: number;
  varS: number;
  z: number;
  /** Two-sided, normal with continuity correction. */
  p: number;
  /** Median of the slopes between all pairs, in units of y per unit of t. */
  senSlope: number;
  many: number;
  warnings: string[];
}

/**
 * Mann–Kendall test: S = Σ_{i<j} sign(y_j − y_i); Var S = [n(n−1)(2n+5) − Σ u(u−1)(2u+5)]/18 over groups of u equal values;
 * z = (S ∓ 1)/√Var S. Slope of Sen (1968): median of (y_j − y_i)/(t_j − t_i). Order is that of t; pairs of one moment are not
 * compared. Missing values are left out. A series of equal values, or of one, has z = 0 and p = 1. Cost O(n²).
 * Source: Mann 1945; Kendall 1975.
 */
export function trendOf(t: Float64Array, y: Float64Array): Trend {
  const series = readSeries(t, y);
  const many = series.y.length;
  const slopes: number[] = [];
  let S = 0;
  for (let i = 0; i < many; i += 1) {
    for (let j = i + 1; j < many; j += 1) {
      const time = (series.t[j] as number) - (series.t[i] as number);
      if (time === 0) continue;
      const rise = (series.y[j] as number) - (series.y[i] as number);
      S += Math.sign(rise);
      slopes.push(rise / time);
    }
  }
  const equal = (values: Float64Array): number => {
    const counts = new Map<number, number>();
    for (const one of values) counts.set(one, (counts.get(one) ?? 0) + 1);
    return [...counts.values()].reduce((sum, u) => sum + u * (u - 1) * (2 * u + 5), 0);
  };
  const varS = Math.max(0, (many * (many - 1) * (2 * many + 5) - equal(series.y)) / 18);
  const z = varS > 0 ? (S - Math.sign(S)) / Math.sqrt(varS) : 0;
  const senSlope = selectQuantile(Float64Array.from(slopes), 0.5);
  const warnings = [...series.warnings];
  if (many < 4) warnings.push(`${many} values are too few for a trend to be told from chance`);
  if (slopes.length < (many * (many - 1)) / 2) warnings.push('several values belong to one moment; they are not compared with each other');
  return { S, varS, z, p: varS > 0 ? twoSidedNormal(z) : 1, senSlope, many, warnings };
}
