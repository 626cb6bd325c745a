/**
 * Figures of single months from figures that add up since January. Offices publish a year to date and often no month; the
 * month is then what was added since the last one: m(k) = ytd(k) − ytd(k − 1). Only for flows: a stock has no year to date.
 */
import { signOf, subtract, type Decimal } from './decimal.ts';
import { parsePeriod, periodText } from './period.ts';

export interface Accumulated {
  /** `2024-YTD09`; anything else is passed over. */
  period: string;
  /** Null is unknown. */
  value: Decimal | null;
}

export interface MonthFromYearToDate {
  /** `2024-03`, or `2024-01..2024-02` where January was not published on its own. */
  period: string;
  /** Null where one of the two is unknown. */
  value: Decimal | null;
  /** The years to date that were subtracted, later first; one where nothing came before. */
  from: readonly string[];
  /** Less than at the month before: a correction or another list of firms, and no month's figure. */
  negative: boolean;
}

/**
 * One row a step between neighbouring years to date of one year, oldest first. A step over several months is one span
 * (Jan–Feb as it is published, or a gap), never split. A year without its beginning starts with the span since January.
 * Cost O(n log n).
 */
export function monthsFromYearToDate(figures: readonly Accumulated[]): MonthFromYearToDate[] {
  const read = figures.flatMap(({ period, value }) => {
    const parsed = parsePeriod(period);
    return parsed.ok && parsed.value.kind === 'yearToDate' ? [{ year: parsed.value.year, month: parsed.value.month, text: periodText(parsed.value), value }] : [];
  });
  const sorted = read.toSorted((a, b) => a.year - b.year || a.month - b.month);
  return sorted.flatMap((one, at) => {
    const before = sorted[at - 1];
    const follows = before !== undefined && before.year === one.year;
    if (follows && before.month === one.month) return [];
    const first = follows ? before.month + 1 : 1;
    const month = (number: number): string => periodText({ kind: 'month', year: one.year, month: number });
    const period = first === one.month ? month(first) : `${month(first)}..${month(one.month)}`;
    const value = one.value === null || (follows && before.value === null) ? null : follows ? subtract(one.value, before.value as Decimal) : one.value;
    return [{ period, value, from: follows ? [one.text, before.text] : [one.text], negative: value !== null && signOf(value) < 0 }];
  });
}
