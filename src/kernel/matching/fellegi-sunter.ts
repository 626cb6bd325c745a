/**
 * Probabilistic record linkage after Fellegi and Sunter 1969. A pair of records shows a pattern γ: one level for each
 * comparison, 0 for the least agreement, −1 for no evidence (a value is missing). With m = P(level | match) and
 * u = P(level | no match), independent given the class,
 *
 *   w = log2(λ / (1 − λ)) + Σ log2(m / u),   p = 2^w / (1 + 2^w),
 *
 * where λ is the share of matches among all pairs; a comparison without evidence has the factor 1.
 */
export interface LinkModel {
  lambda: number;
  /** m[k][level] and u[k][level] of comparison k; each row sums to 1. */
  m: readonly (readonly number[])[];
  u: readonly (readonly number[])[];
}

/** Patterns and how many pairs show each: pattern i is `levels[i]`, with one level a comparison. */
export interface PatternCounts {
  levels: readonly (readonly number[])[];
  counts: readonly number[];
}

export const linkMethod = { id: 'fellegiSunter', version: '1' } as const;

/** Probabilities are kept this far from 0 and 1, so that no level is a proof. */
export const leastProbability = 1e-9;

/** Match weight in bits of a pattern. `adjustment` is added, e.g. of `termFrequencyBits`. */
export function matchWeight(model: LinkModel, pattern: readonly number[], adjustment = 0): number {
  let weight = Math.log2(model.lambda / (1 - model.lambda)) + adjustment;
  pattern.forEach((level, comparison) => {
    if (level >= 0) weight += Math.log2(Math.max(leastProbability, model.m[comparison]?.[level] ?? 0) / Math.max(leastProbability, model.u[comparison]?.[level] ?? 0));
  });
  return weight;
}

/** p = 2^w / (1 + 2^w), without overflow. */
export const probabilityOfWeight = (weight: number): number => 1 / (1 + 2 ** -weight);

/**
 * Bits that agreement on this value is worth beyond agreement on any: log2(Σ f² / f), with f the share of records that
 * have the value and Σ f² the chance that two records agree. Rare values gain, common ones lose. Winkler 2000.
 */
export const termFrequencyBits = (share: number, chanceOfAgreement: number): number => Math.log2(chanceOfAgreement / share);

const factor = (rows: readonly (readonly number[])[], pattern: readonly number[]): number =>
  pattern.reduce((product, level, comparison) => (level < 0 ? product : product * Math.max(leastProbability, rows[comparison]?.[level] ?? 0)), 1);

/** Σ count · ln(λ·Πm + (1 − λ)·Πu) over the patterns; natural logarithm. */
export function logLikelihood(model: LinkModel, { levels, counts }: PatternCounts): number {
  return levels.reduce((sum, pattern, at) => sum + (counts[at] ?? 0) * Math.log(model.lambda * factor(model.m, pattern) + (1 - model.lambda) * factor(model.u, pattern)), 0);
}

export interface EstimateOptions {
  /** Share of matches to begin with. */
  lambda: number;
  /** Stops when no parameter moves by this much. */
  tolerance: number;
  maxIterations: number;
  /** Pairs that no pattern counts because they were never compared: they are taken for no matches. */
  unseenPairs: number;
  /** Share of matches to begin with at the highest level of each comparison; the rest is spread over the others. */
  topLevel: number;
  /** Comparisons whose u is estimated too; pairs that were never compared count at their level 0. The others keep the u given. */
  freeU: readonly number[];
}
export const estimateDefaults: EstimateOptions = { lambda: 1e-3, tolerance: 1e-8, maxIterations: 2000, unseenPairs: 0, topLevel: 0.9, freeU: [] };

export interface Estimate {
  value: LinkModel;
  logLikelihood: number;
  converged: boolean;
  iterations: number;
  /** Largest change of a parameter in the last step. */
  residual: number;
}

function shared(row: readonly number[]): number[] {
  const total = row.reduce((sum, value) => sum + value, 0);
  return row.map((value) => (total > 0 ? value / total : 1 / row.length));
}

/** Half a pair is added to each level of a free u, so that a level that only matches reach is still no proof. */
const halfPair = 0.5;

/**
 * Estimates λ and m by expectation maximisation, with u held fixed but where `freeU` says otherwise. Each step sets p of every pattern from the model, then
 * λ to the share of matches Σ p·count / pairs and m to the shares of their levels; the likelihood never falls. Cost
 * O(patterns · comparisons) a step.
 *
 * References: Dempster, Laird, Rubin 1977; Winkler 1988. `u` comes from pairs at large, where matches are rare.
 */
export function estimateModel(patterns: PatternCounts, givenU: LinkModel['u'], given: Partial<EstimateOptions> = {}): Estimate {
  const options = { ...estimateDefaults, ...given };
  const { levels, counts } = patterns;
  const pairs = counts.reduce((sum, count) => sum + count, options.unseenPairs);
  let lambda = options.lambda;
  let u = givenU;
  let m = u.map((row) => row.map((_, level) => (level === row.length - 1 ? options.topLevel : (1 - options.topLevel) / (row.length - 1))));
  let residual = Number.POSITIVE_INFINITY;
  let iterations = 0;
  while (iterations < options.maxIterations && residual >= options.tolerance) {
    iterations += 1;
    const sums = u.map((row) => row.map(() => 0));
    const others = u.map((row) => row.map((_, level) => halfPair + (level === 0 ? options.unseenPairs : 0)));
    let matches = 0;
    levels.forEach((pattern, at) => {
      const asMatch = lambda * factor(m, pattern);
      const share = ((counts[at] ?? 0) * asMatch) / (asMatch + (1 - lambda) * factor(u, pattern));
      matches += share;
      pattern.forEach((level, comparison) => {
        const row = sums[comparison];
        if (level < 0 || row === undefined) return;
        row[level] = (row[level] ?? 0) + share;
        const rest = others[comparison];
        if (rest !== undefined) rest[level] = (rest[level] ?? 0) + (counts[at] ?? 0) - share;
      });
    });
    const next = sums.map(shared);
    const nextU = u.map((row, comparison) => (options.freeU.includes(comparison) ? shared(others[comparison] ?? row) : row));
    const share = matches / pairs;
    residual = Math.max(Math.abs(share - lambda), ...next.flatMap((row, comparison) => row.map((value, level) => Math.abs(value - (m[comparison]?.[level] ?? 0)))));
    [lambda, m, u] = [share, next, nextU];
  }
  const value = { lambda, m, u };
  return { value, logLikelihood: logLikelihood(value, patterns), converged: residual < options.tolerance, iterations, residual };
}

/**
 * m and u by counting where the truth is known, with `prior` added to every level so that nothing is impossible. Pass
 * the patterns of matches and of no matches; λ is their share.
 */
export function modelFromLabels(matches: readonly (readonly number[])[], others: readonly (readonly number[])[], levelCounts: readonly number[], prior = 0.5): LinkModel {
  const shares = (patterns: readonly (readonly number[])[]): number[][] =>
    levelCounts.map((size, comparison) => {
      const row = Array.from({ length: size }, () => prior);
      for (const pattern of patterns) {
        const level = pattern[comparison] ?? -1;
        if (level >= 0) row[level] = (row[level] ?? 0) + 1;
      }
      const total = row.reduce((sum, value) => sum + value, 0);
      return row.map((value) => value / total);
    });
  return { lambda: matches.length / (matches.length + others.length), m: shares(matches), u: shares(others) };
}
