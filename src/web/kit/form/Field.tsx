import type { ReactNode } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import type { FormState } from './use-form.ts';

export const fieldId = (path: string): string => `field-${path.replaceAll('.', '-')}`;

export interface FieldWords {
  label: string;
  help?: ReactNode;
  optional?: boolean;
  /** Where the prefilled value is from: `来自社保申报，2 月 28 日。不对就改`. */
  prefilled?: string;
}

export interface FieldProps extends FieldWords {
  form: FormState;
  path: string;
  children: (props: { id: string; name: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }) => ReactNode;
}

/** Label above, help under, the error where the mistake is. */
export function Field({ form, path, label, help, optional = false, prefilled, children }: FieldProps) {
  const text = useText();
  if (form.aboveCeiling.has(path)) return null;
  const error = form.errors[path];
  form.labels.set(path, label);
  const id = fieldId(path);
  const described = [error ? `${id}-error` : '', help || prefilled ? `${id}-help` : ''].filter(Boolean).join(' ') || undefined;
  return (
    <div className={['field', error ? 'field-wrong' : '', prefilled ? 'field-prefilled' : ''].filter(Boolean).join(' ')}>
      <label className="field-label" htmlFor={id}>
        {label}
        {optional ? <span className="quiet">{text('web.form.optional')}</span> : null}
        {prefilled ? <Tag tone="brand">{text('web.form.prefilled')}</Tag> : null}
      </label>
      {children({ id, name: path, 'aria-describedby': described, 'aria-invalid': error ? true : undefined })}
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          <Icon name="warning" size={14} /> {error}
        </p>
      ) : null}
      {help || prefilled ? <p className="field-help" id={`${id}-help`}>{prefilled ?? help}</p> : null}
    </div>
  );
}
