import type { Action, Context } from '#platform/module/module.ts';
import { settleNotices } from '#platform/notice/settle.ts';
import { fail, type Result } from '#platform/result/result.rules.ts';
import { changeParty, lockParty } from '../../store/party.store.ts';
import { findDraft, insertSubmission, putDraft, removeDraft, type StoredValue } from '../../store/submission.store.ts';
import { canStepParty, nextLevel } from '../../words/campaign.rules.ts';
import type { Edition } from '../../words/form.schema.ts';
import type * as routes from '../../words/party.contract.ts';
import type { Entry, Party, SubmissionProblem } from '../../words/party.schema.ts';
import { checkEntries, errorsOf, type CheckedEntry } from '../../words/submission-check.rules.ts';
import { factsOfHolder } from './holders.ts';
import { formStanding } from './open-campaign.ts';
import { isOwnParty, levelOfReader } from './party-reader.ts';
import { fulfilledBy, openParty, readParty, type Opened } from './party-view.ts';
import { beginningOf } from './prefill.ts';

/** The notices that a report answers. */
export const askingKinds = ['intake.reportAsked', 'intake.reportDue', 'intake.reportLate', 'intake.reportReturned'] as const;

/** Who may write for the party: itself, or a level above it, which is marked. */
export async function writerOf(context: Context, opened: Opened): Promise<{ isOnBehalf: boolean; holder: string | null } | null> {
  if (isOwnParty(context, opened.party)) return { isOnBehalf: false, holder: null };
  const holder = await levelOfReader(context, opened.party);
  return holder ? { isOnBehalf: true, holder } : null;
}

export const save: Action<typeof routes.saveDraft> = async (context, { params, body, ifMatch }) => {
  const opened = await openParty(context, params.partyId, lockParty);
  if (!opened) return fail('notFound');
  if (!(await writerOf(context, opened))) return fail('notYourLevel');
  const { party } = opened;
  const draft = await findDraft(context.db, party.id);
  // The draft has a version of its own, so that an autosave never meets a reminder that touched the party.
  if (ifMatch !== null && (draft?.version ?? 0) !== ifMatch && party.version !== ifMatch) return fail('changedMeanwhile');
  const refusal = await keepDraft(context, opened, body.entries);
  return refusal ? fail(refusal) : readParty(context, party.id);
};

/** What is written stays, problems and all; null when it was kept. */
export async function keepDraft(context: Context, { party, campaign }: Opened, entries: readonly Entry[]): Promise<'alreadySubmitted' | 'campaignNotOpen' | null> {
  const verdict = canStepParty(party.state, 'save', fulfilledBy(campaign));
  if (!verdict.allowed) return verdict.reason === 'wrongState' ? 'alreadySubmitted' : 'campaignNotOpen';
  await putDraft(context, party.id, entries);
  if (verdict.to !== party.state) await changeParty(context, party.id, { state: verdict.to });
  return null;
}

const valueOf = (edition: Edition, { entry, field, read }: CheckedEntry): StoredValue => ({
  field: field.key, text: entry.text.trim(), operator: read.operator, value: read.value, unit: field.unit, scale: field.scale, explanation: entry.explanation, isWithheld: entry.isWithheld, origin: entry.origin, basis: edition.legalBasis,
});

export const submit: Action<typeof routes.submitReport> = async (context, { params, body, ifMatch }) => {
  const opened = await openParty(context, params.partyId, lockParty);
  if (!opened) return fail('notFound');
  const writer = await writerOf(context, opened);
  if (!writer) return fail('notYourLevel');
  if (ifMatch !== null && opened.party.version !== ifMatch) return fail('changedMeanwhile');
  return submitEntries(context, opened, writer, body);
};

export interface Given {
  entries: readonly Entry[];
  isTruthAccepted: boolean;
  reason: string | null;
}

/** The one way a report comes in, whoever brought it: checked as a whole, kept as a numbered version. */
export async function submitEntries(context: Context, { party, campaign, edition }: Opened, writer: { isOnBehalf: boolean; holder: string | null }, given: Given): Promise<Result<Party>> {
  const fulfilled = fulfilledBy(campaign);
  const isRevision = fulfilled.has('signedOff');
  if (given.reason) fulfilled.add('reason');
  const verdict = canStepParty(party.state, isRevision ? 'revise' : 'submit', fulfilled);
  if (!verdict.allowed) return fail(verdict.reason === 'wrongState' ? 'alreadySubmitted' : verdict.missing?.includes('reason') ? 'reasonNeeded' : 'campaignNotOpen');
  if (!(await formStanding(context, campaign)).has('formInForce')) return fail('formNotInForce');
  if (!given.isTruthAccepted) return fail('truthNotAccepted');
  const { last } = await beginningOf(context, party, campaign, edition);
  const { problems, values } = checkEntries(edition, given.entries, last);
  const errors = errorsOf(problems);
  if (errors.length > 0) return unsound(context, edition, errors);
  const number = party.number + 1;
  await insertSubmission(context, {
    partyId: party.id, number, kind: isRevision ? 'revision' : 'report', reason: given.reason, isOnBehalf: writer.isOnBehalf, onBehalfHolder: writer.holder, warnings: problems, values: values.map((value) => valueOf(edition, value)),
  });
  await removeDraft(context.db, party.id);
  const level = nextLevel(party.holders, 0) ?? 1;
  await changeParty(context, party.id, { state: verdict.to, level, number, submittedAt: context.now, acceptedAt: null });
  await settleNotices(context, { kind: 'party', id: party.id }, askingKinds);
  context.audit({ event: isRevision ? 'party.revised' : 'party.submitted', subject: { kind: 'party', id: party.id }, name: party.name, changes: { number: [party.number || null, number], ...(writer.isOnBehalf ? { onBehalf: [null, true] } : {}), ...(given.reason ? { reason: [null, given.reason] } : {}) } });
  context.notify({
    kind: isRevision ? 'intake.reportRevised' : 'intake.reportSubmitted', subject: { kind: 'campaign', id: campaign.id }, href: `/campaigns/${campaign.id}`, name: campaign.name, params: { party: party.name.zh ?? party.name.en ?? '', period: campaign.period },
    to: { permission: 'party.decide', facts: await factsOfHolder(context.db, party.holders[level - 1] ?? 'space') }, groupKey: `campaign ${campaign.id}`,
  });
  return readParty(context, party.id);
}

/** Refused with every problem at once, each in the reader's language at its field. */
function unsound(context: Context, edition: Edition, errors: readonly SubmissionProblem[]): Result<never> {
  const say = (words: { zh?: string | undefined; en?: string | undefined }): string => (context.language === 'en' ? (words.en ?? words.zh) : (words.zh ?? words.en)) ?? '';
  const labelOf = (key: string | null): string => say(edition.fields.find((field) => field.key === key)?.label ?? {});
  const problems = errors.map(({ field, rule, words }) => ({ path: `body.entries.${field ?? rule ?? ''}`, reason: 'reportUnsound', params: { sentence: [labelOf(field), say(words)].filter(Boolean).join(context.language === 'en' ? ': ' : '：') } }));
  return fail('reportUnsound', { sentence: say({ zh: `还有 ${errors.length} 处要改好才能报送。`, en: `${errors.length} to put right before it can be sent.` }) }, problems);
}
