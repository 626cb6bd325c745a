import type { Name, Language } from '#platform/i18n/name.schema.ts';
import type { Text } from '#platform/i18n/messages.ts';
import { PageDocument } from '#platform/page-template/PageDocument.tsx';
import type { StoredCampaign } from '../../store/campaign.store.ts';
import type { StoredParty } from '../../store/party.store.ts';
import type { Edition } from '../../words/form.schema.ts';
import type { ReportedValue, SubmissionSummary } from '../../words/party.schema.ts';
import { shownAnswer } from '../../words/form-workbook.rules.ts';
import { unitWords } from '../../words/submission-check.rules.ts';

export interface ReceiptProps {
  language: Language;
  title: string;
  text: Text;
  name(name: Name | null): string;
  party: StoredParty;
  campaign: StoredCampaign;
  edition: Edition;
  submission: SubmissionSummary;
  values: readonly ReportedValue[];
  at: string;
  footer: string;
  watermark?: string;
}

export function Receipt({ language, title, text, name, party, campaign, edition, submission, values, at, footer, watermark }: ReceiptProps) {
  const header = [edition.formNumber, edition.issuer, edition.approvalNumber, edition.validUntil ? text('intake.receipt.validUntil', { day: edition.validUntil }) : null].filter(Boolean).join(' · ');
  const facts: [string, string][] = [
    [text('intake.receipt.party'), name(party.name)],
    [text('intake.receipt.code'), party.code ?? '—'],
    [text('intake.receipt.period'), campaign.period],
    [text('intake.receipt.number'), String(submission.number)],
    [text('intake.receipt.submittedAt'), at],
    [text('intake.receipt.submittedBy'), submission.submittedByName + (submission.isOnBehalf ? ` · ${text('intake.party.onBehalf')}` : '')],
    [text('intake.form.legalBasis'), text(`intake.form.legalBasis.${edition.legalBasis}`)],
  ];
  return (
    <PageDocument language={language} title={title} header={header || name(campaign.form.name)} footer={footer} {...(watermark ? { watermark } : {})}>
      <h1>{title}</h1>
      {campaign.sample ? <p><span className="tag">{text('intake.party.sample')}</span></p> : null}
      <dl className="facts">{facts.flatMap(([label, value]) => [<dt key={label}>{label}</dt>, <dd key={`${label} value`}>{value}</dd>])}</dl>
      <div className="scroll">
        <table>
          <caption>{text('intake.receipt.values')}</caption>
          <thead><tr><th>{text('intake.receipt.field')}</th><th className="number">{text('intake.receipt.value')}</th><th>{text('intake.receipt.unit')}</th><th>{text('intake.receipt.explanation')}</th></tr></thead>
          <tbody>
            {edition.fields.map((field) => {
              const value = values.find((each) => each.field === field.key);
              const unit = unitWords(field);
              return (
                <tr key={field.key}>
                  <td>{name(field.label)}</td>
                  <td className="number">{value ? (value.closed ? text(`intake.submission.closed.${value.closed}`) : shownAnswer(field, value.text ?? '', language).split('\n').join('、')) : '—'}</td>
                  <td>{language === 'en' ? unit.en : unit.zh}</td>
                  <td>{value?.explanation ?? ''}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className="quiet">{text('intake.receipt.truth')}</p>
    </PageDocument>
  );
}
