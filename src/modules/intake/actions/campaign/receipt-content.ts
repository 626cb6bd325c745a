import type { Text } from '#platform/i18n/messages.ts';
import type { Language, Name } from '#platform/i18n/name.schema.ts';
import type { StoredCampaign } from '../../store/campaign.store.ts';
import type { StoredParty } from '../../store/party.store.ts';
import type { Edition } from '../../words/form.schema.ts';
import type { ReportedValue, SubmissionSummary } from '../../words/party.schema.ts';
import { shownAnswer } from '../../words/form-workbook.rules.ts';
import { unitWords } from '../../words/submission-check.rules.ts';

export interface ReceiptContent {
  language: Language;
  text: Text;
  name(name: Name | null): string;
  party: StoredParty;
  campaign: StoredCampaign;
  edition: Edition;
  submission: SubmissionSummary;
  values: readonly ReportedValue[];
  at: string;
}

/** What stands above the figures, on the page and in the file alike. */
export function receiptFacts({ text, name, party, campaign, edition, submission, at }: ReceiptContent): [string, string][] {
  return [
    [text('intake.receipt.party'), name(party.name)],
    [text('intake.receipt.code'), party.code ?? '—'],
    [text('intake.receipt.period'), campaign.period],
    [text('intake.receipt.number'), String(submission.number)],
    [text('intake.receipt.submittedAt'), at],
    [text('intake.receipt.submittedBy'), submission.submittedByName + (submission.isOnBehalf ? ` · ${text('intake.party.onBehalf')}` : '')],
    [text('intake.form.legalBasis'), text(`intake.form.legalBasis.${edition.legalBasis}`)],
  ];
}

/** Field, figure, unit and explanation; what is kept back says so. */
export function receiptRows({ language, text, name, edition, values }: Pick<ReceiptContent, 'language' | 'text' | 'name' | 'edition' | 'values'>): [string, string, string, string][] {
  return edition.fields.map((field) => {
    const value = values.find((each) => each.field === field.key);
    const unit = unitWords(field);
    return [name(field.label), value ? (value.closed ? text(`intake.submission.closed.${value.closed}`) : shownAnswer(field, value.text ?? '', language).split('\n').join('、')) : '—', language === 'en' ? unit.en : unit.zh, value?.explanation ?? ''];
  });
}
