import { addDays, dayInMonth, isWorkingDay, yearOf, type WorkingCalendar } from './calendar-day.rules.ts';
import type { ComputedDeadline, DeadlineRule, Step } from './deadline.schema.ts';
import * as say from './deadline-words.rules.ts';
import { dayOf, instantOf } from './zoned-time.rules.ts';

type Roll = 'nextWorkingDay' | 'previousWorkingDay' | 'none';

/** A day, the days that were looked at to find it, and the sentences that explain it. */
interface Found {
  day: string;
  seen: readonly string[];
  steps: Step[];
}

/**
 * The end of a period by its rule. As usual in law, the day on which it begins is not counted. Nothing but the rule,
 * the start and the calendar decides, so the same question always has the same answer.
 */
export function computeDeadline(rule: DeadlineRule, start: Date, calendar: WorkingCalendar): ComputedDeadline {
  const from = dayOf(start, calendar.timeZone);
  const found = find(rule, from, start, calendar);
  const unknown = [...new Set(found.seen.map(yearOf))].filter((year) => !calendar.announcedYears.has(year));
  return {
    instant: instantAt(found.day, rule.at, calendar.timeZone).toISOString(),
    day: found.day,
    provisional: unknown.length > 0,
    steps: [...found.steps, say.until(found.day, rule.at, calendar.timeZone), ...unknown.map(say.notAnnounced)],
  };
}

function find(rule: DeadlineRule, from: string, start: Date, calendar: WorkingCalendar): Found {
  if ('workingDays' in rule) return countWorkingDays(rule.workingDays, from, calendar);
  if ('days' in rule) {
    const end = addDays(from, rule.days);
    return rolled({ day: end, seen: [], steps: [say.startsAfter(from), say.countedDays(rule.days, end)] }, rule.roll ?? 'none', calendar);
  }
  if ('monthly' in rule) return nextMonthly(rule, from, start, calendar);
  return { day: rule.date, seen: [], steps: [say.fixedDay(rule.date)] };
}

function countWorkingDays(count: number, from: string, calendar: WorkingCalendar): Found {
  const seen: string[] = [];
  let day = from;
  for (let counted = 0; counted < count; ) {
    day = addDays(day, 1);
    seen.push(day);
    if (isWorkingDay(day, calendar)) counted += 1;
  }
  return { day, seen, steps: [say.startsAfter(from), ...say.exceptions(seen, calendar), say.countedWorkingDays(count, day)] };
}

function rolled(found: Found, roll: Roll, calendar: WorkingCalendar): Found {
  if (roll === 'none') return found;
  const seen = [found.day];
  let day = found.day;
  while (!isWorkingDay(day, calendar)) {
    day = addDays(day, roll === 'nextWorkingDay' ? 1 : -1);
    seen.push(day);
  }
  const steps = day === found.day ? [] : [say.movedFrom(found.day, calendar), say.movedTo(day, roll)];
  return { day, seen: [...found.seen, ...seen], steps: [...found.steps, ...steps] };
}

/** The first one that is still ahead of the start. */
function nextMonthly(rule: { monthly: number; roll: Roll; at?: string | undefined }, from: string, start: Date, calendar: WorkingCalendar): Found {
  const month = Number(from.slice(5, 7));
  // One month back: its day may have rolled into this one.
  for (let ahead = -1; ; ahead += 1) {
    const day = dayInMonth(yearOf(from), month + ahead, rule.monthly);
    const found = rolled({ day, seen: [], steps: [say.monthlyDay(rule.monthly, day)] }, rule.roll, calendar);
    if (instantAt(found.day, rule.at, calendar.timeZone).getTime() > start.getTime()) return found;
  }
}

function instantAt(day: string, at: string | undefined, timeZone: string): Date {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const [hour = 23, minute = 59] = at === undefined ? [] : at.split(':').map(Number);
  return instantOf({ year, month, day: date, hour, minute, second: at === undefined ? 59 : 0 }, timeZone);
}
