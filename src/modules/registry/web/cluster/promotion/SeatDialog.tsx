import { useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { ComboboxField } from '#web/kit/form/ComboboxField.tsx';
import { DateField, NumberField, SelectField, TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { problemText } from '#web/kit/state/problem-text.ts';
import { seatInputSchema } from '../../../words/cluster.schema.ts';
import type { ClusterOrganisation } from '../../../words/cluster.schema.ts';
import { addSeat, removeSeat, updateSeat } from '../../../words/membership.contract.ts';
import { sectors } from '../../../words/organisation.schema.ts';
import { useFind } from '../../find/find.ts';
import { promotionTouches } from './edited.ts';
import type { EditedSeat, Seat } from './edited.ts';
import { KnownField } from './KnownField.tsx';

interface SeatDialogProps {
  relation: ClusterOrganisation;
  edited: EditedSeat | null;
  onClose: () => void;
}

export function SeatDialog({ relation, edited, onClose }: SeatDialogProps) {
  const text = useText();
  const name = useName();
  return (
    <Dialog open={edited !== null} title={edited ? text(edited.seat ? 'registry.seat.change' : 'registry.seat.addTo', { name: name(edited.body.name) }) : ''} onClose={onClose}>
      {edited ? <SeatForm relation={relation} edited={edited} onDone={onClose} /> : null}
    </Dialog>
  );
}

function initialOf(seat: Seat) {
  const { id: _, organisation, ...rest } = seat;
  return seatInputSchema.parse({ ...rest, organisationId: organisation?.id ?? null });
}

function SeatForm({ relation, edited, onDone }: { relation: ClusterOrganisation; edited: EditedSeat; onDone: () => void }) {
  const text = useText();
  const name = useName();
  const find = useFind();
  const touches = promotionTouches;
  const params = { clusterId: relation.clusterId, clusterOrganisationId: relation.id, bodyId: edited.body.id };
  const add = useWrite(addSeat, { touches, onDone });
  const update = useWrite(updateSeat, { touches, onDone });
  const remove = useWrite(removeSeat, { touches, onDone });
  const { seat } = edited;
  const form = useForm({
    initial: seat ? initialOf(seat) : {},
    schema: seatInputSchema,
    submit: (body) => (seat ? update.mutateAsync({ params: { ...params, seatId: seat.id }, body }) : add.mutateAsync({ params, body })),
  });
  return (
    <Form
      form={form}
      label={text('registry.seat.add')}
      actions={
        <>
          {seat ? <Button kind="danger" icon="trash" busy={remove.isPending} onClick={() => remove.mutate({ params: { ...params, seatId: seat.id } })}>{text('registry.seat.remove')}</Button> : null}
          <Button kind="primary" type="submit" busy={form.sending}>{text(seat ? 'registry.seat.save' : 'registry.seat.add')}</Button>
        </>
      }
    >
      <TextField form={form} path="personName" label={text('registry.seat.person')} optional help={text('registry.seat.person.help')} />
      <ComboboxField form={form} path="organisationId" label={text('registry.seat.organisation')} find={find.organisations} known={seat?.organisation ? { value: seat.organisation.id, label: name(seat.organisation.name) } : null} optional />
      <TextField form={form} path="post" label={text('registry.seat.post')} optional />
      <SelectField form={form} path="sector" label={text('registry.field.sector')} options={sectors.map((value) => ({ value, label: text(`registry.sector.${value}`) }))} optional />
      <TextField form={form} path="country" label={text('registry.field.country')} optional />
      <DateField form={form} path="since" label={text('registry.field.since')} optional />
      <DateField form={form} path="until" label={text('registry.field.until')} optional />
      <NumberField form={form} path="rotaOrder" label={text('registry.seat.rotaOrder')} help={text('registry.seat.rotaOrder.help')} optional />
      <KnownField form={form} path="hiredFromMarket" label={text('registry.seat.hiredFromMarket')} />
      <KnownField form={form} path="fullTime" label={text('registry.seat.fullTime')} />
      <TextField form={form} path="certificate" label={text('registry.seat.certificate')} optional />
      {remove.error ? <p className="field-error" role="alert">{problemText(remove.error, text)}</p> : null}
    </Form>
  );
}
