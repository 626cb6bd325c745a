import { useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { routeUrl } from '#web/api/client.ts';
import { Button } from '#web/kit/Button.tsx';
import { PrintLink } from '#web/kit/PrintLink.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { makeLinks, printLetters } from '../../words/reporter.contract.ts';
import { lettersMost } from '../../words/reporter.rules.ts';
import type { CodeWay } from '../../words/reporter.schema.ts';

interface Asked {
  contactIds?: string[];
  campaignId?: string;
  who?: 'withoutReporter' | 'all';
}

/** New links, sent where a channel stands, and the letters for everyone who can't be reached that way. */
export function LinkButtons({ body, ways }: { body: Asked; ways: readonly CodeWay[] }) {
  const text = useText();
  const make = useWrite(makeLinks, { touches: ['reporterContact'] });
  const made = make.data;
  return (
    <>
      {ways.length > 0 ? <Button size="small" icon="bell" busy={make.isPending} onClick={() => make.mutate({ body: { ...body, via: 'channels' } })}>{text('intake.reporter.send')}</Button> : null}
      <Button size="small" icon="document" busy={make.isPending} onClick={() => make.mutate({ body: { ...body, via: 'letters' } })}>{text('intake.reporter.print')}</Button>
      {made ? <span className="small" role="status">{text('intake.reporter.made', { made: made.made, sent: made.sent, unsent: made.unsent })}</span> : null}
      {made ? Array.from({ length: Math.ceil(made.unsent / lettersMost) }, (_, at) => <PrintLink key={at} href={routeUrl(printLetters, { params: { sheetId: made.sheetId }, query: { from: at * lettersMost } })} />) : null}
      {make.error ? <span className="critical small" role="alert">{problemText(make.error, text)}</span> : null}
    </>
  );
}
