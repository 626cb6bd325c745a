import { lanczosDefaults, topBelow, type LanczosOptions } from './lanczos.ts';
import { sumOver, turned, type Presence } from './presence.ts';
import { standardised } from './standard-score.ts';

/** Complexity of regions (ECI) and of industries (PCI), each standardised with n − 1; NaN for a line without a single one. */
export interface ComplexityScores {
  eci: Float64Array;
  pci: Float64Array;
}

export interface ComplexityIndex extends ComplexityScores {
  secondEigenvalue: number;
  /** Whether the vector is the only one: a second eigenvalue that is met twice (or is 1) leaves it open. */
  unique: boolean;
}

export interface Reached<Value> {
  value: Value;
  converged: boolean;
  iterations: number;
  residual: number;
}

export interface ComplexityOptions extends LanczosOptions {
  /** Columns of the table of reflections that give the sign. */
  reflections: number;
}

export const complexityDefaults: ComplexityOptions = { ...lanczosDefaults, reflections: 20 };

/**
 * Economic complexity (Hidalgo, Hausmann 2009): second eigenvector of D⁻¹ M U⁻¹ Mᵀ, sign as by reflections.
 * Found as the eigenvector below √U of the symmetric U^−½ Mᵀ D⁻¹ M U^−½ on the smaller side, without forming it:
 * O(steps · ones). The other side is one averaging away. Throws RangeError when fewer than two regions or industries hold anything.
 */
export function complexityIndex(presence: Presence, options: ComplexityOptions = complexityDefaults): Reached<ComplexityIndex> {
  const regionsFewer = presence.rows < presence.columns;
  // Small: the lines whose vector is sought; wide: the lines averaged over.
  const { byRow: smallPlaces, byColumn: widePlaces, diversity: smallSum, ubiquity: wideSum } = regionsFewer ? presence : turned(presence);
  if (held(smallSum) < 2 || held(wideSum) < 2) throw new RangeError('at least two regions and two industries must hold something');
  const root = smallSum.map(Math.sqrt);
  const length = Math.sqrt(smallSum.reduce((sum, one) => sum + one, 0));
  const known = root.map((one) => one / length);
  const shared = new Float64Array(smallSum.length);
  const spread = new Float64Array(wideSum.length);
  const apply = (vector: Float64Array, out: Float64Array): void => {
    for (let at = 0; at < shared.length; at += 1) shared[at] = over(vector[at] as number, root[at] as number);
    sumOver(widePlaces, shared, spread);
    for (let at = 0; at < spread.length; at += 1) spread[at] = over(spread[at] as number, wideSum[at] as number);
    sumOver(smallPlaces, spread, out);
    for (let at = 0; at < out.length; at += 1) out[at] = over(out[at] as number, root[at] as number);
  };
  const { value: top, ...reached } = topBelow(known, apply, options);
  const small = top.vector.map((one, at) => ((root[at] as number) > 0 ? one / (root[at] as number) : NaN));
  const wide = sumOver(widePlaces, small.map((one) => (Number.isNaN(one) ? 0 : one)), new Float64Array(wideSum.length))
    .map((one, at) => ((wideSum[at] as number) > 0 ? one / (wideSum[at] as number) : NaN));
  const [regions, industries] = regionsFewer ? [small, wide] : [wide, small];
  const byReflections = reflections(presence, options.reflections);
  const eci = signed(regions, byReflections?.eci);
  const pci = signed(industries, byReflections?.pci);
  const unique = top.eigenvalue < 1 - 1e-10 && !(top.eigenvalue - top.next < 1e-9) && top.eigenvalue > 1e-12;
  return { value: { eci, pci, secondEigenvalue: top.eigenvalue, unique }, ...reached };
}

/**
 * Method of reflections: k₀ = diversity and ubiquity, then each side's mean of the other's last step. Of `columns` columns
 * (the first is k₀) the region's column before the last and the industry's last are standardised, so with an even number
 * both measure complexity and not its opposite. Null where nothing differs any more. Cost O(columns · ones).
 */
