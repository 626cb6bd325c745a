import { useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { ComboboxField } from '#web/kit/form/ComboboxField.tsx';
import { DateField, SelectField, TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { addOrganisationRelation } from '../../words/organisation.contract.ts';
import { relationInputSchema, relationKinds } from '../../words/organisation.schema.ts';
import type { Organisation } from '../../words/organisation.schema.ts';
import { useFind } from '../find/find.ts';

export function RelationDialog({ organisation, open, onClose }: { organisation: Organisation; open: boolean; onClose: () => void }) {
  const text = useText();
  return (
    <Dialog open={open} title={text('registry.relation.add')} onClose={onClose}>
      <RelationForm organisation={organisation} onDone={onClose} />
    </Dialog>
  );
}

function RelationForm({ organisation, onDone }: { organisation: Organisation; onDone: () => void }) {
  const text = useText();
  const name = useName();
  const find = useFind();
  const add = useWrite(addOrganisationRelation, { touches: ['history'], onDone });
  const form = useForm({ initial: {}, schema: relationInputSchema, submit: (body) => add.mutateAsync({ params: { organisationId: organisation.id }, body }) });
  const kind = form.get('kind');
  const directed = typeof kind === 'string' && kind !== 'competitor' ? text(`registry.relation.${kind as 'parent'}.up`) : null;
  return (
    <Form form={form} label={text('registry.relation.add')} actions={<Button kind="primary" type="submit" busy={form.sending}>{text('registry.relation.add')}</Button>}>
      <SelectField form={form} path="kind" label={text('registry.field.kind')} options={relationKinds.map((value) => ({ value, label: text(`registry.relationKind.${value}`) }))} />
      <ComboboxField
        form={form}
        path="otherId"
        label={directed ?? text('registry.relation.other')}
        find={(words, signal) => find.organisations(words, signal).then((options) => options.filter((option) => option.value !== organisation.id))}
        help={directed ? text('registry.relation.directed', { name: name(organisation.name), role: directed }) : undefined}
      />
      <DateField form={form} path="since" label={text('registry.field.since')} optional />
      <DateField form={form} path="until" label={text('registry.field.until')} optional />
      <TextField form={form} path="note" label={text('registry.field.note')} lines={2} optional />
    </Form>
  );
}
