import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeWithShared, sharedPath } from '../../../../test/shared.ts';
import { computeMethod } from '../../method/method.ts';
import { matrixFrom, matrixOf } from '../../stats/matrix.ts';
import { rngFrom } from '../../stats/rng.ts';
import { clusterDefinition } from './cluster-definition.method.ts';
import { kMeans } from './k-means.ts';
import { agglomerate, cut, linkages, type Linkage } from './linkage.ts';

type Value = Record<string, unknown> & { wardLabels: number[] };
interface Case { id: string; op: string; params: object; input: object; expected: Value; tol: number }

const file = 'oracles/cluster-definition/cases.json';

describeWithShared('cluster definitions against base R', [file], () => {
  const { cases } = JSON.parse(readFileSync(sharedPath(file), 'utf8')) as { cases: Case[] };

  it.each(cases)('$id', ({ op, params, input, expected, tol }) => {
    const computed = computeMethod(clusterDefinition, { op, params, input });
    expect(computed.ok).toBe(true);
    if (computed.ok) expectNear(computed.value.value, expected, tol);
  });

  it('finds the same groups by k-means again with the same seed', () => {
    const [{ op, input }] = cases as [Case];
    const [first, second] = [1, 1].map((seed) => computeMethod(clusterDefinition, { op, input, params: { k: 3, linkage: 'kmeans', seed } }));
    expect(first?.ok && (first.value.value as Value).wardLabels).toEqual(second?.ok && (second.value.value as Value).wardLabels);
    expect(first?.ok && first.value.converged).toBe(true);
  });

  it('refuses more clusters than industries and an unknown linkage', () => {
    const [{ op, input }] = cases as [Case];
    for (const params of [{ k: 10 }, { k: 3, linkage: 'nearest' }, {}]) expect(computeMethod(clusterDefinition, { op, input, params }).ok).toBe(false);
  });
});

/** Distances of points on a line. */
const onLine = (places: readonly number[]) => matrixFrom(places.map((a) => places.map((b) => Math.abs(a - b))));

describe('agglomerate', () => {
  // Heights by hand: 0 and 1 at 1; 5 and 7 at 2; then the two pairs.
  it.each<[Linkage, number]>([['single', 4], ['complete', 7], ['average', 5.5], ['mcquitty', 5.5], ['ward.D2', 7.778_174_593_052_022], ['ward.D', 9.5], ['centroid', 4.75], ['median', 4.75]])('joins two pairs at the height of %s', (linkage, height) => {
    const merges = agglomerate(onLine([0, 1, 5, 7]), linkage);
    expect(merges.map(({ a, b }) => [a, b])).toEqual([[0, 1], [2, 3], [0, 2]]);
    expect(merges[2]?.height).toBeCloseTo(height, 9);
  });

  it('gives the number of groups asked for, numbered as met, with heights that rise', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 3, maxLength: 20 }), fc.constantFrom(...linkages), (places, linkage) => {
      const merges = agglomerate(onLine(places), linkage);
      for (let groups = 1; groups <= places.length; groups += 1) expect(Math.max(...cut(merges, groups))).toBe(groups);
      expect(cut(merges, 2)[0]).toBe(1);
      if (linkage === 'centroid' || linkage === 'median') return;
      for (let at = 1; at < merges.length; at += 1) expect((merges[at]?.height ?? 0) - (merges[at - 1]?.height ?? 0)).toBeGreaterThan(-1e-9);
    }));
  });
});

describe('kMeans', () => {
  it('finds three heaps and leaves no group empty', () => {
    const table = matrixOf(30, 2);
    const rng = rngFrom(3);
    for (let at = 0; at < 30; at += 1) for (const axis of [0, 1]) table.cells[at * 2 + axis] = (at % 3) * 10 + rng.unit();
    expect([...kMeans(table, 3, rngFrom(1)).value.labels]).toEqual(Array.from({ length: 30 }, (_, at) => (at % 3) + 1));
    expect(new Set(kMeans(matrixOf(4, 2), 3, rngFrom(1)).value.labels).size).toBe(3);
  });
});

function expectNear(found: unknown, expected: unknown, tol: number, path = 'value'): void {
  if (typeof expected === 'number') expect(Math.abs((found as number) - expected), path).toBeLessThanOrEqual(tol * Math.max(1, Math.abs(expected)));
  else if (expected === null || typeof expected !== 'object') expect(found ?? null, path).toBe(expected);
  else for (const [key, one] of Object.entries(expected)) expectNear((found as Record<string, unknown>)[key], one, tol, `${path}.${key}`);
}
