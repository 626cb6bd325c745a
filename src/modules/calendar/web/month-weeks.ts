import { addDays, dayInMonth, weekdayOf } from '#platform/calendar/calendar-day.rules.ts';

/** Weeks of a month from Monday; null where another month's days would stand. */
export function weeksOf(year: number, month: number): (string | null)[][] {
  const first = dayInMonth(year, month, 1);
  const last = dayInMonth(year, month, 31);
  const cells: (string | null)[] = Array.from({ length: (weekdayOf(first) + 6) % 7 }, () => null);
  for (let day = first; day <= last; day = addDays(day, 1)) cells.push(day);
  while (cells.length % 7 > 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}
