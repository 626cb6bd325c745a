import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareQuantities, quantityOperators, sumQuantities, type Quantity, type QuantityOperator, type Relation } from './quantity.ts';

const of = (operator: QuantityOperator, value: string | null, unit = 'firm'): Quantity => ({ operator, value, unit });
const compare = (...input: Parameters<typeof compareQuantities>) => {
  const answer = compareQuantities(...input);
  return answer.ok ? answer.value : answer.reason;
};

describe('comparing quantities', () => {
  it('answers true, false or open', () => {
    expect(compare(of('>', '20'), '>=', of('=', '10'))).toBe(true);
    expect(compare(of('>', '20'), '>=', of('=', '30'))).toBeNull();
    expect(compare(of('>', '20'), '<=', of('=', '20'))).toBe(false);
    expect(compare(of('<', '20'), '=', of('=', '20'))).toBe(false);
    expect(compare(of('notStated', null), '>', of('=', '0'))).toBeNull();
    expect(compare(of('about', '100'), '>', of('=', '50'))).toBeNull();
    expect(compare(of('about', '100'), '>', of('=', '50'), '0.1')).toBe(true);
    expect(compare(of('=', '1', 'km2'), '=', of('=', '100', 'ha'))).toBe(true);
    expect(compare(of('=', '1', 'CNY'), '=', of('=', '1', 'USD'))).toBe('otherCurrency');
    expect(compare(of('notStated', null, 'CNY'), '=', of('notStated', null, 'USD'))).toBe('otherCurrency');
  });

  it('never answers against a number the two statements allow', () => {
    const operator = fc.constantFrom(...quantityOperators);
    const whole = fc.integer({ min: -5, max: 5 });
    const allows = ({ operator: op, value }: Quantity, number: number) => {
      const bound = Number(value);
      return op === '=' ? number === bound : op === '>=' ? number >= bound : op === '>' ? number > bound : op === '<=' ? number <= bound : op === '<' ? number < bound : true;
    };
    const truth: Record<Relation, (a: number, b: number) => boolean> = { '=': (a, b) => a === b, '<': (a, b) => a < b, '<=': (a, b) => a <= b, '>': (a, b) => a > b, '>=': (a, b) => a >= b };
    fc.assert(
      fc.property(operator, whole, operator, whole, fc.constantFrom<Relation>('=', '<', '<=', '>', '>='), whole, whole, (op1, v1, op2, v2, relation, x, y) => {
        const [left, right] = [of(op1, op1 === 'notStated' ? null : String(v1)), of(op2, op2 === 'notStated' ? null : String(v2))];
        const answer = compare(left, relation, right);
        if (answer !== null && allows(left, x) && allows(right, y)) expect(answer).toBe(truth[relation](x, y));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('adding quantities', () => {
  const sum = (list: Quantity[], unit = 'firm') => {
    const answer = sumQuantities(list, unit);
    return answer.ok ? answer.value : answer.reason;
  };

  it('leaves a total with a gap unknown, and counts the gaps', () => {
    expect(sum([of('=', '5'), of('notStated', null), of('=', '7')])).toEqual({ total: of('notStated', null), counted: 2, missing: 1 });
    expect(sum([of('=', '196'), of('=', '0')])).toEqual({ total: of('=', '196'), counted: 2, missing: 0 });
    expect(sum([])).toEqual({ total: of('=', '0'), counted: 0, missing: 0 });
  });

  it('keeps bounds as bounds', () => {
    expect(sum([of('>', '20'), of('=', '5'), of('>=', '1')])).toMatchObject({ total: of('>', '26') });
    expect(sum([of('>', '20'), of('<', '5')])).toEqual({ total: of('notStated', null), counted: 2, missing: 0 });
    expect(sum([of('about', '20'), of('=', '5')])).toMatchObject({ total: of('about', '25') });
    expect(sum([of('=', '1', 'km2'), of('=', '50', 'ha')], 'ha')).toMatchObject({ total: of('=', '150', 'ha') });
    expect(sum([of('=', '1', 'CNY'), of('=', '1', 'EUR')], 'CNY')).toBe('otherCurrency');
  });
});
