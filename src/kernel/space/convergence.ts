import { lowerF, twoSidedT, upperF } from '../stats/distribution.ts';
import { meanOf, variation } from './inequality.ts';

export const convergenceMethod = { id: 'convergence', version: '1.0.0' } as const;

export interface BetaConvergence {
  alpha: number;
  beta: number;
  seBeta: number;
  tBeta: number;
  pBeta: number;
  r2: number;
  /** −ln(1 + β)/T, as one program prints it on annualised growth; kept for comparison only. */
  lambdaREAT: number;
  /** Speed per year −ln(1 + βT)/T; NaN where 1 + βT ≤ 0. Barro, Sala-i-Martin 1992. */
  lambdaBarro: number;
  /** Years to half the gap, ln 2 / λ; NaN where λ is not positive. */
  halfLifeBarro: number;
}

/**
 * Absolute β convergence: ordinary least squares of (1/T) ln(y2/y1) = α + β ln y1 over units, all y > 0, at least 3 units, T years > 0.
 * Units of y: any, the same at both times. p: two-sided t with n − 2 degrees of freedom. NaN where y1 does not vary. O(n).
 */
export function betaConvergence(y1: Float64Array, y2: Float64Array, years: number): BetaConvergence {
  const n = y1.length;
  const x = y1.map(Math.log);
  const y = y1.map((first, at) => Math.log((y2[at] as number) / first) / years);
  const [meanX, meanY] = [meanOf(x), meanOf(y)];
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (let at = 0; at < n; at += 1) {
    const [dx, dy] = [(x[at] as number) - meanX, (y[at] as number) - meanY];
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  }
  const beta = xx > 0 ? xy / xx : NaN;
  const alpha = meanY - beta * meanX;
  let residual = 0;
  for (let at = 0; at < n; at += 1) residual += ((y[at] as number) - alpha - beta * (x[at] as number)) ** 2;
  const seBeta = Math.sqrt(residual / (n - 2) / xx);
  const lambda = 1 + beta * years > 0 ? -Math.log(1 + beta * years) / years : NaN;
  return {
    alpha,
    beta,
    seBeta,
    tBeta: beta / seBeta,
    pBeta: twoSidedT(beta / seBeta, n - 2),
    r2: 1 - residual / yy,
    lambdaREAT: -Math.log(1 + beta) / years,
    lambdaBarro: lambda,
    halfLifeBarro: lambda > 0 ? Math.LN2 / lambda : NaN,
  };
}

export interface SigmaConvergence {
  sdLog1: number;
  sdLog2: number;
  quotient: number;
  F: number;
  p: number;
  cv1: number;
  cv2: number;
}

/** Population standard deviation (n). */
const spread = (values: Float64Array): number => {
  const mean = meanOf(values);
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)));
};

/**
 * σ convergence: population standard deviations of ln y at two times, their quotient, the two-sided F test of equal variances of the logarithms
 * (n₁ − 1 and n₂ − 1 degrees of freedom) and coefficients of variation of y itself. All y > 0, at least 2 of each time. O(n).
 */
export function sigmaConvergence(y1: Float64Array, y2: Float64Array): SigmaConvergence {
  const [sdLog1, sdLog2] = [spread(y1.map(Math.log)), spread(y2.map(Math.log))];
  const [n1, n2] = [y1.length, y2.length];
  const F = ((sdLog1 ** 2 * n1) / (n1 - 1)) / ((sdLog2 ** 2 * n2) / (n2 - 1));
  const p = Math.min(1, 2 * Math.min(lowerF(F, n1 - 1, n2 - 1), upperF(F, n1 - 1, n2 - 1)));
  return { sdLog1, sdLog2, quotient: sdLog1 / sdLog2, F, p, cv1: variation(y1), cv2: variation(y2) };
}
