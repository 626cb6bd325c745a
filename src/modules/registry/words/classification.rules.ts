/**
 * A cluster, a base, a park and a chain are four different things. These rules say which of them a record looks
 * like, clause by clause, so that one is not entered as another. The distinction is the literature's; the
 * bounds are ours (product defaults) and can be replaced by a later edition.
 */
import type { Day } from '#kernel/quantity/calendar.ts';
import { editionAt, type BilingualText, type RuleSet } from '#kernel/rule/rule-set.ts';
import { evaluateRuleSet, type Facts, type Verdict } from '#kernel/rule/verdict.ts';

export const recordKinds = ['cluster', 'base', 'park', 'chain'] as const;
export type RecordKind = (typeof recordKinds)[number];

/** What a form asks. Every answer may be left open; an open answer is unknown, never no. */
export const classificationQuestions = {
  organisationCount: { kind: 'number', title: { zh: '有多少家相互独立的成员单位', en: 'How many independent organisations belong to it' } },
  actorTypes: { kind: 'list', title: { zh: '成员有哪几类主体', en: 'Which types of actor belong to it' } },
  hasCooperationNetwork: { kind: 'boolean', title: { zh: '成员之间有持续的合作（正式或非正式）', en: 'Members keep working together, formally or informally' } },
  hasClusterOrganisation: { kind: 'boolean', title: { zh: '有集群发展促进组织', en: 'It has a cluster organisation' } },
  hasSharedPlace: { kind: 'boolean', title: { zh: '成员在地理上相对集中', en: 'Members are close to each other in space' } },
  hasPlannedBoundary: { kind: 'boolean', title: { zh: '范围是规划或批准划定的', en: 'Its boundary was drawn by a plan or an approval' } },
  hasManagementCommittee: { kind: 'boolean', title: { zh: '设有管理委员会', en: 'It has a management committee' } },
  hasSingleOperator: { kind: 'boolean', title: { zh: '由一家单位统一运营', en: 'One body operates the whole of it' } },
  suppliesKeyTechnology: { kind: 'boolean', title: { zh: '主要任务是供给关键共性或前沿技术', en: 'Its main task is to supply key generic or frontier technology' } },
  isLaidOutFromAbove: { kind: 'boolean', title: { zh: '由上级在战略区域统一布局', en: 'A higher authority placed it in a strategic region' } },
  isProductSequence: { kind: 'boolean', title: { zh: '由投入产出环节前后衔接而成', en: 'It is a sequence of stages, each feeding the next' } },
} as const satisfies Record<string, { kind: 'number' | 'list' | 'boolean'; title: BilingualText }>;

export type ClassificationFact = keyof typeof classificationQuestions;
export type ClassificationFacts = Readonly<Partial<Record<ClassificationFact, Facts[string]>>>;

const edition = { version: '1', validFrom: '2000-01-01', validUntil: null, origin: 'productDefault', source: null } as const;

const clusterRules: RuleSet = {
  ...edition,
  id: 'registry.classification.cluster',
  title: { zh: '产业集群', en: 'Cluster' },
  combine: { score: '5' },
  clauses: [
    { id: 'manyOrganisations', title: { zh: '独立的成员单位不少于 10 家', en: 'At least 10 independent organisations' }, expression: 'organisationCount >= 10', required: true, threshold: { unit: 'firm' } },
    { id: 'severalActorTypes', title: { zh: '成员至少有 3 类主体', en: 'At least 3 types of actor' }, expression: 'count(actorTypes) >= 3', required: true, threshold: { unit: 'unit' } },
    { id: 'cooperation', title: { zh: '成员之间形成合作网络', en: 'Members form a cooperation network' }, expression: 'hasCooperationNetwork', required: true },
    { id: 'sharedPlace', title: { zh: '成员在地理上相对集中', en: 'Members are close in space' }, expression: 'hasSharedPlace', required: true },
    { id: 'clusterOrganisation', title: { zh: '有集群发展促进组织', en: 'There is a cluster organisation' }, expression: 'hasClusterOrganisation' },
    { id: 'noSingleOperator', title: { zh: '不是由一家单位统一运营', en: 'No single body operates the whole' }, expression: 'not hasSingleOperator' },
  ],
};

