import { definePermissions } from '#platform/auth/define-permissions.rules.ts';
import { signedInRoles, type Role } from '#platform/auth/permission.rules.ts';
import { canTransition, defineLifecycle, type TransitionVerdict } from '#platform/lifecycle/lifecycle.rules.ts';
import { campaignStates, type Bucket, type CampaignState, type Counts } from './campaign.schema.ts';
import { collectors } from './form.rules.ts';
import { partyStates, type PartyState } from './party.schema.ts';

const answerers: readonly Role[] = [...collectors, 'organisationRepresentative'];

export const campaignPermissions = definePermissions({
  'campaign.read': { within: collectors },
  'campaign.create': { within: collectors },
  'campaign.update': { within: collectors },
  'campaign.publish': { within: collectors },
  /** What a published campaign says of itself: who reported, who is late. */
  'campaign.listed': { open: signedInRoles, within: collectors },
  'party.read': { within: answerers },
  'party.submit': { within: answerers },
  'party.decide': { within: collectors },
  'party.release': { within: answerers },
});

export const campaignLifecycle = defineLifecycle<CampaignState>({
  initial: 'draft',
  states: campaignStates,
  transitions: [
    { verb: 'open', from: ['draft'], to: 'open', roles: collectors, requires: ['formPublished', 'formInForce', 'parties'] },
    { verb: 'remind', from: ['open'], to: 'open', roles: collectors },
    { verb: 'close', from: ['open'], to: 'closed', roles: collectors },
    { verb: 'reopen', from: ['closed'], to: 'open', roles: collectors, requires: ['formInForce'] },
    { verb: 'signOff', from: ['closed'], to: 'signedOff', roles: collectors },
  ],
});

/** What is reported: from the party upwards through the levels, and back with reasons. */
export const partyLifecycle = defineLifecycle<PartyState>({
  initial: 'waiting',
  states: partyStates,
  transitions: [
    { verb: 'save', from: ['waiting', 'draft'], to: 'draft', roles: answerers, requires: ['open'] },
    { verb: 'save', from: ['returned'], to: 'returned', roles: answerers, requires: ['open'] },
    { verb: 'submit', from: ['waiting', 'draft', 'returned'], to: 'submitted', roles: answerers, requires: ['open'] },
    { verb: 'pass', from: ['submitted'], to: 'submitted', roles: collectors, requires: ['levelAbove'] },
    { verb: 'accept', from: ['submitted'], to: 'accepted', roles: collectors },
    { verb: 'return', from: ['submitted', 'accepted'], to: 'returned', roles: collectors, requires: ['open'] },
    { verb: 'revise', from: ['waiting', 'draft', 'submitted', 'returned', 'accepted'], to: 'submitted', roles: answerers, requires: ['signedOff', 'reason'] },
  ],
});

type Step<State extends string> = (state: State, verb: string, fulfilled?: ReadonlySet<string>) => TransitionVerdict<State>;
// Rights were checked on the route; the table decides about states and requirements.
export const canStepCampaign: Step<CampaignState> = (state, verb, fulfilled = new Set()) => canTransition(campaignLifecycle, state, verb, collectors, fulfilled);
export const canStepParty: Step<PartyState> = (state, verb, fulfilled = new Set()) => canTransition(partyLifecycle, state, verb, answerers, fulfilled);

/** The next level that anybody holds, from 1; null when there is none above. */
export function nextLevel(holders: readonly string[], level: number): number | null {
  const next = holders.findIndex((holder, index) => index >= level && holder !== '');
  return next < 0 ? null : next + 1;
}

export function bucketOf(state: PartyState, dueAt: string | null, now: Date): Bucket {
  if (state === 'submitted' || state === 'accepted') return 'reported';
  if (state === 'returned') return 'returned';
  return dueAt !== null && Date.parse(dueAt) < now.getTime() ? 'late' : 'missing';
}

export const noCounts: Counts = { total: 0, reported: 0, accepted: 0, missing: 0, late: 0, returned: 0 };

/** Whole percent of those that have reported; null while nobody has to. */
export function shareReported({ reported, total }: Pick<Counts, 'reported' | 'total'>): number | null {
  return total === 0 ? null : Math.round((reported * 100) / total);
}
