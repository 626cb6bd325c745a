import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { findCampaign, type StoredCampaign } from '../../store/campaign.store.ts';
import { findEdition } from '../../store/form.store.ts';
import { findParty, listOwnRows, partyFacts, type StoredParty } from '../../store/party.store.ts';
import { findDraft, listSubmissions, noteUse, submittedEntries } from '../../store/submission.store.ts';
import { canStepParty } from '../../words/campaign.rules.ts';
import type { Edition } from '../../words/form.schema.ts';
import type * as routes from '../../words/party.contract.ts';
import type { Entry, HolderLevel, Party, PartySummary, SubmissionSummary } from '../../words/party.schema.ts';
import { checkEntries } from '../../words/submission-check.rules.ts';
import { actsForHolder, namesFor } from './holders.ts';
import { purposeOf } from './party-reader.ts';
import { beginningOf } from './prefill.ts';
import { today } from './today.ts';

export interface Opened {
  party: StoredParty;
  campaign: StoredCampaign;
  edition: Edition;
}

export async function openParty(context: Context, id: string, find = findParty): Promise<Opened | null> {
  const party = await find(context, id);
  const campaign = party && (await findCampaign(context, party.campaignId));
  const edition = campaign && (await findEdition(context.db, campaign.form.id, campaign.edition));
  return party && campaign && edition ? { party, campaign, edition } : null;
}

/** Conditions of the party's table that its campaign fulfils. */
export function fulfilledBy(campaign: Pick<StoredCampaign, 'state'>): Set<string> {
  return new Set(campaign.state === 'draft' ? [] : [campaign.state]);
}

export async function levelsOf(context: Context, party: StoredParty, campaign: Pick<StoredCampaign, 'levels'>): Promise<HolderLevel[]> {
  const names = await namesFor(context.db, party.holders);
  return party.holders.map((holder, index) => ({ level: index + 1, rank: campaign.levels[index]?.rank ?? null, holder, holderName: names.get(holder) ?? null }));
}

export async function submissionsOf(context: Context, partyId: string): Promise<SubmissionSummary[]> {
  const submissions = await listSubmissions(context.db, partyId);
  const names = await namesFor(context.db, [...new Set(submissions.flatMap(({ decisions }) => decisions.map(({ holder }) => holder)))]);
  return submissions.map((submission) => ({ ...submission, decisions: submission.decisions.map((decision) => ({ ...decision, holderName: names.get(decision.holder) ?? null })) }));
}

async function entriesOf(context: Context, partyId: string, submissions: readonly SubmissionSummary[]): Promise<{ entries: Entry[]; version: number }> {
  const draft = await findDraft(context.db, partyId);
  if (draft) return { entries: draft.entries, version: draft.version };
  const newest = submissions[0];
  return { entries: newest ? await submittedEntries(context.db, newest.id) : [], version: 0 };
}

export async function viewParty(context: Context, { party, campaign, edition }: Opened): Promise<Party> {
  const { purpose, holder } = await purposeOf(context, party);
  const [submissions, levels, facts] = [await submissionsOf(context, party.id), await levelsOf(context, party, campaign), (await partyFacts(context.db, [party.id])).get(party.id)];
  const mayWrite = purpose !== 'otherScreens' && facts !== undefined && context.allows('party.submit', facts);
  const fulfilled = fulfilledBy(campaign);
  const isOpenForWriting = canStepParty(party.state, 'submit', fulfilled).allowed || canStepParty(party.state, 'revise', new Set([...fulfilled, 'reason'])).allowed;
  const { entries, version } = mayWrite ? await entriesOf(context, party.id, submissions) : { entries: null, version: 0 };
  const seen = purpose === 'own' ? entries : entries?.map((entry) => (entry.isWithheld ? { ...entry, text: '', explanation: null } : entry));
  const { prefills, last } = mayWrite ? await beginningOf(context, party, campaign, edition) : { prefills: [], last: {} };
  const deciding = party.holders[party.level - 1];
  const mayDecide = (canStepParty(party.state, 'accept').allowed && deciding !== undefined && (await actsForHolder(context, deciding)).allowed) || (canStepParty(party.state, 'return', fulfilled).allowed && purpose === 'reporting');
  if (purpose === 'reporting' && submissions.length > 0) await noteUse(context, party.id, purpose, holder, await today(context));
  return {
    ...summaryOfParty(party),
    campaign: { id: campaign.id, name: campaign.name, period: campaign.period, state: campaign.state, sample: campaign.sample, note: campaign.note },
    form: campaign.form,
    content: edition,
    levels,
    draftVersion: version,
    entries: seen ?? null,
    prefills,
    problems: mayWrite && isOpenForWriting ? checkEntries(edition, entries ?? [], last).problems : [],
    submissions,
    mayAnswer: mayWrite && isOpenForWriting,
    isForOther: purpose !== 'own',
    mayDecide,
    mayRelease: purpose === 'own' && submissions.length > 0,
  };
}

function summaryOfParty(party: StoredParty): PartySummary {
  const { campaignId: _campaign, clusterId: _cluster, territoryId: _territory, territories: _territories, clusters: _clusters, holders: _holders, ...summary } = party;
  return summary;
}

export async function readParty(context: Context, id: string): Promise<Result<Party>> {
  const opened = await openParty(context, id);
  return opened ? ok(await viewParty(context, opened)) : fail('notFound');
}

export const get: Action<typeof routes.getParty> = (context, { params }) => readParty(context, params.partyId);

/** What waits for the reader's own organisations, clusters and territories. */
export const own: Action<typeof routes.listOwnReports> = async (context, { query }) => {
  const page = await listOwnRows(context, context.scope('party.submit'), query);
  return page ? ok(page) : fail('invalidCursor');
};
