import { useState } from 'react';
import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { ComboboxField } from '#web/kit/form/ComboboxField.tsx';
import { DateField, SelectField, TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { addStatement, createSource, listAttributes } from '../../words/statement.contract.ts';
import type { SubjectKind } from '../../words/record.schema.ts';
import { operators, sourceInputSchema, sourceKinds, statementInputSchema } from '../../words/statement.schema.ts';
import { useFind } from '../find/find.ts';

interface Subject {
  subjectKind: SubjectKind;
  subjectId: string;
  /** What it is about, when that is settled before the form opens. */
  attributeKey?: string;
}

export function StatementDialog({ open, onClose, ...subject }: Subject & { open: boolean; onClose: () => void }) {
  const text = useText();
  return (
    <Dialog open={open} title={text('registry.statement.add')} onClose={onClose}>
      <StatementForm {...subject} onDone={onClose} />
    </Dialog>
  );
}

function StatementForm({ subjectKind, subjectId, attributeKey, onDone }: Subject & { onDone: () => void }) {
  const text = useText();
  const name = useName();
  const find = useFind();
  const [naming, setNaming] = useState(false);
  const [source, setSource] = useState<{ value: string; label: string } | null>(null);
  const attributes = useRoute(listAttributes, {}, { staleTime: 300_000 }).data?.items ?? [];
  const add = useWrite(addStatement, { touches: ['figure', 'history', 'cluster', 'checklist'], onDone });
  const form = useForm({ initial: { subjectKind, subjectId, ...(attributeKey ? { attributeKey } : {}), operator: '=' }, schema: statementInputSchema, submit: (body) => add.mutateAsync({ body }) });
  const attribute = attributes.find((each) => each.key === form.get('attributeKey'));
  const stated = form.get('operator') !== 'notStated';
  if (naming) {
    return (
      <SourceForm
        onDone={(made) => {
          setNaming(false);
          if (!made) return;
          setSource({ value: made.id, label: made.title });
          form.set('sourceId', made.id);
        }}
      />
    );
  }
  return (
    <Form form={form} label={text('registry.statement.add')} actions={<Button kind="primary" type="submit" busy={form.sending}>{text('registry.statement.add')}</Button>}>
      <SelectField form={form} path="attributeKey" label={text('registry.statement.attribute')} options={attributes.map((each) => ({ value: each.key, label: name(each.name) }))} help={attribute?.definition ? name(attribute.definition) : undefined} />
      <SelectField form={form} path="operator" label={text('registry.statement.operator')} options={operators.map((value) => ({ value, label: text(`registry.operator.${value}`) }))} />
      {stated ? <TextField form={form} path="value" label={text('web.statement.value')} inputMode="decimal" unit={attribute?.unit ?? ''} optional help={text('registry.statement.value.help')} /> : null}
      {stated ? <TextField form={form} path="text" label={text('registry.statement.words')} optional /> : null}
      <TextField form={form} path="period" label={text('registry.statement.period')} placeholder="2022" help={text('registry.statement.period.help')} optional />
      <TextField form={form} path="scopeNote" label={text('web.statement.scope')} help={text('registry.statement.scope.help')} optional />
      <ComboboxField form={form} path="sourceId" label={text('web.statement.source')} find={find.sources} known={source} help={<Button kind="quiet" size="small" onClick={() => setNaming(true)}>{text('registry.source.new')}</Button>} />
      <TextField form={form} path="quote" label={text('registry.statement.quoteField')} lines={2} optional />
    </Form>
  );
}

function SourceForm({ onDone }: { onDone: (made: { id: string; title: string } | null) => void }) {
  const text = useText();
  const create = useWrite(createSource, { onDone });
  const form = useForm({ initial: { kind: 'officialNotice' }, schema: sourceInputSchema, submit: (body) => create.mutateAsync({ body }) });
  return (
    <Form
      form={form}
      label={text('registry.source.new')}
      actions={
        <>
          <Button onClick={() => onDone(null)}>{text('registry.back')}</Button>
          <Button kind="primary" type="submit" busy={form.sending}>{text('registry.source.new')}</Button>
        </>
      }
    >
      <TextField form={form} path="title" label={text('registry.source.title')} />
      <SelectField form={form} path="kind" label={text('registry.column.kind')} options={sourceKinds.map((value) => ({ value, label: text(`registry.sourceKind.${value}`) }))} />
      <TextField form={form} path="publisher" label={text('registry.source.publisher')} optional />
      <DateField form={form} path="publishedOn" label={text('registry.source.publishedOn')} optional />
      <TextField form={form} path="url" type="url" label={text('registry.source.url')} placeholder="https://" optional />
    </Form>
  );
}
