import { readTimeZone } from '#modules/calendar/index.ts';
import { formatDay } from '#kernel/quantity/format-words.ts';
import { dayOf } from '#platform/calendar/zoned-time.rules.ts';
import { shownName } from '#platform/i18n/name.schema.ts';
import type { Context } from '#platform/module/module.ts';
import { findDraft, submittedEntries } from '../../store/submission.store.ts';
import type { Entry, SubmissionProblem } from '../../words/party.schema.ts';
import type { FormSheet } from '../../write/write-form.ts';
import { isOwnParty } from '../campaign/party-reader.ts';
import { submissionsOf, type Opened } from '../campaign/party-view.ts';
import { beginningOf } from '../campaign/prefill.ts';
import { referenceOf } from './reference.ts';

export interface Known {
  entries: Entry[];
  number: number;
}

/** What the party wrote last: its draft, else the newest version that was submitted. What it keeps to itself stays away from others. */
export async function knownOf(context: Context, { party }: Opened): Promise<Known> {
  const newest = (await submissionsOf(context, party.id))[0];
  const draft = isOwnParty(context, party) ? await findDraft(context.db, party.id) : null;
  const values: Entry[] = draft ? draft.entries : newest ? await submittedEntries(context.db, newest.id) : [];
  return { entries: values.filter(({ isWithheld }) => !isWithheld || isOwnParty(context, party)), number: draft ? 0 : (newest?.number ?? 0) };
}

/** One party's form as it leaves: with what the platform holds already, and what is wrong in it where it goes back. */
export async function formOfParty(context: Context, opened: Opened, given: { entries: readonly Entry[]; problems?: readonly SubmissionProblem[] } | null = null): Promise<FormSheet> {
  const { party, campaign, edition } = opened;
  const { language } = context;
  const { prefills, last } = await beginningOf(context, party, campaign, edition);
  const entries = given?.entries ?? (await knownOf(context, opened)).entries;
  const fromRecord = given ? [] : prefills.filter(({ origin }) => origin === 'record').map(({ field, text }) => [field, text] as const);
  const say = (words: { zh: string; en: string }): string => (language === 'en' ? words.en : words.zh);
  const faults = new Map<string | null, string[]>();
  for (const { field, words } of given?.problems ?? []) faults.set(field, [...(faults.get(field) ?? []), say(words)]);
  return {
    language,
    title: `${shownName(campaign.name, language).text} · ${campaign.period}`,
    reference: referenceOf(context, { partyId: party.id, number: 0 }),
    edition,
    party: { name: party.name, code: party.code },
    period: campaign.period,
    due: party.dueAt ? formatDay(dayOf(new Date(party.dueAt), await readTimeZone(context.db)), language, 'table') : null,
    basis: context.installation.texts(language)(`intake.form.legalBasis.${edition.legalBasis}`),
    answers: new Map([...fromRecord, ...entries.map(({ field, text }) => [field, text] as const)]),
    explanations: new Map(entries.flatMap(({ field, explanation }) => (explanation ? [[field, explanation] as const] : []))),
    before: new Map(Object.entries(last).map(([field, { value }]) => [field, value])),
    faults,
  };
}

/** What a spreadsheet and every file system take for a name. */
export const fileNameOf = (context: Context, opened: Opened): string => {
  const { party, campaign } = opened;
  const name = `${shownName(party.name, context.language).text} ${campaign.period}`;
  return `${name.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').replace(/\s+/gu, ' ').trim().slice(0, 80)}.xlsx`;
};
