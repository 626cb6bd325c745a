import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { findCampaign, type StoredCampaign } from '../../store/campaign.store.ts';
import { findEdition } from '../../store/form.store.ts';
import { changeSummary, findSummary, holderAbove, holdersIn, insertSummary, levelCounts, levelTotals, listSummaryRows, type StoredSummary } from '../../store/summary.store.ts';
import { campaignLifecycle } from '../../words/campaign.rules.ts';
import type { Edition } from '../../words/form.schema.ts';
import type * as routes from '../../words/summary.contract.ts';
import { canStepSummary, type SummaryVerb } from '../../words/summary.rules.ts';
import type { SummaryContent, SummarySheet } from '../../words/summary.schema.ts';
import { actsForHolder, factsOfHolder, holderOf, holdsExactly, namesFor } from './holders.ts';

const shown = async (context: Context, rows: readonly StoredSummary[]): Promise<SummarySheet[]> => {
  const names = await namesFor(context.db, [...new Set(rows.map(({ holder }) => holder))]);
  return rows.map((row) => ({ ...row, holderName: names.get(row.holder) ?? null }));
};

async function readSummary(context: Context, id: string): Promise<Result<SummarySheet>> {
  const row = await findSummary(context.db, id);
  const [sheet] = row ? await shown(context, [row]) : [];
  return sheet ? ok(sheet) : fail('notFound');
}

export const list: Action<typeof routes.listSummaries> = async (context, { params, query }) => {
  const page = await listSummaryRows(context, params.campaignId, query);
  return page ? ok({ ...page, items: await shown(context, page.items) }) : fail('invalidCursor');
};
export const get: Action<typeof routes.getSummary> = (context, { params }) => readSummary(context, params.campaignSummaryId);

/** Sums by field over what reached this level, with who is missing. */
async function contentOf(context: Context, campaign: StoredCampaign, edition: Edition, level: number, holder: string): Promise<SummaryContent> {
  const totals = await levelTotals(context, campaign.id, level, holder);
  const lines = edition.fields.filter((field) => field.type === 'number' && field.isAdded).map(({ key, label, unit, scale }) => {
    const total = totals.find(({ field }) => field === key);
    return { field: key, label, unit, scale, sum: total?.sum ?? null, counted: total?.counted ?? 0, withheld: total?.withheld ?? 0, inexact: total?.inexact ?? 0 };
  });
  return { lines, ...(await levelCounts(context.db, campaign.id, level, holder)) };
}

/** The reader's own level, or the one that is named. */
async function levelFor(context: Context, campaignId: string, asked: string | null): Promise<{ level: number; holder: string } | null> {
  const held = await holdersIn(context.db, campaignId);
  if (asked !== null) return held.find(({ holder }) => holder === asked) ?? null;
  const own = held.filter(({ holder }) => holdsExactly(context.actor.mandates, holder));
  return own[0] ?? (held.length === 1 ? (held[0] ?? null) : null);
}

export const make: Action<typeof routes.makeSummary> = async (context, { params, body }) => {
  const campaign = await findCampaign(context, params.campaignId);
  const edition = campaign && (await findEdition(context.db, campaign.form.id, campaign.edition));
  if (!edition) return fail('notFound');
  if (campaign.state === campaignLifecycle.initial) return fail('campaignNotOpened');
  const at = await levelFor(context, campaign.id, body.holder);
  if (!at) return fail('holderChosen');
  const { allowed, isOnBehalf } = await actsForHolder(context, at.holder);
  if (!allowed) return fail('notYourLevel');
  const { territories, clusters } = await factsOfHolder(context.db, at.holder);
  const id = await insertSummary(context, { campaignId: campaign.id, ...at, content: await contentOf(context, campaign, edition, at.level, at.holder), note: body.note, isOnBehalf, territories, clusters });
  context.audit({ event: 'campaignSummary.created', subject: { kind: 'campaign', id: campaign.id }, name: campaign.name });
  return readSummary(context, id);
};

async function step(context: Context, id: string, ifMatch: number | null, verb: SummaryVerb, reason: string | null): Promise<Result<SummarySheet>> {
  const summary = await findSummary(context.db, id, true);
  const campaign = summary && (await findCampaign(context, summary.campaignId));
  if (!campaign) return fail('notFound');
  if (ifMatch !== null && summary.version !== ifMatch) return fail('changedMeanwhile');
  const verdict = canStepSummary(summary.state, verb);
  if (!verdict.allowed) return fail('wrongState', { state: summary.state });
  // What goes up is decided above; where no level stands above, by the office that asked.
  const above = (await holderAbove(context.db, campaign.id, summary.level, summary.holder)) ?? holderOf(campaign);
  const { allowed } = await actsForHolder(context, verb === 'submit' ? summary.holder : above);
  if (!allowed) return fail('notYourLevel');
  await changeSummary(context, id, verdict.to, reason);
  context.audit({ event: `campaignSummary.${verdict.to}`, subject: { kind: 'campaign', id: campaign.id }, name: campaign.name, changes: { state: [summary.state, verdict.to], ...(reason ? { reason: [null, reason] } : {}) } });
  const told = verb === 'submit' ? above : summary.holder;
  context.notify({ kind: verb === 'return' ? 'intake.summaryReturned' : verb === 'accept' ? 'intake.summaryAccepted' : 'intake.summarySubmitted', subject: { kind: 'campaignSummary', id }, href: `/campaign-summaries/${id}`, to: { permission: 'party.decide', facts: await factsOfHolder(context.db, told) }, name: campaign.name, params: { period: campaign.period } });
  return readSummary(context, id);
}

export const submit: Action<typeof routes.submitSummary> = (context, { params, ifMatch }) => step(context, params.campaignSummaryId, ifMatch, 'submit', null);
export const accept: Action<typeof routes.acceptSummary> = (context, { params, ifMatch }) => step(context, params.campaignSummaryId, ifMatch, 'accept', null);
export const giveBack: Action<typeof routes.returnSummary> = (context, { params, body, ifMatch }) => step(context, params.campaignSummaryId, ifMatch, 'return', body.reason);
