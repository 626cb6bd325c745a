import { shownName, type Language, type Name } from '#platform/i18n/name.schema.ts';
import type { Text } from '#platform/i18n/messages.ts';
import { PageDocument } from '#platform/page-template/PageDocument.tsx';
import { QrCode } from '#platform/page-template/QrCode.tsx';
import { formWords, shownAnswer } from '../../words/form-workbook.rules.ts';
import { unitWords } from '../../words/submission-check.rules.ts';
import type { FormSheet } from '../../write/write-form.ts';

export interface FormSheetPageProps {
  form: FormSheet;
  text: Text;
  /** Version of the figures on it; 0 where it is to be filled in by hand. */
  number: number;
  footer: string;
  watermark?: string | null;
}

/** A form on paper: header, figures, room for signature and stamp, and the code by which a scan finds its way back. */
export function FormSheetPage({ form, text, number, footer, watermark }: FormSheetPageProps) {
  const { language, edition, reference } = form;
  const say = formWords[language];
  const name = (given: Name): string => shownName(given, language).text;
  const facts = [
    [say.party, [name(form.party.name), form.party.code].filter(Boolean).join(' · ')], [say.period, form.period], [say.formNumber, edition.formNumber], [say.issuer, edition.issuer], [say.approval, edition.approvalNumber], [say.validUntil, edition.validUntil], [say.basis, form.basis], [say.due, form.due],
    [text('intake.sheet.version'), number === 0 ? text('intake.sheet.toFillIn') : String(number)],
  ].filter((fact): fact is [string, string] => Boolean(fact[1]));
  return (
    <PageDocument language={language} title={form.title} header={reference} footer={footer} {...(watermark ? { watermark } : {})}>
      <div style={{ display: 'flex', gap: 24, justifyContent: 'space-between', alignItems: 'flex-start' }}>
        <h1>{form.title}</h1>
        <QrCode words={reference} label={text('intake.sheet.code')} />
      </div>
      <dl className="facts">{facts.flatMap(([label, value]) => [<dt key={label}>{label}</dt>, <dd key={`${label} value`}>{value}</dd>])}</dl>
      <div className="scroll">
        <table>
          <thead><tr><th>{say.label}</th><th>{say.unit}</th><th className="number">{say.answer}</th><th>{say.explanation}</th></tr></thead>
          <tbody>{edition.fields.filter(({ type }) => type !== 'file').map((field) => <tr key={field.key}><td>{name(field.label)}</td><td>{unitWords(field)[sideOf(language)]}</td><td className="number" style={{ minWidth: 120, whiteSpace: 'pre-line' }}>{shownAnswer(field, form.answers.get(field.key) ?? '', language)}</td><td>{form.explanations?.get(field.key) ?? ''}</td></tr>)}</tbody>
        </table>
      </div>
      <p>{text('intake.sheet.truth')}</p>
      <p style={{ marginTop: 40, display: 'flex', justifyContent: 'space-between', gap: 24 }}><span>{text('intake.sheet.signature')} ____________________</span><span>{text('intake.sheet.stamp')}</span><span>{text('intake.sheet.day')} ____________________</span></p>
    </PageDocument>
  );
}

const sideOf = (language: Language) => (language === 'en' ? 'en' : 'zh');
