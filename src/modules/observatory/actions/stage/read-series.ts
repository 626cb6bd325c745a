import { dayNumber, parseDay } from '#kernel/quantity/calendar.ts';
import { endDay, parsePeriod, startDay } from '#kernel/quantity/period.ts';
import type { ObservationValue, SubjectBreak } from '#modules/indicator/index.ts';
import type { MeasureEvidence } from '../../words/stage.schema.ts';

/** What a series is read from: a value that a source states, or one that a formula gives. */
export type SeriesValue = Pick<ObservationValue, 'period' | 'periodEnd' | 'operator' | 'value' | 'unit' | 'flags' | 'sourceId' | 'sample' | 'visibility'> & { basis: ObservationValue['basis'] | null };

export interface ReadSeries<Row extends SeriesValue = SeriesValue> {
  /** Oldest first: of one unit and one length of period. */
  kept: Row[];
  /** Middle of each period, in years. */
  t: Float64Array;
  y: Float64Array;
  notes: MeasureEvidence['notes'];
}

/** Periods that can stand in one line: years with years, the first nine months with the first nine months. */
function lengthOf(period: string): string {
  const read = parsePeriod(period);
  if (!read.ok) return 'none';
  return read.value.kind === 'yearToDate' ? `to ${read.value.month}` : read.value.kind === 'fiscalYear' ? `from ${read.value.startMonth}` : read.value.kind;
}

function yearOf(period: string): number {
  const read = parsePeriod(period);
  if (!read.ok) return NaN;
  const [from, until] = [parseDay(startDay(read.value)), parseDay(endDay(read.value))];
  return from && until ? 1970 + (dayNumber(from) + dayNumber(until) + 1) / 2 / 365.2425 : NaN;
}

/**
 * The values that may be read as one series, and what had to be left out. Missing is never zero. A break without a chosen
 * splice ends the series there: what came before it is another footing.
 */
export function readSeries<Row extends SeriesValue>(shown: readonly Row[], breaks: readonly SubjectBreak[] = []): ReadSeries<Row> {
  const notes = new Set<MeasureEvidence['notes'][number]>();
  const keep = (rows: readonly Row[], note: MeasureEvidence['notes'][number], test: (row: Row) => boolean): Row[] => {
    const kept = rows.filter(test);
    if (kept.length < rows.length) notes.add(note);
    return kept;
  };
  const exact = keep(shown.filter(({ value }) => value !== null), 'notExact', ({ operator }) => operator === '=');
  const counts = new Map<string, number>();
  for (const { period } of exact) counts.set(lengthOf(period), (counts.get(lengthOf(period)) ?? 0) + 1);
  const [length] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? [];
  const alike = keep(exact, 'otherPeriods', ({ period }) => lengthOf(period) === length).toSorted((a, b) => (a.periodEnd < b.periodEnd ? -1 : 1));
  const unit = alike.at(-1)?.unit ?? null;
  const ofUnit = keep(alike, 'otherUnits', (row) => row.unit === unit);
  const flagged = ofUnit.findLastIndex(({ flags }) => flags.includes('seriesBreak'));
  const open = [ofUnit[flagged]?.periodEnd ?? '', ...breaks.flatMap(({ startsOn, factor }) => (factor === null ? [startsOn] : []))].toSorted().at(-1) ?? '';
  const kept = ofUnit.some(({ periodEnd }) => periodEnd >= open) ? keep(ofUnit, 'beforeBreak', ({ periodEnd }) => periodEnd >= open) : ofUnit;
  const spliced = breaks.filter(({ factor }) => factor !== null);
  const factorOf = (periodEnd: string): number => spliced.reduce((product, { startsOn, factor }) => (periodEnd < startsOn ? product * Number(factor) : product), 1);
  if (kept.some(({ periodEnd }) => factorOf(periodEnd) !== 1)) notes.add('spliced');
  return { kept, t: Float64Array.from(kept, ({ period }) => yearOf(period)), y: Float64Array.from(kept, ({ value, periodEnd }) => Number(value) * factorOf(periodEnd)), notes: [...notes] };
}

/** Mean growth a year, in %, over the last three years; null where there is nothing to hold it against. */
export function recentGrowth({ t, y }: Pick<ReadSeries, 't' | 'y'>): number | null {
  const last = t.length - 1;
  const now = t[last];
  const before = t.findLastIndex((one) => now !== undefined && one <= now - 2.95);
  const [from, to, since] = [y[before], y[last], t[before]];
  if (from === undefined || to === undefined || since === undefined || now === undefined || from <= 0 || to <= 0) return null;
  return ((to / from) ** (1 / (now - since)) - 1) * 100;
}
