import { signedInRoles } from '#platform/auth/permission.rules.ts';
import { canTransition, defineLifecycle } from '#platform/lifecycle/lifecycle.rules.ts';
import { leavingStates, type LeavingLine, type LeavingSignature, type LeavingState } from './leaving.schema.ts';

export const leavingLifecycle = defineLifecycle<LeavingState>({
  initial: 'open',
  states: leavingStates,
  transitions: [
    { verb: 'plan', from: ['open'], to: 'open', roles: signedInRoles },
    { verb: 'sign', from: ['open'], to: 'open', roles: signedInRoles, requires: ['everyLineDecided'] },
    { verb: 'complete', from: ['open'], to: 'done', roles: signedInRoles, requires: ['everyLineDecided', 'bothSidesSigned'] },
    { verb: 'cancel', from: ['open'], to: 'cancelled', roles: signedInRoles },
  ],
});

export function fulfilledBy(leaving: { lines: readonly LeavingLine[]; signatures: readonly LeavingSignature[] }): Set<string> {
  const fulfilled = new Set<string>();
  if (leaving.lines.every((line) => line.decided)) fulfilled.add('everyLineDecided');
  if (leaving.signatures.length > 0 && leaving.signatures.every((signature) => signature.signedAt !== null)) fulfilled.add('bothSidesSigned');
  return fulfilled;
}

export function canStepLeaving(state: LeavingState | null, verb: 'plan' | 'sign' | 'complete' | 'cancel', fulfilled: ReadonlySet<string>): { allowed: true } | { allowed: false; reason: 'leavingClosed' | 'lineUndecided' | 'signatureMissing' } {
  const verdict = state === null ? null : canTransition(leavingLifecycle, state, verb, signedInRoles, fulfilled);
  if (verdict?.allowed) return { allowed: true };
  if (!verdict || verdict.reason !== 'requirementMissing') return { allowed: false, reason: 'leavingClosed' };
  return { allowed: false, reason: verdict.missing?.includes('everyLineDecided') ? 'lineUndecided' : 'signatureMissing' };
}
