import type { MandateScope, Power } from '#platform/auth/permission.rules.ts';
import { powersOf } from '../identity.rules.ts';
import type { DeputyInput } from './deputy.schema.ts';

/** Nobody hands over for longer than a year at a time. */
export const deputyDays = 366;

/** Powers that stay with their holder in person, whoever acts for them. */
const inPerson: readonly Power[] = ['security'];

/** What a deputy acts under: the holder's mandates in force (or the one named), without what is never handed over. Deputies' own deputies get nothing: only held mandates come in here. */
export function mandatesForDeputy<Held extends MandateScope & { id: string }>(held: readonly Held[], only: string | null): Held[] {
  const chosen = held.filter((mandate) => only === null || mandate.id === only);
  return chosen
    .map((mandate) => (mandate.role === 'operator' ? { ...mandate, powers: powersOf(mandate).filter((power) => !inPerson.includes(power)) } : mandate))
    .filter((mandate) => mandate.role !== 'operator' || powersOf(mandate).length > 0);
}

export function deputyState(deputy: { validFrom: string; validUntil: string; endedAt: string | null }, now: string): 'coming' | 'inForce' | 'ended' {
  if (deputy.endedAt !== null || deputy.validUntil <= now) return 'ended';
  return deputy.validFrom > now ? 'coming' : 'inForce';
}

export type DeputyReason = 'ownDeputy' | 'periodTooLong' | 'periodOver' | 'deputyCannotSignIn' | 'mandateNotHeld';

/** Whether this appointment makes sense; who may make it is another question. */
export function canNameDeputy(input: DeputyInput, holderId: string, now: string, facts: { deputySignsIn: boolean; heldMandates: readonly string[] }): { allowed: true } | { allowed: false; reason: DeputyReason } {
  const refuse = (reason: DeputyReason) => ({ allowed: false as const, reason });
  const from = input.validFrom ?? now;
  if (input.deputyPersonId === holderId) return refuse('ownDeputy');
  if (input.validUntil <= now || input.validUntil <= from) return refuse('periodOver');
  if (Date.parse(input.validUntil) - Date.parse(from) > deputyDays * 86_400_000) return refuse('periodTooLong');
  if (!facts.deputySignsIn) return refuse('deputyCannotSignIn');
  if (facts.heldMandates.length === 0 || (input.mandateId !== null && !facts.heldMandates.includes(input.mandateId))) return refuse('mandateNotHeld');
  return { allowed: true };
}
