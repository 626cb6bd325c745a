import { definePermissions } from '#platform/auth/define-permissions.rules.ts';
import type { ImportedDay } from './calendar.schema.ts';

export const calendarPermissions = definePermissions({ 'calendar.update': { within: ['operator'], power: 'system' } });

/** How many years back are worth showing: deadlines lie ahead, but one looks up last year's days. */
export const yearsBack = 2;

/** The days of an imported year belong to it and each stands there once. */
export function checkDays(year: number, days: readonly ImportedDay[]): 'dayOutsideYear' | 'sameDayTwice' | null {
  if (days.some(({ day }) => !day.startsWith(`${year}-`))) return 'dayOutsideYear';
  return new Set(days.map(({ day }) => day)).size < days.length ? 'sameDayTwice' : null;
}
