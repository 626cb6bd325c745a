/** The closed list of functions: arity and kinds (for checking), and what the eager ones compute. */
import { daysBetween, yearsBetween } from '../quantity/calendar.ts';
import { absolute, add, compareDecimals, roundDecimal, type Decimal } from '../quantity/decimal.ts';
import { truth, unknown, type Value, type ValueKind } from './value.ts';

/** `any` takes every kind; `several` is numbers or dates, as arguments or as one list. */
export type ParameterKind = ValueKind | 'any' | 'several';

export interface FunctionWords {
  least: number;
  most: number;
  parameters: ParameterKind;
  result: ValueKind | 'any';
}

const many = 50;
export const functionWords: ReadonlyMap<string, FunctionWords> = new Map<string, FunctionWords>([
  ['if', { least: 3, most: 3, parameters: 'any', result: 'any' }],
  ['coalesce', { least: 1, most: many, parameters: 'any', result: 'any' }],
  ['has', { least: 1, most: 1, parameters: 'any', result: 'boolean' }],
  ['min', { least: 1, most: many, parameters: 'several', result: 'any' }],
  ['max', { least: 1, most: many, parameters: 'several', result: 'any' }],
  ['sum', { least: 1, most: many, parameters: 'several', result: 'number' }],
  ['count', { least: 1, most: 1, parameters: 'list', result: 'number' }],
  ['round', { least: 1, most: 2, parameters: 'number', result: 'number' }],
  ['abs', { least: 1, most: 1, parameters: 'number', result: 'number' }],
  ['days', { least: 2, most: 2, parameters: 'date', result: 'number' }],
  ['years', { least: 2, most: 2, parameters: 'date', result: 'number' }],
  ['between', { least: 3, most: 3, parameters: 'several', result: 'boolean' }],
  ['contains', { least: 2, most: 2, parameters: 'any', result: 'boolean' }],
]);

/** A value, or the kind that was expected and not met. */
export type Applied = Value | { kind: 'wrong'; expected: string };

function wrong(expected: string): Applied {
  return { kind: 'wrong', expected };
}

/** -1, 0, 1 for two numbers, texts or dates; null when the kinds differ or have no order. */
export function orderOf(left: Value, right: Value): -1 | 0 | 1 | null {
  if (left.kind === 'number' && right.kind === 'number') return compareDecimals(left.value, right.value);
  if ((left.kind === 'text' && right.kind === 'text') || (left.kind === 'date' && right.kind === 'date')) {
    return left.value < right.value ? -1 : left.value > right.value ? 1 : 0;
  }
  return null;
}

/** Equality; `unknown` on either side is unknown, lists and different kinds are no question to ask. */
export function equal(left: Value, right: Value): Applied {
  if (left.kind === 'unknown') return left;
  if (right.kind === 'unknown') return right;
  if (left.kind === 'boolean' && right.kind === 'boolean') return truth(left.value === right.value);
  const order = orderOf(left, right);
  return order === null ? wrong('sameKind') : truth(order === 0);
}

/** Membership: true when found, unknown when not found beside an unknown item, else false. */
export function member(value: Value, list: Value): Applied {
  if (list.kind === 'unknown') return list;
  if (list.kind !== 'list') return wrong('list');
  let open: Value | null = null;
  for (const item of list.items) {
    const answer = equal(value, item);
    if (answer.kind === 'boolean' && answer.value) return answer;
    if (answer.kind === 'unknown') open ??= answer;
  }
  return open ?? truth(false);
}

function itemsOf(values: readonly Value[]): readonly Value[] {
  const [first] = values;
  return values.length === 1 && first?.kind === 'list' ? first.items : values;
}

function extreme(values: readonly Value[], direction: -1 | 1): Applied {
  const items = itemsOf(values);
  const known = items.filter((item) => item.kind !== 'unknown');
  let best = known[0];
  for (const item of known) {
    if (item.kind !== 'number' && item.kind !== 'date') return wrong('numbersOrDates');
    const order = best === undefined ? 0 : orderOf(item, best);
    if (order === null) return wrong('sameKind');
    if (order === direction) best = item;
  }
  return items.find((item) => item.kind === 'unknown') ?? best ?? unknown('emptyList');
}

function sum(values: readonly Value[]): Applied {
  const items = itemsOf(values);
  let total: Decimal = '0';
  for (const item of items) {
    if (item.kind === 'number') total = add(total, item.value);
    else if (item.kind !== 'unknown') return wrong('number');
  }
  return items.find((item) => item.kind === 'unknown') ?? { kind: 'number', value: total };
}

function round([value, digits]: readonly Value[]): Applied {
  if (value?.kind === 'unknown') return value;
  if (digits?.kind === 'unknown') return digits;
  const places = digits === undefined ? 0 : digits.kind === 'number' && /^-?\d{1,2}$/.test(digits.value) ? Number(digits.value) : null;
  if (places === null) return wrong('wholeDigits');
  return value?.kind === 'number' ? { kind: 'number', value: roundDecimal(value.value, places) } : wrong('number');
}

function dateDifference([from, to]: readonly Value[], measure: (from: string, to: string) => number | null): Applied {
  for (const value of [from, to]) if (value && value.kind !== 'unknown' && value.kind !== 'date') return wrong('date');
  if (from?.kind === 'date' && to?.kind === 'date') return { kind: 'number', value: String(measure(from.value, to.value) ?? 0) };
  return from?.kind === 'unknown' ? from : (to ?? unknown('notKnown'));
}

function between([value, low, high]: readonly Value[]): Applied {
  if (!value || !low || !high) return wrong('number');
  let open: Value | null = null;
  let isInside = true;
  for (const [smaller, larger] of [[low, value], [value, high]] as const) {
    if (smaller.kind === 'unknown' || larger.kind === 'unknown') open ??= smaller.kind === 'unknown' ? smaller : larger;
    else {
      const order = orderOf(smaller, larger);
      if (order === null) return wrong('sameKind');
      if (order > 0) isInside = false;
    }
  }
  return isInside ? (open ?? truth(true)) : truth(false);
}

function contains([holder, part]: readonly Value[]): Applied {
  if (!holder || !part) return wrong('list');
  if (holder.kind !== 'text') return member(part, holder);
  if (part.kind === 'unknown') return part;
  return part.kind === 'text' ? truth(holder.value.includes(part.value)) : wrong('text');
}

/** Applies an eager function to values; `if`, `coalesce` and `has` are the evaluator's own. */
export function applyFunction(name: string, values: readonly Value[]): Applied {
  const [first] = values;
  switch (name) {
    case 'min': return extreme(values, -1);
    case 'max': return extreme(values, 1);
    case 'sum': return sum(values);
    case 'count': return first?.kind === 'list' ? { kind: 'number', value: String(first.items.length) } : first?.kind === 'unknown' ? first : wrong('list');
    case 'round': return round(values);
    case 'abs': return first?.kind === 'number' ? { kind: 'number', value: absolute(first.value) } : first?.kind === 'unknown' ? first : wrong('number');
    case 'days': return dateDifference(values, daysBetween);
    case 'years': return dateDifference(values, yearsBetween);
    case 'between': return between(values);
    case 'contains': return contains(values);
    default: return wrong('function');
  }
}
