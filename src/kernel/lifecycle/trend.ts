/** Whether a series rises or falls, whatever the form. */
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

/** Standard normal: the chance of a value further from zero than |z|. Series below 3, continued fraction above; relative error below 1e-13. */
export function twoSided(z: number): number {
  const x = Math.abs(z);
  if (x < 3) {
    let term = x;
    let sum = x;
    for (let at = 3; Math.abs(term) > 1e-18 * sum && at < 400; at += 2) {
      term *= (x * x) / at;
      sum += term;
    }
    return 1 - Math.sqrt(2 / Math.PI) * Math.exp((-x * x) / 2) * sum;
  }
  let tail = x;
  for (let at = 120; at >= 1; at -= 1) tail = x + at / tail;
  return (Math.sqrt(2 / Math.PI) * Math.exp((-x * x) / 2)) / tail;
}

/**
 * Mann–Kendall test: S = Σ_{i<j} sign(y_j − y_i); Var S = [n(n−1)(2n+5) − Σ u(u−1)(2u+5)]/18 over groups of u equal values;
 * z = (S ∓ 1)/√Var S. Slope of Sen (1968): median of (y_j − y_i)/(t_j − t_i). Order is that of t; pairs of one moment are not
 * compared. Missing values are left out. A series of equal values, or of one, has z = 0 and p = 1. Cost O(n² log n).
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
  slopes.sort((a, b) => a - b);
  const half = slopes.length / 2;
  const senSlope = slopes.length === 0 ? NaN : Number.isInteger(half) ? ((slopes[half - 1] as number) + (slopes[half] as number)) / 2 : (slopes[Math.floor(half)] as number);
  const warnings = [...series.warnings];
  if (many < 4) warnings.push(`${many} values are too few for a trend to be told from chance`);
  if (slopes.length < (many * (many - 1)) / 2) warnings.push('several values belong to one moment; they are not compared with each other');
  return { S, varS, z, p: varS > 0 ? twoSided(z) : 1, senSlope, many, warnings };
}
