import { useState } from 'react';
import { useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { declineVisit } from '../../words/reporter.contract.ts';

/** The wrong person or firm: said in two taps, and the office names somebody else. */
export function DeclineCard({ token }: { token: string }) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const decline = useWrite(declineVisit);
  if (decline.data) return <Card title={text('intake.visit.declined')}><p role="status">{text('intake.visit.declined.hint')}</p></Card>;
  if (!isOpen) return <p><Button kind="quiet" onClick={() => setOpen(true)}>{text('intake.visit.wrong')}</Button></p>;
  const say = (why: 'notMe' | 'notMyFirm') => decline.mutate({ body: { token, why, note: note.trim() || null } });
  return (
    <Card title={text('intake.visit.wrong')}>
      <div className="stack">
        <label className="stack-tight"><span className="field-label">{text('intake.visit.who')}</span><input className="input" value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} /></label>
        {decline.error ? <p className="field-error" role="alert">{problemText(decline.error, text)}</p> : null}
        <div className="row">
          <Button busy={decline.isPending} onClick={() => say('notMe')}>{text('intake.visit.notMe')}</Button>
          <Button busy={decline.isPending} onClick={() => say('notMyFirm')}>{text('intake.visit.notMyFirm')}</Button>
        </div>
      </div>
    </Card>
  );
}
