import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRuleSet, editionAt, type Clause, type Combination, type RuleSet } from './rule-set.ts';
import { evaluateRuleSet, inputsOf, prepareRuleSet, type Facts, type RuleOutcome } from './verdict.ts';

const title = { zh: '样例', en: 'Sample' };
const clause = (id: string, expression: string, more: Partial<Clause> = {}): Clause => ({ id, title, expression, ...more });
const ruleSet = (clauses: readonly Clause[], combine: Combination = 'all', more: Partial<RuleSet> = {}): RuleSet => ({
  id: 'sample', version: '2022', validFrom: '2022-06-01', validUntil: null, title, origin: 'productDefault', source: null, clauses, combine, ...more,
});
const day = '2023-03-07';
const facts = (values: Record<string, unknown>): Facts => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));

describe('a verdict', () => {
  const rules = ruleSet([
    clause('sales', 'sales >= 1000 * 10', { threshold: { unit: 'CNY' } }),
    clause('debt', '70 > debt'),
    clause('years', 'years(founded, @2023-01-01) >= 3'),
    clause('types', "'university' in types"),
  ]);

  it('shows inputs with their sources, threshold and distance, in the order of the rules', () => {
    const verdict = evaluateRuleSet(rules, { sales: { value: { number: '9200.5' }, source: 'annual report', asOf: '2022' }, debt: { value: 40 }, founded: { value: { date: '2020-05-01' } } }, day);
    expect(verdict).toMatchObject({ ruleSetId: 'sample', version: '2022', outcome: 'fail', notInForce: false, score: null });
    expect(verdict.clauses.map(({ id, outcome, reason }) => [id, outcome, reason])).toEqual([
      ['sales', 'fail', null], ['debt', 'pass', null], ['years', 'fail', null], ['types', 'unknown', 'notGiven'],
    ]);
    expect(verdict.clauses[0]?.inputs).toEqual([{ name: 'sales', value: '9200.5', source: 'annual report', asOf: '2022' }]);
    expect(verdict.clauses[0]?.distance).toEqual({ actual: '9200.5', operator: '>=', threshold: '10000', missing: '799.5', margin: '0', unit: 'CNY' });
    expect(verdict.clauses[1]?.distance).toEqual({ actual: '40', operator: '<', threshold: '70', missing: '0', margin: '30', unit: null });
    expect(verdict.clauses[2]?.distance).toMatchObject({ actual: '2', missing: '1' });
    expect(verdict.clauses[3]?.distance).toBeNull();
    expect(inputsOf(prepareRuleSet(rules))).toEqual(['sales', 'debt', 'founded', 'types']);
  });

  it('says unknown rather than fail, and nothing on a day it is not in force', () => {
    expect(evaluateRuleSet(rules, facts({ sales: 10000, debt: 1, types: ['university'] }), day)).toMatchObject({ outcome: 'unknown' });
    expect(evaluateRuleSet(rules, {}, day).clauses[0]?.distance).toEqual({ actual: null, operator: '>=', threshold: '10000', missing: null, margin: null, unit: 'CNY' });
    expect(evaluateRuleSet(rules, facts({ sales: 1 }), '2022-05-31')).toMatchObject({ outcome: 'unknown', notInForce: true });
    const odd = evaluateRuleSet(ruleSet([clause('a', 'x +'), clause('b', 'x + 1'), clause('c', "x = 'a'")]), facts({ x: 1 }), day);
    expect(odd.clauses.map(({ reason }) => reason)).toEqual(['missing', 'notAQuestion', 'wrongKind']);
    expect(evaluateRuleSet(ruleSet([]), {}, day).outcome).toBe('unknown');
    expect(evaluateRuleSet(ruleSet([clause('a', 'toString = 1')]), {}, day).clauses[0]?.reason).toBe('notGiven');
  });

  it('combines', () => {
    const three = [clause('a', 'a', { weight: '30' }), clause('b', 'b', { weight: '50' }), clause('c', 'c', { weight: '20' })];
    const outcome = (combination: Combination, a: unknown, b: unknown, c: unknown, clauses = three) => evaluateRuleSet(ruleSet(clauses, combination), facts({ a, b, c }), day).outcome;
    expect(outcome('all', true, null, false)).toBe('fail');
    expect(outcome('any', true, null, false)).toBe('pass');
    expect(outcome({ atLeast: 2 }, true, null, false)).toBe('unknown');
    expect(outcome({ atLeast: 2 }, true, null, true)).toBe('pass');
    expect(outcome({ score: '60' }, true, null, false)).toBe('unknown');
    expect(outcome({ score: '60' }, false, null, false)).toBe('fail');
    expect(outcome({ score: '60' }, true, true, null)).toBe('pass');
    const strict = three.map((item) => (item.id === 'c' ? { ...item, required: true } : item));
    expect(outcome('any', true, true, false, strict)).toBe('fail');
    expect(outcome({ score: '60' }, true, true, null, strict)).toBe('unknown');
    const loose = three.map((item) => (item.id === 'c' ? { ...item, required: false } : item));
    expect(outcome('all', true, true, false, loose)).toBe('pass');
  });
});

