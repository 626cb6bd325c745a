import { instantOf, wallTime } from '../calendar/zoned-time.rules.ts';

/** Minute, hour, day of month, month, day of week; each a set of allowed numbers. */
export interface Cron {
  minutes: readonly number[];
  hours: readonly number[];
  days: ReadonlySet<number>;
  months: ReadonlySet<number>;
  weekdays: ReadonlySet<number>;
  /** As in every cron: where both days are limited, either is enough. */
  eitherDay: boolean;
}

/** Reads the five classic fields (`*`, numbers, lists, ranges, steps). Throws on anything else. */
export function readCron(text: string): Cron {
  const fields = text.trim().split(/\s+/);
  if (fields.length !== 5) throw new Error(`a schedule needs five fields: ${text}`);
  const [minute, hour, day, month, weekday] = fields as [string, string, string, string, string];
  const weekdays = new Set(readField(weekday, 0, 7).map((value) => value % 7));
  return {
    minutes: readField(minute, 0, 59),
    hours: readField(hour, 0, 23),
    days: new Set(readField(day, 1, 31)),
    months: new Set(readField(month, 1, 12)),
    weekdays,
    eitherDay: day !== '*' && weekday !== '*',
  };
}

function readField(text: string, low: number, high: number): number[] {
  const values = new Set<number>();
  for (const part of text.split(',')) {
    const match = /^(\*|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part);
    if (!match) throw new Error(`not a field of a schedule: ${part}`);
    const from = match[2] === undefined ? low : Number(match[2]);
    const to = match[3] !== undefined ? Number(match[3]) : match[2] === undefined || match[4] !== undefined ? high : from;
    const step = Number(match[4] ?? 1);
    if (from < low || to > high || from > to || step < 1) throw new Error(`out of range in a schedule: ${part}`);
    for (let value = from; value <= to; value += step) values.add(value);
  }
  return [...values].sort((a, b) => a - b);
}

/** The last instant at or before `now` at which this was due on the wall clock of the zone; null when there was none in five years. */
export function lastDue(cron: Cron, now: Date, timeZone: string): Date | null {
  const today = wallTime(now, timeZone);
  for (let back = 0; back <= 1830; back += 1) {
    const noon = new Date(Date.UTC(today.year, today.month - 1, today.day - back, 12));
    const date = { year: noon.getUTCFullYear(), month: noon.getUTCMonth() + 1, day: noon.getUTCDate() };
    if (!isDay(cron, date, noon.getUTCDay())) continue;
    for (const hour of [...cron.hours].reverse()) {
      if (back === 0 && hour > today.hour) continue;
      for (const minute of [...cron.minutes].reverse()) {
        const due = instantOf({ ...date, hour, minute, second: 0 }, timeZone);
        if (due.getTime() <= now.getTime()) return due;
      }
    }
  }
  return null;
}

function isDay(cron: Cron, date: { month: number; day: number }, weekday: number): boolean {
  if (!cron.months.has(date.month)) return false;
  const byDay = cron.days.has(date.day);
  const byWeekday = cron.weekdays.has(weekday);
  return cron.eitherDay ? byDay || byWeekday : byDay && byWeekday;
}
