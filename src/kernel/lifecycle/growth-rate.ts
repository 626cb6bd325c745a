/** Growth at a constant rate, read from logarithms. */
import { readSeries } from './series.ts';

export interface GrowthRate {
  /** Value at t = 0. */
  a: number;
  /** Rate per unit of t; e^g − 1 is the growth of one unit. */
  g: number;
  r2: number;
  /** Standard errors of ln a and of g. */
  se: { lnA: number; g: number };
  /** How many values were used. */
  many: number;
  warnings: string[];
}

/**
 * Ordinary least squares of ln y on t; r² is that of the logarithms. Values that are not positive have no logarithm and are left
 * out with a warning, as are missing ones. Fewer than two moments give NaN. Cost O(n).
 */
export function fitRate(t: Float64Array, y: Float64Array): GrowthRate {
  const series = readSeries(t, y);
  const held = Array.from(series.t, (_, at) => at).filter((at) => (series.y[at] as number) > 0);
  const warnings = [...series.warnings];
  if (held.length < series.t.length) warnings.push(`${series.t.length - held.length} values that are not positive have no logarithm and are left out`);
  const x = held.map((at) => series.t[at] as number);
  const z = held.map((at) => Math.log(series.y[at] as number));
  const many = x.length;
  const middle = x.reduce((sum, one) => sum + one, 0) / many;
  const level = z.reduce((sum, one) => sum + one, 0) / many;
  let spread = 0;
  let joint = 0;
  let total = 0;
  for (const [at, one] of x.entries()) {
    spread += (one - middle) ** 2;
    joint += (one - middle) * ((z[at] as number) - level);
    total += ((z[at] as number) - level) ** 2;
  }
  if (many < 2 || spread === 0) return { a: NaN, g: NaN, r2: NaN, se: { lnA: NaN, g: NaN }, many, warnings: [...warnings, 'a rate needs positive values at two moments'] };
  const g = joint / spread;
  const lnA = level - g * middle;
  const rest = x.reduce((sum, one, at) => sum + ((z[at] as number) - lnA - g * one) ** 2, 0);
  const noise = many > 2 ? rest / (many - 2) : NaN;
  if (!Number.isFinite(g) || !Number.isFinite(lnA)) warnings.push('moments too far apart to compute a rate with');
  if (total === 0) warnings.push('every value is the same: r2 has no meaning');
  return { a: Math.exp(lnA), g, r2: total > 0 ? 1 - rest / total : NaN, se: { lnA: Math.sqrt(noise * (1 / many + middle ** 2 / spread)), g: Math.sqrt(noise / spread) }, many, warnings };
}
