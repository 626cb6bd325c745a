import { useText } from '#web/i18n/use-text.ts';
import { Field } from '#web/kit/form/Field.tsx';
import type { FormState } from '#web/kit/form/use-form.ts';

/** Yes, no, or not stated: an answer left open is unknown, never no. */
export function KnownField({ form, path, label, help }: { form: FormState; path: string; label: string; help?: string }) {
  const text = useText();
  const value = form.get(path);
  return (
    <Field form={form} path={path} label={label} help={help}>
      {(props) => (
        <select {...props} className="input" value={typeof value === 'boolean' ? String(value) : ''} onChange={(event) => form.set(path, event.target.value === '' ? undefined : event.target.value === 'true')}>
          <option value="">{text('web.figure.notStated')}</option>
          <option value="true">{text('web.yes')}</option>
          <option value="false">{text('web.no')}</option>
        </select>
      )}
    </Field>
  );
}
