import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeWithShared, sharedPath } from '../../../test/shared.ts';
import { computeMethod, type Computed } from '../method/method.ts';
import { fitGrowth } from './growth-curve.ts';
import { lifecycle } from './lifecycle.method.ts';
import { hintStage } from './stage-hint.ts';
import { trendOf } from './trend.ts';

const file = 'oracles/lifecycle/cases.json';
interface Case { id: string; op: string; params?: unknown; input: unknown; expected: unknown; tol: number }

function compare(actual: unknown, expected: unknown, tol: number, where: string): void {
  if (typeof expected === 'number') {
    const off = Math.abs((actual as number) - expected) / Math.max(1, Math.abs(expected));
    expect(off, `${where}: ${String(actual)} against ${expected}`).toBeLessThanOrEqual(tol);
  } else for (const [key, value] of Object.entries(expected as object)) compare((actual as Record<string, unknown>)[key], value, tol, `${where}.${key}`);
}

const compute = (op: string, input: unknown, params?: unknown): Computed => {
  const answer = computeMethod(lifecycle, { op, params, input });
  if (!answer.ok) throw new Error(JSON.stringify(answer.params));
  return answer.value;
};

describeWithShared('lifecycle against nls and minpack.lm', [file], () => {
  const { cases } = JSON.parse(readFileSync(sharedPath(file), 'utf8')) as { cases: Case[] };

  it.each(cases)('$id', ({ id, op, params, input, expected, tol }) => {
    const { value } = compute(op, input, params);
    compare(value, expected, tol, id);
    expect(Object.keys(value as object).sort()).toEqual(Object.keys(expected as object).sort());
  });

  it('reads the early series as undetermined and emerging, the others by their turns', () => {
    const stageOf = (id: string) => compute('growth-stage', cases.find((one) => one.id === id)?.input).value;
    expect(stageOf('logistic_early')).toMatchObject({ stage: 'undetermined', emerging: true, kIdentified: false });
    expect(stageOf('logistic_logistic')).toMatchObject({ stage: 'maturity', model: 'logistic', kIdentified: true });
    expect(stageOf('logistic_gompertz')).toMatchObject({ stage: 'maturity', model: 'gompertz' });
    expect(stageOf('mann_kendall_humped')).toMatchObject({ stage: 'decline', reason: 'falls' });
  });
});

const line = (many: number, value: (at: number) => number): [Float64Array, Float64Array] => [Float64Array.from({ length: many }, (_, at) => 2010 + at), Float64Array.from({ length: many }, (_, at) => value(at))];
const logistic = (at: number): number => 500 / (1 + Math.exp(-0.7 * (at - 6))) + (at % 3) - 1;

describe('stages of one series', () => {
  it('follows a series through its life', () => {
    const stageAfter = (many: number) => hintStage(...line(many, logistic)).stage;
    expect([4, 6, 8, 14, 20].map(stageAfter)).toEqual(['undetermined', 'undetermined', 'growth', 'maturity', 'maturity']);
    expect(hintStage(...line(20, (at) => logistic(at) * (at > 13 ? 0.9 ** (at - 13) : 1)))).toMatchObject({ stage: 'decline' });
  });

  it('is undetermined on flat, short and empty series', () => {
    expect(hintStage(...line(12, () => 7))).toMatchObject({ stage: 'undetermined', reason: 'noTrend', emerging: false, model: null });
    expect(hintStage(...line(3, (at) => at))).toMatchObject({ stage: 'undetermined', reason: 'tooFew' });
    expect(hintStage(...line(0, () => 1))).toMatchObject({ stage: 'undetermined', reason: 'tooFew', many: 0 });
    expect(hintStage(...line(12, (at) => 10 * 1.3 ** at))).toMatchObject({ stage: 'undetermined', reason: 'noCeiling', emerging: true });
    expect(hintStage(...line(12, (at) => 100 + 10 * at))).toMatchObject({ stage: 'undetermined', emerging: true });
  });

  it('leaves missing values out and refuses what is no series', () => {
    const { warnings, value } = compute('mann-kendall', { t: [0, 1, 2, 3, 4], y: [1, 2, null, 3, 4] });
    expect(value).toMatchObject({ S: 6 });
    expect(warnings).toEqual(['1 of 5 values are missing and left out']);
    expect(compute('growth-exponential', { t: [0, 1, 2], y: [0, 1, Math.E] }, { errors: true })).toMatchObject({ value: { g: 1, r2: 1 }, warnings: [expect.stringContaining('not positive')] });
    expect(compute('growth-logistic', { t: [0, 1, 2], y: [1, 2, 3] })).toMatchObject({ converged: false, value: { K: null } });
    expect(compute('growth-gompertz', { t: [0, 1, 2, 3, 4, 5, 6], y: [1, 3, 8, 14, 19, 22, 23] }, { errors: true })).toMatchObject({ converged: true, value: { se: { k: expect.any(Number) as unknown } } });
    expect(computeMethod(lifecycle, { op: 'mann-kendall', input: { t: [1], y: [1, 2] } })).toMatchObject({ reason: 'badInput' });
    expect(computeMethod(lifecycle, { op: 'growth-stage', params: { alpha: 2 }, input: { t: [1], y: [1] } })).toMatchObject({ reason: 'badInput' });
  });
});

describe('laws of stages', () => {
  const values = fc.array(fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.constantFrom(0, 1, 5, NaN)), { maxLength: 16 });

  it('never throws, whatever the series', () => {
    fc.assert(fc.property(values, (list) => {
      const [t, y] = line(list.length, (at) => list[at] as number);
      expect(['initial', 'growth', 'maturity', 'decline', 'undetermined']).toContain(hintStage(t, y).stage);
    }), { numRuns: 60 });
  });

  it('does not depend on units, on the calendar or on the order of the pairs', () => {
    fc.assert(fc.property(fc.integer({ min: 8, max: 18 }), fc.double({ min: 1e-3, max: 1e6, noNaN: true }), fc.integer({ min: -3000, max: 3000 }), (many, scale, shift) => {
      const [t, y] = line(many, logistic);
      const plain = fitGrowth('logistic', t, y);
      const moved = fitGrowth('logistic', t.map((one) => one + shift).reverse(), y.map((one) => one * scale).reverse());
      expect(moved.ceiling / scale / plain.ceiling).toBeCloseTo(1, 5);
      expect(moved.inflection - shift).toBeCloseTo(plain.inflection, 4);
      expect(moved.rate).toBeCloseTo(plain.rate, 5);
    }), { numRuns: 30 });
  });

  it('a trend turned round has the opposite sign and the same chance', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 15 }), (list) => {
      const rising = trendOf(...line(list.length, (at) => list[at] as number));
      const falling = trendOf(...line(list.length, (at) => -(list[at] as number)));
      expect([falling.S + rising.S, falling.varS - rising.varS, falling.p - rising.p]).toEqual([0, 0, 0]);
    }));
  });
});
