import type { MatchSubject } from '#kernel/matching/compare-pair.ts';
import { matchOne, type ScoredCandidate } from '#kernel/matching/match-organisation.ts';
import { simplifyChinese } from '#platform/text/folding.ts';
import type { HeldOrganisation } from '../../store/match.store.ts';
import { nameKey } from '../../store/name-key.ts';

/** What the same full name in the same place is worth where the name tells little. */
const sameInFullScore = 0.9;

export type Namesakes = ReadonlyMap<string, HeldOrganisation[]>;

export function namesakesOf(held: Iterable<HeldOrganisation>): Namesakes {
  const named = new Map<string, HeldOrganisation[]>();
  for (const record of held) for (const key of new Set(record.names.map(nameKey))) named.set(key, [...(named.get(key) ?? []), record]);
  return named;
}

/**
 * Where several are alike, or a name is of trade words alone, one of the very same name goes before those whose names are
 * only near: the only one in the same place, or where the matcher itself is sure of it among its namesakes.
 */
export function sameInFull(subject: MatchSubject, named: Namesakes): ScoredCandidate | null {
  const same = [...new Set(subject.names.flatMap((text) => named.get(nameKey(text)) ?? []))].filter(({ code }) => !subject.code || !code || code === subject.code);
  const there = subject.territoryId == null ? [] : same.filter(({ territoryId }) => territoryId === subject.territoryId);
  const [only] = there;
  const found = same.length === 0 ? null : matchOne(subject, there.length > 0 ? there : same, { simplify: simplifyChinese });
  if (found?.state === 'automatic' && found.id !== null) return { id: found.id, score: found.score, reasons: found.reasons };
  return only && there.length === 1 ? { id: only.id, score: Math.max(found?.score ?? 0, sameInFullScore), reasons: found?.reasons ?? [] } : null;
}
