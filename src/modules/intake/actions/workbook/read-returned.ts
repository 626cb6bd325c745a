import type { Context } from '#platform/module/module.ts';
import type { NewReturn } from '../../store/form-return.store.ts';
import { answerOfCell, fieldOfRow, formColumns, saysYes, truthKey } from '../../words/form-workbook.rules.ts';
import type { Entry, SubmissionProblem } from '../../words/party.schema.ts';
import type { ReportReference } from '../../words/report-reference.rules.ts';
import { checkEntries, errorsOf } from '../../words/submission-check.rules.ts';
import { readForm } from '../../read/read-form.ts';
import { openParty, type Opened } from '../campaign/party-view.ts';
import { beginningOf } from '../campaign/prefill.ts';
import { writerOf } from '../campaign/submit.ts';
import { readReference } from './reference.ts';

export type Taken = Pick<NewReturn, 'partyId' | 'state' | 'reason' | 'entries' | 'isTruthAccepted' | 'problems'>;
const unknown = (reason: string): Taken => ({ partyId: null, state: 'unknown', reason, entries: [], isTruthAccepted: false, problems: [] });

/** The rows of a workbook and the report that they say they belong to. */
export async function readReturned(context: Context, bytes: Uint8Array, fileName: string): Promise<{ rows: string[][]; reference: ReportReference | null } | 'notForm' | 'unreadable'> {
  const sheet = await readForm(bytes, fileName, context.installation.importLimits);
  if (!sheet.ok) return sheet.reason === 'notForm' || sheet.reason === 'notTable' ? 'notForm' : 'unreadable';
  return { rows: sheet.value.rows, reference: readReference(context, [sheet.value.hidden, ...sheet.value.rows.flat()].join(' ')) };
}

/** Recognises, reads and checks a workbook of a campaign. */
export async function takeReturned(context: Context, campaignId: string, bytes: Uint8Array, fileName: string): Promise<Taken> {
  const sheet = await readReturned(context, bytes, fileName);
  if (typeof sheet === 'string') return unknown(sheet);
  if (!sheet.reference) return unknown('noReference');
  const opened = await openParty(context, sheet.reference.partyId);
  if (!opened || opened.campaign.id !== campaignId) return unknown('otherCampaign');
  if (!(await writerOf(context, opened))) return unknown('notYours');
  const { entries, isTruthAccepted } = entriesOf(context, opened, sheet.rows);
  const problems = await problemsOf(context, opened, entries, isTruthAccepted);
  return { partyId: opened.party.id, state: errorsOf(problems).length === 0 ? 'ready' : 'faulty', reason: null, entries, isTruthAccepted, problems };
}

export function entriesOf(context: Context, { edition }: Opened, rows: readonly string[][]): { entries: Entry[]; isTruthAccepted: boolean } {
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
