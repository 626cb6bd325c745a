/** Distribution functions. Relative error about 1e-14 in the body and 1e-12 in the tails; tails are computed as such, never as 1 − p. */

const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;

/** ln Γ(x) for x > 0 (Lanczos 1964, g = 7, nine terms); NaN elsewhere. Cost O(1). */
export function logGamma(x: number): number {
  if (!(x > 0)) return NaN;
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const base = x + 6.5;
  let sum: number = lanczos[0];
  for (let at = 1; at < lanczos.length; at += 1) sum += (lanczos[at] as number) / (x - 1 + at);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(sum);
}

/** Keeps a term of a continued fraction away from zero (Thompson, Barnett 1986). */
const awayFromZero = (value: number): number => (Math.abs(value) < 1e-300 ? 1e-300 : value);

/** Continued fraction of the incomplete beta function (DLMF 8.17.22) by the modified Lentz method; converges fast for x < (a + 1)/(a + b + 2). */
function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= 10_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    const step = d * c;
    value *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return value;
}

/**
 * Regularised incomplete beta function I_x(a, b), 0 ≤ x ≤ 1, a, b > 0; NaN elsewhere.
 * `y` is 1 − x where the caller knows it more exactly than the subtraction gives. Cost O(√max(a, b)). DLMF 8.17.
 */
export function incompleteBeta(x: number, a: number, b: number, y = 1 - x): number {
  if (!(a > 0) || !(b > 0) || !(x >= 0) || !(x <= 1)) return NaN;
  if (x === 0 || y === 0) return x === 0 ? 0 : 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(y));
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(y, b, a)) / b;
}

/** P(F > f) for the F distribution with `df1` and `df2` degrees of freedom: I_{df2/(df2 + df1 f)}(df2/2, df1/2). */
export function upperF(f: number, df1: number, df2: number): number {
  if (!(f > 0)) return f <= 0 ? 1 : NaN;
  const all = df2 + df1 * f;
  return incompleteBeta(df2 / all, df2 / 2, df1 / 2, (df1 * f) / all);
}

/** P(F ≤ f). */
export function lowerF(f: number, df1: number, df2: number): number {
  if (!(f > 0)) return f <= 0 ? 0 : NaN;
  const all = df2 + df1 * f;
  return incompleteBeta((df1 * f) / all, df1 / 2, df2 / 2, df2 / all);
}

/** P(|T| > |t|) for Student's t with `df` degrees of freedom: I_{df/(df + t²)}(df/2, 1/2). */
export function twoSidedT(t: number, df: number): number {
  const square = t * t;
  return square === Infinity ? 0 : incompleteBeta(df / (df + square), df / 2, 0.5, square / (df + square));
}

/** erfc(x) for x ≥ 0: Maclaurin series below 2, the continued fraction of DLMF 7.9.2 above. */
function upperErfc(x: number): number {
  if (x < 2) {
    let term = x;
    let sum = x;
    for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n += 1) {
      term *= (2 * x * x) / (2 * n + 1);
      sum += term;
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
  }
  let fraction = x;
  for (let n = 120; n >= 1; n -= 1) fraction = x + n / 2 / fraction;
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * fraction);
}

/** The chance that a standard normal value lies further from zero than |z|. */
export const twoSidedNormal = (z: number): number => upperErfc(Math.abs(z) / Math.SQRT2);

/** Φ(z), the standard normal distribution function. */
export const normalCdf = (z: number): number => (z < 0 ? upperErfc(-z / Math.SQRT2) / 2 : 1 - upperErfc(z / Math.SQRT2) / 2);
