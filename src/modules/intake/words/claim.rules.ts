import { canTransition, defineLifecycle, type TransitionVerdict } from '#platform/lifecycle/lifecycle.rules.ts';
import { claimStates, type ClaimState } from './claim.schema.ts';
import { collectors } from './form.rules.ts';

export const claimLifecycle = defineLifecycle<ClaimState>({
  initial: 'waiting',
  states: claimStates,
  transitions: [
    { verb: 'approve', from: ['waiting'], to: 'approved', roles: collectors, requires: ['knownFirm'] },
    { verb: 'reject', from: ['waiting'], to: 'rejected', roles: collectors },
  ],
});

// Rights on the firm are checked on the route; the table decides about states.
export const canStepClaim = (state: ClaimState, verb: string, fulfilled: ReadonlySet<string>): TransitionVerdict<ClaimState> => canTransition(claimLifecycle, state, verb, collectors, fulfilled);
