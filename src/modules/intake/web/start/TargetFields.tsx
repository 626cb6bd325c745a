import { useState } from 'react';
import { useBilingual } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import type { ImportTargetView } from '../../words/mapping.schema.ts';
import { TemplateLinks } from './TemplateLinks.tsx';

/** What the columns of such a file may be; the required ones are said at once. */
export function TargetFields({ target }: { target: ImportTargetView }) {
  const text = useText();
  const bilingual = useBilingual();
  const [open, setOpen] = useState(false);
  const required = target.fields.filter((field) => field.required).map((field) => bilingual(field.label));
  return (
    <div className="field-help">
      {required.length > 0 ? text('intake.start.required', { fields: required.join(text('web.listComma')) }) : text('intake.start.noneRequired')}{' '}
      <Button kind="quiet" size="small" onClick={() => setOpen(true)}>{text('intake.start.fields', { count: target.fields.length })}</Button>
      <TemplateLinks targetId={target.id} />
      <Dialog open={open} title={text('intake.start.fieldsOf', { target: bilingual(target.label) })} onClose={() => setOpen(false)} width={860}>
        <DataTable
          caption={text('intake.start.fieldsOf', { target: bilingual(target.label) })}
          density="compact"
          columns={[
            { key: 'field', label: text('intake.mapping.field'), cell: (field) => <strong>{bilingual(field.label)}</strong>, fixed: true },
            { key: 'required', label: text('intake.field.required'), cell: (field) => (field.required ? text('intake.field.yes') : '') },
            { key: 'kind', label: text('intake.field.holds'), cell: (field) => <FieldHolds field={field} /> },
            { key: 'example', label: text('intake.mapping.samples'), cell: (field) => <span className="muted">{field.example}</span> },
          ]}
          rows={target.fields}
          rowKey={(field) => field.key}
        />
      </Dialog>
    </div>
  );
}

const shownChoices = 12;

export function FieldHolds({ field }: { field: ImportTargetView['fields'][number] }) {
  const text = useText();
  const bilingual = useBilingual();
  const choices = field.choices.map((choice) => bilingual(choice.label));
  const more = choices.length - shownChoices;
  return (
    <>
      {choices.length > 0 ? choices.slice(0, shownChoices).join(text('web.listComma')) : text(`intake.fieldKind.${field.kind}`)}
      {more > 0 ? ` ${text('intake.field.more', { count: more })}` : ''}
      {field.note ? <span className="small quiet" style={{ display: 'block' }}>{bilingual(field.note)}</span> : null}
    </>
  );
}
