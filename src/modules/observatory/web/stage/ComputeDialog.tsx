import { useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { DateField } from '#web/kit/form/fields.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { computeStage } from '../../words/stage.contract.ts';
import { computeInputSchema } from '../../words/stage.schema.ts';
import { FormDialog } from '../FormDialog.tsx';

/** Judges for today, or for an earlier day from what had been seen by then. */
export function ComputeDialog({ clusterId, onClose }: { clusterId: string; onClose: () => void }) {
  const text = useText();
  const compute = useWrite(computeStage, { touches: ['history'], onDone: onClose });
  const form = useForm({ initial: {}, schema: computeInputSchema, submit: (body) => compute.mutateAsync({ params: { clusterId }, body }) });
  return (
    <FormDialog form={form} title={text('observatory.stage.compute')} submit={text('observatory.stage.compute.do')} onClose={onClose}>
      <DateField form={form} path="on" label={text('observatory.stage.on')} help={text('observatory.stage.on.help')} optional />
    </FormDialog>
  );
}
