import { PageDocument } from '#platform/page-template/PageDocument.tsx';
import { receiptFacts, receiptRows, type ReceiptContent } from './receipt-content.ts';

export interface ReceiptProps extends ReceiptContent {
  title: string;
  footer: string;
  watermark?: string;
}

export function Receipt({ language, title, text, name, party, campaign, edition, submission, values, at, footer, watermark }: ReceiptProps) {
  const header = [edition.formNumber, edition.issuer, edition.approvalNumber, edition.validUntil ? text('intake.receipt.validUntil', { day: edition.validUntil }) : null].filter(Boolean).join(' · ');
  const content = { language, text, name, party, campaign, edition, submission, values, at };
  return (
    <PageDocument language={language} title={title} header={header || name(campaign.form.name)} footer={footer} {...(watermark ? { watermark } : {})}>
      <h1>{title}</h1>
      {campaign.sample ? <p><span className="tag">{text('intake.party.sample')}</span></p> : null}
      <dl className="facts">{receiptFacts(content).flatMap(([label, value]) => [<dt key={label}>{label}</dt>, <dd key={`${label} value`}>{value}</dd>])}</dl>
      <div className="scroll">
        <table>
          <caption>{text('intake.receipt.values')}</caption>
          <thead><tr><th>{text('intake.receipt.field')}</th><th className="number">{text('intake.receipt.value')}</th><th>{text('intake.receipt.unit')}</th><th>{text('intake.receipt.explanation')}</th></tr></thead>
          <tbody>
            {receiptRows(content).map(([label, value, unit, explanation], at) => <tr key={at}><td>{label}</td><td className="number">{value}</td><td>{unit}</td><td>{explanation}</td></tr>)}
          </tbody>
        </table>
      </div>
      <p className="quiet">{text('intake.receipt.truth')}</p>
    </PageDocument>
  );
}
