import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bigramDice, bigramJaccard, jaro, jaroWinkler } from './similarity.ts';

describe('similarity', () => {
  it('gives the textbook values of Jaro and Winkler', () => {
    expect(jaro('martha', 'marhta')).toBeCloseTo(0.944444, 6);
    expect(jaroWinkler('martha', 'marhta')).toBeCloseTo(0.961111, 6);
    expect(jaroWinkler('dwayne', 'duane')).toBeCloseTo(0.84, 9);
    expect(bigramDice('night', 'nacht')).toBeCloseTo(0.25, 9);
  });

  it('is symmetric, within bounds, and one for a text against itself', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '晶', '源', '圆'), maxLength: 10 });
    fc.assert(fc.property(text, text, (a, b) => {
      for (const measure of [jaro, bigramJaccard, bigramDice]) {
        expect(measure(a, b)).toBeCloseTo(measure(b, a), 12);
        expect(measure(a, a)).toBe(1);
        expect(measure(a, b)).toBeGreaterThanOrEqual(0);
        expect(measure(a, b)).toBeLessThanOrEqual(1);
      }
    }));
  });
});
