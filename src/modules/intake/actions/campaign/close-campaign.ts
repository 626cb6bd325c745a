import type { Action, Context } from '#platform/module/module.ts';
import { fail, type Result } from '#platform/result/result.rules.ts';
import { changeCampaign, lockCampaign, type CampaignChange, type StoredCampaign } from '../../store/campaign.store.ts';
import type * as routes from '../../words/campaign.contract.ts';
import { campaignLifecycle, canStepCampaign } from '../../words/campaign.rules.ts';
import type { Campaign } from '../../words/campaign.schema.ts';
import { readCampaign } from './campaign.ts';
import { formStanding } from './open-campaign.ts';

type Step = { params: { campaignId: string }; ifMatch: number | null };
const events = { close: 'campaign.closed', reopen: 'campaign.reopened', signOff: 'campaign.signedOff' } as const;

async function step(context: Context, { params, ifMatch }: Step, verb: keyof typeof events, change: (campaign: StoredCampaign) => CampaignChange): Promise<Result<Campaign>> {
  const campaign = await lockCampaign(context, params.campaignId);
  if (!campaign) return fail('notFound');
  if (ifMatch !== null && campaign.version !== ifMatch) return fail('changedMeanwhile');
  const verdict = canStepCampaign(campaign.state, verb, verb === 'reopen' ? await formStanding(context, campaign) : new Set());
  if (!verdict.allowed) return fail(verdict.reason === 'requirementMissing' ? 'formNotInForce' : verb === 'close' ? 'campaignNotOpen' : 'campaignNotClosed');
  await changeCampaign(context, campaign.id, { state: verdict.to, ...change(campaign) });
  context.audit({ event: events[verb], subject: { kind: 'campaign', id: campaign.id }, name: campaign.name, changes: { state: [campaign.state, verdict.to] } });
  return readCampaign(context, campaign.id);
}

export const close: Action<typeof routes.closeCampaign> = (context, given) => step(context, given, 'close', () => ({ closedAt: context.now }));
export const reopen: Action<typeof routes.reopenCampaign> = (context, given) => step(context, given, 'reopen', () => ({ closedAt: null }));
export const signOff: Action<typeof routes.signOffCampaign> = (context, given) => step(context, given, 'signOff', () => ({ signedOff: { at: context.now, by: context.actor.personId, byName: context.actor.name } }));

export const publish: Action<typeof routes.publishCampaign> = async (context, { params, body, ifMatch }) => {
  const campaign = await lockCampaign(context, params.campaignId);
  if (!campaign) return fail('notFound');
  if (ifMatch !== null && campaign.version !== ifMatch) return fail('changedMeanwhile');
  if (campaign.state === campaignLifecycle.initial) return fail('campaignNotOpened');
  await changeCampaign(context, campaign.id, { isPublished: body.isPublished });
  context.audit({ event: body.isPublished ? 'campaign.published' : 'campaign.withdrawn', subject: { kind: 'campaign', id: campaign.id }, name: campaign.name });
  return readCampaign(context, campaign.id);
};
