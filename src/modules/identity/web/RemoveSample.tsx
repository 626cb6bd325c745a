import { useState } from 'react';
import { useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { removeSpace } from '../identity.contract.ts';
import type { Space } from '../identity.schema.ts';

/** Nothing brings a removed space back, so its name has to be typed. */
export function RemoveSample({ space, onClose }: { space: Space; onClose: () => void }) {
  const text = useText();
  const shown = useName()(space.name);
  const [typed, setTyped] = useState('');
  const remove = useWrite(removeSpace, { touches: ['session'], onDone: onClose });
  const matches = typed.trim() === shown;
  return (
    <Dialog
      open
      title={text('identity.space.removeTitle', { name: shown })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('identity.space.keep')}</Button>
          <Button kind="danger" busy={remove.isPending} missing={matches ? undefined : text('identity.space.typeName', { name: shown })} onClick={() => remove.mutate({ params: { spaceId: space.id } })}>{text('identity.space.removeDo')}</Button>
        </>
      }
    >
      <div className="stack">
        <p>{text('identity.space.removeConsequence')}</p>
        <p className="muted">{text('identity.space.removeKept')}</p>
        <label>
          <span className="field-label">{text('identity.space.typeName', { name: shown })}</span>
          <input className="input" autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
        </label>
        {remove.error ? <p role="alert" className="field-error">{problemText(remove.error, text)}</p> : null}
      </div>
    </Dialog>
  );
}
