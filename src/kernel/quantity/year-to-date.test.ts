import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add } from './decimal.ts';
import { readPeriod } from './read-period.ts';
import { monthsFromYearToDate } from './year-to-date.ts';

describe('months from years to date', () => {
  it('subtract neighbours, keep January and February together where they came so, and never reach over a year', () => {
    expect(monthsFromYearToDate([
      { period: '2024-YTD02', value: '120' }, { period: '2024-YTD03', value: '200.5' }, { period: '2024-YTD04', value: '190' }, { period: '2024-YTD06', value: '300' }, { period: '2025-YTD02', value: '130' }, { period: '2024', value: '999' },
    ])).toEqual([
      { period: '2024-01..2024-02', value: '120', from: ['2024-YTD02'], negative: false },
      { period: '2024-03', value: '80.5', from: ['2024-YTD03', '2024-YTD02'], negative: false },
      { period: '2024-04', value: '-10.5', from: ['2024-YTD04', '2024-YTD03'], negative: true },
      { period: '2024-05..2024-06', value: '110', from: ['2024-YTD06', '2024-YTD04'], negative: false },
      { period: '2025-01..2025-02', value: '130', from: ['2025-YTD02'], negative: false },
    ]);
  });

  it('are unknown beside an unknown, and add up again to the last year to date', () => {
    expect(monthsFromYearToDate([{ period: '2024-YTD01', value: null }, { period: '2024-YTD02', value: '5' }]).map(({ value }) => value)).toEqual([null, null]);
    fc.assert(fc.property(fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: -99, max: 99 })), { minLength: 1, selector: ([month]) => month }), (drawn) => {
      const found = monthsFromYearToDate(drawn.map(([month, value]) => ({ period: `2024-YTD${String(month).padStart(2, '0')}`, value: String(value) })));
      const last = drawn.toSorted((a, b) => a[0] - b[0]).at(-1);
      expect(Number(found.reduce((sum, { value }) => add(sum, value ?? '0'), '0'))).toBe(last?.[1]);
    }));
  });

  it('are read as offices write them', () => {
    const read = (text: string) => { const found = readPeriod(text); return found.ok ? found.value : null; };
    for (const text of ['2024年1-2月', '2024年1—2月', 'Jan–Feb 2024', 'January to February 2024', 'Jan-Feb, 2024']) expect(read(text), text).toEqual({ kind: 'yearToDate', year: 2024, month: 2 });
    expect(read('Jan–Sep 2024')).toEqual({ kind: 'yearToDate', year: 2024, month: 9 });
    expect(read('Mar–Sep 2024')).toBeNull();
  });
});
