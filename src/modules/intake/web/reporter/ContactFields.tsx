import { useText } from '#web/i18n/use-text.ts';
import { TextField } from '#web/kit/form/fields.tsx';
import type { FormState } from '#web/kit/form/use-form.ts';

export function ContactFields({ form }: { form: FormState }) {
  const text = useText();
  return (
    <>
      <TextField form={form} path="name" label={text('intake.reporter.person')} />
      <TextField form={form} path="phone" label={text('intake.column.phone')} inputMode="tel" optional help={text('intake.reporter.reach')} />
      <TextField form={form} path="mail" label={text('intake.column.mail')} inputMode="email" optional />
      <TextField form={form} path="duty" label={text('intake.column.duty')} optional />
    </>
  );
}
