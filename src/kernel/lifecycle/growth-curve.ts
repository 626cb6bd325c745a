/** Curves of growth with a ceiling, fitted to a series. */
import { fitLeastSquares, leastSquaresDefaults, type Curve, type LeastSquaresOptions } from './least-squares.ts';
import { readSeries, type Series } from './series.ts';

export type GrowthShape = 'logistic' | 'gompertz' | 'exponential' | 'linear';

export const hasCeiling = (shape: GrowthShape): shape is 'logistic' | 'gompertz' => shape === 'logistic' || shape === 'gompertz';

/** How well a curve fits: rss; normal log likelihood with the variance rss/n; AIC and AICc with the variance as one more parameter; r². */
export interface FitQuality {
  rss: number;
  logLik: number;
  aic: number;
  aicc: number;
  r2: number;
}

export interface GrowthFit extends FitQuality {
  shape: GrowthShape;
  converged: boolean;
  iterations: number;
  /** Ceiling and point of inflection (NaN for the exponential and the line); rate per unit of t (of the line: in units of y). */
  ceiling: number;
  inflection: number;
  rate: number;
  /** Covariance of (ceiling, inflection, rate), or of (value at t = 0, rate) for the exponential and the line; null where it can't be had. */
  covariance: Float64Array | null;
  /** The value at t = 0 of the exponential and the line; NaN otherwise. */
  origin: number;
  series: Series;
  warnings: string[];
}

/** ½ln of the numbers between which a curve turns: zeros of f‴ lie at inflection ∓ this ÷ rate. */
export const turns: Readonly<Record<'logistic' | 'gompertz', number>> = { logistic: Math.log(2 + Math.sqrt(3)), gompertz: Math.log((3 + Math.sqrt(5)) / 2) };

/** With s = rate·(t − inflection): the share of the ceiling that is reached, and its derivative by s. */
const shares: Readonly<Record<'logistic' | 'gompertz', (s: number) => readonly [number, number]>> = {
  logistic: (s) => {
    const share = 1 / (1 + Math.exp(-s));
    return [share, share * (1 - share)];
  },
  gompertz: (s) => {
    const tail = Math.exp(-s);
    const share = Math.exp(-tail);
    return [share, share === 0 ? 0 : share * tail];
  },
};

export const shareAt = (shape: 'logistic' | 'gompertz', s: number): number => shares[shape](s)[0];

function ceilingCurve(shape: 'logistic' | 'gompertz', t: Float64Array): Curve {
  const share = shares[shape];
  return ([ceiling, inflection, rate], values, slopes) => {
    const many = t.length;
    for (let at = 0; at < many; at += 1) {
      const away = (t[at] as number) - (inflection as number);
      const [reached, slope] = share((rate as number) * away);
      values[at] = (ceiling as number) * reached;
      slopes[at] = reached;
      slopes[many + at] = -(ceiling as number) * (rate as number) * slope;
      slopes[2 * many + at] = (ceiling as number) * away * slope;
    }
  };
}

function exponentialCurve(t: Float64Array): Curve {
  return ([origin, rate], values, slopes) => {
    for (let at = 0; at < t.length; at += 1) {
      const grown = Math.exp((rate as number) * (t[at] as number));
      values[at] = (origin as number) * grown;
      slopes[at] = grown;
      slopes[t.length + at] = (origin as number) * (t[at] as number) * grown;
    }
  };
}

function straightLine(t: Float64Array): Curve {
  return ([origin, rate], values, slopes) => {
    for (let at = 0; at < t.length; at += 1) {
      values[at] = (origin as number) + (rate as number) * (t[at] as number);
      slopes[at] = 1;
      slopes[t.length + at] = t[at] as number;
    }
  };
}

/** Starting points over a grid of inflections and rates (t from −1 to 1), each with the ceiling that fits best; the best few. */
function startsOf(shape: 'logistic' | 'gompertz', t: Float64Array, y: Float64Array): Float64Array[] {
  const found: { start: Float64Array; rss: number }[] = [];
  const total = y.reduce((sum, one) => sum + one * one, 0);
  for (const rate of [0.6, 1.2, 2, 3, 5, 9, 18, -0.6, -1.2, -2, -3, -5, -9, -18]) {
    for (let inflection = -1.4; inflection <= 3; inflection += 0.2) {
      let cross = 0;
      let square = 0;
      for (let at = 0; at < t.length; at += 1) {
        const reached = shareAt(shape, rate * ((t[at] as number) - inflection));
        cross += reached * (y[at] as number);
        square += reached * reached;
      }
      if (square > 0) found.push({ start: Float64Array.of(cross / square, inflection, rate), rss: total - (cross * cross) / square });
    }
  }
  return found.sort((a, b) => a.rss - b.rss).slice(0, 6).map(({ start }) => start);
}

/** −n/2·(ln 2π + ln(rss/n) + 1); AIC = −2·logLik + 2k; AICc adds 2k(k+1)/(n−k−1), infinite where n ≤ k + 1; k counts the variance. */
export function qualityOf(rss: number, y: Float64Array, parameters: number): FitQuality {
  const many = y.length;
  const mean = y.reduce((sum, one) => sum + one, 0) / many;
  const spread = y.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  const counted = parameters + 1;
  const logLik = (-many / 2) * (Math.log(2 * Math.PI) + Math.log(rss / many) + 1);
  const aic = -2 * logLik + 2 * counted;
  const aicc = many > counted + 1 ? aic + (2 * counted * (counted + 1)) / (many - counted - 1) : Infinity;
  return { rss, logLik, aic, aicc, r2: spread > 0 ? 1 - rss / spread : NaN };
}

