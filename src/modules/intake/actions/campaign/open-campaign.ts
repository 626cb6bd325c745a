import { setDeadline } from '#modules/calendar/index.ts';
import type { Respondent } from '#modules/registry/index.ts';
import type { Action, Context } from '#platform/module/module.ts';
import { fail } from '#platform/result/result.rules.ts';
import { changeCampaign, lockCampaign, type StoredCampaign } from '../../store/campaign.store.ts';
import { findEdition } from '../../store/form.store.ts';
import { insertParties } from '../../store/party.store.ts';
import type * as routes from '../../words/campaign.contract.ts';
import { canStepCampaign } from '../../words/campaign.rules.ts';
import type { LevelRank } from '../../words/campaign.schema.ts';
import { headerProblems } from '../../words/form.rules.ts';
import { audienceOf, readCampaign } from './campaign.ts';
import { factsOfHolder, holderOf, type Holder } from './holders.ts';
import { tellParties } from './tell.ts';
import { today } from './today.ts';

/** Who decides for a party at each level; empty where its place has no such level. */
function holdersOf(respondent: Respondent, levels: readonly { rank: LevelRank }[], own: Holder): Holder[] {
  if (levels.length === 0) return [own];
  const holders = levels.map(({ rank }) => (rank === 'cluster' ? (respondent.clusterId ? `cluster:${respondent.clusterId}` : own.startsWith('cluster:') ? own : '') : (respondent.ranks[rank] ?? '')));
  // Where no level is held at all, whoever asks decides.
  return holders.some((holder) => holder !== '') ? holders : [own];
}

/** Whether the form may be sent: published, and a survey's header whole and in force. */
export async function formStanding(context: Context, campaign: Pick<StoredCampaign, 'form' | 'edition'>): Promise<Set<string>> {
  const edition = await findEdition(context.db, campaign.form.id, campaign.edition);
  const fulfilled = new Set<string>();
  if (edition?.state === 'published') fulfilled.add('formPublished');
  if (edition && headerProblems(edition, await today(context)).length === 0) fulfilled.add('formInForce');
  return fulfilled;
}

export async function openStored(context: Context, campaign: StoredCampaign): Promise<'campaignNotDraft' | 'formNotPublished' | 'formNotInForce' | 'nobodyReports' | 'duePassed' | null> {
  const respondents = await audienceOf(context, campaign);
  const fulfilled = await formStanding(context, campaign);
  if (respondents.length > 0) fulfilled.add('parties');
  const verdict = canStepCampaign(campaign.state, 'open', fulfilled);
  if (!verdict.allowed) return verdict.missing?.includes('formPublished') ? 'formNotPublished' : verdict.missing?.includes('formInForce') ? 'formNotInForce' : verdict.missing?.includes('parties') ? 'nobodyReports' : 'campaignNotDraft';
  const own = holderOf(campaign);
  const ownFacts = await factsOfHolder(context.db, own);
  const deadline = await setDeadline(context, { subject: { kind: 'campaign', id: campaign.id }, rule: campaign.due, start: context.now, href: `/campaigns/${campaign.id}`, name: campaign.name, holders: { permission: 'campaign.update', facts: ownFacts } });
  if (Date.parse(deadline.instant) <= context.now.getTime()) return 'duePassed';
  const holders = new Set<Holder>();
  const parties = respondents.map((respondent) => {
    const held = holdersOf(respondent, campaign.levels, own);
    held.forEach((holder) => holders.add(holder));
    const { ranks: _ranks, ...party } = respondent;
    return { ...party, id: context.newId(), kind: campaign.respondent, clusters: [...new Set([...ownFacts.clusters, ...(respondent.clusterId ? [respondent.clusterId] : [])])], holders: held };
  });
  await insertParties(context, campaign.id, parties);
  const clusters = [...holders].filter((holder) => holder.startsWith('cluster:')).map((holder) => holder.slice(8));
  const places = [...holders].filter((holder) => holder !== '' && holder !== 'space' && !holder.startsWith('cluster:'));
  await changeCampaign(context, campaign.id, { state: verdict.to, dueAt: deadline.instant, openedAt: context.now, territories: [...new Set([...ownFacts.territories, ...places])], clusters: [...new Set([...ownFacts.clusters, ...clusters])] });
  context.audit({ event: 'campaign.opened', subject: { kind: 'campaign', id: campaign.id }, name: campaign.name, changes: { state: [campaign.state, verdict.to], parties: [null, parties.length] } });
  await tellParties(context, 'intake.reportAsked', { id: campaign.id, name: campaign.name, period: campaign.period, dueAt: deadline.instant }, parties);
  return null;
}

export const open: Action<typeof routes.openCampaign> = async (context, { params, ifMatch }) => {
  const campaign = await lockCampaign(context, params.campaignId);
  if (!campaign) return fail('notFound');
  if (ifMatch !== null && campaign.version !== ifMatch) return fail('changedMeanwhile');
  const reason = await openStored(context, campaign);
  return reason ? fail(reason) : readCampaign(context, campaign.id);
};
