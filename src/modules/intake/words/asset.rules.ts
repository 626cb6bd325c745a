import { definePermissions } from '#platform/auth/define-permissions.rules.ts';
import { signedInRoles, type Role } from '#platform/auth/permission.rules.ts';
import { canTransition, defineLifecycle, type TransitionVerdict } from '#platform/lifecycle/lifecycle.rules.ts';
import { assetStates, requestStates, type AssetState, type RequestState, type UpdateCycle } from './asset.schema.ts';

/** Who keeps a set: officers and staff within their scope, and the organisation that owns it. */
const keepers: readonly Role[] = ['operator', 'nationalOfficer', 'territorialOfficer', 'clusterStaff', 'organisationRepresentative'];

export const assetPermissions = definePermissions({
  'dataAsset.read': { open: signedInRoles, within: keepers },
  'dataAsset.create': { within: keepers },
  'dataAsset.update': { within: keepers },
  /** Grants and refuses what others ask for. */
  'dataAsset.grant': { within: keepers },
});

export const assetLifecycle = defineLifecycle<AssetState>({
  initial: 'active',
  states: assetStates,
  transitions: [
    { verb: 'retire', from: ['active'], to: 'retired', roles: keepers },
    { verb: 'dispose', from: ['active', 'retired'], to: 'disposed', roles: keepers },
    { verb: 'renew', from: ['active', 'retired'], to: 'active', roles: keepers },
  ],
});

export const requestLifecycle = defineLifecycle<RequestState>({
  initial: 'open',
  states: requestStates,
  transitions: [
    { verb: 'grant', from: ['open'], to: 'granted', roles: keepers },
    { verb: 'refuse', from: ['open'], to: 'refused', roles: keepers },
    { verb: 'withdraw', from: ['open'], to: 'withdrawn', roles: signedInRoles },
    { verb: 'end', from: ['granted'], to: 'ended', roles: keepers },
  ],
});

// Rights on the record are checked on the route; the table decides about states.
export const canStepAsset = (state: AssetState, verb: string): TransitionVerdict<AssetState> => canTransition(assetLifecycle, state, verb, keepers);
export const canStepRequest = (state: RequestState, verb: string): TransitionVerdict<RequestState> => canTransition(requestLifecycle, state, verb, signedInRoles);

/** Days after which a set of this cycle is stale: the cycle and half of it again for the work. Product default. */
export const staleAfterDays: Readonly<Record<UpdateCycle, number | null>> = { day: 2, week: 11, month: 46, quarter: 137, halfYear: 274, year: 548, once: null, unknown: null };

/** A request is to be answered within ten working days. Product default. */
export const requestWorkingDays = 10;