/**
 * Least-squares fit of y = K/(1 + e^(−r(t−tm))), of y = K·exp(−e^(−k(t−ti))) (= K·exp(−b·e^(−kt)) with b = e^(k·ti)), of
 * y = a·e^(gt), or of the line y = a + gt. `t` in any unit of time, `y` in any unit; a pair with a missing (NaN) member is left out with a warning. The
 * covariance is rss/(n−p)·(JᵀJ)⁻¹. Never throws: too few points, a flat series or a ceiling that runs away give
 * `converged: false` with the reason in `warnings`, and numbers that may be NaN. Cost O(n) per step, 6 starts.
 * Source: Bates, Watts, Nonlinear Regression Analysis, 1988; Burnham, Anderson 2002 (AICc).
 */
export function fitGrowth(shape: GrowthShape, t: Float64Array, y: Float64Array, options: LeastSquaresOptions = leastSquaresDefaults): GrowthFit {
  const series = readSeries(t, y);
  const warnings = [...series.warnings];
  const parameters = hasCeiling(shape) ? 3 : 2;
  const empty: GrowthFit = { shape, converged: false, iterations: 0, ceiling: NaN, inflection: NaN, rate: NaN, covariance: null, origin: NaN, series, warnings, rss: NaN, logLik: NaN, aic: NaN, aicc: NaN, r2: NaN };
  const many = series.t.length;
  const first = series.t[0] ?? NaN;
  const last = series.t[many - 1] ?? NaN;
  const tallest = series.y.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  if (new Set(series.t).size <= parameters) warnings.push(`${parameters} parameters can't be told from ${new Set(series.t).size} moments`);
  else if (series.y.every((one) => one === series.y[0])) warnings.push('every value is the same: there is no growth to fit');
  if (warnings.length > series.warnings.length) return empty;

  const middle = (first + last) / 2;
  const half = (last - first) / 2;
  const scaledT = series.t.map((one) => (one - middle) / half);
  const scaledY = series.y.map((one) => one / tallest);
  const curve = hasCeiling(shape) ? ceilingCurve(shape, scaledT) : shape === 'linear' ? straightLine(scaledT) : exponentialCurve(scaledT);
  const end = scaledY.at(-1) as number;
  const starts = hasCeiling(shape) ? startsOf(shape, scaledT, scaledY) : shape === 'linear' ? [Float64Array.of(end, 0)] : [-2, 0.1, 1, 3].map((rate) => Float64Array.of(end / Math.exp(rate), rate));
  const fits = starts.map((start) => fitLeastSquares(curve, scaledY, start, options));
  // A curve at rest is taken before one that fits a little closer while it runs away.
  const best = fits.reduce((one, other) => (other.residual < one.residual * (other.converged && !one.converged ? 1.0001 : one.converged && !other.converged ? 0.9999 : 1) ? other : one));
  const freedom = many - parameters;
  const noise = best.residual / freedom;
  const units = shape === 'linear' ? [tallest, tallest / half] : shape === 'exponential' ? [tallest, 1 / half] : [tallest, half, 1 / half];
  const covariance = best.inverse?.map((cell, at) => cell * noise * (units[Math.floor(at / parameters)] as number) * (units[at % parameters] as number)) ?? null;
  if (!best.converged) warnings.push(!hasCeiling(shape) ? 'the fit did not come to rest' : 'the fit did not come to rest: the series does not show where growth ends');
  if (!covariance) warnings.push('standard errors can\'t be had: the parameters can\'t be told apart');
  const quality = qualityOf(best.residual * tallest * tallest, series.y, parameters);
  const fit = { ...empty, ...quality, converged: best.converged, iterations: best.iterations, covariance, warnings };
  if (shape === 'linear') {
    const rate = ((best.value[1] as number) * tallest) / half;
    return { ...fit, origin: (best.value[0] as number) * tallest - rate * middle, rate, covariance: covariance && movedOrigin(covariance, [1, -middle]) };
  }
  if (shape === 'exponential') {
    const rate = (best.value[1] as number) / half;
    const origin = (best.value[0] as number) * tallest * Math.exp(-rate * middle);
    return { ...fit, origin, rate, covariance: covariance && movedOrigin(covariance, [Math.exp(-rate * middle), -middle * origin]) };
  }
  const rate = (best.value[2] as number) / half;
  if (rate < 0) warnings.push('the curve that fits best falls: its ceiling lies in the past');
  return { ...fit, ceiling: (best.value[0] as number) * tallest, inflection: middle + (best.value[1] as number) * half, rate };
}

/** Covariance of (value at 0, rate) from that of (value at the middle, rate), by the first derivatives of the value at 0. */
function movedOrigin(covariance: Float64Array, [byLevel, byRate]: readonly [number, number]): Float64Array {
  const [ll, lr, , rr] = covariance as unknown as [number, number, number, number];
  const cross = byLevel * lr + byRate * rr;
  return Float64Array.of(byLevel * byLevel * ll + 2 * byLevel * byRate * lr + byRate * byRate * rr, cross, cross, rr);
}

/** Standard error of w·(ceiling, inflection, rate), weights being first derivatives; NaN without a covariance. */
export function errorOf({ covariance }: Pick<GrowthFit, 'covariance'>, weights: readonly number[]): number {
  if (!covariance) return NaN;
  let variance = 0;
  for (const [row, left] of weights.entries()) for (const [column, right] of weights.entries()) variance += left * right * (covariance[row * weights.length + column] as number);
  return Math.sqrt(Math.max(variance, 0));
}
