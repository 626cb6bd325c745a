import type { HTMLInputTypeAttribute } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { Field } from './Field.tsx';
import type { FieldWords } from './Field.tsx';
import type { FormState } from './use-form.ts';

interface BoundProps extends FieldWords {
  form: FormState;
  path: string;
}

export interface TextFieldProps extends BoundProps {
  type?: HTMLInputTypeAttribute;
  unit?: string;
  placeholder?: string;
  lines?: number;
  autoComplete?: string;
  /** Keeps the text as typed even where the schema wants a number: the schema coerces. */
  inputMode?: 'text' | 'decimal' | 'numeric' | 'email' | 'url' | 'tel';
}

const shownValue = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

export function TextField({ form, path, type = 'text', unit, placeholder, lines, autoComplete, inputMode, ...words }: TextFieldProps) {
  const value = shownValue(form.get(path));
  if (lines || type === 'text') form.freeText.add(path);
  return (
    <Field form={form} path={path} {...words}>
      {(props) => {
        const shared = { ...props, className: 'input', value, placeholder, autoComplete, inputMode };
        if (lines) return <textarea {...shared} rows={lines} onChange={(event) => form.set(path, event.target.value)} />;
        const input = <input {...shared} type={type} onChange={(event) => form.set(path, event.target.value)} />;
        return unit ? <span className="input-holder">{input}<span className="input-unit">{unit}</span></span> : input;
      }}
    </Field>
  );
}

/** Sends a number, or nothing when empty; what is not a number goes on as text for the schema to refuse. */
export function NumberField({ form, path, unit, placeholder, ...words }: Omit<TextFieldProps, 'type' | 'lines'>) {
  const read = (typed: string) => (typed.trim() === '' || Number.isNaN(Number(typed)) ? typed.trim() : Number(typed));
  return (
    <Field form={form} path={path} {...words}>
      {(props) => (
        <span className="input-holder">
          <input {...props} className="input" inputMode="decimal" placeholder={placeholder} defaultValue={shownValue(form.get(path))} onChange={(event) => form.set(path, read(event.target.value))} />
          {unit ? <span className="input-unit">{unit}</span> : null}
        </span>
      )}
    </Field>
  );
}

export const DateField = (props: Omit<TextFieldProps, 'type' | 'lines' | 'unit'>) => <TextField {...props} type="date" />;

export interface SelectFieldProps extends BoundProps {
  options: readonly { value: string; label: string }[];
}

export function SelectField({ form, path, options, ...words }: SelectFieldProps) {
  const text = useText();
  return (
    <Field form={form} path={path} {...words}>
      {(props) => (
        <select {...props} className="input" value={shownValue(form.get(path))} onChange={(event) => form.set(path, event.target.value)}>
          <option value="">{text('web.form.choose')}</option>
          {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
        </select>
      )}
    </Field>
  );
}

export function CheckField({ form, path, label, help }: BoundProps) {
  return (
    <label className="check-field">
      <input type="checkbox" name={path} checked={form.get(path) === true} onChange={(event) => form.set(path, event.target.checked)} />
      <span>
        {label}
        {help ? <span className="field-help"> {help}</span> : null}
      </span>
    </label>
  );
}
