/**
 * Days of the proleptic Gregorian calendar as text `YYYY-MM-DD` (years 1–9999) and as day numbers (0 = 1970-01-01).
 * Own arithmetic instead of `Date`, which would bring the machine's clock and time zone in.
 * Reference: Hinnant, chrono-compatible low-level date algorithms (days_from_civil, civil_from_days).
 */
export type Day = string;

export interface CivilDay {
  year: number;
  month: number;
  day: number;
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** `month` is 1–12. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (lengths[month - 1] ?? 0);
}

export function yearText(year: number): string {
  return String(year).padStart(4, '0');
}

export function monthText(month: number): string {
  return String(month).padStart(2, '0');
}

export function dayText({ year, month, day }: CivilDay): Day {
  return `${yearText(year)}-${monthText(month)}-${monthText(day)}`;
}

/** The parts of a real day; null for any other text, `2023-02-30` included. */
export function parseDay(text: string): CivilDay | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) ? { year, month, day } : null;
}

export function dayNumber({ year, month, day }: CivilDay): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

export function dayFromNumber(number: number): CivilDay {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1 };
}

/** Months since year 0, so that month arithmetic is plain addition. */
export function monthNumber(year: number, month: number): number {
  return year * 12 + month - 1;
}

export function monthFromNumber(number: number): { year: number; month: number } {
  const year = Math.floor(number / 12);
  return { year, month: number - year * 12 + 1 };
}

/** Days from one day to the other, negative backwards; null when either is not a day. */
export function daysBetween(from: Day, to: Day): number | null {
  const a = parseDay(from);
  const b = parseDay(to);
  return a && b ? dayNumber(b) - dayNumber(a) : null;
}

/**
 * Whole years from one day to the other, as ages are counted: 29 February completes its year on 1 March.
 * Backwards it is the same count with a minus sign.
 */
export function yearsBetween(from: Day, to: Day): number | null {
  const a = parseDay(from);
  const b = parseDay(to);
  if (!a || !b) return null;
  if (from > to) return -(yearsBetween(to, from) ?? 0) || 0;
  const reached = b.month > a.month || (b.month === a.month && b.day >= a.day);
  return b.year - a.year - (reached ? 0 : 1);
}
