import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeWithShared, sharedPath } from '../../../test/shared.ts';
import { computeMethod } from '../method/method.ts';
import { rngFrom } from '../stats/rng.ts';
import { kDensity } from './kdensity.ts';
import { globalBand, localBand } from './kdensity-envelope.ts';
import { kdensityMethod } from './kdensity.method.ts';
import { addPairs, binnedKDensity, pairBinsFor, sortForPairs } from './pair-histogram.ts';
import { planePositions, spherePositions } from './positions.ts';

interface Case {
  id: string;
  op: string;
  expected: unknown;
  tol: number;
}

function expectClose(found: unknown, wanted: unknown, tol: number): void {
  if (typeof wanted === 'number') expect(Math.abs((found as number) - wanted)).toBeLessThanOrEqual(tol * Math.max(1, Math.abs(wanted)));
  else if (Array.isArray(wanted)) for (const [at, one] of wanted.entries()) expectClose((found as unknown[])[at], one, tol);
  else if (wanted !== null && typeof wanted === 'object') {
    // `anchor` is the anchor's own binned curve, which it says differs from the exact one.
    for (const [key, one] of Object.entries(wanted)) if (key !== 'anchor') expectClose((found as Record<string, unknown>)[key], one, tol);
  } else expect(found).toBe(wanted);
}

const files = ['oracles/kdensity/cases.json', 'oracles/kdensity/cases-real.json'];

describeWithShared('distances of the anchor', files, () => {
  const cases = files.flatMap((file) => (JSON.parse(readFileSync(sharedPath(file), 'utf8')) as { cases: Case[] }).cases.map((one) => [file, one.id, one] as const));
  it.each(cases)('%s %s', (_file, _id, one) => {
    const outcome = computeMethod(kdensityMethod, one);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome));
    expectClose(outcome.value.value, one.expected, one.tol);
  });
});

const rng = rngFrom(3);
const sites = planePositions(Float64Array.from({ length: 400 }, () => rng.unit() * 100));

describe('K-density', () => {
  it('integrates to 1', () => {
    const r = Float64Array.from({ length: 1601 }, (_, step) => step / 10);
    const { density } = kDensity(sites, r);
    expect(density.reduce((sum, one, at) => sum + (one * (at === 0 || at === r.length - 1 ? 0.5 : 1)) / 10, 0)).toBeCloseTo(1, 4);
  });

  it('comes out the same from bins, weighted or not, in the plane and on the sphere', () => {
    const r = [0, 5, 10, 20, 40];
    const weights = Float64Array.from({ length: 200 }, () => 1 + rng.unit());
    const globe = spherePositions(Float64Array.from({ length: 200 }, () => rng.unit()), Float64Array.from({ length: 200 }, () => 45 + rng.unit()));
    for (const [positions, at] of [[sites, r], [globe, r.map((one) => one * 1000)]] as const) {
      for (const held of [undefined, weights]) {
        const [exact, binned] = [kDensity(positions, at, { weights: held }), binnedKDensity(positions, at, { weights: held })];
        expect(binned.bandwidth / exact.bandwidth).toBeCloseTo(1, 3);
        const again = binnedKDensity(positions, at, { weights: held, bandwidth: exact.bandwidth });
        const peak = Math.max(...exact.density);
        for (const [step, one] of exact.density.entries()) expect(Math.abs((again.density[step] as number) - one) / peak).toBeLessThan(1e-4);
      }
    }
  });

  it('counts every pair once however the work is split', () => {
    const how = pairBinsFor(sites, [30], 64);
    const whole = new Float64Array(64);
    addPairs(sortForPairs(sites), how, 0, 200, whole);
    fc.assert(fc.property(fc.integer({ min: 0, max: 200 }), (cut) => {
      const parts = new Float64Array(64);
      addPairs(sortForPairs(sites), how, 0, cut, parts);
      addPairs(sortForPairs(sites), how, cut, 200, parts);
      expect(parts).toEqual(whole);
    }));
  });

  it('keeps the local band within all curves and the global one around at least as many as it says', () => {
    const curves = Array.from({ length: 200 }, () => Float64Array.from({ length: 5 }, () => rng.normal()));
    const [local, global] = [localBand(curves, 0.05), globalBand(curves, 0.05)];
    const inside = curves.filter((curve) => curve.every((one, at) => one >= (global.low[at] as number) && one <= (global.high[at] as number)));
    expect(inside.length).toBeGreaterThanOrEqual(180);
    for (let at = 0; at < 5; at += 1) expect((global.high[at] as number) > (local.high[at] as number)).toBe(true);
  });

  it('draws by itself with a seed, and refuses what cannot be measured', () => {
    const input = { x: [0, 1, 2, 3, 9, 8], y: [0, 1, 0, 1, 5, 7], type: ['a', 'a', 'a', 'b', 'b', 'b'], r: [0, 1, 2] };
    const asked = { op: 'kdensity-envelope', params: { simulations: 20, seed: 5 }, input };
    expect(computeMethod(kdensityMethod, asked)).toEqual(computeMethod(kdensityMethod, asked));
    expect(computeMethod(kdensityMethod, { op: 'kdensity', params: { referenceType: 'c' }, input })).toMatchObject({ ok: false, params: { why: expect.stringContaining('at least two points') } });
    expect(computeMethod(kdensityMethod, { op: 'kdensity', input: { ...input, x: [1, 1, 1, 1, 1, 1], y: [1, 1, 1, 1, 1, 1] } })).toMatchObject({ ok: false });
  });
});
