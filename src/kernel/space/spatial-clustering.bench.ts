import type { Measurement } from '#platform/testing/measure.ts';
import { rngFrom } from '../stats/rng.ts';
import { dbscanPlane, dbscanSphere, type Dbscan } from './dbscan.ts';
import { hdbscan } from './hdbscan.ts';
import { planePositions } from './positions.ts';
import { townPoints } from './town-points.ts';

const size = Number(process.env['CLUSTERLOOM_BENCH_POINTS'] ?? 1_000_000);

function timed<Value>(name: string, limit: number, work: () => Value): [Measurement, Value] {
  const began = performance.now();
  const value = work();
  return [{ name, unit: 's', value: (performance.now() - began) / 1000, limit }, value];
}

const say = (found: Dbscan): void => void process.stderr.write(`${found.clusters} clusters, ${found.noise} noise\n`);

/** Density clusters of made towns: eps 1 km, minPts 10, in the plane and on the sphere; HDBSCAN of a tenth of them. One thread. */
export default async function bench(): Promise<Measurement[]> {
  const { x, y } = townPoints(size, rngFrom(8));
  const [plane, inPlane] = timed(`DBSCAN of ${size} points in the plane`, 2, () => dbscanPlane(x, y, { eps: 1000, minPts: 10 }));
  say(inPlane);
  const longitudes = x.map((one) => one / 100_000 + 90);
  const latitudes = y.map((one) => one / 111_195 + 25);
  const [globe, onGlobe] = timed(`DBSCAN of ${size} points on the sphere`, 2, () => dbscanSphere(longitudes, latitudes, { eps: 1000, minPts: 10 }));
  say(onGlobe);
  const tenth = townPoints(size / 10, rngFrom(9));
  const at = new Float64Array((2 * size) / 10);
  for (const [one, east] of tenth.x.entries()) at.set([east, tenth.y[one] as number], 2 * one);
  const [levels, hierarchy] = timed(`HDBSCAN of ${size / 10} points in the plane`, 38, () => hdbscan(planePositions(at), 10));
  process.stderr.write(`${hierarchy.clusters} clusters in the hierarchy\n`);
  return [plane, globe, levels, { name: 'peak memory of that process', unit: 'MB', value: process.resourceUsage().maxRSS / 1024 }];
}
