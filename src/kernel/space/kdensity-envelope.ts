import { selectQuantile } from '../stats/quantile-select.ts';

/** A lower and an upper bound for every distance. */
export interface Band {
  low: Float64Array;
  high: Float64Array;
}

/** Local band: at each distance alone the quantiles α and 1 − α (type 7) over the curves of the draws. Cost O(|r| · s). */
export function localBand(curves: readonly Float64Array[], alpha: number): Band {
  const width = curves[0]?.length ?? 0;
  const band = { low: new Float64Array(width), high: new Float64Array(width) };
  for (let at = 0; at < width; at += 1) {
    const column = Float64Array.from(curves, (curve) => curve[at] as number);
    band.low[at] = selectQuantile(column, alpha);
    band.high[at] = selectQuantile(column, 1 - alpha);
  }
  return band;
}

const touches = (curve: Float64Array, { low, high }: Band): boolean => curve.some((value, at) => value === low[at] || value === high[at]);

function rangeOf(curves: readonly Float64Array[]): Band {
  const [first = new Float64Array()] = curves;
  const band = { low: first.slice(), high: first.slice() };
  for (const curve of curves) {
    for (const [at, value] of curve.entries()) {
      if (value < (band.low[at] as number)) band.low[at] = value;
      if (value > (band.high[at] as number)) band.high[at] = value;
    }
  }
  return band;
}

/**
 * Global band: curves that touch the lowest or the highest value anywhere are dropped, again and again, until no more
 * than 1 − α of them are left; with a the share then dropped, the bounds are (1 − (a − α)) · those of the curves left
 * plus (a − α) · those of the step before. One band for all distances at once, as Duranton and Overman (2005) ask for.
 * Cost O(steps · s · |r|).
 */
export function globalBand(curves: readonly Float64Array[], alpha: number): Band {
  let left = curves;
  let band = rangeOf(left);
  let before = band;
  while (left.length > (1 - alpha) * curves.length + 1e-9) {
    before = band;
    const next = left.filter((curve) => !touches(curve, band));
    if (next.length === 0) break;
    left = next;
    band = rangeOf(left);
  }
  const surplus = Math.max(0, 1 - left.length / curves.length - alpha);
  const mix = (now: Float64Array, then: Float64Array): Float64Array => now.map((value, at) => value + surplus * ((then[at] as number) - value));
  return { low: mix(band.low, before.low), high: mix(band.high, before.high) };
}

/** Whether the observed curve leaves the global band upwards, and by how much at most (0 where it never does). */
export function localisation(observed: Float64Array, { high }: Band): { localised: boolean; most: number } {
  let most = 0;
  for (const [at, value] of observed.entries()) most = Math.max(most, value - (high[at] as number));
  return { localised: most > 0, most };
}
