import { sql } from 'kysely';
import { loadCalendar } from '#modules/calendar/index.ts';
import { addDays, isWorkingDay } from '#platform/calendar/calendar-day.rules.ts';
import { dayOf, defaultTimeZone } from '#platform/calendar/zoned-time.rules.ts';
import type { Context } from '#platform/module/module.ts';

/** The zone whose clocks quiet hours and daily messages follow. */
export async function zoneOf(context: Context): Promise<string> {
  const { rows } = await sql<{ time_zone: string }>`select time_zone from space where id = ${context.spaceId}`.execute(context.db);
  return rows[0]?.time_zone ?? defaultTimeZone;
}

/** Counts the working days after the day of each deadline, today included. */
export async function workingDayCounter(context: Context): Promise<(due: string) => number> {
  const calendar = await loadCalendar(context.db);
  const today = dayOf(context.now, calendar.timeZone);
  return (due) => {
    let count = 0;
    for (let day = addDays(dayOf(new Date(due), calendar.timeZone), 1); day <= today; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) count += 1;
    return count;
  };
}
