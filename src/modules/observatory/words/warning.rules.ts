import { definePermissions } from '#platform/auth/define-permissions.rules.ts';
import { signedInRoles, type Role } from '#platform/auth/permission.rules.ts';
import { canTransition, defineLifecycle, type TransitionVerdict } from '#platform/lifecycle/lifecycle.rules.ts';

const handlers: readonly Role[] = ['operator', 'nationalOfficer', 'territorialOfficer', 'chainLeaderOffice', 'clusterStaff'];

export const warningPermissions = definePermissions({
  /** A warning is read where the value behind it is read. */
  'warning.read': { open: signedInRoles, within: [...handlers, 'organisationRepresentative'] },
  'warning.handle': { within: handlers },
  /** Rules belong to the whole space. */
  'alarmRule.read': { open: signedInRoles, within: handlers },
  'alarmRule.manage': { within: ['operator', 'nationalOfficer'] },
});

export const severities = ['notice', 'serious', 'urgent'] as const;
export type Severity = (typeof severities)[number];
export const warningStates = ['open', 'acknowledged', 'dismissed', 'raised', 'closed'] as const;
export type WarningState = (typeof warningStates)[number];
/** Those that somebody still has to deal with. */
export const waitingStates = ['open', 'acknowledged'] as const satisfies readonly WarningState[];
export const warningVerbs = ['acknowledge', 'dismiss', 'raise', 'close', 'reopen'] as const;
export type WarningVerb = (typeof warningVerbs)[number];

export const warningLifecycle = defineLifecycle<WarningState>({
  initial: 'open',
  states: warningStates,
  transitions: [
    { verb: 'acknowledge', from: ['open'], to: 'acknowledged', roles: handlers },
    { verb: 'dismiss', from: ['open', 'acknowledged'], to: 'dismissed', roles: handlers, requires: ['note'] },
    { verb: 'raise', from: ['open', 'acknowledged'], to: 'raised', roles: handlers, requires: ['target'] },
    { verb: 'close', from: ['acknowledged', 'raised'], to: 'closed', roles: handlers },
    { verb: 'reopen', from: ['dismissed', 'closed'], to: 'open', roles: handlers, requires: ['note'] },
  ],
});

// Rights were checked on the route; the table decides about states and requirements.
export const canStepWarning = (state: WarningState, verb: string, fulfilled: ReadonlySet<string> = new Set()): TransitionVerdict<WarningState> => canTransition(warningLifecycle, state, verb, handlers, fulfilled);

/** Whether the table lets a step be taken only with its reason. */
export const needsNote = (verb: WarningVerb): boolean => warningLifecycle.transitions.some((step) => step.verb === verb && step.requires?.includes('note'));

/** Steps that the table offers from a state; raising only where something can take it. */
export function offeredSteps(state: WarningState, hasTarget: boolean): WarningVerb[] {
  const all = new Set(['note', ...(hasTarget ? ['target'] : [])]);
  return warningVerbs.filter((verb) => canStepWarning(state, verb, all).allowed);
}
