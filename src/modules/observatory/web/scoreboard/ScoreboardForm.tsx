import { useText } from '#web/i18n/use-text.ts';
import { Button, ButtonLink } from '#web/kit/Button.tsx';
import type { ComboboxOption } from '#web/kit/form/Combobox.tsx';
import { ComboboxField } from '#web/kit/form/ComboboxField.tsx';
import { SelectField, TextField } from '#web/kit/form/fields.tsx';
import { findRecords } from '#web/kit/form/find-records.ts';
import { Form } from '#web/kit/form/Form.tsx';
import type { FormState } from '#web/kit/form/use-form.ts';
import { scoredKinds } from '../../words/scoreboard.schema.ts';

export interface ScoreboardFormProps {
  form: FormState;
  submit: string;
  cancel: string;
  /** Only before the first value: afterwards it stays. */
  kinds?: boolean;
  territory?: ComboboxOption | null;
  cluster?: ComboboxOption | null;
}

/** What a scoreboard is called, what for, whose it is and who sees it. */
export function ScoreboardForm({ form, submit, cancel, kinds = false, territory = null, cluster = null }: ScoreboardFormProps) {
  const text = useText();
  return (
    <Form form={form} actions={<><ButtonLink href={cancel}>{text('observatory.scoreboard.cancel')}</ButtonLink><Button kind="primary" type="submit" busy={form.sending}>{submit}</Button></>}>
      <TextField form={form} path="name.zh" label={text('observatory.scoreboard.field.name.zh')} />
      <TextField form={form} path="name.en" label={text('observatory.scoreboard.field.name.en')} optional />
      <TextField form={form} path="purpose.zh" label={text('observatory.scoreboard.field.purpose.zh')} lines={2} optional />
      <TextField form={form} path="purpose.en" label={text('observatory.scoreboard.field.purpose.en')} lines={2} optional />
      {kinds ? <SelectField form={form} path="subjectKind" label={text('observatory.scoreboard.field.subjectKind')} help={text('observatory.scoreboard.field.subjectKind.help')} options={scoredKinds.map((value) => ({ value, label: text(`indicator.subjectKind.${value}`) }))} /> : null}
      <ComboboxField form={form} path="territoryId" label={text('observatory.scoreboard.field.territory')} help={text('observatory.scoreboard.field.territory.help')} optional known={territory} find={findRecords('territory')} />
      <ComboboxField form={form} path="clusterId" label={text('observatory.scoreboard.field.cluster')} optional known={cluster} find={findRecords('cluster')} />
      <SelectField form={form} path="visibility" label={text('observatory.scoreboard.field.visibility')} help={text('observatory.scoreboard.field.visibility.help')} options={(['open', 'internal'] as const).map((value) => ({ value, label: text(`registry.visibility.${value}`) }))} />
    </Form>
  );
}
