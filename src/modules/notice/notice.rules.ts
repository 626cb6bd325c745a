import { definePermissions } from '#platform/auth/define-permissions.rules.ts';
import { dayOf, instantOf, wallTime } from '#platform/calendar/zoned-time.rules.ts';

/** One's own notices need no permission. Ways out of the product are the operator's; what is said over them is nobody's. */
export const noticePermissions = definePermissions({
  'channel.read': { within: ['operator'], power: 'system' },
  'channel.update': { within: ['operator'], power: 'system' },
  'delivery.read': { within: ['operator'], power: 'system' },
  'delivery.retry': { within: ['operator'], power: 'system' },
  'noticePolicy.read': { within: ['operator'], power: 'system' },
  'noticePolicy.update': { within: ['operator'], power: 'system' },
});

export const choices = ['immediate', 'daily', 'none'] as const;
export type Choice = (typeof choices)[number];

/** Kinds are chosen by the room they come from. */
export const groupOf = (kind: string): string => kind.split('.')[0] ?? kind;

/** What must reach people whatever they chose: their duties, and everything with a deadline. */
export const isLocked = (declared: { duty?: boolean } | undefined, due: string | null): boolean => declared?.duty === true || due !== null;

export function choiceFor(kind: string, declared: { duty?: boolean } | undefined, due: string | null, chosen: Readonly<Record<string, Choice>>): Choice {
  return isLocked(declared, due) ? 'immediate' : (chosen[groupOf(kind)] ?? 'immediate');
}

/** While nobody set anything. */
export const defaultPolicy = { quietFrom: '22:00', quietUntil: '07:00', dailyAt: '09:00', escalateAfter: 2 } as const;

/** Days before an instant by which the daily message begins to name it. */
export const remindDays = 2;

export interface LocalTime {
  /** `YYYY-MM-DD` on the wall of the zone. */
  date: string;
  minutes: number;
}

export function localTime(instant: Date, zone: string): LocalTime {
  const { hour, minute } = wallTime(instant, zone);
  return { date: dayOf(instant, zone), minutes: hour * 60 + minute };
}

export function instantAt(date: string, minutes: number, zone: string): Date {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return instantOf({ year, month, day, hour: Math.floor(minutes / 60), minute: minutes % 60, second: 0 }, zone);
}

export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

const nextDay = (date: string): string => new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** When the quiet hours around this instant end; null outside of them. The same time twice means none. */
export function quietEnd(now: Date, zone: string, quietFrom: string, quietUntil: string): Date | null {
  const [from, until] = [minutesOf(quietFrom), minutesOf(quietUntil)];
  const { date, minutes } = localTime(now, zone);
  const overNight = from > until;
  const isQuiet = overNight ? minutes >= from || minutes < until : minutes >= from && minutes < until;
  if (!isQuiet) return null;
  return instantAt(overNight && minutes >= from ? nextDay(date) : date, until, zone);
}

/** Quiet hours put a message off, unless its deadline would pass meanwhile. */
export function sendAt(now: Date, zone: string, quiet: { quietFrom: string; quietUntil: string }, due: string | null): Date {
  const end = quietEnd(now, zone, quiet.quietFrom, quiet.quietUntil);
  return end === null || (due !== null && Date.parse(due) <= end.getTime()) ? now : end;
}

const waits = [60, 300, 1_800, 7_200, 43_200] as const;
export const mostTries = waits.length + 1;

/** When to try again after so many tries; null when that was the last. */
export function nextTry(tries: number, now: Date): Date | null {
  const seconds = waits[tries - 1];
  return seconds === undefined ? null : new Date(now.getTime() + seconds * 1000);
}

export const failuresBeforeRest = 3;

/** A channel that keeps failing rests, longer each time, an hour at most: then one message is tried. */
export function restUntil(failures: number, now: Date): Date | null {
  if (failures < failuresBeforeRest) return null;
  return new Date(now.getTime() + Math.min(60, 2 ** (failures - failuresBeforeRest)) * 60_000);
}

/** Days after which what is over is removed. The log of deliveries outlasts the six months for which logs have to be kept. */
export const keptDays = { outbox: 30, delivery: 400, notice: 400 } as const;