export function reflections(presence: Presence, columns: number = complexityDefaults.reflections): ComplexityScores | null {
  let regions = presence.diversity;
  let industries = presence.ubiquity;
  let before = regions;
  for (let step = 1; step < columns; step += 1) {
    before = regions;
    const nextRegions = mean(presence.byRow, industries, presence.diversity);
    industries = mean(presence.byColumn, regions, presence.ubiquity);
    regions = nextRegions;
  }
  const eci = standardised(blank(before, presence.diversity));
  const pci = standardised(blank(industries, presence.ubiquity));
  return eci && pci ? { eci, pci } : null;
}

export interface Fitness {
  fitness: Float64Array;
  complexity: Float64Array;
}

export interface FitnessOptions {
  /** Columns: the first holds the start values 1, so there is one update fewer. */
  columns: number;
  /** Power γ of the inverse fitness: Q = (Σ F^−γ)^(−1/γ). */
  extremality: number;
}

export const fitnessDefaults: FitnessOptions = { columns: 20, extremality: 1 };

/**
 * Fitness and complexity (Tacchella et al. 2012): F_r = Σ_i M_ri Q_i and Q_i = (Σ_r M_ri F_r^−γ)^(−1/γ), both from the last
 * step's values and brought to mean 1. NaN for a line without a single one. `residual` is the largest change of a fitness in
 * the last step. Cost O(columns · ones).
 */
export function fitness(presence: Presence, { columns, extremality }: FitnessOptions = fitnessDefaults): Reached<Fitness> {
  let regions: Float64Array = presence.diversity.map((one) => (one > 0 ? 1 : 0));
  let industries: Float64Array = presence.ubiquity.map((one) => (one > 0 ? 1 : 0));
  let residual = Infinity;
  for (let step = 1; step < columns; step += 1) {
    const inverse = regions.map((one) => (one > 0 ? one ** -extremality : 0));
    const nextRegions = sumOver(presence.byRow, industries, new Float64Array(presence.rows));
    const nextIndustries = sumOver(presence.byColumn, inverse, new Float64Array(presence.columns)).map((one) => (one > 0 ? one ** (-1 / extremality) : 0));
    toMeanOne(nextRegions, presence.diversity);
    toMeanOne(nextIndustries, presence.ubiquity);
    residual = nextRegions.reduce((most, one, at) => Math.max(most, Math.abs(one - (regions[at] as number))), 0);
    regions = nextRegions;
    industries = nextIndustries;
  }
  const value = { fitness: blank(regions, presence.diversity), complexity: blank(industries, presence.ubiquity) };
  return { value, converged: residual < 1e-6, iterations: columns - 1, residual };
}

const held = (sums: Float64Array): number => sums.reduce((count, one) => count + (one > 0 ? 1 : 0), 0);
const over = (value: number, by: number): number => (by > 0 ? value / by : 0);
const blank = (values: Float64Array, sums: Float64Array): Float64Array => values.map((value, at) => ((sums[at] as number) > 0 ? value : NaN));

function mean(places: Presence['byRow'], values: Float64Array, sums: Float64Array): Float64Array {
  return sumOver(places, values, new Float64Array(sums.length)).map((one, at) => over(one, sums[at] as number));
}

function toMeanOne(values: Float64Array, sums: Float64Array): void {
  const factor = held(sums) / values.reduce((sum, one) => sum + one, 0);
  for (let at = 0; at < values.length; at += 1) values[at] = (values[at] as number) * factor;
}

function signed(values: Float64Array, like: Float64Array | undefined): Float64Array {
  const scores = standardised(values) ?? values.map(() => NaN);
  let together = 0;
  for (let at = 0; at < scores.length; at += 1) {
    const product = (scores[at] as number) * (like?.[at] ?? NaN);
    if (!Number.isNaN(product)) together += product;
  }
  return together < 0 ? scores.map((one) => -one) : scores;
}
