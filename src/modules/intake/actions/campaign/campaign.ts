import { getDeadline } from '#modules/calendar/index.ts';
import { parsePeriod } from '#kernel/quantity/period.ts';
import { findRespondents, holderFacts } from '#modules/registry/index.ts';
import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { deskFacts, findCampaign, insertCampaign, listCampaignRows, lockCampaign, updateCampaignContent, type StoredCampaign } from '../../store/campaign.store.ts';
import { findFormRow } from '../../store/form.store.ts';
import type * as routes from '../../words/campaign.contract.ts';
import { campaignLifecycle } from '../../words/campaign.rules.ts';
import type { Campaign } from '../../words/campaign.schema.ts';

/** Everyone a draft would ask now; nobody outside of the holder's own area. */
export function audienceOf(context: Context, campaign: Pick<StoredCampaign, 'audience' | 'respondent' | 'territoryId' | 'clusterId'>) {
  const { territoryId, clusterId, audience, respondent } = campaign;
  return findRespondents(context.db, respondent, { holder: { territoryId, clusterId }, ...audience });
}

export async function viewCampaign(context: Context, campaign: StoredCampaign): Promise<Campaign> {
  const { territoryId: _territory, clusterId: _cluster, ...shown } = campaign;
  const isDraft = campaign.state === campaignLifecycle.initial;
  const desk = (await deskFacts(context.db, [campaign.id])).get(campaign.id);
  const deadline = isDraft ? null : await getDeadline(context, { kind: 'campaign', id: campaign.id });
  return {
    ...shown,
    dueAt: deadline?.instant ?? campaign.dueAt,
    dueSteps: deadline?.steps ?? [],
    isDueProvisional: deadline?.provisional ?? false,
    mayManage: desk !== undefined && context.allows('campaign.update', desk),
    audienceCount: isDraft ? (await audienceOf(context, campaign)).length : campaign.counts.total,
  };
}

export async function readCampaign(context: Context, id: string): Promise<Result<Campaign>> {
  const campaign = await findCampaign(context, id);
  return campaign ? ok(await viewCampaign(context, campaign)) : fail('notFound');
}

/** The edition that a new campaign sends: the newest one that is published, of a form that the author may read. */
async function editionFor(context: Context, { formId, period }: { formId: string; period: string }): Promise<Result<number>> {
  if (!parsePeriod(period).ok) return fail('periodUnreadable');
  const form = await findFormRow(context.db, formId);
  const facts = await context.contributions.subjects['form']?.byId(context.db, formId);
  if (!form || !facts || !context.allows('form.read', facts)) return fail('formUnknown');
  return form.publishedEdition === null ? fail('formNotPublished') : ok(form.publishedEdition);
}

export const list: Action<typeof routes.listCampaigns> = async (context, { query }) => {
  const page = await listCampaignRows(context, query, false);
  return page ? ok(page) : fail('invalidCursor');
};

export const published: Action<typeof routes.listPublishedCampaigns> = async (context, { query }) => {
  const page = await listCampaignRows(context, query, true);
  return page ? ok(page) : fail('invalidCursor');
};

export const get: Action<typeof routes.getCampaign> = (context, { params }) => readCampaign(context, params.campaignId);

export const create: Action<typeof routes.createCampaign> = async (context, { body }) => {
  const facts = await holderFacts(context.db, body);
  if (!facts) return fail('holderUnknown');
  const edition = await editionFor(context, body);
  if (!edition.ok) return edition;
  const id = await insertCampaign(context, { ...body, ...facts, edition: edition.value, sample: false });
  context.audit({ event: 'campaign.created', subject: { kind: 'campaign', id }, name: body.name });
  return readCampaign(context, id);
};

export const update: Action<typeof routes.updateCampaign> = async (context, { params, body, ifMatch }) => {
  const campaign = await lockCampaign(context, params.campaignId);
  if (!campaign) return fail('notFound');
  if (ifMatch !== null && campaign.version !== ifMatch) return fail('changedMeanwhile');
  if (campaign.state !== campaignLifecycle.initial) return fail('campaignNotDraft');
  const edition = await editionFor(context, body);
  if (!edition.ok) return edition;
  await updateCampaignContent(context, campaign.id, { ...body, edition: edition.value });
  context.audit({ event: 'campaign.updated', subject: { kind: 'campaign', id: campaign.id }, name: body.name });
  return readCampaign(context, campaign.id);
};
