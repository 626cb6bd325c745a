import type { Measurement } from '#platform/testing/measure.ts';
import { rngFrom } from '../stats/rng.ts';
import { binnedKDensity } from './pair-histogram.ts';
import { planePositions } from './positions.ts';
import { townPoints } from './town-points.ts';

const size = Number(process.env['CLUSTERLOOM_BENCH_SITES'] ?? 50_000);

/** K-density of 50,000 made sites up to half the extent, so that nearly every pair counts: one thread, binned. */
export default async function bench(): Promise<Measurement[]> {
  const { x, y } = townPoints(size, rngFrom(10));
  const at = new Float64Array(2 * size);
  for (const [one, east] of x.entries()) at.set([east, y[one] as number], 2 * one);
  const r = Float64Array.from({ length: 101 }, (_, step) => step * 10_000);
  const began = performance.now();
  const { bandwidth, density } = binnedKDensity(planePositions(at), r);
  const seconds = (performance.now() - began) / 1000;
  process.stderr.write(`bandwidth ${bandwidth}, K(0) ${density[0]}, K(500 km) ${density[50]}\n`);
  return [
    { name: `K-density of ${size} sites, all pairs binned`, unit: 's', value: seconds, limit: 14 },
    { name: 'peak memory of that process', unit: 'MB', value: process.resourceUsage().maxRSS / 1024, limit: 250 },
  ];
}
