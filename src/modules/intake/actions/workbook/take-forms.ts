import { actedName } from '#platform/auth/acted-name.ts';
import { hashOf } from '#platform/files/blob-store.ts';
import { baseNameOf } from '#platform/files/file-name.ts';
import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { findCampaign } from '../../store/campaign.store.ts';
import { lockParty } from '../../store/party.store.ts';
import { changeReturn, findReturn, insertReturn, listReturnRows, replaceWaiting } from '../../store/form-return.store.ts';
import type * as routes from '../../words/form-return.contract.ts';
import type { WorkbookReturn } from '../../words/form-return.schema.ts';
import { writeForm } from '../../write/write-form.ts';
import { fulfilledBy, openParty, readParty } from '../campaign/party-view.ts';
import { keepDraft, submitEntries, writerOf } from '../campaign/submit.ts';
import { fileNameOf, formOfParty } from './form-of-party.ts';
import { entriesOf, readReturned, takeReturned } from './read-returned.ts';
import { workbookType } from './send-forms.ts';

/** Known by what stands hidden in it, whatever it is called by now; checked like a report, and kept until somebody submits it. */
export const bring: Action<typeof routes.bringWorkbook> = async (context, { params, query, body }) => {
  const campaign = await findCampaign(context, params.campaignId);
  if (!campaign) return fail('notFound');
  if (fulfilledBy(campaign).size === 0) return fail('campaignNotOpened');
  const fileName = baseNameOf(query.fileName);
  const taken = await takeReturned(context, campaign.id, body, fileName);
  if (taken.partyId) await replaceWaiting(context, campaign.id, taken.partyId);
  const id = await insertReturn(context, { ...taken, campaignId: campaign.id, fileName, fileHash: hashOf(body) }, actedName(context.actor, context.language));
  return shown(context, id);
};

/** For whoever reports: what stands in the workbook becomes the draft, to be looked at and sent on the screen. */
export const fill: Action<typeof routes.fillFromWorkbook> = async (context, { params, query, body }) => {
  const opened = await openParty(context, params.partyId, lockParty);
  if (!opened) return fail('notFound');
  if (!(await writerOf(context, opened))) return fail('notYourLevel');
  const sheet = await readReturned(context, body, query.fileName);
  if (typeof sheet === 'string' || sheet.reference?.partyId !== params.partyId) return fail('workbookOfOther');
  const { entries } = entriesOf(context, opened, sheet.rows);
  const refusal = await keepDraft(context, opened, entries);
  return refusal ? fail(refusal) : readParty(context, params.partyId);
};

export const list: Action<typeof routes.listReturns> = async (context, { params, query }) => {
  const page = await listReturnRows(context, params.campaignId, query);
  return page ? ok(page) : fail('invalidCursor');
};

/** Each for itself: one that meets a refusal leaves the others as they are. */
export const submit: Action<typeof routes.submitReturns> = async (context, { params, body }) => {
  const refused: { id: string; reason: string }[] = [];
  let submitted = 0;
  for (const id of new Set(body.returnIds)) {
    const reason = await submitOne(context, params.campaignId, id);
    if (reason) refused.push({ id, reason });
    else submitted += 1;
  }
  return ok({ submitted, refused });
};

async function submitOne(context: Context, campaignId: string, id: string): Promise<string | null> {
  const returned = await findReturn(context, id);
  if (!returned || returned.campaignId !== campaignId || !returned.partyId) return 'notFound';
  if (returned.state !== 'ready') return 'returnSettled';
  const opened = await openParty(context, returned.partyId, lockParty);
  const writer = opened && (await writerOf(context, opened));
  if (!opened || !writer) return 'notYourLevel';
  const report = await submitEntries(context, opened, writer, { entries: returned.entries, isTruthAccepted: returned.isTruthAccepted, reason: null });
  if (!report.ok) return report.reason;
  await changeReturn(context, id, { state: 'submitted', number: report.value.number });
  return null;
}

/** The same form with what was written in it, every fault marked at its cell. */
export const marked: Action<typeof routes.getMarkedReturn> = async (context, { params }) => {
  const returned = await findReturn(context, params.returnId);
  if (!returned) return fail('notFound');
  const opened = returned.partyId ? await openParty(context, returned.partyId) : null;
  if (!opened) return fail('returnUnknown');
  if (!(await writerOf(context, opened))) return fail('notYourLevel');
  const bytes = await writeForm(await formOfParty(context, opened, { entries: returned.entries, problems: returned.problems }));
  return ok({ name: fileNameOf(context, opened), mediaType: workbookType, bytes, level: 'sensitive' });
};

export const discard: Action<typeof routes.discardReturn> = async (context, { params }) => {
  const returned = await findReturn(context, params.returnId);
  if (!returned) return fail('notFound');
  if (returned.state === 'submitted' || returned.state === 'discarded') return fail('returnSettled');
  await changeReturn(context, returned.id, { state: 'discarded' });
  return shown(context, returned.id);
};

async function shown(context: Context, id: string): Promise<Result<WorkbookReturn>> {
  const returned = await findReturn(context, id);
  if (!returned) return fail('notFound');
  const { campaignId: _campaign, partyId: _party, entries: _entries, isTruthAccepted: _truth, createdBy: _by, ...view } = returned;
  return ok(view);
}