describe('writing rules', () => {
  it('is checked', () => {
    const reasons = (rules: RuleSet) => checkRuleSet(rules).map(({ reason }) => reason);
    expect(reasons(ruleSet([clause('a', 'x > 1')]))).toEqual([]);
    expect(reasons(ruleSet([clause('a', 'x >'), clause('a', 'x', { weight: '-1' })], { atLeast: 3 }, { origin: 'official' }))).toEqual(['badExpression', 'repeatedClause', 'badWeight', 'unreachable', 'noSource']);
    expect(reasons(ruleSet([], 'all', { validFrom: '2022-02-30' }))).toEqual(['badDate', 'noClauses']);
    expect(reasons(ruleSet([clause('a', 'x')], 'all', { validUntil: '2021-01-01' }))).toEqual(['endsBeforeStart']);
  });

  it('has one edition in force on a day', () => {
    const edition = (version: string, validFrom: string, validUntil: string | null) => ruleSet([clause('a', 'x')], 'all', { version, validFrom, validUntil });
    const editions = [edition('2024', '2024-01-01', null), edition('2022', '2022-06-01', '2023-12-30')];
    const found = (on: string) => {
      const answer = editionAt(editions, on);
      return answer.ok ? (answer.value?.version ?? null) : answer.reason;
    };
    expect(['2022-05-31', '2022-06-01', '2023-12-30', '2023-12-31', '2024-01-01', 'soon'].map(found)).toEqual([null, '2022', '2022', null, '2024', 'badDate']);
    expect(editionAt([...editions, edition('2025', '2025-01-01', null)], '2020-01-01')).toMatchObject({ reason: 'overlappingEditions', params: { first: '2024', second: '2025' } });
    expect(editionAt([edition('1', '2022-01-01', '2022-06-30'), edition('2', '2022-06-30', null)], '2022-01-01').ok).toBe(false);
    expect(editionAt([editions[0] as RuleSet, { ...(editions[1] as RuleSet), id: 'other' }], '2022-07-01')).toMatchObject({ reason: 'mixedRuleSets' });
    expect(editionAt([], '2022-01-01')).toEqual({ ok: true, value: null });
  });
});

describe('laws of verdicts', () => {
  const rank: Record<RuleOutcome, number> = { fail: 0, unknown: 1, pass: 2 };
  const names = ['a', 'b', 'c', 'd'] as const;
  const value = fc.option(fc.integer({ min: -10, max: 10 }));
  const given = fc.record({ a: value, b: value, c: value, d: value });
  const combination = fc.oneof(
    fc.constantFrom<Combination>('all', 'any'),
    fc.integer({ min: 1, max: 4 }).map((atLeast): Combination => ({ atLeast })),
    fc.integer({ min: 0, max: 12 }).map((score): Combination => ({ score: String(score) })),
  );
  const clauses = fc.tuple(...names.map((name) => fc.record({ bound: fc.integer({ min: -10, max: 10 }), weight: fc.nat({ max: 5 }), required: fc.option(fc.boolean(), { nil: undefined }) }).map(({ bound, weight, required }) => clause(name, `${name} >= ${bound}`, { weight: String(weight), ...(required !== undefined && { required }) }))));

  it('a better figure never makes a verdict worse', () => {
    fc.assert(
      fc.property(clauses, combination, given, fc.constantFrom(...names), fc.nat({ max: 5 }), (list, combine, values, name, rise) => {
        fc.pre(values[name] !== null);
        const before = evaluateRuleSet(ruleSet(list, combine), facts(values), day);
        const after = evaluateRuleSet(ruleSet(list, combine), facts({ ...values, [name]: (values[name] ?? 0) + rise }), day);
        expect(rank[after.outcome]).toBeGreaterThanOrEqual(rank[before.outcome]);
      }),
      { numRuns: 500 },
    );
  });

  it('learning a fact never overturns a verdict, and the order of clauses never matters to it', () => {
    fc.assert(
      fc.property(clauses, combination, given, given, (list, combine, values, learned) => {
        const before = evaluateRuleSet(ruleSet(list, combine), facts(values), day).outcome;
        const filled = Object.fromEntries(names.map((name) => [name, values[name] ?? learned[name]]));
        if (before !== 'unknown') expect(evaluateRuleSet(ruleSet(list, combine), facts(filled), day).outcome).toBe(before);
        expect(evaluateRuleSet(ruleSet([...list].reverse(), combine), facts(values), day).outcome).toBe(before);
      }),
      { numRuns: 500 },
    );
  });

  it('a clause passes exactly when nothing is missing', () => {
    fc.assert(
      fc.property(clauses, given, (list, values) => {
        for (const { outcome, distance } of evaluateRuleSet(ruleSet(list), facts(values), day).clauses) {
          expect(outcome).toBe(distance?.missing === null ? 'unknown' : distance?.missing === '0' ? 'pass' : 'fail');
        }
      }),
    );
  });
});
