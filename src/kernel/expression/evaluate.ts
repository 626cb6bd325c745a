/**
 * Evaluation in three values (Kleene's strong logic): `unknown and false` is false, `unknown or true` is true,
 * everything else with an unknown in it is unknown and keeps the first reason. Division by zero is unknown.
 * Both sides of `and` / `or` are looked at only as far as needed, left first.
 * Total: it answers a value or a refusal with the offset, and never throws; steps and digits are bounded.
 */
import { accept, refuse, type Outcome } from '../outcome.ts';
import { add, divide, multiply, negate, subtract, type Decimal } from '../quantity/decimal.ts';
import { limits, type Ast } from './ast.ts';
import { applyFunction, equal, member, orderOf, type Applied } from './functions.ts';
import { isTrue, truth, unknown, type Lookup, type Value } from './value.ts';

export type EvaluationRefusal = 'wrongKind' | 'tooManySteps' | 'tooLarge';
type Answer = Outcome<Value, EvaluationRefusal>;
type Binary = Extract<Ast, { node: 'binary' }>;

/** Digits behind the point of a quotient. */
export const divisionDigits = 20;
const largestExponent = 1000;

function power(base: Decimal, exponent: Decimal): Applied | 'tooLarge' {
  if (!/^-?\d{1,6}$/.test(exponent)) return exponent.includes('.') ? unknown('exponentNotWhole') : 'tooLarge';
  const times = Number(exponent);
  if (Math.abs(times) > largestExponent) return 'tooLarge';
  let result: Decimal = '1';
  for (let index = 0; index < Math.abs(times); index += 1) {
    result = multiply(result, base);
    if (result.length > limits.digits) return 'tooLarge';
  }
  const value = times < 0 ? divide('1', result, divisionDigits) : result;
  return value === null ? unknown('divisionByZero') : { kind: 'number', value };
}

function arithmetic(operator: '+' | '-' | '*' | '/' | '^', left: Value, right: Value): Applied | 'tooLarge' {
  for (const side of [left, right]) if (side.kind !== 'number' && side.kind !== 'unknown') return { kind: 'wrong', expected: 'number' };
  if (left.kind !== 'number') return left;
  if (right.kind !== 'number') return right;
  switch (operator) {
    case '+': return { kind: 'number', value: add(left.value, right.value) };
    case '-': return { kind: 'number', value: subtract(left.value, right.value) };
    case '*': return { kind: 'number', value: multiply(left.value, right.value) };
    case '^': return power(left.value, right.value);
    case '/': {
      const value = divide(left.value, right.value, divisionDigits);
      return value === null ? unknown('divisionByZero') : { kind: 'number', value };
    }
  }
}

function ordered(operator: '<' | '<=' | '>' | '>=', left: Value, right: Value): Applied {
  if (left.kind === 'unknown') return left;
  if (right.kind === 'unknown') return right;
  const order = orderOf(left, right);
  if (order === null) return { kind: 'wrong', expected: 'sameKind' };
  return truth(operator === '<' ? order < 0 : operator === '<=' ? order <= 0 : operator === '>' ? order > 0 : order >= 0);
}

function opposite(value: Applied): Applied {
  return value.kind === 'boolean' ? truth(!value.value) : value;
}

class Run {
  private steps = 0;
  private readonly lookup: Lookup;
  private readonly maximum: number;

  constructor(lookup: Lookup, maximum: number) {
    this.lookup = lookup;
    this.maximum = maximum;
  }

  private answer(applied: Applied | 'tooLarge', at: number): Answer {
    if (applied === 'tooLarge') return refuse('tooLarge', { at, params: { maximum: limits.digits } });
    if (applied.kind === 'wrong') return refuse('wrongKind', { at, params: { expected: applied.expected } });
    if (applied.kind === 'number' && applied.value.length > limits.digits) return this.answer('tooLarge', at);
    return accept(applied);
  }

  private all(parts: readonly Ast[]): Outcome<Value[], EvaluationRefusal> {
    const values: Value[] = [];
    for (const part of parts) {
      const value = this.value(part);
      if (!value.ok) return value;
      values.push(value.value);
    }
    return accept(values);
  }

