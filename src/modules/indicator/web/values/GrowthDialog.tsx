import { z } from 'zod';
import { useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { CheckField, NumberField, SelectField, TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { bases, type Indicator } from '../../words/indicator.schema.ts';
import type { ObservedKind } from '../../words/observation.schema.ts';
import { addGrowth } from '../../words/reading.contract.ts';
import { comparisons, growthInputSchema, unitChanges } from '../../words/reading.schema.ts';
import { said } from '../said.ts';

const growthForm = z.preprocess(said, growthInputSchema);

interface GrowthDialogProps {
  open: boolean;
  indicator: Indicator;
  subjectKind: ObservedKind;
  subjectId: string;
  periods: readonly string[];
  onClose: () => void;
}

/** Growth as it is published: a statement beside the values, never instead of them. */
export function GrowthDialog({ open, onClose, ...rest }: GrowthDialogProps) {
  const text = useText();
  return <Dialog open={open} title={text('indicator.growth.add')} onClose={onClose}>{open ? <GrowthForm {...rest} onDone={onClose} /> : null}</Dialog>;
}

function GrowthForm({ indicator, subjectKind, subjectId, periods, onDone }: Omit<GrowthDialogProps, 'open' | 'onClose'> & { onDone: () => void }) {
  const text = useText();
  const format = useFormat();
  const add = useWrite(addGrowth, { touches: ['reading', 'history'], onDone });
  const form = useForm({
    initial: { subjectKind, subjectId, period: periods[0] ?? '', comparedWith: 'yearEarlier', unit: 'percent', comparable: true, basis: indicator.basis ?? 'public' }, schema: growthForm,
    submit: (body) => add.mutateAsync({ params: { indicatorId: indicator.id }, body }),
  });
  return (
    <Form form={form} label={text('indicator.growth.add')} actions={<Button kind="primary" type="submit" busy={form.sending}>{text('indicator.growth.add')}</Button>}>
      <div className="stack">
        <SelectField form={form} path="period" label={text('indicator.field.period')} options={periods.map((value) => ({ value, label: format.period(value) }))} />
        <TextField form={form} path="value" label={text('indicator.growth.value')} inputMode="decimal" placeholder="8.4" unit={form.get('unit') === 'point' ? text('indicator.growth.point') : '%'} />
        <SelectField form={form} path="comparedWith" label={text('indicator.column.comparedWith')} options={comparisons.map((value) => ({ value, label: text(`indicator.growth.${value}`) }))} />
        <CheckField form={form} path="comparable" label={text('indicator.growth.comparable')} help={text('indicator.growth.comparable.help')} />
        <div className="indicator-counts">{unitChanges.map((path) => <NumberField key={path} form={form} path={path} label={text(`indicator.column.${path}`)} optional />)}</div>
        <SelectField form={form} path="basis" label={text('indicator.field.basis')} options={bases.map((value) => ({ value, label: text(`indicator.basis.${value}`) }))} />
        <TextField form={form} path="note" label={text('indicator.column.note')} lines={2} optional />
      </div>
    </Form>
  );
}
