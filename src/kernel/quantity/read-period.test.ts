import { describe, expect, it } from 'vitest';
import { periodTextOf } from './read-period.ts';

describe('periods as people write them', () => {
  it.each([
    ['2022', '2022'], ['2022年', '2022'], ['２０２２年度', '2022'], ['X2015', '2015'], ['2022年8月', '2022-08'], ['2022.8', '2022-08'], ['2022/08', '2022-08'], ['2022 年 8 月', '2022-08'], ['2022年8月9日', '2022-08-09'], ['2022/8/9', '2022-08-09'],
    ['20220809', '2022-08-09'], ['2022年第3季度', '2022-Q3'], ['2022年三季度', '2022-Q3'], ['2022Q3', '2022-Q3'], ['Q3 2022', '2022-Q3'], ['2022上半年', '2022-H1'], ['H2 2022', '2022-H2'], ['2022年1-9月', '2022-YTD09'], ['2022年1—2月', '2022-YTD02'],
    ['Aug 2022', '2022-08'], ['September 2022', '2022-09'], ['2019-2023', '2019..2023'], ['2022-YTD09', '2022-YTD09'], ['2022M07', '2022-07'],
  ])('%s is %s', (text, period) => expect(periodTextOf(text)).toBe(period));

  it.each(['', '22', '2022.13', '2022-02-30', '9/8/2022', 'FY2022', '去年', '2023-2019', '44782', '2022年3-9月'])('%s is refused', (text) => expect(periodTextOf(text)).toBeNull());

  it('takes serial days and fiscal years where they are announced', () => {
    expect(periodTextOf('44782', { serials: true })).toBe('2022-08-09');
    expect(periodTextOf('FY2022', { fiscalStart: 4 })).toBe('FY2022-04');
  });
});
