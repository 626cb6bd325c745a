/**
 * Periods of figures. Text form, one per period:
 * `2022` year · `2022-H1` half · `2022-Q3` quarter · `2022-03` month · `2022-03-07` day · `2022-YTD09` first nine
 * months · `FY2022-04` fiscal year that begins in April 2022 · `2019..2023` span · `2022-03-07T08:00:00Z` instant (UTC).
 * Every period but the instant is a closed run of days; an instant counts as the day it falls on.
 */
import { accept, refuse, type Outcome } from '../outcome.ts';
import { dayFromNumber, dayNumber, daysInMonth, dayText, monthFromNumber, monthNumber, monthText, parseDay, yearText, type CivilDay, type Day } from './calendar.ts';

export type SimplePeriod =
  | { kind: 'day'; year: number; month: number; day: number }
  | { kind: 'month'; year: number; month: number }
  | { kind: 'yearToDate'; year: number; month: number }
  | { kind: 'quarter'; year: number; quarter: number }
  | { kind: 'half'; year: number; half: number }
  | { kind: 'year'; year: number }
  | { kind: 'fiscalYear'; year: number; startMonth: number };

export type Period = SimplePeriod | { kind: 'span'; from: SimplePeriod; until: SimplePeriod } | { kind: 'instant'; at: string };

export type PeriodRefusal = 'notAPeriod' | 'noSuchDate' | 'endsBeforeStart';

const instantShape = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?Z$/;

const forms: readonly [RegExp, (a: number, b: number, c: number) => SimplePeriod][] = [
  [/^(\d{4})$/, (year) => ({ kind: 'year', year })],
  [/^(\d{4})-H([12])$/, (year, half) => ({ kind: 'half', year, half })],
  [/^(\d{4})-Q([1-4])$/, (year, quarter) => ({ kind: 'quarter', year, quarter })],
  [/^(\d{4})-(\d{2})$/, (year, month) => ({ kind: 'month', year, month })],
  [/^(\d{4})-YTD(\d{2})$/, (year, month) => ({ kind: 'yearToDate', year, month })],
  [/^FY(\d{4})-(\d{2})$/, (year, startMonth) => ({ kind: 'fiscalYear', year, startMonth })],
  [/^(\d{4})-(\d{2})-(\d{2})$/, (year, month, day) => ({ kind: 'day', year, month, day })],
];

function isReal(period: SimplePeriod): boolean {
  if (period.year < 1) return false;
  if (period.kind === 'day') return parseDay(dayText(period)) !== null;
  const month = period.kind === 'month' || period.kind === 'yearToDate' ? period.month : period.kind === 'fiscalYear' ? period.startMonth : 1;
  return month >= 1 && month <= 12;
}

function parseSimple(text: string): Outcome<SimplePeriod, PeriodRefusal> {
  for (const [form, build] of forms) {
    const match = form.exec(text);
    if (!match) continue;
    const period = build(Number(match[1]), Number(match[2]), Number(match[3]));
    return isReal(period) ? accept(period) : refuse('noSuchDate');
  }
  return refuse('notAPeriod');
}

/** Reads the text form; `2023-02-30` is refused as no such date, `2023..2019` as ending before it starts. */
export function parsePeriod(text: string): Outcome<Period, PeriodRefusal> {
  const instant = instantShape.exec(text);
  if (instant) return parseDay(instant[1] ?? '') ? accept({ kind: 'instant', at: text }) : refuse('noSuchDate');
  const dots = text.indexOf('..');
  if (dots < 0) return parseSimple(text);
  const from = parseSimple(text.slice(0, dots));
  const until = parseSimple(text.slice(dots + 2));
  if (!from.ok) return from;
  if (!until.ok) return until;
  const span: Period = { kind: 'span', from: from.value, until: until.value };
  return startDay(span) <= endDay(span) ? accept(span) : refuse('endsBeforeStart');
}

export function periodText(period: Period): string {
  switch (period.kind) {
    case 'instant': return period.at;
    case 'span': return `${periodText(period.from)}..${periodText(period.until)}`;
    case 'day': return dayText(period);
    case 'month': return `${yearText(period.year)}-${monthText(period.month)}`;
    case 'yearToDate': return `${yearText(period.year)}-YTD${monthText(period.month)}`;
    case 'quarter': return `${yearText(period.year)}-Q${period.quarter}`;
    case 'half': return `${yearText(period.year)}-H${period.half}`;
    case 'year': return yearText(period.year);
    case 'fiscalYear': return `FY${yearText(period.year)}-${monthText(period.startMonth)}`;
  }
}

