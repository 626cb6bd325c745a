/** Dated rule sets: what they are, whether one is well written, and which edition is in force on a day. */
import { parseExpression } from '../expression/parse.ts';
import { accept, refuse, type Outcome, type Refused } from '../outcome.ts';
import { parseDay, type Day } from '../quantity/calendar.ts';
import { parseDecimal, signOf, type Decimal } from '../quantity/decimal.ts';

export interface BilingualText {
  zh: string;
  en: string;
}

export interface Clause {
  id: string;
  title: BilingualText;
  /** An expression that answers true, false or unknown. */
  expression: string;
  /** Points of the clause in a score; 1 when absent. */
  weight?: Decimal;
  /** True: no pass without it, whatever the combination. False: shown in the trace, not counted under `all`, `any`, `atLeast`. */
  required?: boolean;
  /** Unit of the threshold and of the distance to it, a code of kernel/quantity/unit. */
  threshold?: { unit: string };
}

export type Combination = 'all' | 'any' | { atLeast: number } | { score: Decimal };

export interface RuleSet {
  /** Stays the same over all editions. */
  id: string;
  version: string;
  /** First day in force. */
  validFrom: Day;
  /** Last day in force; null is open-ended. */
  validUntil: Day | null;
  title: BilingualText;
  /** Shipped values that no official text states are product defaults and are shown as such. */
  origin: 'official' | 'productDefault';
  /** The text it comes from; null when there is none. */
  source: string | null;
  clauses: readonly Clause[];
  combine: Combination;
}

export type RuleSetRefusal = 'badDate' | 'endsBeforeStart' | 'noClauses' | 'repeatedClause' | 'badExpression' | 'badWeight' | 'unreachable' | 'noSource';

function clauseProblems(clause: Clause): Refused<RuleSetRefusal>[] {
  const problems: Refused<RuleSetRefusal>[] = [];
  const ast = parseExpression(clause.expression);
  if (!ast.ok) problems.push(refuse('badExpression', { at: ast.at ?? 0, params: { clause: clause.id, reason: ast.reason } }));
  if (clause.weight !== undefined && (parseDecimal(clause.weight) === null || signOf(clause.weight) < 0)) problems.push(refuse('badWeight', { params: { clause: clause.id } }));
  return problems;
}

/** Whether a pass can be reached at all: as many clauses, or points, as the combination asks for. */
function isReachable({ combine, clauses }: RuleSet): boolean {
  if (typeof combine === 'string') return true;
  if ('atLeast' in combine) return Number.isInteger(combine.atLeast) && combine.atLeast >= 1 && combine.atLeast <= clauses.filter(isCounted).length;
  return parseDecimal(combine.score) !== null;
}

export function isCounted(clause: Clause): boolean {
  return clause.required !== false;
}

/** Everything wrong with the writing of a rule set; empty when it may be used. */
export function checkRuleSet(ruleSet: RuleSet): Refused<RuleSetRefusal>[] {
  const problems: Refused<RuleSetRefusal>[] = [];
  const days = [ruleSet.validFrom, ...(ruleSet.validUntil === null ? [] : [ruleSet.validUntil])];
  if (days.some((day) => !parseDay(day))) problems.push(refuse('badDate'));
  else if (ruleSet.validUntil !== null && ruleSet.validUntil < ruleSet.validFrom) problems.push(refuse('endsBeforeStart'));
  if (ruleSet.clauses.length === 0) problems.push(refuse('noClauses'));
  const seen = new Set<string>();
  for (const clause of ruleSet.clauses) {
    if (seen.has(clause.id)) problems.push(refuse('repeatedClause', { params: { clause: clause.id } }));
    seen.add(clause.id);
    problems.push(...clauseProblems(clause));
  }
  if (!isReachable(ruleSet)) problems.push(refuse('unreachable'));
  if (ruleSet.origin === 'official' && !ruleSet.source) problems.push(refuse('noSource'));
  return problems;
}

export function isInForce(ruleSet: RuleSet, on: Day): boolean {
  return ruleSet.validFrom <= on && (ruleSet.validUntil === null || on <= ruleSet.validUntil);
}

export type EditionRefusal = 'overlappingEditions' | 'mixedRuleSets' | 'badDate';

/**
 * The edition in force on a day among the editions of one rule set; null when none is. Editions that overlap on any
 * day are refused whichever day is asked for, so that an answer never depends on the order of the list.
 */
export function editionAt(editions: readonly RuleSet[], on: Day): Outcome<RuleSet | null, EditionRefusal> {
  if (!parseDay(on)) return refuse('badDate');
  const ordered = [...editions].sort((a, b) => (a.validFrom < b.validFrom ? -1 : a.validFrom > b.validFrom ? 1 : 0));
  for (const [index, edition] of ordered.entries()) {
    if (edition.id !== ordered[0]?.id) return refuse('mixedRuleSets', { params: { first: ordered[0]?.id ?? '', second: edition.id } });
    const before = ordered[index - 1];
    if (before && (before.validUntil === null || before.validUntil >= edition.validFrom)) {
      return refuse('overlappingEditions', { params: { first: before.version, second: edition.version } });
    }
  }
  return accept(ordered.find((edition) => isInForce(edition, on)) ?? null);
}
