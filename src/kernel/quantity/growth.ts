/** Change of one figure between two periods. */
import { accept, refuse, type Outcome } from '../outcome.ts';
import { daysBetween } from './calendar.ts';
import { absolute, divide, multiply, signOf, subtract, type Decimal } from './decimal.ts';
import { endDay, startDay, type Period } from './period.ts';

export interface FigureOfPeriod {
  period: Period;
  /** Null is unknown. */
  value: Decimal | null;
}

export type GrowthRefusal = 'unknownValue' | 'fromZero' | 'notComparable';

/** Lengths within one leap day of a year (or three days of a month-based period) count as the same length. */
function sameLength(left: Period, right: Period): boolean {
  if (left.kind !== right.kind) return false;
  if (left.kind === 'yearToDate' && right.kind === 'yearToDate') return left.month === right.month;
  const a = daysBetween(startDay(left), endDay(left)) ?? 0;
  const b = daysBetween(startDay(right), endDay(right)) ?? 0;
  return Math.abs(a - b) <= 3;
}

/**
 * Relative change in percent, `100 × (now − before) ÷ |before|`, half to even at `digits`. The sign follows the
 * direction even when `before` is negative. Refused, never guessed: an unknown value on either side, a zero
 * before, or periods of different kind or length (a year to date with a whole year).
 */
export function growth(now: FigureOfPeriod, before: FigureOfPeriod, digits = 6): Outcome<Decimal, GrowthRefusal> {
  if (now.value === null || before.value === null) return refuse('unknownValue');
  if (!sameLength(now.period, before.period)) return refuse('notComparable');
  if (signOf(before.value) === 0) return refuse('fromZero');
  const change = multiply(subtract(now.value, before.value), '100');
  return accept(divide(change, absolute(before.value), digits) ?? '0');
}
