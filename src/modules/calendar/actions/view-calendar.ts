import { yearOf } from '#platform/calendar/calendar-day.rules.ts';
import { computeDeadline } from '#platform/calendar/calendar.rules.ts';
import { dayOf } from '#platform/calendar/zoned-time.rules.ts';
import type { Action } from '#platform/module/module.ts';
import { ok } from '#platform/result/result.rules.ts';
import type { getCalendar, getYear, tryDeadline } from '../calendar.contract.ts';
import { yearsBack } from '../calendar.rules.ts';
import { loadCalendar, readTimeZone, readYear, readYears } from '../store/calendar.store.ts';

export const getCalendarAction: Action<typeof getCalendar> = async (context) => {
  const timeZone = await readTimeZone(context.db);
  const today = dayOf(context.now, timeZone);
  const years = await readYears(context.db, yearOf(today) - yearsBack, yearOf(today) + 1);
  return ok({ timeZone, today, years: years.map(({ year, announced, source, days }) => ({ year, announced, source, days: days.length })) });
};

export const getYearAction: Action<typeof getYear> = async (context, { params }) => ok(await readYear(context.db, params.year));

export const tryDeadlineAction: Action<typeof tryDeadline> = async (context, { body }) =>
  ok(computeDeadline(body.rule, body.start ? new Date(body.start) : context.now, await loadCalendar(context.db)));
