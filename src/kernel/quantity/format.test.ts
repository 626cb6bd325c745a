import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDecimals, multiply, parseDecimal, subtract, absolute } from './decimal.ts';
import { formatChange, formatDay, formatPeriod, formatRankRange } from './format-words.ts';
import { exactText, formatQuantity, groupSpace, type FormatOptions, type WritingLanguage } from './format.ts';
import { parseQuantity } from './parse.ts';
import { parsePeriod, type Period } from './period.ts';
import { quantityOperators, type Quantity, type QuantityOperator } from './quantity.ts';
import { units } from './unit.ts';

const both = (value: string | null, unit: string, operator: QuantityOperator = '=', options: Omit<FormatOptions, 'language'> = {}) =>
  (['zh-CN', 'en'] as const).map((language) => formatQuantity({ operator, value, unit }, { language, ...options }).replaceAll(groupSpace, ' '));

function period(text: string): Period {
  const answer = parsePeriod(text);
  if (!answer.ok) throw new Error(text);
  return answer.value;
}

describe('writing figures', () => {
  it('follows the table of numbers', () => {
    expect(both('211457000000', 'CNY')).toEqual(['2 114.57 亿元', 'CNY 211.457 bn']);
    expect(both('12860000', 'CNY')).toEqual(['1 286 万元', 'CNY 12.86 M']);
    expect(both('12000', 'firm')).toEqual(['1.2 万家', '12 k firms']);
    expect(both('412', 'item', '=', { noun: { one: 'tie', other: 'ties' } })[1]).toBe('412 ties');
    expect(both('412', 'item')[0]).toBe('412 项');
    expect(both('1286', 'firm')).toEqual(['1 286 家', '1,286 firms']);
    expect(both('86.6', 'percent')).toEqual(['86.6%', '86.6%']);
    expect(both('6.2', 'point')).toEqual(['6.2 个百分点', '6.2 percentage points']);
    expect(both('-0.32', 'one')).toEqual(['−0.32', '−0.32']);
    expect(both('240000', 'CNY', 'about')).toEqual(['≈ 24 万元', 'CNY 240 k'].map((text, index) => (index ? `≈ ${text}` : text)));
    expect(both('70', 'percent', '>=')).toEqual(['≥ 70%', '≥ 70%']);
    expect(both(null, 'firm', 'notStated')).toEqual(['未注明', 'not stated']);
    expect(both('1', 'firm')).toEqual(['1 家', '1 firm']);
    expect(both('129000000', 'USD')).toEqual(['1.29 亿美元', 'USD 129 M']);
  });

  it('chooses the step after rounding, and writes no zero that is not one', () => {
    expect(both('99999999', 'CNY')).toEqual(['1 亿元', 'CNY 100 M']);
    expect(both('60000000', 'CNY', '=', { decimals: 0 })).toEqual(['6 000 万元', 'CNY 60 M']);
    expect(both('2000000', 'CNY')).toEqual(['200 万元', 'CNY 2 M']);
    expect(both('0.00123', 'percent')).toEqual(['0.0012%', '0.0012%']);
    expect(both('-0.0051', 'one')).toEqual(['−0.0051', '−0.0051']);
    expect(both('1200000000000', 'CNY')[0]).toBe('12 000 亿元');
    expect(both('12345678', 'firm', '=', { steps: 'none' })).toEqual(['12 345 678 家', '12,345,678 firms']);
    expect(both('15000', 'firm', '=', { decimals: 2 })).toEqual(['1.50 万家', '15.00 k firms']);
  });

  const quantity: fc.Arbitrary<Quantity> = fc
    .record({
      operator: fc.constantFrom(...quantityOperators),
      whole: fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
      fraction: fc.integer({ min: 0, max: 9999 }),
      unit: fc.constantFrom(...units.map((unit) => unit.code)),
    })
    .map(({ operator, whole, fraction, unit }) => ({ operator, value: operator === 'notStated' ? null : parseDecimal(`${whole}.${String(fraction).padStart(4, '0')}`), unit }));
  const language = fc.constantFrom<WritingLanguage>('zh-CN', 'en');

  it('reads its exact text back to the same quantity', () => {
    fc.assert(
      fc.property(quantity, language, (given, lang) => {
        const back = parseQuantity(exactText(given, lang), { unit: given.operator === 'notStated' ? given.unit : 'one' });
        expect(back, exactText(given, lang)).toMatchObject({ ok: true, value: { quantity: given } });
      }),
      { numRuns: 1000 },
    );
  });

  it('reads its short text back to within rounding', () => {
    fc.assert(
      fc.property(quantity, language, (given, lang) => {
        fc.pre(given.value !== null);
        const text = formatQuantity(given, { language: lang });
        const back = parseQuantity(text);
        if (!back.ok || back.value.quantity.value === null || given.value === null) throw new Error(`${text}: ${back.ok ? 'no value' : back.reason}`);
        expect(back.value.quantity).toMatchObject({ operator: given.operator, unit: given.unit });
        const error = absolute(subtract(back.value.quantity.value, given.value));
        expect(compareDecimals(error, multiply('0.05', absolute(given.value))), text).toBeLessThanOrEqual(0);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('writing days, periods and changes', () => {
  it('in both languages', () => {
    expect(formatDay('2023-03-07', 'zh-CN')).toBe('2023-03-07');
    expect(formatDay('2023-03-07', 'zh-CN', 'text')).toBe('3 月 7 日');
    expect(formatDay('2023-03-07', 'en')).toBe('7 Mar 2023');
    const written = (text: string) => [formatPeriod(period(text), 'zh-CN'), formatPeriod(period(text), 'en')];
    expect(written('2022-H1')).toEqual(['2022 年上半年', 'H1 2022']);
    expect(written('2022-Q3')).toEqual(['2022 年第 3 季度', 'Q3 2022']);
    expect(written('2022-YTD09')).toEqual(['2022 年 1–9 月', 'Jan–Sep 2022']);
    expect(written('FY2022-04')).toEqual(['2022 财年（4 月起）', 'FY 2022 (from Apr)']);
    expect(written('2019..2023')).toEqual(['2019–2023 年', '2019–2023']);
    expect(written('2022-03-07T08:05:00Z')).toEqual(['2022-03-07 08:05 UTC', '7 Mar 2022 08:05 UTC']);
    expect([formatChange('103.63', period('2018'), 'zh-CN'), formatChange('-0.04', period('2018'), 'en')]).toEqual(['较 2018 年 +103.6%', '0.0% on 2018']);
    expect([formatRankRange(2, 5, 'zh-CN'), formatRankRange(2, 11, 'en'), formatRankRange(3, 3, 'en')]).toEqual(['2–5 位', '2nd–11th', '3rd']);
  });
});
