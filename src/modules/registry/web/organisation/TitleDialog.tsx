import { z } from 'zod';
import { useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { ComboboxField } from '#web/kit/form/ComboboxField.tsx';
import { DateField, SelectField, TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { titleInputSchema, titleKeys } from '../../words/list.schema.ts';
import { addOrganisationTitle } from '../../words/organisation.contract.ts';
import { useFind } from '../find/find.ts';

const levels = ['national', 'provincial', 'city', 'county'] as const;
/** A name of which both languages were cleared is no name. */
const titleForm = z.preprocess((values) => {
  const name = (values as { name?: object }).name;
  return { ...(values as object), name: name && Object.keys(name).length > 0 ? name : null };
}, titleInputSchema);

export function TitleDialog({ organisationId, open, onClose }: { organisationId: string; open: boolean; onClose: () => void }) {
  const text = useText();
  return (
    <Dialog open={open} title={text('registry.title.add')} onClose={onClose}>
      <TitleForm organisationId={organisationId} onDone={onClose} />
    </Dialog>
  );
}

function TitleForm({ organisationId, onDone }: { organisationId: string; onDone: () => void }) {
  const text = useText();
  const find = useFind();
  const add = useWrite(addOrganisationTitle, { touches: ['history', 'figure'], onDone });
  const form = useForm({ initial: {}, schema: titleForm, submit: (body) => add.mutateAsync({ params: { organisationId }, body }) });
  const named = form.get('key') === 'other' || form.get('key') === 'award' || form.get('key') === 'technologyCentre';
  return (
    <Form form={form} label={text('registry.title.add')} actions={<Button kind="primary" type="submit" busy={form.sending}>{text('registry.title.add')}</Button>}>
      <SelectField form={form} path="key" label={text('registry.title')} options={titleKeys.map((value) => ({ value, label: text(`registry.titleKey.${value}`) }))} />
      {named ? (
        <>
          <TextField form={form} path="name.zh" label={text('registry.field.name.zh')} optional />
          <TextField form={form} path="name.en" label={text('registry.field.name.en')} optional />
        </>
      ) : null}
      <SelectField form={form} path="level" label={text('registry.column.level')} options={levels.map((value) => ({ value, label: text(`registry.level.${value}`) }))} optional />
      <TextField form={form} path="issuer" label={text('registry.column.issuer')} optional />
      <TextField form={form} path="batch" label={text('registry.column.batch')} optional />
      <DateField form={form} path="validFrom" label={text('registry.column.validFrom')} optional />
      <DateField form={form} path="validUntil" label={text('registry.column.validUntil')} help={text('registry.title.until.help')} optional />
      <ComboboxField form={form} path="sourceId" label={text('registry.column.sourceTitle')} find={find.sources} optional />
    </Form>
  );
}
