import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateExpression } from './evaluate.ts';
import { parseExpression } from './parse.ts';
import { lookupIn, plainOf, valueOf } from './value.ts';

const facts = {
  sales: { number: '128.5' }, staff: 40, name: '样例精密', types: ['enterprise', 'university'], half: [1, null], none: null, exporter: true,
  founded: { date: '2015-06-30' }, bound: { operator: '>', value: '20' }, exact: { operator: '=', value: '20' }, nested: { deep: { value: 7 } }, odd: Number.NaN,
};

function run(text: string, options?: { steps?: number }) {
  const ast = parseExpression(text);
  if (!ast.ok) return `${ast.reason} ${ast.at}`;
  const answer = evaluateExpression(ast.value, lookupIn(facts), options);
  if (!answer.ok) return `${answer.reason} ${answer.at}`;
  return answer.value.kind === 'unknown' ? `unknown: ${answer.value.reason}` : plainOf(answer.value);
}

describe('evaluating', () => {
  it.each<[string, unknown]>([
    ['0.1 + 0.2', '0.3'],
    ['2 ^ 10 - -1', '1025'],
    ['2 ^ -2', '0.25'],
    ['-2 ^ 2', '-4'],
    ['10 / 4', '2.5'],
    ['1 / 3 * 3', '0.99999999999999999999'],
    ['1 / 0', 'unknown: divisionByZero'],
    ['0 ^ -1', 'unknown: divisionByZero'],
    ['2 ^ 0.5', 'unknown: exponentNotWhole'],
    ['sales >= 100 and staff < 50', true],
    ["'university' in types", true],
    ["contains(name, '精密')", true],
    ['1 in half', true],
    ['2 in half', 'unknown: notKnown'],
    ['2 not in [1, 3]', true],
    ['sum(half)', 'unknown: notKnown'],
    ['sum([])', '0'],
    ['min([])', 'unknown: emptyList'],
    ['max(1, 3, 2)', '3'],
    ['min(founded, @2010-01-01)', '2010-01-01'],
    ['count(types)', '2'],
    ['round(2.5) + round(1234, -2)', '1202'],
    ['abs(-3)', '3'],
    ['coalesce(none, missing, 5)', '5'],
    ['has(sales) and not has(missing)', true],
    ['if(exporter, 1, 1 / 0)', '1'],
    ['if(none, 1, 2)', 'unknown: notKnown'],
    ['years(founded, @2024-06-29)', '8'],
    ['days(@2024-02-28, @2024-03-01)', '2'],
    ['between(staff, 10, none)', 'unknown: notKnown'],
    ['between(staff, 50, none)', false],
    ['nested.deep.value + 1', '8'],
    ['exact + 1', '21'],
    ['bound + 1', 'unknown: notExact'],
    ['odd', 'unknown: notReadable'],
    ['missing', 'unknown: notGiven'],
    ['constructor', 'unknown: notGiven'],
    ['name.length', 'unknown: notGiven'],
    ['nested.constructor.name', 'unknown: notGiven'],
    ["1 + 'a'", 'wrongKind 2'],
    ['staff and true', 'wrongKind 0'],
    ["staff = 'a'", 'wrongKind 6'],
    ["false and (1 + 'a' = 2)", false],
    ['9 ^ 999', 'tooLarge 2'],
  ])('%s', (text, expected) => expect(run(text)).toEqual(expected));

  it('follows the three-valued tables', () => {
    const table = (operator: string) => ['true', 'unknown', 'false'].map((left) => ['true', 'unknown', 'false'].map((right) => run(`${left} ${operator} ${right}`)));
    const open = 'unknown: notKnown';
    expect(table('and')).toEqual([[true, open, false], [open, open, false], [false, false, false]]);
    expect(table('or')).toEqual([[true, true, true], [true, open, open], [true, open, false]]);
    expect(run('not unknown')).toBe(open);
    expect(run('unknown = unknown')).toBe(open);
  });

  it('stops at its bounds', () => {
    expect(run('1 + 1 + 1', { steps: 3 })).toContain('tooManySteps');
  });

  it('turns outside data into values without touching a prototype', () => {
    const hostile = JSON.parse('{"__proto__": {"x": 1}, "toString": 3}') as Record<string, unknown>;
    expect(lookupIn(hostile)('x')).toBeUndefined();
    expect(lookupIn(hostile)('toString')).toEqual({ kind: 'number', value: '3' });
    expect(lookupIn({})('__proto__.constructor')).toBeUndefined();
    expect(valueOf(Symbol('s'))).toEqual({ kind: 'unknown', reason: 'notReadable' });
  });
});

describe('laws', () => {
  const piece = fc.constantFrom(
    '1', '2.5', '0', "'a'", 'true', 'false', 'unknown', 'sales', 'types', 'missing', 'founded', '@2024-01-01', '(', ')', '[', ']', ',', '+', '-', '*', '/', '^', '=', '<', '>=', ' in ', ' not ', ' and ', ' or ',
    'sum(', 'min(', 'count(', 'if(', 'round(', 'contains(', 'years(', 'between(', 'coalesce(', 'has(', '__proto__', '\\', '"', '９',
  );

  it('is total: any text gives a value or a refusal with an offset', () => {
    const attempt = (text: string) => {
      const ast = parseExpression(text);
      const answer = ast.ok ? evaluateExpression(ast.value, lookupIn(facts)) : ast;
      if (!answer.ok) expect(answer.at).toBeTypeOf('number');
    };
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 20 }), attempt), { numRuns: 200 });
    fc.assert(fc.property(fc.array(piece, { maxLength: 14 }), (parts) => attempt(parts.join(''))), { numRuns: 1000 });
  });

  it('never takes an answer back when something unknown becomes known', () => {
    const leaf = fc.constantFrom('a', 'b', 'c', 'true', 'false');
    const { formula } = fc.letrec<{ formula: string }>((tie) => ({
      formula: fc.oneof({ depthSize: 'small' }, leaf, fc.tuple(tie('formula'), fc.constantFrom('and', 'or', '='), tie('formula')).map(([left, sign, right]) => `((${left}) ${sign} (${right}))`), tie('formula').map((inner) => `(not ${inner})`)),
    }));
    const value = fc.constantFrom(true, false, null);
    fc.assert(
      fc.property(formula, value, value, value, fc.boolean(), (text, a, b, c, filled) => {
        const ast = parseExpression(text);
        if (!ast.ok) return;
        const before = evaluateExpression(ast.value, lookupIn({ a, b, c }));
        const after = evaluateExpression(ast.value, lookupIn({ a: a ?? filled, b: b ?? filled, c: c ?? !filled }));
        if (before.ok && before.value.kind === 'boolean') expect(after).toEqual(before);
      }),
      { numRuns: 500 },
    );
  });
});
