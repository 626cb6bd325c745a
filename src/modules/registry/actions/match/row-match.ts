import type { RowMatch } from '#platform/module/module.ts';
import type { OrganisationMatch } from './match-organisations.ts';

/** A score in whole per cent; never 100, since nothing here is certain. */
export const shareOf = (score: number): number => Math.min(99, Math.round(score * 100));

/** What a desk keeps of a match; nothing where the register holds nobody alike. */
export function rowMatchOf({ state, decided, fingerprint, organisationId, score, candidates }: OrganisationMatch, asked: RowMatch['asked']): RowMatch | null {
  if (state === 'none' && decided === null) return null;
  const shown = state === 'unsure' ? 'unsure' : (decided ?? 'automatic');
  return { state: shown, fingerprint, recordId: organisationId, score, asked, candidates: candidates.map((one) => ({ id: one.id, score: one.score, reasons: one.reasons })) };
}
