import { signedInRoles } from '#platform/auth/permission.rules.ts';
import { canTransition, defineLifecycle } from '#platform/lifecycle/lifecycle.rules.ts';
import { approvalStates, type ApprovalState } from './approval.schema.ts';

/** Days until a request that nobody decides lapses. */
export const approvalDays = 14;

/** Rights come from the kind of the approval, so the table asks no role; what each step requires is checked beside it. */
export const approvalLifecycle = defineLifecycle<ApprovalState>({
  initial: 'requested',
  states: approvalStates,
  transitions: [
    { verb: 'approve', from: ['requested'], to: 'approved', roles: signedInRoles, requires: ['secondPerson', 'unchanged'] },
    { verb: 'reject', from: ['requested'], to: 'rejected', roles: signedInRoles, requires: ['secondPerson'] },
    { verb: 'withdraw', from: ['requested'], to: 'withdrawn', roles: signedInRoles, requires: ['asker'] },
    { verb: 'expire', from: ['requested'], to: 'expired', roles: signedInRoles },
  ],
});
export type ApprovalVerb = 'approve' | 'reject' | 'withdraw';

/** A request that nobody decided in time has lapsed at that instant, without anything having to run. */
export function approvalStateAt(approval: { state: ApprovalState; dueAt: string }, now: string): ApprovalState {
  return approval.state === 'requested' && approval.dueAt <= now ? 'expired' : approval.state;
}

export function isOpenApproval(state: ApprovalState): boolean {
  return approvalLifecycle.transitions.some((step) => step.from.includes(state));
}

export function canDecide(state: ApprovalState, verb: ApprovalVerb, fulfilled: ReadonlySet<string>) {
  return canTransition(approvalLifecycle, state, verb, signedInRoles, fulfilled);
}

/** One side of a decision: the human who acts, and whom they act for. */
export interface Side {
  personId: string;
  forPersonId: string | null;
}

export const peopleBehind = (side: Side): string[] => (side.forPersonId === null ? [side.personId] : [side.personId, side.forPersonId]);

/**
 * Two people means that nobody stands on both sides, neither in person nor through a deputy, and that nobody decides
 * on what is about themselves or what they once asked for.
 */
export function areTwoPeople(asker: Side, decider: Side, concerned: readonly string[] = []): 'yes' | 'samePerson' | 'concerned' {
  const deciding = peopleBehind(decider);
  if (peopleBehind(asker).some((person) => deciding.includes(person))) return 'samePerson';
  return concerned.some((person) => deciding.includes(person)) ? 'concerned' : 'yes';
}

/** Deeds that wait for a second person. */
export const mandateDeeds = {
  /** Rights over the whole space. */
  grant: (mandate: { role: string; scopeKind: string }): boolean => (mandate.role === 'operator' || mandate.role === 'nationalOfficer') && mandate.scopeKind === 'space',
  /** Nobody pushes another operator out alone; giving up one's own mandate is nobody else's matter. */
  end: (mandate: { role: string; personId: string }, actor: Side): boolean => mandate.role === 'operator' && !peopleBehind(actor).includes(mandate.personId),
} as const;
