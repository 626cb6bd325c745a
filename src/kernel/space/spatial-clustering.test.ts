import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeWithShared, sharedPath } from '../../../test/shared.ts';
import { computeMethod } from '../method/method.ts';
import { rngFrom } from '../stats/rng.ts';
import { dbscanAnywhere, dbscanPlane, dbscanSphere } from './dbscan.ts';
import { haversine } from './haversine.ts';
import { hdbscan } from './hdbscan.ts';
import { kdTree, kthNearest } from './kd-tree.ts';
import { between, planePositions, spherePositions, type Positions } from './positions.ts';
import { reachabilityTree } from './spanning-tree.ts';
import { spatialClusteringMethod } from './spatial-clustering.method.ts';
import { townPoints } from './town-points.ts';

interface Case {
  id: string;
  op: string;
  params: Record<string, unknown>;
  input: { points: [number, number][] };
  expected: Record<string, number[]> & number[];
  tol: number;
}

const oracle = 'oracles/spatial-clustering/cases.json';

/** Renames labels by their first appearance, so that equal partitions are equal lists. */
function partition(labels: ArrayLike<number>): number[] {
  const names = new Map<number, number>([[0, 0]]);
  return Array.from(labels, (label) => names.get(label) ?? (names.set(label, names.size), names.size - 1));
}

const closeTo = (found: readonly number[], wanted: readonly number[], tol: number): void => {
  expect(found).toHaveLength(wanted.length);
  for (const [at, one] of wanted.entries()) expect(Math.abs((found[at] as number) - one)).toBeLessThanOrEqual(tol * Math.max(1, Math.abs(one)));
};

describeWithShared('density clusters of the anchor', [oracle], () => {
  const { cases } = JSON.parse(readFileSync(sharedPath(oracle), 'utf8')) as { cases: Case[] };
  it.each(cases.map((one) => [one.id, one] as const))('%s', (_id, one) => {
    const outcome = computeMethod(spatialClusteringMethod, one);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome));
    const value = outcome.value.value as Record<string, number[]> & number[];
    if (one.op === 'knn-distance') return closeTo(value, one.expected, one.tol);
    expect(partition(value['labels'] ?? [])).toEqual(partition(one.expected['labels'] ?? []));
    expect(value['nClusters']).toBe(one.expected['nClusters']);
    if (one.op === 'dbscan') return void expect([value['core'], value['noise']]).toEqual([one.expected['core'], one.expected['noise']]);
    for (const field of ['probability', 'outlier', 'coredist']) closeTo(value[field] ?? [], one.expected[field] ?? [], one.tol);
    const sorted = (list: number[] | undefined): number[] => [...(list ?? [])].sort((a, b) => a - b);
    closeTo(sorted(value['stability']), sorted(one.expected['stability']), one.tol);
  });
});

/** The definition, pair by pair. */
function plainDbscan(positions: Positions, eps: number, minPts: number): { core: number[]; labels: number[] } {
  const near = (a: number): number[] => Array.from({ length: positions.count }, (_, b) => b).filter((b) => between(positions, a, b) <= eps * (1 + 1e-12));
  const core = Array.from({ length: positions.count }, (_, one) => (near(one).length >= minPts ? 1 : 0));
  const labels = core.map(() => 0);
  let clusters = 0;
  for (const [start] of core.entries()) {
    if (core[start] === 0 || labels[start] !== 0) continue;
    clusters += 1;
    const waiting = [start];
    labels[start] = clusters;
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      for (const other of core[next] === 1 ? near(next) : []) {
        if (labels[other] !== 0) continue;
        labels[other] = clusters;
        waiting.push(other);
      }
    }
  }
  return { core, labels };
}

const planePoints = fc.array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 })), { minLength: 1, maxLength: 90 });
const globePoints = fc.array(fc.tuple(fc.oneof(fc.integer({ min: 1790, max: 1810 }), fc.integer({ min: -1800, max: 1800 })), fc.oneof(fc.integer({ min: 870, max: 900 }), fc.integer({ min: -30, max: 30 }))), { minLength: 1, maxLength: 90 });

