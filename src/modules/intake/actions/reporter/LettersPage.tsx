import type { Text } from '#platform/i18n/messages.ts';
import type { Language } from '#platform/i18n/name.schema.ts';
import { PageDocument } from '#platform/page-template/PageDocument.tsx';
import { QrCode } from '#platform/page-template/QrCode.tsx';
import { codeMinutes } from '../../words/reporter.rules.ts';

export interface PrintedLetter {
  id: string;
  address: string;
  organisation: string;
  code: string | null;
  name: string;
  campaign: string | null;
  due: string | null;
  until: string;
}

export function LettersPage({ language, title, text, from, letters }: { language: Language; title: string; text: Text; from: string; letters: readonly PrintedLetter[] }) {
  return (
    <PageDocument language={language} title={title} header={from} footer={text('intake.reporter.letter.footer')}>
      {letters.length === 0 ? <p>{text('intake.reporter.letters.none')}</p> : null}
      {letters.map((letter, at) => (
        <section key={letter.id} style={at === 0 ? {} : { breakBefore: 'page', marginTop: 32 }}>
          <div style={{ display: 'flex', gap: 24, justifyContent: 'space-between', alignItems: 'flex-start' }}>
            <div>
              <h1>{letter.organisation}</h1>
              <p>{[text('intake.reporter.letter.to', { name: letter.name }), letter.code].filter(Boolean).join(' · ')}</p>
            </div>
            <QrCode words={letter.address} label={text('intake.reporter.letter.code')} />
          </div>
          <p>{letter.campaign ? text(letter.due ? 'intake.reporter.letter.askedBy' : 'intake.reporter.letter.asked', { from, campaign: letter.campaign, due: letter.due ?? '' }) : text('intake.reporter.letter.named', { from })}</p>
          <ol>
            <li>{text('intake.reporter.letter.scan')}<br /><span style={{ overflowWrap: 'anywhere' }}>{letter.address}</span></li>
            <li>{text('intake.reporter.letter.confirm', { minutes: codeMinutes })}</li>
            <li>{text('intake.reporter.letter.fill')}</li>
          </ol>
          <p className="quiet">{text('intake.reporter.letter.once', { day: letter.until })}</p>
        </section>
      ))}
    </PageDocument>
  );
}
