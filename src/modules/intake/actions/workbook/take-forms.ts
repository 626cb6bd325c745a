import { actedName } from '#platform/auth/acted-name.ts';
import { hashOf } from '#platform/files/blob-store.ts';
import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { findCampaign } from '../../store/campaign.store.ts';
import { lockParty } from '../../store/party.store.ts';
import { changeReturn, findReturn, insertReturn, listReturnRows, replaceWaiting, type NewReturn } from '../../store/form-return.store.ts';
import { answerOfCell, fieldOfRow, formColumns, saysYes, truthKey } from '../../words/form-workbook.rules.ts';
import type { Entry, SubmissionProblem } from '../../words/party.schema.ts';
import { checkEntries, errorsOf } from '../../words/submission-check.rules.ts';
import type * as routes from '../../words/form-return.contract.ts';
import type { WorkbookReturn } from '../../words/form-return.schema.ts';
import { writeForm } from '../../write/write-form.ts';
import { readForm } from '../../read/read-form.ts';
import { fulfilledBy, openParty, readParty, type Opened } from '../campaign/party-view.ts';
import { beginningOf } from '../campaign/prefill.ts';
import { keepDraft, submitEntries, writerOf } from '../campaign/submit.ts';
import { fileNameOf, formOfParty } from './form-of-party.ts';
import { readReference } from './reference.ts';
import { workbookType } from './send-forms.ts';

type Taken = Pick<NewReturn, 'partyId' | 'state' | 'reason' | 'entries' | 'isTruthAccepted' | 'problems'>;
const unknown = (reason: string): Taken => ({ partyId: null, state: 'unknown', reason, entries: [], isTruthAccepted: false, problems: [] });

/** Known by what stands hidden in it, whatever it is called by now; checked like a report, and kept until somebody submits it. */
export const bring: Action<typeof routes.bringWorkbook> = async (context, { params, query, body }) => {
  const campaign = await findCampaign(context, params.campaignId);
  if (!campaign) return fail('notFound');
  if (fulfilledBy(campaign).size === 0) return fail('campaignNotOpened');
  const fileName = query.fileName.replace(/^.*[\\/]/u, '') || query.fileName;
  const taken = await take(context, campaign.id, body, fileName);
  if (taken.partyId) await replaceWaiting(context, campaign.id, taken.partyId);
  const id = await insertReturn(context, { ...taken, campaignId: campaign.id, fileName, fileHash: hashOf(body) }, actedName(context.actor, context.language));
  return shown(context, id);
};

async function take(context: Context, campaignId: string, bytes: Uint8Array, fileName: string): Promise<Taken> {
  const sheet = await readForm(bytes, fileName, context.installation.importLimits);
  if (!sheet.ok) return unknown(sheet.reason === 'notForm' || sheet.reason === 'notTable' ? 'notForm' : 'unreadable');
  const reference = readReference(context, [sheet.value.hidden, ...sheet.value.rows.flat()].join(' '));
  if (!reference) return unknown('noReference');
  const opened = await openParty(context, reference.partyId);
  if (!opened || opened.campaign.id !== campaignId) return unknown('otherCampaign');
  if (!(await writerOf(context, opened))) return unknown('notYours');
  const { entries, isTruthAccepted } = entriesOf(context, opened, sheet.value.rows);
  const problems = await problemsOf(context, opened, entries, isTruthAccepted);
  return { partyId: opened.party.id, state: errorsOf(problems).length === 0 ? 'ready' : 'faulty', reason: null, entries, isTruthAccepted, problems };
}

/** For whoever reports: what stands in the workbook becomes the draft, to be looked at and sent on the screen. */
export const fill: Action<typeof routes.fillFromWorkbook> = async (context, { params, query, body }) => {
  const opened = await openParty(context, params.partyId, lockParty);
  if (!opened) return fail('notFound');
  if (!(await writerOf(context, opened))) return fail('notYourLevel');
  const sheet = await readForm(body, query.fileName, context.installation.importLimits);
  const reference = sheet.ok ? readReference(context, [sheet.value.hidden, ...sheet.value.rows.flat()].join(' ')) : null;
  if (!sheet.ok || reference?.partyId !== params.partyId) return fail('workbookOfOther');
  const { entries } = entriesOf(context, opened, sheet.value.rows);
  const refusal = await keepDraft(context, opened, entries);
  return refusal ? fail(refusal) : readParty(context, params.partyId);
};

function entriesOf(context: Context, { edition }: Opened, rows: readonly string[][]): { entries: Entry[]; isTruthAccepted: boolean } {
  const entries = new Map<string, Entry>();
  for (const cells of rows) {
    const field = fieldOfRow(edition.fields, cells, context.language);
    const text = field && field.type !== 'file' ? answerOfCell(field, cells[formColumns.answer] ?? '') : '';
    if (!field || text === '' || entries.has(field.key)) continue;
    entries.set(field.key, { field: field.key, text: text.slice(0, 4000), explanation: (cells[formColumns.explanation] ?? '').trim().slice(0, 1000) || null, isWithheld: false, origin: 'typed' });
  }
  const truth = rows.find((cells) => (cells[formColumns.key] ?? '').trim() === truthKey);
  return { entries: [...entries.values()], isTruthAccepted: saysYes(truth?.[formColumns.answer] ?? '') };
}

async function problemsOf(context: Context, { party, campaign, edition }: Opened, entries: readonly Entry[], isTruthAccepted: boolean): Promise<SubmissionProblem[]> {
  const { last } = await beginningOf(context, party, campaign, edition);
  const { problems } = checkEntries(edition, entries, last);
  if (isTruthAccepted) return problems;
  return [...problems, { field: null, rule: null, severity: 'error', reason: 'truthNotAccepted', suggestion: null, words: { zh: '没有在承诺一栏填“是”。', en: 'The declaration of truth was not answered with “Yes”.' } }];
}

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
