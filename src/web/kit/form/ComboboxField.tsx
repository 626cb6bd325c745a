import { Combobox } from './Combobox.tsx';
import type { ComboboxOption } from './Combobox.tsx';
import { Field } from './Field.tsx';
import type { FieldWords } from './Field.tsx';
import type { FormState } from './use-form.ts';

export interface ComboboxFieldProps extends FieldWords {
  form: FormState;
  path: string;
  find: (words: string, signal: AbortSignal) => Promise<readonly ComboboxOption[]>;
  /** Words of the value that is already there. */
  known?: ComboboxOption | null;
}

/** Chooses one record by name; the form holds its id. */
export function ComboboxField({ form, path, find, known, ...words }: ComboboxFieldProps) {
  const value = form.get(path);
  return (
    <Field form={form} path={path} {...words}>
      {(props) => <Combobox {...props} value={typeof value === 'string' ? value : null} known={known ?? null} find={find} onChange={(option) => form.set(path, option?.value)} />}
    </Field>
  );
}
