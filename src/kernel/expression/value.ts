/** Values of expressions. Unknown is a value with a reason, so that a verdict can say why it is open. */
import { parseDay } from '../quantity/calendar.ts';
import { decimalFromNumber, parseDecimal, type Decimal } from '../quantity/decimal.ts';

export type UnknownReason = 'notGiven' | 'notKnown' | 'notExact' | 'notReadable' | 'divisionByZero' | 'emptyList' | 'exponentNotWhole';

export interface Unknown {
  kind: 'unknown';
  reason: UnknownReason;
}

export type Value =
  | Unknown
  | { kind: 'number'; value: Decimal }
  | { kind: 'text'; value: string }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'date'; value: string }
  | { kind: 'list'; items: readonly Value[] };

export type ValueKind = Value['kind'];

/** Looks a name up; undefined is "not given". */
export type Lookup = (name: string) => Value | undefined;

export function unknown(reason: UnknownReason): Unknown {
  return { kind: 'unknown', reason };
}

export function isTrue(value: Value): boolean {
  return value.kind === 'boolean' && value.value;
}

export function truth(value: boolean | null): Value {
  return value === null ? unknown('notKnown') : { kind: 'boolean', value };
}

function ownValue(holder: object, key: string): unknown {
  return Object.hasOwn(holder, key) ? (holder as Record<string, unknown>)[key] : undefined;
}

function fromObject(given: object): Value {
  const number = ownValue(given, 'number');
  if (typeof number === 'string') {
    const value = parseDecimal(number);
    return value === null ? unknown('notReadable') : { kind: 'number', value };
  }
  const date = ownValue(given, 'date');
  if (typeof date === 'string') return parseDay(date) ? { kind: 'date', value: date } : unknown('notReadable');
  const operator = ownValue(given, 'operator');
  const value = ownValue(given, 'value');
  if (operator === '=' && typeof value === 'string') return fromObject({ number: value });
  return unknown(operator === undefined ? 'notReadable' : operator === 'notStated' ? 'notKnown' : 'notExact');
}

/**
 * A value from plain data: null and undefined are unknown; `{ number: '1.5' }` is a decimal, `{ date: '2023-03-07' }`
 * a day; a quantity counts with its number when it is exact and is unknown (`notExact`) when it is a bound or
 * "about". Text stays text, also when it looks like a number. Anything else is unknown as `notReadable`.
 */
export function valueOf(given: unknown, depth = 0): Value {
  if (given === null || given === undefined) return unknown('notKnown');
  if (typeof given === 'boolean') return { kind: 'boolean', value: given };
  if (typeof given === 'string') return { kind: 'text', value: given };
  if (typeof given === 'bigint') return { kind: 'number', value: given.toString() };
  if (typeof given === 'number') {
    const value = decimalFromNumber(given);
    return value === null ? unknown('notReadable') : { kind: 'number', value };
  }
  if (Array.isArray(given)) return depth > 8 ? unknown('notReadable') : { kind: 'list', items: given.map((item: unknown) => valueOf(item, depth + 1)) };
  return typeof given === 'object' ? fromObject(given) : unknown('notReadable');
}

/** Back to plain data: unknown is null, numbers are decimal text. */
export function plainOf(value: Value): unknown {
  if (value.kind === 'unknown') return null;
  return value.kind === 'list' ? value.items.map(plainOf) : value.value;
}

/** Lookup over a record's own keys, a whole dotted name first, then step by step; never over its prototype. */
export function lookupIn(record: Readonly<Record<string, unknown>>): Lookup {
  return (name) => {
    if (Object.hasOwn(record, name)) return valueOf(record[name]);
    let held: unknown = record;
    for (const key of name.split('.')) {
      if (typeof held !== 'object' || held === null || Array.isArray(held) || !Object.hasOwn(held, key)) return undefined;
      held = (held as Record<string, unknown>)[key];
    }
    return valueOf(held);
  };
}
