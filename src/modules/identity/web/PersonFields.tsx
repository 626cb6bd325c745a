import { useText } from '#web/i18n/use-text.ts';
import { SelectField, TextField } from '#web/kit/form/fields.tsx';
import type { FormState } from '#web/kit/form/use-form.ts';

/** What is asked about a person, new or known. */
export function PersonFields({ form }: { form: FormState }) {
  const text = useText();
  return (
    <>
      <TextField form={form} path="name.zh" label={text('identity.column.name.zh')} help={text('identity.person.nameHelp')} />
      <TextField form={form} path="name.en" label={text('identity.column.name.en')} />
      <TextField form={form} path="email" type="email" inputMode="email" optional label={text('identity.column.email')} />
      <SelectField form={form} path="language" optional label={text('identity.person.language')} options={[{ value: 'zh-CN', label: '中文' }, { value: 'en', label: 'English' }]} />
    </>
  );
}
