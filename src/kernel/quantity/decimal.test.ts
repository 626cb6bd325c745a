import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  absolute, add, compareDecimals, decimalFromNumber, divide, fixedText, multiply, negate, parseDecimal, roundDecimal, scaleOf, signOf, subtract,
} from './decimal.ts';

const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.integer({ min: 0, max: 12 }))
  .map(([coefficient, scale]) => {
    const digits = (coefficient < 0n ? -coefficient : coefficient).toString().padStart(scale + 1, '0');
    const text = scale ? `${digits.slice(0, -scale)}.${digits.slice(-scale)}` : digits;
    return parseDecimal(coefficient < 0n ? `-${text}` : text) ?? '0';
  });

describe('decimal', () => {
  it('reads plain text into one canonical form and refuses the rest', () => {
    expect(['007.50', '-0.00', '+3', '1234567890123456789.1'].map(parseDecimal)).toEqual(['7.5', '0', '3', '1234567890123456789.1']);
    for (const bad of ['', '1e5', '1,000', '.5', '5.', 'NaN', '１', ' 1', '--1', '1\n']) expect(parseDecimal(bad), bad).toBeNull();
  });

  it('has no float in it', () => {
    expect(add('0.1', '0.2')).toBe('0.3');
    expect(multiply('9007199254740993', '1.1')).toBe('9907919180215092.3');
    expect(subtract('1', '0.999999999999999999999')).toBe('0.000000000000000000001');
  });

  it('rounds half to even', () => {
    expect(['0.5', '1.5', '2.5', '-0.5', '-1.5', '2.51'].map((value) => roundDecimal(value, 0))).toEqual(['0', '2', '2', '0', '-2', '3']);
    expect(roundDecimal('1250', -2)).toBe('1200');
    expect(roundDecimal('1350', -2)).toBe('1400');
    expect(divide('1', '8', 2)).toBe('0.12');
    expect(divide('-3', '8', 2)).toBe('-0.38');
    expect(divide('2', '3', 4)).toBe('0.6667');
    expect(divide('1', '0')).toBeNull();
    expect(fixedText('1.5', 2)).toBe('1.50');
    expect(fixedText('-0.004', 2)).toBe('0.00');
  });

  it('takes JS numbers by their shortest text', () => {
    expect([0.1, 1e21, 1.5e-7, -0, 123.25].map(decimalFromNumber)).toEqual(['0.1', '1000000000000000000000', '0.00000015', '0', '123.25']);
    expect(decimalFromNumber(Number.NaN)).toBeNull();
    expect(() => add('x', '1')).toThrow(RangeError);
  });

  it('obeys the laws of exact arithmetic', () => {
    fc.assert(
      fc.property(decimal, decimal, decimal, (a, b, c) => {
        expect(add(a, b)).toBe(add(b, a));
        expect(add(add(a, b), c)).toBe(add(a, add(b, c)));
        expect(multiply(a, add(b, c))).toBe(add(multiply(a, b), multiply(a, c)));
        expect(subtract(add(a, b), b)).toBe(a);
        expect(negate(negate(a))).toBe(a);
        expect(compareDecimals(a, b)).toBe(signOf(subtract(a, b)));
        expect(compareDecimals(a, b) === 0).toBe(a === b);
        if (signOf(b) !== 0) expect(divide(multiply(a, b), b, 30)).toBe(a);
      }),
    );
  });

  it('never rounds by more than half a step', () => {
    fc.assert(
      fc.property(decimal, fc.integer({ min: 0, max: 8 }), (value, digits) => {
        const error = absolute(subtract(value, roundDecimal(value, digits)));
        const halfStep = divide('0.5', `1${'0'.repeat(digits)}`, digits + 1) ?? '0';
        expect(compareDecimals(error, halfStep)).toBeLessThanOrEqual(0);
        expect(scaleOf(roundDecimal(value, digits))).toBeLessThanOrEqual(digits);
      }),
    );
  });
});
