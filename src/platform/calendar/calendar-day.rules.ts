import type { Name } from '../i18n/name.schema.ts';

/** Days are texts `YYYY-MM-DD`: they sort like time and know no time zone. */
export type DayKind = 'holiday' | 'workday';

/** A day that is not what its weekday says: a holiday, or a day of rest on which one works. */
export interface SpecialDay {
  kind: DayKind;
  name: Name;
}

/** What a space knows about its days. In a year that is not announced only the weekdays count, for the time being. */
export interface WorkingCalendar {
  timeZone: string;
  days: ReadonlyMap<string, SpecialDay>;
  announcedYears: ReadonlySet<number>;
}

const millisecondsADay = 86_400_000;
const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);

export const addDays = (day: string, count: number): string => new Date(at(day) + count * millisecondsADay).toISOString().slice(0, 10);
export const daysBetween = (from: string, to: string): number => Math.round((at(to) - at(from)) / millisecondsADay);
/** 0 is Sunday. */
export const weekdayOf = (day: string): number => new Date(at(day)).getUTCDay();
export const yearOf = (day: string): number => Number(day.slice(0, 4));
export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at(text)) && new Date(at(text)).toISOString().startsWith(text);

/** The day of a month, or its last one where the month is shorter. */
export function dayInMonth(year: number, month: number, day: number): string {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1, Math.min(day, last))).toISOString().slice(0, 10);
}

export function isWeekend(day: string): boolean {
  return weekdayOf(day) % 6 === 0;
}

export function isWorkingDay(day: string, calendar: Pick<WorkingCalendar, 'days'>): boolean {
  const special = calendar.days.get(day);
  return special ? special.kind === 'workday' : !isWeekend(day);
}
