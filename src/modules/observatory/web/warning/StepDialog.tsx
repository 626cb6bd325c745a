import { useWrite } from '#web/api/use-route.ts';
import { useBilingual } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { SelectField, TextField } from '#web/kit/form/fields.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { stepWarning } from '../../words/warning.contract.ts';
import { needsNote, type WarningVerb } from '../../words/warning.rules.ts';
import { warningStepInput, type Warning } from '../../words/warning.schema.ts';
import { FormDialog } from '../FormDialog.tsx';

/** One step with what is to be kept about it. */
export function StepDialog({ warning, verb, onClose }: { warning: Warning; verb: WarningVerb; onClose: () => void }) {
  const text = useText();
  const bilingual = useBilingual();
  const step = useWrite(stepWarning, { touches: ['history', 'waiting', 'alarmRule'], onDone: onClose });
  const form = useForm({ initial: { verb, targetId: warning.targets[0]?.id ?? null }, schema: warningStepInput, submit: (body) => step.mutateAsync({ params: { warningId: warning.id }, body }) });
  const needed = needsNote(verb);
  return (
    <FormDialog form={form} title={text(`observatory.warning.do.${verb}`)} submit={text(`observatory.warning.do.${verb}`)} onClose={onClose}>
      {verb === 'raise' ? <SelectField form={form} path="targetId" label={text('observatory.warning.target')} options={warning.targets.map(({ id, label }) => ({ value: id, label: bilingual(label) }))} /> : null}
      <TextField form={form} path="note" lines={4} label={text(needed ? 'observatory.warning.reason' : 'observatory.warning.note')} {...(needed ? { help: text('observatory.warning.reason.help') } : { optional: true })} />
    </FormDialog>
  );
}
