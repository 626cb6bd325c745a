import { describe, expect, it } from 'vitest';
import type { Ast } from './ast.ts';
import { measureOf, measureOfFormula, measureText, ratioOfTwo } from './check-units.ts';
import { parseExpression } from './parse.ts';

const units: Readonly<Record<string, string>> = { revenue: 'CNY', spending: 'CNY', exports: 'USD', people: 'person', area: 'mu', share: 'percent' };
const astOf = (text: string): Ast => { const parsed = parseExpression(text); if (!parsed.ok) throw new Error(text); return parsed.value; };
const read = (text: string) => measureOfFormula(astOf(text), (name) => measureOf(units[name] ?? null));

describe('units of a formula', () => {
  it.each([['spending / revenue * 100', '1'], ['revenue / people', 'money.CNY/count.person'], ['revenue + spending', 'money.CNY'], ['share * revenue', 'money.CNY'], ['revenue / people * people', 'money.CNY'], ['if(has(revenue), revenue, spending)', 'money.CNY'], ['sum(revenue, spending) / 12', 'money.CNY'], ['elsewhere * 2', '?'], ['round(revenue / area, 2)', 'money.CNY/area']])('%s is %s', (text, measure) => {
    const found = read(text);
    expect([measureText(found.measure), found.problems]).toEqual([measure, []]);
  });

  it.each(['revenue + people', 'revenue - exports', 'coalesce(revenue, people)', 'if(true, revenue, area)', '(revenue + people) / area'])('%s joins what does not go together', (text) => {
    expect(read(text).problems).toHaveLength(1);
  });
});

describe('ratios of two populations', () => {
  const populations: Readonly<Record<string, string>> = { above: '规模以上', all: '全部', also: '规模以上' };
  const found = (text: string) => ratioOfTwo(astOf(text), (name) => populations[name] ?? null);
  it('are found wherever they stand', () => {
    expect(found('above / all')).toMatchObject({ above: '规模以上', below: '全部' });
    expect(found('100 * (above + also) / (all - above)')).toMatchObject({ below: '全部' });
    expect(found('above / also')).toBeNull();
    expect(found('above + all')).toBeNull();
    expect(found('above / unknownScope')).toBeNull();
  });
});
