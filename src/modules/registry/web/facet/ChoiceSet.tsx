import { useId } from 'react';
import type { FormState } from '#web/kit/form/use-form.ts';

interface ChoiceSetProps<Key extends string> {
  form: FormState;
  path: string;
  label: string;
  options: readonly { value: Key; label: string }[];
}

/** Any number of a few fixed choices; they keep the order of the options. */
export function ChoiceSet<Key extends string>({ form, path, label, options }: ChoiceSetProps<Key>) {
  const id = useId();
  const chosen = form.get(path);
  const held: readonly unknown[] = Array.isArray(chosen) ? chosen : [];
  const toggle = (value: Key, on: boolean) => form.set(path, options.map((each) => each.value).filter((each) => (each === value ? on : held.includes(each))));
  return (
    <fieldset className="site-list" aria-labelledby={id}>
      <legend className="field-label" id={id}>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className="check-field">
          <input type="checkbox" checked={held.includes(option.value)} onChange={(event) => toggle(option.value, event.target.checked)} />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
