/**
 * A rule set applied to facts: pass, fail or unknown, with a trace. Clauses are judged in Kleene's three values and
 * combined so that the outcome is pass (or fail) only if it stays so whatever the unknown clauses turn out to be.
 */
import type { Ast } from '../expression/ast.ts';
import { variablesOf } from '../expression/ast.ts';
import { evaluateExpression } from '../expression/evaluate.ts';
import { parseExpression } from '../expression/parse.ts';
import { plainOf, valueOf, type Lookup, type Value } from '../expression/value.ts';
import type { Day } from '../quantity/calendar.ts';
import { add, compareDecimals, type Decimal } from '../quantity/decimal.ts';
import { distanceOf, type ThresholdDistance } from './distance.ts';
import { isCounted, isInForce, type BilingualText, type Clause, type RuleSet } from './rule-set.ts';

export type RuleOutcome = 'pass' | 'fail' | 'unknown';

/** What is known of the thing judged; `value` as kernel/expression/value reads plain data. */
export interface Fact {
  value: unknown;
  source?: string;
  asOf?: string;
}

export type Facts = Readonly<Record<string, Fact>>;

export interface ClauseInput {
  name: string;
  /** Plain data; null is unknown. */
  value: unknown;
  source: string | null;
  asOf: string | null;
}

export interface ClauseVerdict {
  id: string;
  title: BilingualText;
  outcome: RuleOutcome;
  inputs: ClauseInput[];
  distance: ThresholdDistance | null;
  /** Why it is unknown: a reason of kernel/expression; null when it is not. */
  reason: string | null;
}

export interface Verdict {
  ruleSetId: string;
  version: string;
  on: Day;
  outcome: RuleOutcome;
  /** In the order of the rule set. */
  clauses: ClauseVerdict[];
  /** Points of passed clauses and of passed and unknown ones, under a score. */
  score: { least: Decimal; most: Decimal } | null;
  /** True when the edition was not in force on the day: the clauses are shown, the outcome is unknown. */
  notInForce: boolean;
}

interface PreparedClause {
  clause: Clause;
  ast: Ast | null;
  names: string[];
  /** Why it cannot be judged, when it is badly written. */
  problem: string | null;
}

export interface PreparedRuleSet {
  ruleSet: RuleSet;
  clauses: readonly PreparedClause[];
}

/** Reads the clauses once, for judging many things by the same rules. */
export function prepareRuleSet(ruleSet: RuleSet): PreparedRuleSet {
  const clauses = ruleSet.clauses.map((clause): PreparedClause => {
    const ast = parseExpression(clause.expression);
    return ast.ok ? { clause, ast: ast.value, names: variablesOf(ast.value), problem: null } : { clause, ast: null, names: [], problem: ast.reason };
  });
  return { ruleSet, clauses };
}

/** Names of facts the rule set reads, each once, in the order of its clauses. */
export function inputsOf(prepared: PreparedRuleSet): string[] {
  return [...new Set(prepared.clauses.flatMap(({ names }) => names))];
}

function judge(value: Value): { outcome: RuleOutcome; reason: string | null } {
  if (value.kind === 'boolean') return { outcome: value.value ? 'pass' : 'fail', reason: null };
  return { outcome: 'unknown', reason: value.kind === 'unknown' ? value.reason : 'notAQuestion' };
}

function judgeClause({ clause, ast, names, problem }: PreparedClause, facts: Facts): ClauseVerdict {
  const { id, title } = clause;
  const factOf = (name: string): Fact | undefined => (Object.hasOwn(facts, name) ? facts[name] : undefined);
  const lookup: Lookup = (name) => {
    const fact = factOf(name);
    return fact && valueOf(fact.value);
  };
  if (ast === null) return { id, title, outcome: 'unknown', inputs: [], distance: null, reason: problem };
  const inputs = names.map((name): ClauseInput => {
    const fact = factOf(name);
    return { name, value: fact ? plainOf(valueOf(fact.value)) : null, source: fact?.source ?? null, asOf: fact?.asOf ?? null };
  });
  const answer = evaluateExpression(ast, lookup);
  const judged = answer.ok ? judge(answer.value) : { outcome: 'unknown' as const, reason: answer.reason };
  return { id, title, ...judged, inputs, distance: distanceOf(ast, lookup, clause.threshold?.unit ?? null) };
}

/** Pass when certainly at least `needed`, fail when certainly fewer. */
function reached(sure: number, open: number, needed: number): RuleOutcome {
  if (sure >= needed) return 'pass';
  return sure + open < needed ? 'fail' : 'unknown';
}

function worse(left: RuleOutcome, right: RuleOutcome): RuleOutcome {
  if (left === 'fail' || right === 'fail') return 'fail';
  return left === 'unknown' || right === 'unknown' ? 'unknown' : 'pass';
}

function pointsOf(clauses: readonly Clause[], outcomes: readonly RuleOutcome[], wanted: readonly RuleOutcome[]): Decimal {
  return clauses.reduce((sum, clause, index) => (wanted.includes(outcomes[index] ?? 'fail') ? add(sum, clause.weight ?? '1') : sum), '0');
}

function combine(ruleSet: RuleSet, outcomes: readonly RuleOutcome[]): Pick<Verdict, 'outcome' | 'score'> {
  const { clauses } = ruleSet;
  if (clauses.length === 0) return { outcome: 'unknown', score: null };
  const required = clauses.reduce<RuleOutcome>((so, clause, index) => (clause.required ? worse(so, outcomes[index] ?? 'unknown') : so), 'pass');
  if (typeof ruleSet.combine === 'object' && 'score' in ruleSet.combine) {
    const score = { least: pointsOf(clauses, outcomes, ['pass']), most: pointsOf(clauses, outcomes, ['pass', 'unknown']) };
    const sum = compareDecimals(score.least, ruleSet.combine.score) >= 0 ? 'pass' : compareDecimals(score.most, ruleSet.combine.score) < 0 ? 'fail' : 'unknown';
    return { outcome: worse(required, sum), score };
  }
  const counted = outcomes.filter((_, index) => isCounted(clauses[index] as Clause));
  const needed = ruleSet.combine === 'all' ? counted.length : ruleSet.combine === 'any' ? 1 : ruleSet.combine.atLeast;
  const sure = counted.filter((outcome) => outcome === 'pass').length;
  const open = counted.filter((outcome) => outcome === 'unknown').length;
  return { outcome: worse(required, reached(sure, open, needed)), score: null };
}

export function evaluatePrepared(prepared: PreparedRuleSet, facts: Facts, on: Day): Verdict {
  const { ruleSet } = prepared;
  const clauses = prepared.clauses.map((clause) => judgeClause(clause, facts));
  const combined = combine(ruleSet, clauses.map(({ outcome }) => outcome));
  const notInForce = !isInForce(ruleSet, on);
  return { ruleSetId: ruleSet.id, version: ruleSet.version, on, ...combined, outcome: notInForce ? 'unknown' : combined.outcome, clauses, notInForce };
}

/** The verdict on facts by one edition of a rule set. Never throws; a badly written clause is unknown with its reason. */
export function evaluateRuleSet(ruleSet: RuleSet, facts: Facts, on: Day): Verdict {
  return evaluatePrepared(prepareRuleSet(ruleSet), facts, on);
}