const baseRules: RuleSet = {
  ...edition,
  id: 'registry.classification.base',
  title: { zh: '产业基地', en: 'Base' },
  combine: 'all',
  clauses: [
    { id: 'technologySupply', title: { zh: '主要任务是供给关键共性或前沿技术', en: 'Its main task is to supply key generic or frontier technology' }, expression: 'suppliesKeyTechnology' },
    { id: 'laidOutFromAbove', title: { zh: '由上级在战略区域统一布局', en: 'Placed in a strategic region by a higher authority' }, expression: 'isLaidOutFromAbove' },
  ],
};

const parkRules: RuleSet = {
  ...edition,
  id: 'registry.classification.park',
  title: { zh: '园区', en: 'Park or zone' },
  combine: 'all',
  clauses: [
    { id: 'plannedBoundary', title: { zh: '范围是规划或批准划定的', en: 'Its boundary was drawn by a plan or an approval' }, expression: 'hasPlannedBoundary' },
    { id: 'oneManager', title: { zh: '由管理委员会或一家运营单位管理', en: 'Run by a management committee or one operator' }, expression: 'hasManagementCommittee or hasSingleOperator' },
  ],
};

const chainRules: RuleSet = {
  ...edition,
  id: 'registry.classification.chain',
  title: { zh: '产业链', en: 'Chain' },
  combine: 'all',
  clauses: [
    { id: 'sequence', title: { zh: '由投入产出环节前后衔接而成', en: 'A sequence of stages, each feeding the next' }, expression: 'isProductSequence' },
    { id: 'noPlace', title: { zh: '不限于某一地方', en: 'Not tied to one place' }, expression: 'not hasSharedPlace and not hasPlannedBoundary' },
  ],
};

/** Editions of the four rule sets; a changed bound is a new edition, never an edit. */
export const classificationRuleSets: Readonly<Record<RecordKind, readonly RuleSet[]>> = {
  cluster: [clusterRules],
  base: [baseRules],
  park: [parkRules],
  chain: [chainRules],
};

export interface Classification {
  /** The one kind whose rules pass; `unsure` when none does, or more than one. */
  likely: RecordKind | 'unsure';
  enteredAs: RecordKind;
  /** False when the rules of the kind entered fail; null when they are open. */
  agrees: boolean | null;
  /** Kinds whose rules pass: two of them may mean two records, such as a cluster and the park it sits in. */
  passing: RecordKind[];
  /** Null where no edition is in force on the day. */
  verdicts: Record<RecordKind, Verdict | null>;
}

function verdictOf(kind: RecordKind, facts: Facts, on: Day): Verdict | null {
  const found = editionAt(classificationRuleSets[kind], on);
  return found.ok && found.value ? evaluateRuleSet(found.value, facts, on) : null;
}

/** Which of the four a record looks like by the rules of a day, and whether that agrees with what it was entered as. */
export function classifyRecord(facts: ClassificationFacts, enteredAs: RecordKind, on: Day): Classification {
  const given: Facts = Object.fromEntries(Object.entries(facts).filter((entry): entry is [string, Facts[string]] => entry[1] !== undefined));
  const verdicts = { cluster: verdictOf('cluster', given, on), base: verdictOf('base', given, on), park: verdictOf('park', given, on), chain: verdictOf('chain', given, on) };
  const passing = recordKinds.filter((kind) => verdicts[kind]?.outcome === 'pass');
  const own = verdicts[enteredAs]?.outcome ?? 'unknown';
  return {
    likely: passing.length === 1 && passing[0] ? passing[0] : 'unsure',
    enteredAs,
    agrees: own === 'unknown' ? null : own === 'pass',
    passing,
    verdicts,
  };
}