/** First month and number of months; null for days. */
function monthsOf(period: SimplePeriod): { first: number; count: number } | null {
  switch (period.kind) {
    case 'day': return null;
    case 'month': return { first: monthNumber(period.year, period.month), count: 1 };
    case 'yearToDate': return { first: monthNumber(period.year, 1), count: period.month };
    case 'quarter': return { first: monthNumber(period.year, period.quarter * 3 - 2), count: 3 };
    case 'half': return { first: monthNumber(period.year, period.half * 6 - 5), count: 6 };
    case 'year': return { first: monthNumber(period.year, 1), count: 12 };
    case 'fiscalYear': return { first: monthNumber(period.year, period.startMonth), count: 12 };
  }
}

function firstDay(period: SimplePeriod): CivilDay {
  if (period.kind === 'day') return period;
  return { ...monthFromNumber(monthsOf(period)?.first ?? 0), day: 1 };
}

function lastDay(period: SimplePeriod): CivilDay {
  if (period.kind === 'day') return period;
  const months = monthsOf(period);
  const { year, month } = monthFromNumber((months?.first ?? 0) + (months?.count ?? 1) - 1);
  return { year, month, day: daysInMonth(year, month) };
}

/** First day of the period, `YYYY-MM-DD`. */
export function startDay(period: Period): Day {
  if (period.kind === 'instant') return period.at.slice(0, 10);
  return dayText(firstDay(period.kind === 'span' ? period.from : period));
}

/** Last day of the period, included in it. */
export function endDay(period: Period): Day {
  if (period.kind === 'instant') return period.at.slice(0, 10);
  return dayText(lastDay(period.kind === 'span' ? period.until : period));
}

/** Whether every day of `inner` lies in `outer`. An instant holds only itself. */
export function containsPeriod(outer: Period, inner: Period): boolean {
  if (outer.kind === 'instant') return inner.kind === 'instant' && inner.at === outer.at;
  return startDay(outer) <= startDay(inner) && endDay(inner) <= endDay(outer);
}

/** Whether the two share a day; two instants overlap only when they are the same. */
export function overlapsPeriod(left: Period, right: Period): boolean {
  if (left.kind === 'instant' && right.kind === 'instant') return left.at === right.at;
  return startDay(left) <= endDay(right) && startDay(right) <= endDay(left);
}

function shiftMonths(period: SimplePeriod, months: number): SimplePeriod {
  switch (period.kind) {
    case 'year':
    case 'yearToDate':
    case 'fiscalYear':
      return { ...period, year: period.year + months / 12 };
    case 'day': return period;
    default: {
      const { year, month } = monthFromNumber((monthsOf(period)?.first ?? 0) + months);
      if (period.kind === 'month') return { kind: 'month', year, month };
      return period.kind === 'quarter'
        ? { kind: 'quarter', year, quarter: Math.floor((month - 1) / 3) + 1 }
        : { kind: 'half', year, half: Math.floor((month - 1) / 6) + 1 };
    }
  }
}

function dayPeriod(number: number): SimplePeriod {
  return { kind: 'day', ...dayFromNumber(number) };
}

/** A span moves by its own length: in its own kind of period where both ends are of one kind, else in days. */
function shiftSpan(span: { from: SimplePeriod; until: SimplePeriod }, steps: number): Period {
  const first = monthsOf(span.from);
  const last = monthsOf(span.until);
  const sameKind = span.from.kind === span.until.kind && span.from.kind !== 'yearToDate';
  if (first && last && sameKind) {
    const months = (last.first + last.count - first.first) * steps;
    if (months % first.count === 0) return { kind: 'span', from: shiftMonths(span.from, months), until: shiftMonths(span.until, months) };
  }
  const start = dayNumber(firstDay(span.from));
  const end = dayNumber(lastDay(span.until));
  const days = (end - start + 1) * steps;
  return { kind: 'span', from: dayPeriod(start + days), until: dayPeriod(end + days) };
}

function shift(period: Period, steps: number): Period | null {
  if (period.kind === 'instant') return null;
  const moved =
    period.kind === 'span' ? shiftSpan(period, steps)
    : period.kind === 'day' ? dayPeriod(dayNumber(period) + steps)
    : shiftMonths(period, (period.kind === 'yearToDate' ? 12 : (monthsOf(period)?.count ?? 0)) * steps);
  const year = (part: Period) => (part.kind === 'span' ? part.from.year : part.kind === 'instant' ? 0 : part.year);
  const last = moved.kind === 'span' ? moved.until.year : year(moved);
  return year(moved) >= 1 && last <= 9999 ? moved : null;
}

/**
 * The period of the same kind just before. A year to date is compared with the same months of the year before,
 * because its own earlier months are part of it. An instant has none (null), nor has anything before year 1.
 */
export function previousPeriod(period: Period): Period | null {
  return shift(period, -1);
}

export function nextPeriod(period: Period): Period | null {
  return shift(period, 1);
}

/** The same part of the year before (Q3 2022 → Q3 2021); null for instants, days and spans. */
export function yearEarlier(period: Period): Period | null {
  if (period.kind === 'instant' || period.kind === 'day' || period.kind === 'span') return null;
  return period.year > 1 ? shiftMonths(period, -12) : null;
}
