/** Skew and excess kurtosis of a sample, NaN where they have no value. */
export interface Moments {
  skew: number;
  kurt: number;
}

/**
 * Sample-corrected skew and excess kurtosis, written into `into`:
 * G1 = g1 · √(n(n − 1)) ÷ (n − 2), G2 = ((n + 1) g2 + 6)(n − 1) ÷ ((n − 2)(n − 3)), with g1 = m3 ÷ m2^1.5, g2 = m4 ÷ m2² − 3.
 * Missing values are left out; skew needs 3 values, kurtosis 4, and not all equal. Cost O(n).
 * Source: Joanes and Gill (1998), The Statistician 47, type 2.
 */
export function momentsOf(values: Float64Array, into: Moments = { skew: NaN, kurt: NaN }): Moments {
  let count = 0;
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] as number;
    if (Number.isNaN(value)) continue;
    count += 1;
    sum += value;
  }
  const mean = sum / count;
  let squares = 0;
  let cubes = 0;
  let fourths = 0;
  for (let at = 0; at < values.length; at += 1) {
    const off = (values[at] as number) - mean;
    if (Number.isNaN(off)) continue;
    squares += off * off;
    cubes += off * off * off;
    fourths += off * off * off * off;
  }
  const second = squares / count;
  const flat = !(second > 0);
  const skew = cubes / count / second ** 1.5;
  const kurt = fourths / count / (second * second) - 3;
  into.skew = flat || count < 3 ? NaN : (skew * Math.sqrt(count * (count - 1))) / (count - 2);
  into.kurt = flat || count < 4 ? NaN : (((count + 1) * kurt + 6) * (count - 1)) / ((count - 2) * (count - 3));
  return into;
}

/** Whether a column passes: |skew| < limit or kurtosis < limit. A column without moments (constant, too few values) passes: nothing can be said against it. */
export const passes = ({ skew, kurt }: Moments, { skewLimit, kurtLimit }: { skewLimit: number; kurtLimit: number }): boolean =>
  (Number.isNaN(skew) && Number.isNaN(kurt)) || Math.abs(skew) < skewLimit || kurt < kurtLimit;
