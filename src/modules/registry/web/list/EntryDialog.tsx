import { useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { ComboboxField } from '#web/kit/form/ComboboxField.tsx';
import { NumberField, TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { addListEntry } from '../../words/list.contract.ts';
import { listEntryInputSchema } from '../../words/list.schema.ts';
import type { ListSummary } from '../../words/list.schema.ts';
import { findRecords } from '#web/kit/form/find-records.ts';
import { useFind } from '../find/find.ts';

const touches = ['list', 'cluster', 'organisation', 'place', 'history', 'figure'];

export function EntryDialog({ list, open, onClose }: { list: ListSummary; open: boolean; onClose: () => void }) {
  const text = useText();
  return (
    <Dialog open={open} title={text('registry.list.entry.add')} onClose={onClose}>
      <EntryForm list={list} onDone={onClose} />
    </Dialog>
  );
}

function EntryForm({ list, onDone }: { list: ListSummary; onDone: () => void }) {
  const text = useText();
  const find = useFind();
  const finds = { organisation: find.organisations, cluster: find.clusters, place: find.places, territory: find.territories, programme: findRecords('programme') };
  const add = useWrite(addListEntry, { touches, onDone });
  const form = useForm({ initial: { batch: list.batch }, schema: listEntryInputSchema, submit: (body) => add.mutateAsync({ params: { listId: list.id }, body }) });
  return (
    <Form form={form} label={text('registry.list.entry.add')} actions={<Button kind="primary" type="submit" busy={form.sending}>{text('registry.list.entry.add')}</Button>}>
      <TextField form={form} path="nameAsListed" label={text('registry.listing.nameAsListed')} help={text('registry.listing.nameAsListed.help')} />
      <ComboboxField form={form} path="subjectId" label={text(`registry.recordKind.${list.entryKind}`)} find={finds[list.entryKind]} help={text('registry.list.entry.record.help')} optional />
      <NumberField form={form} path="position" label={text('registry.listing.position')} optional />
      <TextField form={form} path="batch" label={text('registry.listing.batch')} optional />
      <TextField form={form} path="note" label={text('registry.list.note')} lines={2} optional />
    </Form>
  );
}
