import type { KDensityCurve } from '../../words/k-density.schema.ts';

export interface Stretch {
  from: number;
  to: number;
}

/** Distances at which the curve lies above (or below) the global band, as stretches of r. */
export function stretchesOf({ r, observed, globalLow, globalHigh }: KDensityCurve, side: 'above' | 'below'): Stretch[] {
  const stretches: Stretch[] = [];
  let open: Stretch | null = null;
  for (const [at, here] of r.entries()) {
    const out = side === 'above' ? (observed[at] ?? 0) > (globalHigh[at] ?? Infinity) : (observed[at] ?? 0) < (globalLow[at] ?? -Infinity);
    if (!out) open = null;
    else if (open) open.to = here;
    else stretches.push((open = { from: here, to: here }));
  }
  return stretches;
}

/** Where the curve exceeds the band most, for "more clustered than chance at 12 km"; null where it never does. */
export function peakOf({ r, observed, globalHigh }: KDensityCurve): number | null {
  let best: { at: number; by: number } | null = null;
  for (const [at, value] of observed.entries()) {
    const by = value - (globalHigh[at] ?? Infinity);
    if (by > 0 && (best === null || by > best.by)) best = { at, by };
  }
  return best === null ? null : (r[best.at] ?? null);
}