  private logic(ast: Binary): Answer {
    const settling = ast.operator === 'or';
    const left = this.value(ast.left);
    if (!left.ok) return left;
    if (left.value.kind !== 'boolean' && left.value.kind !== 'unknown') return refuse('wrongKind', { at: ast.left.at, params: { expected: 'boolean' } });
    if (left.value.kind === 'boolean' && left.value.value === settling) return left;
    const right = this.value(ast.right);
    if (!right.ok) return right;
    if (right.value.kind !== 'boolean' && right.value.kind !== 'unknown') return refuse('wrongKind', { at: ast.right.at, params: { expected: 'boolean' } });
    if (right.value.kind === 'boolean' && right.value.value === settling) return right;
    return left.value.kind === 'unknown' ? left : right;
  }

  private binary(ast: Binary): Answer {
    const { operator, at } = ast;
    if (operator === 'and' || operator === 'or') return this.logic(ast);
    const sides = this.all([ast.left, ast.right]);
    if (!sides.ok) return sides;
    const [left = unknown('notKnown'), right = unknown('notKnown')] = sides.value;
    switch (operator) {
      case '=': return this.answer(equal(left, right), at);
      case '!=': return this.answer(opposite(equal(left, right)), at);
      case '<': case '<=': case '>': case '>=': return this.answer(ordered(operator, left, right), at);
      case 'in': return this.answer(member(left, right), at);
      default: return this.answer(arithmetic(operator, left, right), at);
    }
  }

  private choice([condition, then, otherwise]: readonly Ast[]): Answer {
    if (!condition || !then || !otherwise) return accept(unknown('notKnown'));
    const asked = this.value(condition);
    if (!asked.ok || asked.value.kind === 'unknown') return asked;
    if (asked.value.kind !== 'boolean') return refuse('wrongKind', { at: condition.at, params: { expected: 'boolean' } });
    return this.value(isTrue(asked.value) ? then : otherwise);
  }

  private firstKnown(parts: readonly Ast[]): Answer {
    let found: Answer = accept(unknown('notKnown'));
    for (const part of parts) {
      found = this.value(part);
      if (!found.ok || found.value.kind !== 'unknown') return found;
    }
    return found;
  }

  private call(ast: Extract<Ast, { node: 'call' }>): Answer {
    if (ast.function === 'if') return this.choice(ast.arguments);
    if (ast.function === 'coalesce') return this.firstKnown(ast.arguments);
    const values = this.all(ast.arguments);
    if (!values.ok) return values;
    if (ast.function === 'has') return accept(truth(values.value[0]?.kind !== 'unknown'));
    for (const value of values.value) if (value.kind === 'list') this.steps += value.items.length;
    if (this.steps > this.maximum) return refuse('tooManySteps', { at: ast.at, params: { maximum: this.maximum } });
    return this.answer(applyFunction(ast.function, values.value), ast.at);
  }

  private unary(ast: Extract<Ast, { node: 'unary' }>): Answer {
    const operand = this.value(ast.operand);
    if (!operand.ok || operand.value.kind === 'unknown') return operand;
    const { value } = operand;
    if (ast.operator === 'not') return this.answer(value.kind === 'boolean' ? opposite(value) : { kind: 'wrong', expected: 'boolean' }, ast.at);
    return this.answer(value.kind === 'number' ? { kind: 'number', value: negate(value.value) } : { kind: 'wrong', expected: 'number' }, ast.at);
  }

  value(ast: Ast): Answer {
    this.steps += 1;
    if (this.steps > this.maximum) return refuse('tooManySteps', { at: ast.at, params: { maximum: this.maximum } });
    switch (ast.node) {
      case 'number': return accept({ kind: 'number', value: ast.value });
      case 'text': return accept({ kind: 'text', value: ast.value });
      case 'boolean': return accept({ kind: 'boolean', value: ast.value });
      case 'date': return accept({ kind: 'date', value: ast.value });
      case 'unknown': return accept(unknown('notKnown'));
      case 'name': return accept(this.lookup(ast.name) ?? unknown('notGiven'));
      case 'list': {
        const items = this.all(ast.items);
        return items.ok ? accept({ kind: 'list', items: items.value }) : items;
      }
      case 'unary': return this.unary(ast);
      case 'binary': return this.binary(ast);
      case 'call': return this.call(ast);
    }
  }
}

/** The value of a tree under a lookup. `steps` lowers the bound on work; the tree comes from `parseExpression`. */
export function evaluateExpression(ast: Ast, lookup: Lookup, options: { steps?: number } = {}): Answer {
  return new Run(lookup, options.steps ?? limits.steps).value(ast);
}