describe('DBSCAN', () => {
  it('finds in the plane what the definition says, lattice ties included', () => {
    fc.assert(fc.property(planePoints, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 6 }), (points, eps, minPts) => {
      const [x, y] = [Float64Array.from(points, ([one]) => one), Float64Array.from(points, ([, one]) => one)];
      const plain = plainDbscan(planePositions(Float64Array.from(points.flat())), eps, minPts);
      const found = dbscanPlane(x, y, { eps, minPts });
      expect({ core: [...found.core], labels: [...found.labels] }).toEqual(plain);
      expect(dbscanAnywhere(planePositions(Float64Array.from(points.flat())), { eps, minPts })).toEqual(found);
    }));
  });

  it('finds the same on the sphere, across the date line and at the pole', () => {
    fc.assert(fc.property(globePoints, fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 5 }), (points, kilometres, minPts) => {
      // Off the lattice by an odd number of metres, so that no pair lies at eps to the last digit.
      const eps = kilometres * 1000 + 0.137;
      const [longitudes, latitudes] = [points.map(([one]) => one / 10), points.map(([, one]) => one / 10)];
      const positions = spherePositions(longitudes, latitudes);
      const plain = plainDbscan(positions, eps, minPts);
      const found = dbscanSphere(longitudes, latitudes, { eps, minPts });
      expect({ core: [...found.core], labels: [...found.labels] }).toEqual(plain);
    }));
  });

  it('measures the sphere in metres and wants degrees', () => {
    const ends = spherePositions([113.2, 113.9], [23.1, 22.5]);
    expect(between(ends, 0, 1)).toBeCloseTo(haversine([113.2, 23.1], [113.9, 22.5]), 5);
    const asked = computeMethod(spatialClusteringMethod, { op: 'dbscan', params: { eps: 1, metric: 'haversine' }, input: { points: [[0, 91]] } });
    expect(asked).toMatchObject({ ok: false, reason: 'badInput' });
  });

  it('takes one spot with very many points in stride', () => {
    const spot = new Float64Array(200_000).fill(5);
    expect(dbscanPlane(spot, spot, { eps: 1, minPts: 10 })).toMatchObject({ clusters: 1, noise: 0 });
  });
});

describe('HDBSCAN', () => {
  it('spans the points as shortly as Prim does over all pairs', () => {
    fc.assert(fc.property(planePoints, fc.integer({ min: 2, max: 5 }), (points, minPts) => {
      fc.pre(points.length >= minPts);
      const positions = planePositions(Float64Array.from(points.flat()));
      const core = new Float64Array(points.length);
      kthNearest(kdTree(positions), minPts - 1, core);
      const lengths = [...reachabilityTree(positions, core).length];
      closeTo(lengths, prim(positions, core), 1e-12);
    }));
  });

  it('knows towns of uneven density and gives every share and score its range', () => {
    const { x, y } = townPoints(1500, rngFrom(4), 5);
    const at = Float64Array.from({ length: 3000 }, (_, one) => ((one % 2 === 0 ? x : y)[one >> 1] as number));
    const found = hdbscan(planePositions(at), 10);
    expect(found.clusters).toBeGreaterThanOrEqual(5);
    for (const share of [...found.probability, ...found.outlier]) expect(share >= 0 && share <= 1).toBe(true);
    expect(found.coincident).toBe(false);
  });

  it('says so when points lie on one another', () => {
    const outcome = computeMethod(spatialClusteringMethod, { op: 'hdbscan', params: { minPts: 3 }, input: { points: [...Array(6).fill([0, 0]), ...Array(6).fill([9, 9]), [4, 5]] } });
    expect(outcome).toMatchObject({ ok: true, value: { value: { nClusters: 2 }, warnings: [expect.stringContaining('on one another')] } });
  });
});

function prim(positions: Positions, core: Float64Array): number[] {
  const best = new Float64Array(positions.count).fill(Infinity);
  const lengths: number[] = [];
  const left = new Set(best.keys());
  for (let at = 0; left.size > 1; ) {
    left.delete(at);
    for (const other of left) best[other] = Math.min(best[other] as number, Math.max(core[at] as number, core[other] as number, between(positions, at, other)));
    at = [...left].reduce((nearest, one) => ((best[one] as number) < (best[nearest] as number) ? one : nearest));
    lengths.push(best[at] as number);
  }
  return lengths.sort((a, b) => a - b);
}
