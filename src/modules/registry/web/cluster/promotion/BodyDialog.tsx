import { useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { SelectField, TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { problemText } from '#web/kit/state/problem-text.ts';
import { bodyInputSchema, bodySlots } from '../../../words/cluster.schema.ts';
import type { ClusterOrganisation } from '../../../words/cluster.schema.ts';
import { addBody, removeBody, updateBody } from '../../../words/membership.contract.ts';
import { promotionTouches } from './edited.ts';
import type { EditedBody } from './edited.ts';

interface BodyDialogProps {
  relation: ClusterOrganisation;
  edited: EditedBody | null;
  onClose: () => void;
}

export function BodyDialog({ relation, edited, onClose }: BodyDialogProps) {
  const text = useText();
  const name = useName();
  return (
    <Dialog open={edited !== null} title={edited?.body ? name(edited.body.name) : text('registry.body.add')} onClose={onClose}>
      {edited ? <BodyForm relation={relation} edited={edited} onDone={onClose} /> : null}
    </Dialog>
  );
}

function BodyForm({ relation, edited, onDone }: { relation: ClusterOrganisation; edited: EditedBody; onDone: () => void }) {
  const text = useText();
  const touches = promotionTouches;
  const params = { clusterId: relation.clusterId, clusterOrganisationId: relation.id };
  const add = useWrite(addBody, { touches, onDone });
  const update = useWrite(updateBody, { touches, onDone });
  const remove = useWrite(removeBody, { touches, onDone });
  const { body } = edited;
  const form = useForm({
    initial: body ? { slot: body.slot, name: body.name, note: body.note } : { slot: edited.slot },
    schema: bodyInputSchema,
    submit: (input) => (body ? update.mutateAsync({ params: { ...params, bodyId: body.id }, body: input }) : add.mutateAsync({ params, body: input })),
  });
  return (
    <Form
      form={form}
      label={text('registry.body.add')}
      actions={
        <>
          {body ? <Button kind="danger" icon="trash" busy={remove.isPending} onClick={() => remove.mutate({ params: { ...params, bodyId: body.id } })}>{text('registry.body.remove')}</Button> : null}
          <Button kind="primary" type="submit" busy={form.sending}>{text(body ? 'registry.body.save' : 'registry.body.add')}</Button>
        </>
      }
    >
      <SelectField form={form} path="slot" label={text('registry.body.slot')} options={bodySlots.map((value) => ({ value, label: text(`registry.bodySlot.${value}`) }))} />
      <TextField form={form} path="name.zh" label={text('registry.field.name.zh')} help={text('registry.body.name.help')} optional />
      <TextField form={form} path="name.en" label={text('registry.field.name.en')} optional />
      <TextField form={form} path="note" label={text('registry.field.note')} lines={2} optional />
      {body && body.seats.length > 0 ? <p className="small quiet">{text('registry.body.remove.hint', { count: body.seats.length })}</p> : null}
      {remove.error ? <p className="field-error" role="alert">{problemText(remove.error, text)}</p> : null}
    </Form>
  );
}
