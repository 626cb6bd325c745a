import type { Source } from '#modules/registry/words/statement.schema.ts';
import { contradict, sourceOrder, type Claim } from '#modules/registry/words/statement.rules.ts';
import type { Basis } from './indicator.schema.ts';
import type { Observation, Use } from './observation.schema.ts';

export const observationMethod = { id: 'indicator.observation', version: '1' } as const;

/** What decides whether a value may be used. */
export interface Usable {
  basis: Basis;
  releasedFor: readonly string[];
}

/**
 * The one gate for every reader. A value collected as a statistical survey serves whom it is about, the officials who
 * collect it and suppressed totals; for anything else it waits until it was released for that very purpose.
 */
export function mayUse(observation: Usable, use: Use): boolean {
  if (observation.basis !== 'statisticalSurvey') return true;
  return use === 'own' || use === 'statistics' || observation.releasedFor.includes(use);
}

/** What the display rule looks at. */
export interface Candidate {
  id: string;
  operator: Observation['operator'];
  value: string | null;
  unit: string | null;
  sourceId: string | null;
  sourceKind: Source['kind'] | null;
  vintageId: string | null;
  releasedOn: string | null;
  originId: string;
  originRow: number;
  enteredAt: string;
}

/** Kinds of source in the order in which they are believed; the same as for statements. */
export const sourceKindOrder: readonly string[] = sourceOrder;

const rankOf = (kind: Source['kind'] | null): number => (kind === null ? sourceOrder.length : sourceOrder.indexOf(kind));

/**
 * Which observation of one indicator, subject and period is shown: one that says a value, then the better kind of
 * source, then the newest release, then the last revision, then the one entered last.
 */
export function compareCandidates(one: Candidate, other: Candidate): number {
  return (
    Number(other.value !== null) - Number(one.value !== null) ||
    rankOf(one.sourceKind) - rankOf(other.sourceKind) ||
    (other.releasedOn ?? '').localeCompare(one.releasedOn ?? '') ||
    other.originRow - one.originRow ||
    other.enteredAt.localeCompare(one.enteredAt) ||
    other.id.localeCompare(one.id)
  );
}

const claimOf = (one: Candidate): Claim => ({
  id: one.id, attributeKey: '', period: null, operator: one.operator, value: one.value, text: null, unit: one.unit ?? 'one', sourceKind: one.sourceKind ?? 'other', publishedOn: one.releasedOn, enteredAt: one.enteredAt,
});

/** Another release of the same source, or a later revision of the same submission, replaces and does not contradict. */
const replaces = (one: Candidate, other: Candidate): boolean => (one.originId === other.originId && one.originRow !== other.originRow) || (one.sourceId === other.sourceId && one.vintageId !== other.vintageId);

/** Of the observations of one indicator, subject and period; `chosenId` is a person's decision in force. */
export function displayOfPeriod(candidates: readonly Candidate[], chosenId: string | null): Map<string, Pick<Observation, 'shown' | 'disputed'>> {
  const first = candidates.toSorted(compareCandidates)[0];
  const chosen = candidates.find(({ id }) => id === chosenId) ?? null;
  return new Map(
    candidates.map((one) => {
      const shown = chosen ? (one === chosen ? 'byDecision' : 'other') : one === first ? 'byRule' : 'other';
      return [one.id, { shown, disputed: candidates.some((other) => other !== one && !replaces(one, other) && contradict(claimOf(one), claimOf(other))) }];
    }),
  );
}
