import { useState } from 'react';
import { useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, ButtonLink } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { createEdition, stepEdition } from '../../../words/scoreboard.contract.ts';
import { isOpenEdition } from '../../../words/scoreboard.rules.ts';
import type { EditionSummary, Scoreboard } from '../../../words/scoreboard.schema.ts';
import { useGo } from '#web/router/use-search.ts';

const touches = ['scoreboard', 'scoreboardRun'];

/** What can be done with one edition now. */
export function EditionSteps({ scoreboard, edition }: { scoreboard: Scoreboard; edition: EditionSummary }) {
  const text = useText();
  const go = useGo();
  const [asking, setAsking] = useState<'publish' | 'withdraw' | null>(null);
  const [reason, setReason] = useState('');
  const step = useWrite(stepEdition, { touches, onDone: () => setAsking(null) });
  const next = useWrite(createEdition, { touches, onDone: (made) => go(`/scoreboards/${scoreboard.id}/studio?edition=${made.id}`) });
  const take = (verb: 'publish' | 'withdraw') => step.mutate({ params: { editionId: edition.id }, body: { verb, ...(verb === 'withdraw' ? { reason } : {}) }, ifMatch: edition.version });
  const close = () => {
    setAsking(null);
    step.reset();
  };
  const title = asking === null ? '' : text(`observatory.scoreboard.${asking}.title`, { number: String(edition.number) });
  return (
    <span className="row">
      {isOpenEdition(edition.state) ? <ButtonLink size="small" icon="edit" href={`/scoreboards/${scoreboard.id}/studio?edition=${edition.id}`}>{text('observatory.scoreboard.studio')}</ButtonLink> : null}
      {edition.state === 'computed' ? <Button size="small" icon="share" onClick={() => setAsking('publish')}>{text('observatory.scoreboard.publish')}</Button> : null}
      {edition.state === 'published' ? <Button size="small" kind="danger" onClick={() => setAsking('withdraw')}>{text('observatory.scoreboard.withdraw')}</Button> : null}
      {isOpenEdition(edition.state) ? null : <Button size="small" icon="copy" busy={next.isPending} onClick={() => next.mutate({ params: { scoreboardId: scoreboard.id }, body: { fromId: edition.id } })}>{text('observatory.scoreboard.nextEdition')}</Button>}
      <Dialog
        open={asking !== null}
        title={title}
        onClose={close}
        actions={
          asking === 'withdraw' ? (
            <><Button onClick={close}>{text('observatory.scoreboard.cancel')}</Button><Button kind="danger" busy={step.isPending} missing={reason.trim() === '' ? text('observatory.scoreboard.withdraw.missing') : undefined} onClick={() => take('withdraw')}>{text('observatory.scoreboard.withdraw')}</Button></>
          ) : (
            <><Button onClick={close}>{text('observatory.scoreboard.cancel')}</Button><Button kind="primary" busy={step.isPending} onClick={() => take('publish')}>{text('observatory.scoreboard.publish')}</Button></>
          )
        }
      >
        <p>{asking === null ? '' : text(`observatory.scoreboard.${asking}.hint`)}</p>
        {asking === 'withdraw' ? (
          <label className="field">
            <span className="field-label">{text('observatory.scoreboard.withdraw.reason')}</span>
            <textarea className="input" rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
          </label>
        ) : null}
        {step.error ? <p className="field-error" role="alert">{problemText(step.error, text)}</p> : null}
      </Dialog>
    </span>
  );
}
