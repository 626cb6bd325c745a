import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { damerau, indelRatio, levenshtein, longestCommonSubsequence, osa, tokenSetRatio } from './edit-distance.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'b', '晶', '源', '𠮷'), maxLength: 9 });

describe('edit distances', () => {
  it('count a character beyond the basic plane once', () => {
    expect(levenshtein('𠮷野', '吉野')).toBe(1);
    expect(longestCommonSubsequence('𠮷野', '吉野')).toBe(1);
  });

  it('tell the restricted from the full distance', () => {
    expect(osa('ca', 'abc')).toBe(3);
    expect(damerau('ca', 'abc')).toBe(2);
  });

  it('are symmetric, zero only for equal texts, and ordered: full ≤ restricted ≤ Levenshtein', () => {
    fc.assert(fc.property(text, text, (a, b) => {
      for (const distance of [levenshtein, osa, damerau]) {
        expect(distance(a, b)).toBe(distance(b, a));
        expect(distance(a, b) === 0).toBe(a === b);
      }
      expect(damerau(a, b)).toBeLessThanOrEqual(osa(a, b));
      expect(osa(a, b)).toBeLessThanOrEqual(levenshtein(a, b));
      expect(Math.min(osa(a, b), 2)).toBe(osa(a, b, 1));
      expect(indelRatio(a, b)).toBeCloseTo(indelRatio(b, a), 12);
    }));
  });

  it('read a set of words that holds the other as alike', () => expect(tokenSetRatio('gree electric', 'electric appliances gree')).toBe(1));
});
