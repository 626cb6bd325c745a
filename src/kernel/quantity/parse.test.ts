import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuantity, type ParseOptions } from './parse.ts';

const read = (text: string, options?: ParseOptions) => {
  const answer = parseQuantity(text, options);
  if (!answer.ok) return answer.reason;
  const { quantity, notStated } = answer.value;
  return notStated ?? `${quantity.operator === '=' ? '' : quantity.operator}${quantity.value} ${quantity.unit}`;
};

describe('reading figures', () => {
  it.each([
    ['2 114.57', '2114.57 one'],
    ['2\u2009114.57', '2114.57 one'],
    ['2,114.57亿元', '211457000000 CNY'],
    ['CNY 211.457 bn', '211457000000 CNY'],
    ['CNY 12.86 M', '12860000 CNY'],
    ['€1.5bn', '1500000000 EUR'],
    ['$1.29 亿', '129000000 USD'],
    ['1.29亿美元', '129000000 USD'],
    ['US$ 3 m', '3000000 USD'],
    ['3.9亿', '390000000 one'],
    ['1.2 万亿元', '1200000000000 CNY'],
    ['1.2 万家', '12000 firm'],
    ['12 k firms', '12000 firm'],
    ['≥70%', '>=70 percent'],
    ['不低于 70％', '>=70 percent'],
    ['约1986', 'about1986 one'],
    ['近5万人', 'about50000 person'],
    ['20余家', '>20 firm'],
    ['约20余家', 'about20 firm'],
    ['近3万多人', 'about30000 person'],
    ['1,234.5', '1234.5 one'],
    ['３．９亿', '390000000 one'],
    ['37.95 亿元', '3795000000 CNY'],
    ['超过1000亿元', '>100000000000 CNY'],
    ['不足 30 项', '<30 item'],
    ['50家以上', '>=50 firm'],
    ['3万多家', '>30000 firm'],
    ['１，２３４．５', '1234.5 one'],
    ['−0.32', '-0.32 one'],
    ['-0.32', '-0.32 one'],
    ['高 6.2 个百分点', 'notANumber'],
    ['6.2 个百分点', '6.2 point'],
    ['12 m', '12 m'],
    ['30 公顷', '30 ha'],
    ['18 个月', '18 month'],
  ])('%s is %s', (text, expected) => expect(read(text)).toBe(expected));

  it.each([
    ['', 'empty'],
    ['近百', 'vagueWords'],
    ['数十家', 'vagueWords'],
    ['several dozens', 'vagueWords'],
    ['未注明', 'saidSo'],
    ['Not stated', 'saidSo'],
    ['—', 'noData'],
    ['abc', 'notANumber'],
    ['2–5', 'range'],
    ['10-12%', 'range'],
    ['2亿至5亿元', 'range'],
    ['1,5', 'badGrouping'],
    ['≥20余家', 'notANumber'],
    ['2022年8月9日', 'unknownUnit'],
    ['12 34', 'badGrouping'],
    ['1,234 567', 'badGrouping'],
    ['5 zorkmids', 'unknownUnit'],
    ['¥500', 'ambiguousCurrency'],
    ['$5 欧元', 'twoCurrencies'],
    ['1e5', 'unknownUnit'],
    ['9'.repeat(300), 'tooLong'],
  ])('%s is not a figure: %s', (text, expected) => expect(read(text)).toBe(expected));

  it('takes the unit of the column for a bare number', () => {
    expect(read('500', { unit: 'CNY' })).toBe('500 CNY');
    expect(read('¥500万', { unit: 'CNY' })).toBe('5000000 CNY');
    expect(read('5 m', { unit: 'EUR' })).toBe('5000000 EUR');
    expect(read('5 km', { unit: 'firm', only: true })).toBe('otherUnit');
    expect(parseQuantity('2–5 家')).toMatchObject({ params: { from: '2', to: '5' } });
  });

  it('never throws', () => {
    const piece = fc.constantFrom('1', '2,114', '.5', '亿', '万', '元', '¥', '$', '约', '≥', '–', '%', '家', ' ', 'k', 'bn', 'CNY', '余', '以上', '__proto__', '\u0000', '−');
    const attempt = (text: string) => void parseQuantity(text);
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 20 }), attempt), { numRuns: 200 });
    fc.assert(fc.property(fc.array(piece, { maxLength: 8 }), (list) => attempt(list.join(''))), { numRuns: 1000 });
  });
});
