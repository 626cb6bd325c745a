import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incompleteBeta, logGamma, lowerF, normalCdf, twoSidedNormal, twoSidedT, upperF } from './distribution.ts';

const relative = (actual: number, expected: number) => Math.abs(actual / expected - 1);

describe('distributions', () => {
  it('agree with closed forms', () => {
    expect(relative(logGamma(0.5), Math.log(Math.PI) / 2)).toBeLessThan(1e-13);
    expect(relative(logGamma(11), Math.log(3628800))).toBeLessThan(1e-13);
    for (const x of [0.01, 0.3, 0.5, 0.9]) {
      expect(relative(incompleteBeta(x, 1, 1), x)).toBeLessThan(1e-13);
      expect(relative(incompleteBeta(x, 3, 1), x ** 3)).toBeLessThan(1e-12);
      expect(relative(incompleteBeta(x, 2, 2), x * x * (3 - 2 * x))).toBeLessThan(1e-12);
    }
    for (const t of [0.1, 1, 5, 1e4, 1e8]) {
      expect(relative(twoSidedT(t, 1), (2 / Math.PI) * Math.atan2(1, t))).toBeLessThan(1e-12);
      expect(relative(upperF(t, 2, 2), 1 / (1 + t))).toBeLessThan(1e-12);
    }
    expect(normalCdf(0)).toBe(0.5);
    expect(relative(normalCdf(1.959963984540054), 0.975)).toBeLessThan(1e-13);
    expect(relative(normalCdf(-8), 6.220960574271785e-16)).toBeLessThan(1e-12);
    expect([incompleteBeta(0, 1, 2), incompleteBeta(1, 1, 2), incompleteBeta(2, 1, 2), logGamma(0), upperF(-1, 1, 1), twoSidedT(Infinity, 3)]).toEqual([0, 1, NaN, NaN, 1, 0]);
  });

  it('have the tails of the normal curve', () => {
    for (const [z, p] of [[0, 1], [1, 0.317310507862914], [1.959963984540054, 0.05], [3, 0.002699796063260], [6, 1.973175290075e-9]] as const) expect(relative(twoSidedNormal(z), p)).toBeLessThan(1e-9);
    expect(twoSidedNormal(3 - 1e-12) / twoSidedNormal(3)).toBeCloseTo(1, 10);
  });

  it('keep to their laws', () => {
    const df = fc.integer({ min: 1, max: 400 });
    const f = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
    fc.assert(fc.property(f, df, df, (value, a, b) => {
      expect(Math.abs(upperF(value, a, b) + lowerF(value, a, b) - 1)).toBeLessThan(1e-11);
      expect(Math.abs(upperF(value, a, b) - lowerF(1 / value, b, a))).toBeLessThan(1e-11);
      expect(Math.abs(twoSidedT(Math.sqrt(value), a) - upperF(value, 1, a))).toBeLessThan(1e-11);
      expect(upperF(value * 1.5, a, b)).toBeLessThanOrEqual(upperF(value, a, b) + 1e-12);
    }));
  });
});
