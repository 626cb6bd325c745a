export const importDependenceMethod = { id: 'importDependence', version: '1' } as const;

/** How a product's imports spread over countries of origin. Shares lie in 0..1; null where nothing is imported. */
export interface Dependence {
  /** Herfindahl–Hirschman index Σ s², 1 for one origin. */
  hhi: number | null;
  /** 1 / hhi: so many origins of equal share would be as concentrated. */
  effectiveSuppliers: number | null;
  topShare: number | null;
  /** Share of the three largest origins. */
  cr3: number | null;
  /** Imports over imports plus domestic production; null where there is neither. */
  importDependence: number | null;
  /** Shannon entropy −Σ s ln s in nats, 0 for one origin. */
  entropy: number | null;
}

/**
 * Dependence of one product on imports: `imports[o]` from origin o and `domestic` production, in one unit (money or
 * quantity), none negative; NaN in `imports` is an origin that is not known and is left out. Cost O(n log n).
 *
 * References: European Commission, SWD(2021) 352 (Strategic dependencies and capacities); Korniyenko, Pinat, Dew 2017.
 */
export function importDependence(imports: ArrayLike<number>, domestic: number): Dependence {
  const known = Array.from(imports).filter((value) => !Number.isNaN(value)).sort((a, b) => b - a);
  const total = known.reduce((sum, value) => sum + value, 0);
  const all = total + domestic;
  const dependence = Number.isNaN(all) || all === 0 ? null : total / all;
  if (total === 0) return { hhi: null, effectiveSuppliers: null, topShare: null, cr3: null, importDependence: dependence, entropy: null };
  const shares = known.map((value) => value / total);
  const hhi = shares.reduce((sum, share) => sum + share * share, 0);
  const entropy = -shares.reduce((sum, share) => (share > 0 ? sum + share * Math.log(share) : sum), 0);
  return { hhi, effectiveSuppliers: 1 / hhi, topShare: shares[0] ?? null, cr3: shares.slice(0, 3).reduce((sum, share) => sum + share, 0), importDependence: dependence, entropy: entropy === 0 ? 0 : entropy };
}

/** Marks of the European Commission: concentrated origins, mostly from outside of the area, more imported than exported. */
export const dependenceMarks = { concentrated: 0.4, outside: 0.5, importsOverExports: 1 } as const;

export interface DependenceFlags {
  cdi1: boolean | null;
  cdi2: boolean | null;
  cdi3: boolean | null;
  /** All three hold; null where one can't be told. */
  dependent: boolean | null;
}

/**
 * The three indicators of SWD(2021) 352: CDI1 hhi > 0.4, CDI2 share of imports from outside of the area > 0.5, CDI3
 * imports over exports > 1. NaN where a figure is missing; its flag is then null.
 */
export function dependenceFlags({ hhi, outside, imports, exports }: { hhi: number | null; outside: number; imports: number; exports: number }): DependenceFlags {
  const above = (value: number, mark: number): boolean | null => (Number.isNaN(value) ? null : value > mark);
  const cdi1 = above(hhi ?? NaN, dependenceMarks.concentrated);
  const cdi2 = above(outside, dependenceMarks.outside);
  const cdi3 = exports === 0 ? (Number.isNaN(imports) ? null : imports > 0) : above(imports / exports, dependenceMarks.importsOverExports);
  const flags = [cdi1, cdi2, cdi3];
  return { cdi1, cdi2, cdi3, dependent: flags.includes(false) ? false : flags.includes(null) ? null : true };
}
