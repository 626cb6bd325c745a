import { describe, expect, it } from 'vitest';
import { checkKinds } from '#kernel/expression/check-kinds.ts';
import { parseExpression } from '#kernel/expression/parse.ts';
import { checkRuleSet } from '#kernel/rule/rule-set.ts';
import { classificationQuestions, classificationRuleSets, classifyRecord, recordKinds, type ClassificationFact, type ClassificationFacts, type RecordKind } from './classification.rules.ts';

const on = '2026-11-22';
const facts = (values: Partial<Record<ClassificationFact, unknown>>): ClassificationFacts => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value, source: 'form' }]));
const cluster = { organisationCount: 196, actorTypes: ['enterprise', 'university', 'association'], hasCooperationNetwork: true, hasSharedPlace: true, hasClusterOrganisation: true, hasSingleOperator: false };
const base = { organisationCount: 3, suppliesKeyTechnology: true, isLaidOutFromAbove: true, hasSharedPlace: true, isProductSequence: false, hasPlannedBoundary: false };
const park = { organisationCount: 300, actorTypes: ['enterprise'], hasCooperationNetwork: false, hasSharedPlace: true, hasPlannedBoundary: true, hasManagementCommittee: true, suppliesKeyTechnology: false };
const chain = { isProductSequence: true, hasSharedPlace: false, hasPlannedBoundary: false, hasManagementCommittee: false };
const typical: Record<RecordKind, Partial<Record<ClassificationFact, unknown>>> = { cluster, base, park, chain };

describe('the rules that tell four things apart', () => {
  it('are well written and ask only what the form asks', () => {
    for (const ruleSet of Object.values(classificationRuleSets).flat()) {
      expect(checkRuleSet(ruleSet)).toEqual([]);
      for (const { expression } of ruleSet.clauses) {
        const ast = parseExpression(expression);
        if (!ast.ok) throw new Error(expression);
        const kindOf = (name: string) => (Object.hasOwn(classificationQuestions, name) ? classificationQuestions[name as ClassificationFact].kind : undefined);
        expect(checkKinds(ast.value, kindOf)).toEqual({ kind: 'boolean', problems: [] });
      }
    }
  });

  it('recognise a typical one of each, and disagree with the three other entries or leave them open', () => {
    for (const kind of recordKinds) {
      for (const enteredAs of recordKinds) {
        const answer = classifyRecord(facts(typical[kind]), enteredAs, on);
        expect(answer.likely, kind).toBe(kind);
        if (enteredAs === kind) expect(answer.agrees).toBe(true);
        else expect(answer.agrees, `${kind} entered as ${enteredAs}`).not.toBe(true);
      }
    }
    expect(classifyRecord(facts(base), 'cluster', on).agrees).toBe(false);
    expect(classifyRecord(facts(park), 'cluster', on).agrees).toBe(false);
    expect(classifyRecord(facts(chain), 'cluster', on).agrees).toBe(false);
  });

  it('say why, with what is missing', () => {
    const verdict = classifyRecord(facts({ ...cluster, organisationCount: 6 }), 'cluster', on).verdicts.cluster;
    expect(verdict?.outcome).toBe('fail');
    expect(verdict?.clauses.filter(({ outcome }) => outcome !== 'pass').map(({ id, distance, inputs }) => [id, distance?.missing, inputs[0]?.source])).toEqual([['manyOrganisations', '4', 'form']]);
  });

  it('stay open where nothing is known', () => {
    expect(classifyRecord({}, 'cluster', on)).toMatchObject({ likely: 'unsure', agrees: null, passing: [] });
    expect(classifyRecord(facts({ hasPlannedBoundary: null }), 'park', on).agrees).toBeNull();
    expect(classifyRecord(facts(cluster), 'cluster', '1999-12-31')).toMatchObject({ likely: 'unsure', agrees: null });
  });

  it('see two records where a cluster and its park were entered as one', () => {
    const answer = classifyRecord(facts({ ...cluster, hasPlannedBoundary: true, hasManagementCommittee: true }), 'cluster', on);
    expect(answer).toMatchObject({ likely: 'unsure', agrees: true, passing: ['cluster', 'park'] });
  });
});
