import { useState } from 'react';
import { useWrite } from '#web/api/use-route.ts';
import { contentLanguage } from '#web/i18n/language.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { ComboboxField } from '#web/kit/form/ComboboxField.tsx';
import { Field } from '#web/kit/form/Field.tsx';
import { TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import type { SubjectKind } from '../../words/record.schema.ts';
import { addComposition } from '../../words/statement.contract.ts';
import { reconcile } from '../../words/statement.rules.ts';
import { compositionInputSchema } from '../../words/statement.schema.ts';
import { useFind } from '../find/find.ts';
import { parseParts } from './parse-parts.ts';

interface Subject {
  subjectKind: SubjectKind;
  subjectId: string;
}

export function CompositionDialog({ open, onClose, ...subject }: Subject & { open: boolean; onClose: () => void }) {
  const text = useText();
  return (
    <Dialog open={open} title={text('registry.composition.add')} onClose={onClose}>
      <CompositionForm {...subject} onDone={onClose} />
    </Dialog>
  );
}

const isNumber = (value: unknown): value is string => typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value);

function CompositionForm({ subjectKind, subjectId, onDone }: Subject & { onDone: () => void }) {
  const text = useText();
  const find = useFind();
  const [typed, setTyped] = useState('');
  const add = useWrite(addComposition, { touches: ['figure', 'history'], onDone });
  const form = useForm({ initial: { subjectKind, subjectId, unit: 'unit' }, schema: compositionInputSchema, submit: (body) => add.mutateAsync({ body }) });
  const language = contentLanguage() === 'en' ? 'en' : 'zh';
  const total = form.get('total');
  const parts = parseParts(typed);
  const sum = isNumber(total) && parts.length > 0 ? reconcile(total, parts) : null;
  const setParts = (words: string) => {
    setTyped(words);
    form.set('parts', parseParts(words).map((part) => ({ label: { [language]: part.label }, value: part.value })));
  };
  return (
    <Form form={form} label={text('registry.composition.add')} actions={<Button kind="primary" type="submit" busy={form.sending}>{text('registry.composition.add')}</Button>}>
      <TextField form={form} path={`title.${language}`} label={text('registry.composition.title')} />
      <TextField form={form} path="total" label={text('registry.composition.total')} inputMode="decimal" />
      <Field form={form} path="parts" label={text('registry.composition.parts')} help={text('registry.composition.parts.help')}>
        {(props) => <textarea {...props} className="input" rows={5} value={typed} onChange={(event) => setParts(event.target.value)} />}
      </Field>
      {sum ? (
        <p role="status" className={sum.reconciles ? 'positive' : 'warning'}>
          {sum.reconciles ? text('registry.composition.adds') : sum.reconciles === null ? text('registry.composition.incomplete', { sum: sum.sum }) : text('registry.composition.off', { difference: (sum.difference ?? '?').replace('-', '') })}
        </p>
      ) : null}
      <TextField form={form} path="period" label={text('registry.statement.period')} placeholder="2022" optional />
      <ComboboxField form={form} path="sourceId" label={text('web.statement.source')} find={find.sources} />
    </Form>
  );
}
