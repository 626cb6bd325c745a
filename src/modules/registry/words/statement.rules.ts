import { compareQuantities, type QuantityOperator } from '#kernel/quantity/quantity.ts';
import { add, compareDecimals, subtract } from '#kernel/quantity/decimal.ts';
import { unitConflict, unitOf } from '#kernel/quantity/unit.ts';
import type { Statement } from './statement.schema.ts';

type SourceKind = Statement['source']['kind'];

/** Who is believed first when sources disagree; a person's decision goes before this order. */
export const sourceOrder: readonly SourceKind[] = ['officialStatistics', 'officialNotice', 'annualReport', 'researchPaper', 'press', 'database', 'selfReported', 'other'];

export interface Claim {
  id: string;
  attributeKey: string;
  period: string | null;
  operator: QuantityOperator;
  value: string | null;
  text: string | null;
  unit: string;
  sourceKind: SourceKind;
  publishedOn: string | null;
  enteredAt: string;
}
export interface Choice {
  attributeKey: string;
  period: string | null;
  statementId: string;
}
export type Display = Pick<Statement, 'shown' | 'disputed'>;

/** Two percent either way is what "about" is allowed to mean when it is held against another figure. */
const aboutMeans = '0.02';

const says = (claim: Claim) => claim.operator !== 'notStated' && (claim.value !== null || claim.text !== null);

/** Statements are held against each other only on the same attribute and period and in units that convert: never CNY against USD. */
function areComparable(one: Claim, other: Claim): boolean {
  if (one.attributeKey !== other.attributeKey || one.period !== other.period) return false;
  return one.unit === other.unit || unitConflict(one.unit, other.unit) === null;
}

/** Whether both cannot be true: `> 20` and `= 25` can, `= 20` and `= 25` cannot. A figure and mere words are not held against each other. */
export function contradict(one: Claim, other: Claim): boolean {
  if (!areComparable(one, other) || !says(one) || !says(other)) return false;
  if (one.value === null || other.value === null) return one.value === null && other.value === null && one.text !== other.text;
  const known = unitOf(one.unit) !== null && unitOf(other.unit) !== null;
  const unit = (claim: Claim) => (known ? claim.unit : 'one');
  const same = compareQuantities({ operator: one.operator, value: one.value, unit: unit(one) }, '=', { operator: other.operator, value: other.value, unit: unit(other) }, aboutMeans);
  return same.ok && same.value === false;
}

/** Best first: one that says something, then the source's kind, then newest published, then newest entered. */
export function compareClaims(one: Claim, other: Claim): number {
  return (
    Number(says(other)) - Number(says(one)) ||
    sourceOrder.indexOf(one.sourceKind) - sourceOrder.indexOf(other.sourceKind) ||
    (other.publishedOn ?? '').localeCompare(one.publishedOn ?? '') ||
    other.enteredAt.localeCompare(one.enteredAt) ||
    one.id.localeCompare(other.id)
  );
}

/**
 * Which statement of each comparable group is shown, and which are disputed. Nothing is averaged and nothing is
 * dropped: the others stand beside it. `choices` are the decisions in force, at most one for an attribute and period.
 */
export function displayOf(claims: readonly Claim[], choices: readonly Choice[]): Map<string, Display> {
  const chosen = new Set(choices.map((choice) => choice.statementId));
  const groups: Claim[][] = [];
  for (const claim of claims) {
    const group = groups.find(([first]) => first && areComparable(first, claim));
    if (group) group.push(claim);
    else groups.push([claim]);
  }
  const display = new Map<string, Display>();
  for (const group of groups) {
    const byRule = group.toSorted(compareClaims)[0];
    const decided = group.find((claim) => chosen.has(claim.id));
    for (const claim of group) {
      const disputed = group.some((other) => contradict(claim, other));
      const shown = decided ? (claim === decided ? 'byDecision' : 'other') : claim === byRule ? 'byRule' : 'other';
      display.set(claim.id, { shown, disputed });
    }
  }
  return display;
}

/** Whether a statement's unit can carry the attribute: another currency may stand beside, another kind of count may not. */
export function unitFits(attributeUnit: string, unit: string): boolean {
  if (unit === attributeUnit) return true;
  const conflict = unitConflict(attributeUnit, unit);
  return conflict === null || conflict === 'otherCurrency';
}

export interface Reconciliation {
  /** Sum of the parts that are known. */
  sum: string;
  complete: boolean;
  /** Null while a part is unknown, unless the known parts alone already exceed a whole of none but positive parts. */
  reconciles: boolean | null;
  /** Total minus sum; null while a part is unknown. */
  difference: string | null;
}

/** "196 = 53 + 81 + 31 + 31", in exact decimals. A mismatch is said and blocks nothing; an unknown part is not zero. */
export function reconcile(total: string, parts: readonly { value: string | null }[]): Reconciliation {
  const known = parts.flatMap((part) => (part.value === null ? [] : [part.value]));
  const sum = known.reduce((so, value) => add(so, value), '0');
  const complete = known.length === parts.length;
  if (complete) return { sum, complete, reconciles: compareDecimals(sum, total) === 0, difference: subtract(total, sum) };
  const exceeds = known.every((value) => compareDecimals(value, '0') >= 0) && compareDecimals(sum, total) > 0;
  return { sum, complete, reconciles: exceeds ? false : null, difference: null };
}
