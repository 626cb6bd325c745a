import { divide, multiply, type Decimal } from '#kernel/quantity/decimal.ts';
import { growth } from '#kernel/quantity/growth.ts';
import { parsePeriod, periodText, previousPeriod, startDay, yearEarlier } from '#kernel/quantity/period.ts';
import type { ReadValue, SeriesBreak } from './reading.schema.ts';

/** Forms in which figures are published. A line joins points of one form only. */
export const periodForms = ['year', 'half', 'quarter', 'month', 'yearToDate', 'pointInTime', 'other'] as const;
export type PeriodForm = (typeof periodForms)[number];

export function formOf(period: string): PeriodForm {
  const parsed = parsePeriod(period);
  if (!parsed.ok) return 'other';
  const { kind } = parsed.value;
  if (kind === 'fiscalYear') return 'year';
  if (kind === 'day' || kind === 'instant') return 'pointInTime';
  return kind === 'span' ? 'other' : kind;
}

const startOf = (period: string): string => {
  const parsed = parsePeriod(period);
  return parsed.ok ? startDay(parsed.value) : '';
};

/** Breaks between two periods: those from whose day on the later one counts. */
export function breaksBetween(breaks: readonly SeriesBreak[], before: string, after: string): SeriesBreak[] {
  const [from, until] = [startOf(before), startOf(after)];
  return breaks.filter(({ startsOn }) => startsOn > from && startsOn <= until);
}

/** Breaks that concern a subject: its own and those of all. */
export const breaksOf = (breaks: readonly SeriesBreak[], subjectKind: string, subjectId: string): SeriesBreak[] =>
  breaks.filter((one) => one.subjectId === null || (one.subjectKind === subjectKind && one.subjectId === subjectId)).toSorted((a, b) => a.startsOn.localeCompare(b.startsOn));

export interface SeriesStep {
  value: ReadValue;
  /** Another meaning than the step before: a stored break, a flag of the source, or another scope. */
  broken: { stored: SeriesBreak[]; flagged: boolean; scopeChanged: boolean } | null;
  /** On the footing of the newest figures, where every break since has a chosen factor; null where it is the figure itself. */
  spliced: Decimal | null;
  /** Our own division, in percent, against the same period a year earlier (or the one before where there is none). */
  change: Decimal | null;
  noChange: 'break' | 'nothingBefore' | 'unknownValue' | 'otherUnit' | 'fromZero' | null;
}

/** Values of one subject in one form, oldest first, each with what stands between it and the one before. */
export function stepsOf(values: readonly ReadValue[], breaks: readonly SeriesBreak[]): SeriesStep[] {
  const byPeriod = new Map(values.map((value) => [value.period, value]));
  return values.map((value, at) => {
    const before = values[at - 1];
    const stored = before ? breaksBetween(breaks, before.period, value.period) : [];
    const flagged = value.flags.includes('seriesBreak');
    const scopeChanged = before !== undefined && before.scopeNote !== value.scopeNote;
    const broken = stored.length > 0 || flagged || scopeChanged ? { stored, flagged, scopeChanged } : null;
    return { value, broken, spliced: splicedValue(value, breaks), ...changeOf(value, byPeriod, breaks) };
  });
}

function splicedValue({ value, period }: ReadValue, breaks: readonly SeriesBreak[]): Decimal | null {
  const later = breaks.filter(({ startsOn }) => startsOn > startOf(period));
  if (value === null || later.length === 0 || later.some(({ splice }) => splice === null || splice.factor === null)) return null;
  return later.reduce((so, { splice }) => multiply(so, splice?.factor ?? '1'), value);
}

function changeOf(value: ReadValue, byPeriod: ReadonlyMap<string, ReadValue>, breaks: readonly SeriesBreak[]): Pick<SeriesStep, 'change' | 'noChange'> {
  const none = (noChange: NonNullable<SeriesStep['noChange']>) => ({ change: null, noChange });
  const period = parsePeriod(value.period);
  const base = period.ok ? (yearEarlier(period.value) ?? previousPeriod(period.value)) : null;
  const before = base ? byPeriod.get(periodText(base)) : undefined;
  if (!period.ok || !base || !before) return none('nothingBefore');
  if (before.unit !== value.unit) return none('otherUnit');
  if (breaksBetween(breaks, before.period, value.period).length > 0 || before.scopeNote !== value.scopeNote || value.flags.includes('seriesBreak')) return none('break');
  const found = growth({ period: period.value, value: value.operator === '=' ? value.value : null }, { period: base, value: before.operator === '=' ? before.value : null }, 4);
  if (found.ok) return { change: found.value, noChange: null };
  return none(found.reason === 'fromZero' ? 'fromZero' : 'unknownValue');
}

/** Factor by which earlier figures come onto the later footing: the later figure over the earlier one of the same period; null unless both are above zero. */
export function overlapFactor(before: Decimal, after: Decimal): Decimal | null {
  if (Number(before) <= 0 || Number(after) <= 0) return null;
  return divide(after, before, 12);
}
