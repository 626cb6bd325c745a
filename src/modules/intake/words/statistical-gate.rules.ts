import type { LegalBasis } from './form.schema.ts';
import type { Release, ReleasePurpose } from './party.schema.ts';

/**
 * What a reader wants a reported value for. `own`: the party itself. `reporting`: a level that decides about the report,
 * or the office that asked for it. `statistics`: only in totals. Everything else takes a release by the firm where the
 * value was collected as a statistical survey (Statistics Law of China, article 28: not for anything but statistics).
 */
export type UsePurpose = 'own' | 'reporting' | 'statistics' | ReleasePurpose;

export interface GateValue {
  field: string;
  basis: LegalBasis;
  isWithheld: boolean;
}

export type GateVerdict =
  | { open: true; basis: LegalBasis; by: 'own' | 'reporting' | 'statistics' | 'basis' | 'release' }
  | { open: false; basis: LegalBasis; why: 'withheld' | 'statisticalConfidentiality' };

/** Released for this purpose, not taken back, still running, and for this field. `today` is a day of the space. */
export function isReleased(releases: readonly Pick<Release, 'purpose' | 'fields' | 'until' | 'revokedAt'>[], field: string, purpose: UsePurpose, today: string): boolean {
  return releases.some((release) => release.purpose === purpose && release.revokedAt === null && (release.until === null || release.until >= today) && (release.fields.length === 0 || release.fields.includes(field)));
}

/** The one gate: every reader of a reported value goes through it. */
export function passGate(value: GateValue, purpose: UsePurpose, releases: readonly Pick<Release, 'purpose' | 'fields' | 'until' | 'revokedAt'>[], today: string): GateVerdict {
  const { basis } = value;
  if (purpose === 'own') return { open: true, basis, by: 'own' };
  if (value.isWithheld) return { open: false, basis, why: 'withheld' };
  if (purpose === 'reporting' || purpose === 'statistics') return { open: true, basis, by: purpose };
  if (isReleased(releases, value.field, purpose, today)) return { open: true, basis, by: 'release' };
  // What a firm files or offers may serve decisions about it, but nobody shows it to others unasked.
  if (basis === 'statisticalSurvey' || purpose === 'otherScreens' || purpose === 'publication') return { open: false, basis, why: 'statisticalConfidentiality' };
  return { open: true, basis, by: 'basis' };
}
