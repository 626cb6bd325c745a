import { useState } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { canStep } from '../intake.rules.ts';
import type { Batch } from '../words/import.schema.ts';
import type { BatchSteps } from './use-batch-steps.ts';

/** What can be done with the whole batch now; the next step is the one primary button, asked once more in a dialog. */
export function BatchActions({ batch, steps, mapping, remap }: { batch: Batch; steps: BatchSteps; mapping: boolean; remap: () => void }) {
  const text = useText();
  const [asking, setAsking] = useState<'apply' | 'undo' | null>(null);
  const groups = batch.counts?.groups ?? [];
  const sum = (written: boolean) => groups.filter((group) => group.written === written).reduce((total, group) => total + group.count, 0);
  const [writes, left] = [sum(true), sum(false)];
  const may = (verb: 'apply' | 'undo' | 'discard') => canStep(batch.state, verb).allowed && !mapping;
  const close = () => setAsking(null);
  const cancel = <Button onClick={close}>{text('intake.cancel')}</Button>;
  return (
    <>
      {left > 0 && !mapping ? <Button icon="download" busy={steps.busy} onClick={() => void steps.saveRejects()}>{text('intake.rejects')}</Button> : null}
      {batch.state === 'checked' && !mapping ? <Button onClick={remap}>{text('intake.remap')}</Button> : null}
      {canStep(batch.state, 'discard').allowed ? <Button kind="quiet" busy={steps.busy} onClick={steps.discard}>{text('intake.discard')}</Button> : null}
      {may('undo') ? <Button kind="danger" busy={steps.busy} onClick={() => setAsking('undo')}>{text('intake.undo')}</Button> : null}
      {may('apply') ? (
        <Button kind="primary" busy={steps.busy} missing={writes === 0 ? text('intake.apply.nothing') : undefined} onClick={() => setAsking('apply')}>
          {text('intake.apply', { count: writes })}
        </Button>
      ) : null}
      <Dialog
        open={asking === 'apply'}
        title={text('intake.apply.title')}
        onClose={close}
        actions={<>{cancel}<Button kind="primary" busy={steps.busy} onClick={() => steps.apply(close)}>{text('intake.apply', { count: writes })}</Button></>}
      >
        <p>{text('intake.apply.count', { count: writes, left })}</p>
        {batch.open > 0 ? <p>{text(batch.settles ? 'intake.apply.open' : 'intake.apply.openLeft', { open: batch.open })}</p> : null}
        <p className="muted">{text('intake.apply.whole')}</p>
      </Dialog>
      <Dialog
        open={asking === 'undo'}
        title={text('intake.undo.title')}
        onClose={close}
        actions={<>{cancel}<Button kind="danger" busy={steps.busy} onClick={() => steps.undo(close)}>{text('intake.undo')}</Button></>}
      >
        <p>{text('intake.undo.text', { count: batch.outcome?.created ?? 0 })}</p>
      </Dialog>
    </>
  );
}
