import { useText } from '#web/i18n/use-text.ts';
import { Button, ButtonLink } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { ComboboxField } from '#web/kit/form/ComboboxField.tsx';
import { DateField, NumberField, SelectField, TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import type { FormState } from '#web/kit/form/use-form.ts';
import type { ListSummary } from '../../words/list.schema.ts';
import { subjectKinds } from '../../words/record.schema.ts';
import { useFind } from '../find/find.ts';

export function ListForm({ form, list, submit, cancel }: { form: FormState; list?: ListSummary; submit: string; cancel: string }) {
  const text = useText();
  const find = useFind();
  const known = list?.sourceId ? { value: list.sourceId, label: list.sourceTitle ?? list.sourceId } : null;
  return (
    <Form
      form={form}
      label={submit}
      actions={
        <>
          <ButtonLink href={cancel}>{text('registry.cancel')}</ButtonLink>
          <Button kind="primary" type="submit" busy={form.sending}>{submit}</Button>
        </>
      }
    >
      <Card title={text('registry.list.about')}>
        <div className="stack">
          <TextField form={form} path="name.zh" label={text('registry.field.name.zh')} />
          <TextField form={form} path="name.en" label={text('registry.field.name.en')} optional />
          <SelectField form={form} path="entryKind" label={text('registry.list.of')} options={subjectKinds.map((value) => ({ value, label: text(`registry.recordKind.${value}`) }))} help={text('registry.list.of.help')} />
          <TextField form={form} path="issuer.zh" label={text('registry.list.issuer.zh')} optional />
          <TextField form={form} path="issuer.en" label={text('registry.list.issuer.en')} optional />
          <DateField form={form} path="issuedOn" label={text('registry.list.issuedOn')} optional />
          <TextField form={form} path="issuedPeriod" label={text('registry.list.issuedPeriod')} placeholder="2022-11" help={text('registry.list.issuedPeriod.help')} optional />
          <TextField form={form} path="batch" label={text('registry.listing.batch')} optional />
          <NumberField form={form} path="announcedCount" label={text('registry.list.announced')} help={text('registry.list.announced.help')} optional />
          <ComboboxField form={form} path="sourceId" label={text('web.statement.source')} find={find.sources} known={known} optional />
          <TextField form={form} path="note" label={text('registry.list.note')} lines={3} optional />
        </div>
      </Card>
    </Form>
  );
}
