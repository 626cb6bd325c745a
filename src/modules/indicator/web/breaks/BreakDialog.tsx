import { z } from 'zod';
import { useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { DateField, SelectField, TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import type { Indicator } from '../../words/indicator.schema.ts';
import { addBreak } from '../../words/reading.contract.ts';
import { breakInputSchema, breakKinds } from '../../words/reading.schema.ts';
import { said } from '../said.ts';

const breakForm = z.preprocess(said, breakInputSchema);

export function BreakDialog({ open, indicator, onClose }: { open: boolean; indicator: Indicator; onClose: () => void }) {
  const text = useText();
  return <Dialog open={open} title={text('indicator.break.add')} onClose={onClose}>{open ? <BreakForm indicator={indicator} onDone={onClose} /> : null}</Dialog>;
}

function BreakForm({ indicator, onDone }: { indicator: Indicator; onDone: () => void }) {
  const text = useText();
  const add = useWrite(addBreak, { touches: ['reading', 'history'], onDone });
  const form = useForm({ initial: { kind: 'definition' }, schema: breakForm, submit: (body) => add.mutateAsync({ params: { indicatorId: indicator.id }, body }) });
  return (
    <Form form={form} label={text('indicator.break.add')} actions={<Button kind="primary" type="submit" busy={form.sending}>{text('indicator.break.add')}</Button>}>
      <div className="stack">
        <DateField form={form} path="startsOn" label={text('indicator.break.startsOn')} help={text('indicator.break.startsOn.help')} />
        <SelectField form={form} path="kind" label={text('indicator.break.kind')} options={breakKinds.map((value) => ({ value, label: text(`indicator.break.kind.${value}`) }))} />
        <TextField form={form} path="beforeWords" label={text('indicator.column.beforeWords')} lines={2} optional />
        <TextField form={form} path="afterWords" label={text('indicator.column.afterWords')} lines={2} optional />
        <TextField form={form} path="note" label={text('indicator.column.note')} lines={2} optional />
      </div>
    </Form>
  );
}
