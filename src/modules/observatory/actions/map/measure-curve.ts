import { globalBand, localBand } from '#kernel/space/kdensity-envelope.ts';
import { kdensityMethod } from '#kernel/space/kdensity.method.ts';
import { addPairs, binMiddles, binnedBandwidth, binnedDensity, pairBinsFor, pairWeight, sortForPairs } from '#kernel/space/pair-histogram.ts';
import { positionsAt, spherePositions, type Positions } from '#kernel/space/positions.ts';
import { rngFrom } from '#kernel/stats/rng.ts';
import type { KDensityCurve, KDensityInput } from '../../words/k-density.schema.ts';
import type { DrawnSite } from './read-sites.ts';

/** Distances at which the curve is read, 0 included. */
const steps = 48;
/** A bin is then far narrower than a bandwidth. */
const bins = 2048;
/** Rows of pairs between two breaths. */
const slice = 256;
/** The farthest distance unless asked: beyond, an industry of a continent is hardly "together". */
const farthest = 200_000;

export interface Tick {
  /** Called often: lets others have a turn, ends the work when it is cancelled. */
  (done: number, total: number): Promise<void>;
}

/** Pairs that measuring touches, for choosing between now and later. */
export const pairsOf = (sites: number, draws: number): number => (pairWeight(sites)) * (draws + 1);

/** The reach of a curve: a quarter of the extent in round numbers, at most 200 km. */
export function reachOf(sites: readonly DrawnSite[], asked: number | undefined): number {
  if (asked !== undefined) return asked;
  const spread = (values: readonly number[]): number => values.reduce((most, value) => Math.max(most, value), -Infinity) - values.reduce((least, value) => Math.min(least, value), Infinity);
  const extent = Math.hypot(spread(sites.map((site) => site.latitude)), spread(sites.map((site) => site.longitude))) * 111_195;
  const quarter = Math.max(1000, Math.min(farthest, extent / 4));
  const scale = 10 ** Math.floor(Math.log10(quarter));
  return Math.max(1, Math.floor(quarter / scale)) * scale;
}

/** The K-density of some sites with the bands of random draws of as many from all of them, great-circle distances. */
export async function measureCurve(all: readonly DrawnSite[], own: readonly number[], input: KDensityInput, tick: Tick): Promise<KDensityCurve> {
  const positions = spherePositions(all.map((site) => site.longitude), all.map((site) => site.latitude));
  const reach = reachOf(all, input.reach);
  const r = Float64Array.from({ length: steps + 1 }, (_, step) => (step * reach) / steps);
  const how = pairBinsFor(positions, r, bins);
  const middles = binMiddles(positions, how);
  const count = async (points: Positions, done: number): Promise<Float64Array> => {
    const out = new Float64Array(bins);
    const sorted = sortForPairs(points);
    for (let from = 0; from < points.count; from += slice) {
      addPairs(sorted, how, from, from + slice, out);
      await tick(done, input.draws + 1);
    }
    return out;
  };
  const observed = await count(positionsAt(positions, own), 0);
  const bandwidth = binnedBandwidth(observed, middles);
  const width = bandwidth > 0 ? bandwidth : reach / 20;
  const density = (counts: Float64Array): Float64Array => binnedDensity(counts, middles, pairWeight(own.length), r, width);
  const rng = rngFrom(input.seed);
  const places = all.map((_, at) => at);
  const curves: Float64Array[] = [];
  for (let draw = 0; draw < input.draws; draw += 1) curves.push(density(await count(positionsAt(positions, rng.sample(places, own.length)), draw + 1)));
  const [local, global] = [localBand(curves, input.alpha), globalBand(curves, input.alpha)];
  return {
    sites: own.length,
    among: all.length,
    bandwidth: width,
    r: Array.from(r),
    observed: Array.from(density(observed)),
    localLow: Array.from(local.low),
    localHigh: Array.from(local.high),
    globalLow: Array.from(global.low),
    globalHigh: Array.from(global.high),
    method: { id: kdensityMethod.id, version: kdensityMethod.version },
  };
}
