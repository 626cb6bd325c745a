import { useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { SelectField, TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { problemText } from '#web/kit/state/problem-text.ts';
import { putDay, removeDay } from '../calendar.contract.ts';
import { dayInputSchema, dayKinds, type CalendarDay } from '../calendar.schema.ts';

/** What one day is: a holiday, a make-up day, or again what its weekday says. */
export function DayDialog({ day, special, version, onClose }: { day: string; special: CalendarDay | undefined; version: number; onClose: () => void }) {
  const text = useText();
  const format = useFormat();
  const put = useWrite(putDay, { onDone: onClose });
  const remove = useWrite(removeDay, { onDone: onClose });
  const form = useForm({ initial: special ? { kind: special.kind, name: special.name } : { kind: 'holiday', name: {} }, schema: dayInputSchema, submit: (body) => put.mutateAsync({ params: { day }, body, ifMatch: version }) });
  return (
    <Dialog open title={format.date(day)} onClose={onClose}>
      <Form
        form={form}
        label={format.date(day)}
        actions={
          <>
            {special ? <Button kind="danger" busy={remove.isPending} onClick={() => remove.mutate({ params: { day }, ifMatch: version })}>{text('calendar.day.remove')}</Button> : null}
            <Button kind="primary" type="submit" busy={form.sending}>{text('calendar.day.save')}</Button>
          </>
        }
      >
        {special ? <p className="muted">{text('calendar.day.source', { source: special.source })}</p> : null}
        <SelectField form={form} path="kind" label={text('calendar.day.kind')} options={dayKinds.map((kind) => ({ value: kind, label: text(`calendar.kind.${kind}`) }))} />
        <TextField form={form} path="name.zh" label={text('calendar.day.nameZh')} />
        <TextField form={form} path="name.en" label={text('calendar.day.nameEn')} />
        {remove.error ? <p role="alert" className="field-error">{problemText(remove.error, text)}</p> : null}
      </Form>
    </Dialog>
  );
}
