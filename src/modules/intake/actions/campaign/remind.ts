import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { lockCampaign, type StoredCampaign } from '../../store/campaign.store.ts';
import { countOwing, takeToRemind } from '../../store/party.store.ts';
import type * as routes from '../../words/campaign.contract.ts';
import { canStepCampaign } from '../../words/campaign.rules.ts';
import { tellParties } from './tell.ts';
import { today } from './today.ts';

/** At most once a day and party, whether somebody presses the button or the clock does. */
export async function remindOwing(context: Context, campaign: StoredCampaign, ids: readonly string[] | null, kind: 'intake.reportDue' | 'intake.reportLate'): Promise<{ reminded: number; alreadyToday: number; nobody: number }> {
  const owing = await countOwing(context.db, campaign.id, ids);
  const parties = await takeToRemind(context, campaign.id, await today(context), ids);
  const { nobody } = await tellParties(context, kind, campaign, parties);
  return { reminded: parties.length - nobody, alreadyToday: owing - parties.length, nobody };
}

export const remind: Action<typeof routes.remindParties> = async (context, { params, body }) => {
  const campaign = await lockCampaign(context, params.campaignId);
  if (!campaign) return fail('notFound');
  if (!canStepCampaign(campaign.state, 'remind').allowed) return fail('campaignNotOpen');
  const isLate = campaign.dueAt !== null && Date.parse(campaign.dueAt) < context.now.getTime();
  const outcome = await remindOwing(context, campaign, body.partyIds ?? null, isLate ? 'intake.reportLate' : 'intake.reportDue');
  context.audit({ event: 'campaign.reminded', subject: { kind: 'campaign', id: campaign.id }, name: campaign.name, changes: { parties: [null, outcome.reminded] } });
  return ok(outcome);
};

