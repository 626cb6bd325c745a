import { useState } from 'react';
import { useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { acceptReport, returnReport } from '../../words/party.contract.ts';
import type { Party } from '../../words/party.schema.ts';

const touches = ['campaign', 'submission', 'notice'];

/** For the level that is to decide: take it, or give it back with a reason for each field. */
export function DecideCard({ party }: { party: Party }) {
  const text = useText();
  const name = useName();
  const [returning, setReturning] = useState(false);
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [note, setNote] = useState('');
  const accept = useWrite(acceptReport, { touches });
  const giveBack = useWrite(returnReport, { touches, onDone: () => setReturning(false) });
  if (!party.mayDecide) return null;
  const level = party.levels[party.level - 1];
  const given = Object.entries(reasons).filter(([, reason]) => reason.trim() !== '').map(([field, reason]) => ({ field, reason }));
  const problem = accept.error ?? giveBack.error;
  const sent = { params: { partyId: party.id }, ifMatch: party.version };
  return (
    <Card title={text(party.state === 'accepted' ? 'intake.decide.accepted' : 'intake.decide.title', { level: name(level?.holderName) })}>
      <div className="stack">
        {returning ? (
          <>
            <p className="quiet">{text('intake.decide.how')}</p>
            {party.content.fields.map((field) => (
              <label key={field.key} className="stack-tight"><span className="field-label">{name(field.label)}</span><input className="input" value={reasons[field.key] ?? ''} placeholder={text('intake.decide.fine')} onChange={(event) => setReasons((before) => ({ ...before, [field.key]: event.target.value }))} /></label>
            ))}
            <label className="stack-tight"><span className="field-label">{text('intake.decide.note')}</span><textarea className="input" rows={2} value={note} onChange={(event) => setNote(event.target.value)} /></label>
          </>
        ) : null}
        {problem ? <p className="field-error" role="alert">{problemText(problem, text)}</p> : null}
        <div className="row">
          {returning ? (
            <>
              <Button onClick={() => setReturning(false)}>{text('intake.cancel')}</Button>
              <Button kind="primary" icon="back" busy={giveBack.isPending} missing={given.length === 0 && note.trim() === '' ? text('intake.decide.missing') : undefined} onClick={() => giveBack.mutate({ ...sent, body: { reasons: given, note: note.trim() || null } })}>{text('intake.decide.return')}</Button>
            </>
          ) : (
            <>
              <Button icon="back" onClick={() => setReturning(true)}>{text('intake.decide.returning')}</Button>
              {party.state === 'submitted' ? <Button kind="primary" icon="check" busy={accept.isPending} onClick={() => accept.mutate({ ...sent, body: {} })}>{text('intake.decide.accept')}</Button> : null}
            </>
          )}
        </div>
      </div>
    </Card>
  );
}
