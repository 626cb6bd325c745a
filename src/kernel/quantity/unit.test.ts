import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convert, unitConflict, unitOf, units } from './unit.ts';

const value = (...input: Parameters<typeof convert>) => {
  const answer = convert(...input);
  return answer.ok ? answer.value : answer.reason;
};

describe('units', () => {
  it('converts inside a dimension', () => {
    expect(value('1', 'km2', 'ha')).toBe('100');
    expect(value('3', 'mu', 'm2')).toBe('2000');
    expect(value('86.6', 'percent', 'one')).toBe('0.866');
    expect(value('1', 'kWh', 'MJ')).toBe('3.6');
    expect(value('2', 'year', 'month')).toBe('24');
  });

  it('refuses anything else, and says which border it would cross', () => {
    expect(value('1', 'CNY', 'USD')).toBe('otherCurrency');
    expect(value('1', 'firm', 'person')).toBe('otherCounting');
    expect(value('1', 'percent', 'point')).toBe('otherDimension');
    expect(value('1', 'month', 'day')).toBe('otherDimension');
    expect(value('1', 'XXX', 'CNY')).toBe('unknownUnit');
    expect(unitOf('constructor')).toBeNull();
  });

  it('has one owner for every code and every spelling', () => {
    const spellings = units.flatMap((unit) => [...new Set([unit.code, unit.zh, unit.en, unit.enPlural, ...unit.aliases])].filter(Boolean));
    expect(spellings.filter((spelling, index) => spellings.indexOf(spelling) !== index)).toEqual([]);
  });

  it('comes back from every conversion', () => {
    const code = fc.constantFrom(...units.map((unit) => unit.code));
    fc.assert(
      fc.property(code, code, fc.integer({ min: -1e9, max: 1e9 }), (from, to, number) => {
        if (unitConflict(from, to)) return;
        const there = convert(String(number), from, to, 40);
        if (!there.ok) throw new Error(there.reason);
        expect(value(there.value, to, from, 20)).toBe(String(number));
      }),
    );
  });
});
