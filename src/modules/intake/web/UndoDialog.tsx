import { useRoute } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import type { Batch } from '../words/import.schema.ts';
import { planImportUndo } from '../words/plan.contract.ts';
import type { BatchSteps } from './use-batch-steps.ts';

/** What taking the batch back would remove and what it would have to keep, tried out before it is done. */
export function UndoDialog({ batch, steps, close }: { batch: Batch; steps: BatchSteps; close: () => void }) {
  const text = useText();
  const query = useRoute(planImportUndo, { params: { batchId: batch.id } }, { staleTime: 0 });
  const { created = 0, changed = 0 } = batch.outcome ?? {};
  return (
    <Dialog
      open
      title={text('intake.undo.title')}
      onClose={close}
      actions={<><Button onClick={close}>{text('intake.cancel')}</Button><Button kind="danger" busy={steps.busy} onClick={() => steps.undo(close)}>{text('intake.undo')}</Button></>}
    >
      <Loaded query={query} what={text('intake.undo.title')} lines={2}>
        {(plan) => <p className="strong">{plan.known ? text('intake.undo.plan', { removed: plan.removed, restored: plan.restored, kept: plan.kept }) : text('intake.undo.unknown', { created, changed })}</p>}
      </Loaded>
      <p className="muted">{text('intake.undo.why')}</p>
    </Dialog>
  );
}
