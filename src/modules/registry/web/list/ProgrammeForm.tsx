import { useText } from '#web/i18n/use-text.ts';
import { Button, ButtonLink } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { ComboboxField } from '#web/kit/form/ComboboxField.tsx';
import { NumberField, TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import type { FormState } from '#web/kit/form/use-form.ts';
import { useFindCountries, useKnownTerritory } from '../find/find.ts';

export function ProgrammeForm({ form, submit, cancel }: { form: FormState; submit: string; cancel: string }) {
  const text = useText();
  const findCountries = useFindCountries();
  const country = form.get('country');
  const known = useKnownTerritory(typeof country === 'string' ? country : null);
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
      <Card title={text('registry.programme.about')}>
        <div className="stack">
          <TextField form={form} path="name.zh" label={text('registry.field.name.zh')} />
          <TextField form={form} path="name.en" label={text('registry.field.name.en')} optional />
          <ComboboxField key={known ? 'known' : 'asked'} form={form} path="country" label={text('registry.territoryLevel.country')} find={findCountries} known={known} optional />
          <TextField form={form} path="region" label={text('registry.programme.region')} help={text('registry.programme.region.help')} optional />
          <NumberField form={form} path="startedYear" label={text('registry.programme.startedYear')} optional />
          <NumberField form={form} path="endedYear" label={text('registry.programme.endedYear')} optional />
          <TextField form={form} path="leadDepartment" label={text('registry.programme.lead')} optional />
          <TextField form={form} path="description" label={text('registry.field.description')} lines={5} optional />
        </div>
      </Card>
    </Form>
  );
}
