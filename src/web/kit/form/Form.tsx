import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { fieldId } from './Field.tsx';
import { LevelNote } from './LevelNote.tsx';
import type { FormState } from './use-form.ts';

/** One column, errors counted on top with links, the draft's time below, the main action last. */
export function Form({ form, children, actions, label }: { form: FormState; children: ReactNode; actions: ReactNode; label?: string }) {
  const text = useText();
  const format = useFormat();
  const summary = useRef<HTMLDivElement>(null);
  const found = Object.entries(form.errors);
  useEffect(() => {
    if (form.refusals > 0) summary.current?.focus();
  }, [form.refusals]);
  return (
    <form
      className="form"
      noValidate
      aria-label={label}
      aria-busy={form.sending}
      onSubmit={(event) => {
        event.preventDefault();
        if (!form.sending) void form.send();
      }}
    >
      {found.length > 0 ? (
        <div className="error-summary" role="alert" tabIndex={-1} ref={summary}>
          <h2><Icon name="warning" size={16} /> {text('web.form.toCheck', { count: found.length })}</h2>
          <ul>
            {found.map(([path, words]) => (
              <li key={path}>{path ? <a href={`#${fieldId(path)}`} onClick={(event) => { event.preventDefault(); document.getElementById(fieldId(path))?.focus(); }}>{text('web.form.at', { label: form.labels.get(path) ?? path, words })}</a> : words}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {children}
      <FreeTextNote form={form} />
      <div className="form-foot">
        {form.savedAt ? (
          <span className="grow small quiet" role="status">
            <Icon name="check" size={14} /> {text('web.form.saved', { at: format.moment(form.savedAt) })}{' '}
            <Button kind="quiet" size="small" onClick={form.discard}>{text('web.form.discard')}</Button>
          </span>
        ) : null}
        {actions}
      </div>
    </form>
  );
}

/** Drawn after the fields, which say by then whether one of them takes free text. */
function FreeTextNote({ form }: { form: FormState }) {
  return form.freeText.size > 0 ? <LevelNote /> : null;
}
