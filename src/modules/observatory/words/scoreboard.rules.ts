import { definePermissions } from '#platform/auth/define-permissions.rules.ts';
import { signedInRoles, type Role } from '#platform/auth/permission.rules.ts';
import { canTransition, defineLifecycle, type TransitionVerdict } from '#platform/lifecycle/lifecycle.rules.ts';
import { editionStates, type EditionState } from './scoreboard.schema.ts';

/** Who builds scoreboards within their scope. */
const builders: readonly Role[] = ['operator', 'nationalOfficer', 'territorialOfficer', 'clusterStaff'];

export const scoreboardPermissions = definePermissions({
  /** Others read what is published and open. */
  'scoreboard.read': { open: signedInRoles, within: [...builders, 'chainLeaderOffice'] },
  'scoreboard.manage': { within: builders },
});

/** A run makes a draft computed; what was published stays as it is and can only be withdrawn. */
export const editionLifecycle = defineLifecycle<EditionState>({
  initial: 'draft',
  states: editionStates,
  transitions: [
    { verb: 'compute', from: ['draft', 'computed'], to: 'computed', roles: builders },
    { verb: 'reopen', from: ['computed'], to: 'draft', roles: builders },
    { verb: 'publish', from: ['computed'], to: 'published', roles: builders, requires: ['inputsReleased'] },
    { verb: 'withdraw', from: ['published'], to: 'withdrawn', roles: builders, requires: ['reason'] },
  ],
});

// Rights on the record are checked on the route; the table decides about states.
export const canStepEdition = (state: EditionState, verb: string, fulfilled?: ReadonlySet<string>): TransitionVerdict<EditionState> => canTransition(editionLifecycle, state, verb, builders, fulfilled);

/** Editions that may still be changed. */
export const isOpenEdition = (state: EditionState): boolean => state === 'draft' || state === 'computed';
