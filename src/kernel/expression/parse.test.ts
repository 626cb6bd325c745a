import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits, variablesOf, type Ast, type BinaryOperator } from './ast.ts';
import { checkKinds, type KnownKind } from './check-kinds.ts';
import { parseExpression } from './parse.ts';
import { printExpression } from './print.ts';

function tree(text: string): Ast {
  const answer = parseExpression(text);
  if (!answer.ok) throw new Error(`${text}: ${answer.reason} at ${answer.at}`);
  return answer.value;
}
const reprint = (text: string) => printExpression(tree(text));
const refusal = (text: string) => {
  const answer = parseExpression(text);
  return answer.ok ? 'read' : `${answer.reason} ${answer.at}`;
};

/** Offsets say where a part stood, not what it is. */
function withoutOffsets(ast: Ast): unknown {
  return JSON.parse(JSON.stringify(ast, (key, value: unknown) => (key === 'at' ? undefined : value)));
}

const at = fc.constant(0);
const name = fc.constantFrom('x', 'firm.年产值', '研发占比', '_a1', 'notes', 'in_force', 'constructor', '__proto__');
const leaf: fc.Arbitrary<Ast> = fc.oneof(
  fc.tuple(fc.nat(), fc.nat({ max: 9 })).map(([whole, tenth]): Ast => ({ node: 'number', value: tenth ? `${whole}.${tenth}` : `${whole}`, at: 0 })),
  fc.record({ node: fc.constant('text' as const), value: fc.string({ unit: 'grapheme' }), at }),
  fc.record({ node: fc.constant('boolean' as const), value: fc.boolean(), at }),
  fc.record({ node: fc.constant('date' as const), value: fc.constantFrom('2023-03-07', '2024-02-29'), at }),
  fc.constant<Ast>({ node: 'unknown', at: 0 }),
  fc.record({ node: fc.constant('name' as const), name, at }),
);
const operator = fc.constantFrom<BinaryOperator>('or', 'and', '=', '!=', '<', '<=', '>', '>=', 'in', '+', '-', '*', '/', '^');
const { ast } = fc.letrec<{ ast: Ast }>((tie) => ({
  ast: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.record({ node: fc.constant('unary' as const), operator: fc.constantFrom('-' as const, 'not' as const), operand: tie('ast'), at }),
    fc.record({ node: fc.constant('binary' as const), operator, left: tie('ast'), right: tie('ast'), at }),
    fc.record({ node: fc.constant('list' as const), items: fc.array(tie('ast'), { maxLength: 3 }), at }),
    fc.tuple(tie('ast'), tie('ast'), tie('ast')).map((parts): Ast => ({ node: 'call', function: 'if', arguments: parts, at: 0 })),
  ),
}));

describe('reading expressions', () => {
  it('groups by the usual precedence', () => {
    expect(reprint('a or b and not c = d + e * -f ^ 2')).toBe('a or b and not c = d + e * -f ^ 2');
    expect(reprint('((a or b)) and c')).toBe('(a or b) and c');
    expect(reprint('a-(b-c)-d')).toBe('a - (b - c) - d');
    expect(reprint('2^3^2 + (2^3)^2 + (-2)^2')).toBe('2 ^ 3 ^ 2 + (2 ^ 3) ^ 2 + (-2) ^ 2');
    expect(reprint('x not in [1, 2.50]')).toBe('not x in [1, 2.5]');
    expect(reprint('"it\'s" == name')).toBe("'it\\'s' = name");
    expect(reprint('年产值 ≥ 50000000 and has（source）')).toBe('年产值 >= 50000000 and has(source)');
  });

  it('says what is wrong and where', () => {
    expect(['', '1 +', '1 2', '(1', 'a < b < c', 'f(1)', 'round()', "'abc", '1.2.3', '2x', '@2023-02-30', 'a ; b', 'not', 'and', '[1,,2]', '1 + not a'].map(refusal)).toEqual([
      'empty 0', 'missing 3', 'unexpected 2', 'missing 2', 'chainedComparison 6', 'unknownFunction 0', 'wrongArity 0', 'textNotClosed 0', 'badNumber 0', 'badNumber 0', 'badDate 0',
      'unknownCharacter 2', 'missing 3', 'unexpected 0', 'unexpected 3', 'unexpected 4',
    ]);
    expect(refusal('constructor(1)')).toBe('unknownFunction 0');
  });

  it('has limits', () => {
    expect(refusal('('.repeat(500))).toBe(`tooDeep ${limits.depth}`);
    expect(refusal('-'.repeat(500))).toContain('tooDeep');
    expect(refusal(Array.from({ length: 700 }, () => '1').join('+'))).toContain('tooManyParts');
    expect(refusal('1'.repeat(limits.length + 1))).toContain('tooLong');
  });

  it('lists the names it reads', () => {
    expect(variablesOf(tree('a.b + if(has(c), a.b, d) > 0'))).toEqual(['a.b', 'c', 'd']);
  });

  it('prints every tree so that it reads back the same', () => {
    fc.assert(
      fc.property(ast, (given) => {
        const answer = parseExpression(printExpression(given));
        if (!answer.ok && (answer.reason === 'tooDeep' || answer.reason === 'tooLong' || answer.reason === 'tooManyParts')) return;
        if (!answer.ok) throw new Error(`${printExpression(given)}: ${answer.reason} at ${answer.at}`);
        expect(withoutOffsets(answer.value)).toEqual(withoutOffsets(given));
      }),
      { numRuns: 500 },
    );
  });
});

describe('checking kinds beforehand', () => {
  const kinds: Record<string, KnownKind> = { sales: 'number', founded: 'date', types: 'list', name: 'text', exporter: 'boolean' };
  const check = (text: string) => checkKinds(tree(text), (key) => (Object.hasOwn(kinds, key) ? kinds[key] : undefined)).problems.map((problem) => `${problem.reason} ${problem.at}`);

  it('accepts what fits and points at what does not', () => {
    expect(check("sales / 2 >= 10 and exporter and name in types and years(founded, @2024-01-01) > 3 and contains(types, 'x')")).toEqual([]);
    expect(check('sales > founded')).toEqual(['wrongKind 8']);
    expect(check('sales and exporter')).toEqual(['wrongKind 0']);
    expect(check('other + 1')).toEqual(['unknownName 0']);
    expect(check('name in sales')).toEqual(['wrongKind 8']);
    expect(check('sum(types) + days(sales, founded)')).toEqual(['wrongKind 18']);
  });
});
