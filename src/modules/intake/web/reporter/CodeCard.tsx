import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { useGo } from '#web/router/use-search.ts';
import { confirmVisit, sendCode } from '../../words/reporter.contract.ts';
import { codeMinutes } from '../../words/reporter.rules.ts';
import type { CodeWay, ReporterVisit } from '../../words/reporter.schema.ts';

/** A code to the phone or mail on file, and in: no name, no password. */
export function CodeCard({ token, visit }: { token: string; visit: ReporterVisit }) {
  const text = useText();
  const go = useGo();
  const client = useQueryClient();
  const [way, setWay] = useState<CodeWay | null>(null);
  const [code, setCode] = useState('');
  const send = useWrite(sendCode);
  const confirm = useWrite(confirmVisit, {
    onDone: async ({ href }) => {
      await client.resetQueries();
      go(href, { replace: true });
    },
  });
  const ask = (chosen: CodeWay) => {
    setWay(chosen);
    setCode('');
    confirm.reset();
    send.mutate({ body: { token, way: chosen } });
  };
  const hintOf = (chosen: CodeWay | null): string => visit.ways.find((each) => each.way === chosen)?.hint ?? '';
  const problem = confirm.error ?? send.error;
  if (visit.ways.length === 0) return <Card title={text('intake.visit.isYou')}><p>{text('intake.visit.noWay')}</p></Card>;
  return (
    <Card title={text('intake.visit.isYou')}>
      <div className="stack">
        {way !== null && (send.data || send.error) ? (
          <form
            className="stack-tight"
            onSubmit={(event) => {
              event.preventDefault();
              confirm.mutate({ body: { token, code } });
            }}
          >
            {send.data ? <p role="status">{text('intake.visit.sentTo', { hint: hintOf(way), minutes: codeMinutes })}</p> : null}
            <label className="stack-tight">
              <span className="field-label">{text('intake.visit.code')}</span>
              <input className="input visit-code" value={code} inputMode="numeric" autoComplete="one-time-code" maxLength={6} onChange={(event) => setCode(event.target.value.normalize('NFKC').replaceAll(/\D/g, '').slice(0, 6))} />
            </label>
            {problem ? <p className="field-error" role="alert">{problemText(problem, text)}</p> : null}
            <Button kind="primary" size="large" type="submit" busy={confirm.isPending} missing={code.length === 6 ? undefined : text('intake.visit.sixDigits')}>{text('intake.visit.enter')}</Button>
            <div className="row-tight">{visit.ways.map((each) => <Button key={each.way} kind="quiet" size="small" onClick={() => ask(each.way)}>{text(`intake.visit.again.${each.way}`)}</Button>)}</div>
          </form>
        ) : (
          <>
            <p className="quiet">{text('intake.visit.codeHint')}</p>
            {visit.ways.map((each) => <Button key={each.way} kind={each === visit.ways[0] ? 'primary' : 'plain'} size="large" busy={send.isPending && way === each.way} onClick={() => ask(each.way)}>{text(`intake.visit.send.${each.way}`, { hint: each.hint })}</Button>)}
          </>
        )}
      </div>
    </Card>
  );
}
