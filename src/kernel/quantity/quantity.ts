/**
 * A quantity as a source states it: a value with an operator and a unit, and where needed a note on its scope.
 * "Over 20 firms" is `> 20`, not 20; what a source leaves open is `notStated`, never zero.
 */
import { accept, refuse, type Outcome } from '../outcome.ts';
import { absolute, add, compareDecimals, multiply, subtract, type Decimal } from './decimal.ts';
import { convert, type UnitRefusal } from './unit.ts';

export const quantityOperators = ['=', '>=', '<=', '>', '<', 'about', 'notStated'] as const;
export type QuantityOperator = (typeof quantityOperators)[number];

export interface Quantity {
  operator: QuantityOperator;
  /** Null exactly when the operator is `notStated`. */
  value: Decimal | null;
  /** Code of kernel/quantity/unit. */
  unit: string;
  /** What the figure covers, in the source's terms. */
  scope?: string;
}

export type Relation = '=' | '>=' | '<=' | '>' | '<';

/** The numbers a quantity allows, as an interval; `about` and `notStated` allow any. */
interface Interval {
  low: Decimal | null;
  high: Decimal | null;
  lowIn: boolean;
  highIn: boolean;
}

function intervalOf(operator: QuantityOperator, value: Decimal | null, tolerance: Decimal | undefined): Interval {
  const open: Interval = { low: null, high: null, lowIn: false, highIn: false };
  if (value === null) return open;
  switch (operator) {
    case '=': return { low: value, high: value, lowIn: true, highIn: true };
    case '>=': return { ...open, low: value, lowIn: true };
    case '>': return { ...open, low: value };
    case '<=': return { ...open, high: value, highIn: true };
    case '<': return { ...open, high: value };
    case 'about': {
      if (tolerance === undefined) return open;
      const reach = multiply(absolute(value), tolerance);
      return { low: subtract(value, reach), high: add(value, reach), lowIn: true, highIn: true };
    }
    case 'notStated': return open;
  }
}

/** Every number of `a` is below every number of `b` (`strictly`), or at most equal to it. */
function allBelow(a: Interval, b: Interval, strictly: boolean): boolean {
  if (a.high === null || b.low === null) return false;
  const order = compareDecimals(a.high, b.low);
  return order < 0 || (order === 0 && (!strictly || !a.highIn || !b.lowIn));
}

/**
 * Whether `left relation right` holds: true, false, or null where the statements leave it open. Right is brought to
 * left's unit first; units that do not convert refuse. `about` is open to any number unless `tolerance` (a share,
 * `0.1` = 10 %) says how far "about" may reach.
 */
export function compareQuantities(left: Quantity, relation: Relation, right: Quantity, tolerance?: Decimal): Outcome<boolean | null, UnitRefusal> {
  const converted = right.value === null ? convert('0', right.unit, left.unit) : convert(right.value, right.unit, left.unit);
  if (!converted.ok) return converted;
  const a = intervalOf(left.operator, left.value, tolerance);
  const b = intervalOf(right.operator, right.value === null ? null : converted.value, tolerance);
  const isExact = left.operator === '=' && right.operator === '=';
  switch (relation) {
    case '<': return accept(allBelow(a, b, true) ? true : allBelow(b, a, false) ? false : null);
    case '<=': return accept(allBelow(a, b, false) ? true : allBelow(b, a, true) ? false : null);
    case '>': return accept(allBelow(b, a, true) ? true : allBelow(a, b, false) ? false : null);
    case '>=': return accept(allBelow(b, a, false) ? true : allBelow(a, b, true) ? false : null);
    case '=':
      if (allBelow(a, b, true) || allBelow(b, a, true)) return accept(false);
      return accept(isExact ? true : null);
  }
}

export interface QuantitySum {
  /** Not stated when anything is missing or when lower and upper bounds meet in one sum. */
  total: Quantity;
  /** Quantities with a value that went in. */
  counted: number;
  /** Quantities without a value: as many as make the total unknown. */
  missing: number;
}

/** `=` gives way to any other operator; bounds of one direction stay a bound; opposite ones leave nothing to say. */
function joinOperators(left: QuantityOperator, right: QuantityOperator): QuantityOperator {
  if (left === right || right === '=') return left;
  if (left === '=') return right;
  const pair = new Set([left, right]);
  if (pair.has('>') && pair.has('>=')) return '>';
  if (pair.has('<') && pair.has('<=')) return '<';
  return 'notStated';
}

/**
 * Sum in `unit`. A sum with an unknown in it is unknown and says how many are missing; "over 20" and "exactly 5"
 * make "over 25". A unit that does not convert refuses the whole sum. Nothing at all adds up to exactly zero.
 */
export function sumQuantities(quantities: readonly Quantity[], unit: string): Outcome<QuantitySum, UnitRefusal> {
  let value: Decimal = '0';
  let operator: QuantityOperator = '=';
  let missing = 0;
  for (const quantity of quantities) {
    const converted = convert(quantity.value ?? '0', quantity.unit, unit);
    if (!converted.ok) return refuse(converted.reason, { ...(converted.params && { params: converted.params }) });
    if (quantity.value === null || quantity.operator === 'notStated') missing += 1;
    else {
      value = add(value, converted.value);
      operator = joinOperators(operator, quantity.operator);
    }
  }
  const isKnown = missing === 0 && operator !== 'notStated';
  const total: Quantity = isKnown ? { operator, value, unit } : { operator: 'notStated', value: null, unit };
  return accept({ total, counted: quantities.length - missing, missing });
}
