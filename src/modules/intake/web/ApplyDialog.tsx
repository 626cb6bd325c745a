import { useRoute } from '#web/api/use-route.ts';
import { useBilingual } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import type { Batch } from '../words/import.schema.ts';
import { planImport } from '../words/plan.contract.ts';
import type { BatchSteps } from './use-batch-steps.ts';

/** What applying would do, said before it is done: creates, changes, leaves, and the remarks that are written along. */
export function ApplyDialog({ batch, steps, writes, close }: { batch: Batch; steps: BatchSteps; writes: number; close: () => void }) {
  const text = useText();
  const bilingual = useBilingual();
  const query = useRoute(planImport, { params: { batchId: batch.id } }, { staleTime: 0 });
  return (
    <Dialog
      open
      title={text('intake.apply.title')}
      onClose={close}
      actions={<><Button onClick={close}>{text('intake.cancel')}</Button><Button kind="primary" busy={steps.busy} onClick={() => steps.apply(close)}>{text('intake.apply', { count: writes })}</Button></>}
    >
      <Loaded query={query} what={text('intake.apply.title')} lines={2}>
        {({ creates, changes, leaves, remarks }) => (
          <>
            <p className="strong">{text('intake.plan.sentence', { creates, changes, leaves })}</p>
            {remarks.length > 0 ? (
              <>
                <p>{text('intake.plan.remarks')}</p>
                <ul>{remarks.map(({ reason, label, count }) => <li key={reason}>{text('intake.plan.remark', { label: bilingual(label), count })}</li>)}</ul>
              </>
            ) : null}
          </>
        )}
      </Loaded>
      {batch.open > 0 ? <p>{text(batch.settles ? 'intake.apply.open' : 'intake.apply.openLeft', { open: batch.open })}</p> : null}
      <p className="muted">{text('intake.apply.whole')}</p>
    </Dialog>
  );
}
