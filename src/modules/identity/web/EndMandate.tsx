import { useState } from 'react';
import { useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { endMandate } from '../identity.contract.ts';
import type { Mandate, Person } from '../identity.schema.ts';
import { AskedSecondPerson } from './acting/AskedSecondPerson.tsx';
import { useMandateWords } from './mandate-words.ts';

/** Says what ends before it ends. */
export function EndMandate({ person, mandate, onClose }: { person: Person; mandate: Mandate; onClose: () => void }) {
  const text = useText();
  const name = useName();
  const words = useMandateWords();
  const [asked, setAsked] = useState<string | null>(null);
  const end = useWrite(endMandate, { touches: ['person', 'session', 'audit', 'approval'], onDone: (outcome) => (outcome.approvalId ? setAsked(outcome.approvalId) : onClose()) });
  const others = person.mandates.filter((each) => each.state === 'inForce' && each.id !== mandate.id).length;
  const params = { name: name(person.name), role: words.role(mandate), scope: words.scope(mandate) };
  if (asked) return <AskedSecondPerson approvalId={asked} onClose={onClose} />;
  return (
    <Dialog
      open
      title={text('identity.mandate.endTitle', { role: params.role })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('identity.mandate.keep')}</Button>
          <Button kind="danger" busy={end.isPending} onClick={() => end.mutate({ params: { personId: person.id, mandateId: mandate.id } })}>{text('identity.mandate.endDo')}</Button>
        </>
      }
    >
      <div className="stack">
        <p>{text(mandate.state === 'coming' ? 'identity.mandate.endComing' : 'identity.mandate.endNow', params)}</p>
        <p className="muted">{others > 0 ? text('identity.mandate.endOthers', { count: others }) : text('identity.mandate.endLast', { name: params.name })}</p>
        <p className="muted">{text('identity.mandate.endKept')}</p>
        {end.error ? <p role="alert" className="field-error">{problemText(end.error, text)}</p> : null}
      </div>
    </Dialog>
  );
}
