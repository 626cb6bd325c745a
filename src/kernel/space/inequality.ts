export const inequalityMethod = { id: 'inequality', version: '1.0.0' } as const;

/** Inequality of values ≥ 0 with a positive sum and none missing; the caller leaves missing ones out. All are 0 for equal values. */

export const meanOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Gini coefficient Σ (2k − n − 1) x_(k) / (n Σ x), 0 … 1 − 1/n; corrected by n/(n − 1), NaN for one value. O(n log n). Gini 1912. */
export function gini(values: Float64Array): { gini: number; giniCorrected: number } {
  const sorted = values.toSorted();
  const n = sorted.length;
  let weighted = 0;
  let sum = 0;
  for (let at = 0; at < n; at += 1) {
    weighted += (2 * at + 1 - n) * (sorted[at] as number);
    sum += sorted[at] as number;
  }
  const coefficient = weighted / (n * sum);
  return { gini: coefficient, giniCorrected: n > 1 ? (coefficient * n) / (n - 1) : NaN };
}

/** Theil's T = mean(x/μ ln x/μ), with 0 ln 0 = 0, and the mean logarithmic deviation −mean(ln x/μ), infinite where a value is 0. Theil 1967. */
export function theil(values: Float64Array): { theilT: number; mld: number } {
  const mean = meanOf(values);
  let t = 0;
  let deviation = 0;
  for (const value of values) {
    const log = Math.log(value / mean);
    deviation -= log;
    if (value > 0) t += (value / mean) * log;
  }
  return { theilT: t / values.length, mld: deviation / values.length };
}

/** Atkinson's index 1 − (mean((x/μ)^(1−ε)))^(1/(1−ε)), with the geometric mean for ε = 1; ε ≥ 0. Atkinson 1970. */
export function atkinson(values: Float64Array, epsilon: number): number {
  const mean = meanOf(values);
  if (epsilon === 1) return 1 - Math.exp(meanOf(values.map((value) => Math.log(value / mean))));
  return 1 - meanOf(values.map((value) => (value / mean) ** (1 - epsilon))) ** (1 / (1 - epsilon));
}

/** Generalised entropy (mean((x/μ)^α) − 1) / (α(α − 1)); α = 1 is Theil's T, α = 0 the mean logarithmic deviation. Shorrocks 1980. */
export function generalisedEntropy(values: Float64Array, alpha: number): number {
  if (alpha === 1) return theil(values).theilT;
  if (alpha === 0) return theil(values).mld;
  const mean = meanOf(values);
  return (meanOf(values.map((value) => (value / mean) ** alpha)) - 1) / (alpha * (alpha - 1));
}

/** Coefficient of variation with the population's standard deviation (n): √(2 GE(2)). */
export const variation = (values: Float64Array): number => {
  const mean = meanOf(values);
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2))) / mean;
};
