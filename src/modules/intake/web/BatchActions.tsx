import { useState } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { canStep } from '../words/import.rules.ts';
import type { Batch } from '../words/import.schema.ts';
import { ApplyDialog } from './ApplyDialog.tsx';
import { UndoDialog } from './UndoDialog.tsx';
import type { BatchSteps } from './use-batch-steps.ts';

/** What can be done with the whole batch now; the next step is the one primary button, asked once more in a dialog. */
export function BatchActions({ batch, steps, mapping, remap }: { batch: Batch; steps: BatchSteps; mapping: boolean; remap: () => void }) {
  const text = useText();
  const [asking, setAsking] = useState<'apply' | 'undo' | null>(null);
  const writes = (batch.counts?.groups ?? []).filter((group) => group.written).reduce((total, group) => total + group.count, 0);
  const may = (verb: 'apply' | 'undo') => canStep(batch.state, verb).allowed && !mapping;
  const close = () => setAsking(null);
  return (
    <>
      {batch.state === 'checked' && !mapping ? <Button onClick={remap}>{text('intake.remap')}</Button> : null}
      {canStep(batch.state, 'discard').allowed ? <Button kind="quiet" busy={steps.busy} onClick={steps.discard}>{text('intake.discard')}</Button> : null}
      {may('undo') ? <Button kind="danger" busy={steps.busy} onClick={() => setAsking('undo')}>{text('intake.undo')}</Button> : null}
      {may('apply') ? (
        <Button kind="primary" busy={steps.busy} missing={writes === 0 ? text('intake.apply.nothing') : undefined} onClick={() => setAsking('apply')}>
          {text('intake.apply', { count: writes })}
        </Button>
      ) : null}
      {asking === 'apply' ? <ApplyDialog batch={batch} steps={steps} writes={writes} close={close} /> : null}
      {asking === 'undo' ? <UndoDialog batch={batch} steps={steps} close={close} /> : null}
    </>
  );
}
