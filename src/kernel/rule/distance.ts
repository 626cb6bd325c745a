/** How far a figure is from the bound of its clause. */
import { evaluateExpression } from '../expression/evaluate.ts';
import type { Ast } from '../expression/ast.ts';
import type { Lookup } from '../expression/value.ts';
import { compareDecimals, subtract, type Decimal } from '../quantity/decimal.ts';

export interface ThresholdDistance {
  actual: Decimal | null;
  operator: '>=' | '>' | '<=' | '<';
  threshold: Decimal;
  /** What is still missing to the bound, never negative; null when the figure is unknown. */
  missing: Decimal | null;
  /** What there is beyond the bound, never negative; null when the figure is unknown. */
  margin: Decimal | null;
  unit: string | null;
}

const mirrored = { '>=': '<=', '>': '<', '<=': '>=', '<': '>' } as const;

function numberOf(ast: Ast, lookup: Lookup): Decimal | null {
  const answer = evaluateExpression(ast, lookup);
  return answer.ok && answer.value.kind === 'number' ? answer.value.value : null;
}

/** A bound is a part that reads no names: `5000`, `2 * 10 ^ 6`. */
function readsNoNames(ast: Ast): boolean {
  switch (ast.node) {
    case 'number': return true;
    case 'unary': return ast.operator === '-' && readsNoNames(ast.operand);
    case 'binary': return readsNoNames(ast.left) && readsNoNames(ast.right);
    default: return false;
  }
}

function measure(actual: Decimal | null, operator: ThresholdDistance['operator'], threshold: Decimal, unit: string | null): ThresholdDistance {
  if (actual === null) return { actual, operator, threshold, missing: null, margin: null, unit };
  const upwards = operator === '>=' || operator === '>';
  const gap = upwards ? subtract(threshold, actual) : subtract(actual, threshold);
  const isShort = compareDecimals(gap, '0') > 0;
  return { actual, operator, threshold, missing: isShort ? gap : '0', margin: isShort ? '0' : subtract('0', gap), unit };
}

/**
 * Distance of a clause of the form `x >= c` (or >, <=, <, or turned round), where c reads no names; null for any
 * other clause. With > and < a figure exactly on the bound misses nothing measurable and still does not pass.
 */
export function distanceOf(ast: Ast, lookup: Lookup, unit: string | null): ThresholdDistance | null {
  if (ast.node !== 'binary') return null;
  const { operator, left, right } = ast;
  if (operator !== '>=' && operator !== '>' && operator !== '<=' && operator !== '<') return null;
  if (readsNoNames(right)) {
    const threshold = numberOf(right, lookup);
    return threshold === null || readsNoNames(left) ? null : measure(numberOf(left, lookup), operator, threshold, unit);
  }
  const threshold = readsNoNames(left) ? numberOf(left, lookup) : null;
  return threshold === null ? null : measure(numberOf(right, lookup), mirrored[operator], threshold, unit);
}
