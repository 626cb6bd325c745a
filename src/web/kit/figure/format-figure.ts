import { formatDay, formatPeriod as writePeriod } from '#kernel/quantity/format-words.ts';
import { exactText, formatQuantity, groupDigits } from '#kernel/quantity/format.ts';
import { parsePeriod } from '#kernel/quantity/period.ts';
import type { QuantityOperator } from '#kernel/quantity/quantity.ts';
import type { FigureMark } from '#platform/figure/figure.schema.ts';
import type { Language } from '#platform/i18n/name.schema.ts';

const operators: Partial<Record<FigureMark, QuantityOperator>> = { about: 'about', atLeast: '>=', atMost: '<=' };
const shape = /^((?:≈|≥|≤|>|<)\s)?([A-Z]{3}\s)?([−\d.,\u202F]+)\s?(.*)$/u;
/** Narrow no-break spaces all but vanish in some Chinese fonts on screen; a plain no-break space does not. */
const spaced = (text: string): string => text.replaceAll('\u202F', '\u00A0');
const decimal = /^-?\d+(\.\d+)?$/;

/** A shown figure in its parts, so that the number can be large and the unit small. */
export interface FigureParts {
  sign: string;
  before: string;
  number: string;
  after: string;
  /** Every digit and the unit, for hover and export. */
  exact: string;
}

export function formatFigure(value: string, unit: string, mark: FigureMark, language: Language): FigureParts {
  if (!decimal.test(value)) return { sign: '', before: '', number: value, after: unit, exact: `${value} ${unit}`.trim() };
  const quantity = { operator: operators[mark] ?? '=', value, unit } as const;
  const text = formatQuantity(quantity, { language });
  const [, sign = '', before = '', number = text, after = ''] = shape.exec(text) ?? [];
  // A plain count has no unit word in English: `45`, where Chinese says `45 个`.
  return { sign, before, number: spaced(number), after: language === 'en' && unit === 'unit' ? '' : after, exact: exactText(quantity, language) };
}

/** The figure alone with all its digits, for a column whose head names the unit. */
export function formatDecimal(value: string, language: Language): string {
  return decimal.test(value) ? spaced(groupDigits(value, language)) : value;
}

export function formatCount(value: number, language: Language): string {
  return formatDecimal(String(value), language);
}

const two = (part: number): string => String(part).padStart(2, '0');

/** The day on the reader's own calendar: a moment stored in UTC may be the next day here. */
function localDay(iso: string): string {
  if (!iso.includes('T')) return iso;
  const at = new Date(iso);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** A date in a table: `2023-03-07` in Chinese, `7 Mar 2023` in English; less than a day keeps its precision. */
export function formatDate(iso: string, language: Language): string {
  const day = localDay(iso);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? formatDay(day, language) : formatPeriod(day, language);
}

export function formatPeriod(text: string, language: Language): string {
  const period = parsePeriod(text);
  return period.ok ? writePeriod(period.value, language) : text;
}

/** A moment, in the reader's own time zone, to the minute. */
export function formatMoment(iso: string, language: Language): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  return `${formatDate(iso, language)}${language === 'en' ? ', ' : ' '}${two(at.getHours())}:${two(at.getMinutes())}`;
}
