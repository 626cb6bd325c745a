import { createSource } from '#modules/registry/words/statement.contract.ts';
import { sourceInputSchema, sourceKinds } from '#modules/registry/words/statement.schema.ts';
import { useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { DateField, SelectField, TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import type { SourceRef } from './source-ref.ts';

interface Props {
  open: boolean;
  onClose: () => void;
  onMade: (source: SourceRef) => void;
}

export function SourceDialog({ open, onClose, onMade }: Props) {
  const text = useText();
  return (
    <Dialog open={open} title={text('intake.source.new')} onClose={onClose}>
      <SourceForm
        onMade={(source) => {
          onMade(source);
          onClose();
        }}
      />
    </Dialog>
  );
}

function SourceForm({ onMade }: { onMade: (source: SourceRef) => void }) {
  const text = useText();
  const create = useWrite(createSource, { onDone: ({ id, title }) => onMade({ id, title }) });
  const form = useForm({ initial: { kind: 'database' }, schema: sourceInputSchema, submit: (body) => create.mutateAsync({ body }) });
  return (
    <Form form={form} label={text('intake.source.new')} actions={<Button kind="primary" type="submit" busy={form.sending}>{text('intake.source.make')}</Button>}>
      <TextField form={form} path="title" label={text('intake.source.title')} help={text('intake.source.titleHelp')} />
      <TextField form={form} path="publisher" label={text('intake.source.publisher')} optional />
      <SelectField form={form} path="kind" label={text('intake.source.kind')} options={sourceKinds.map((value) => ({ value, label: text(`registry.sourceKind.${value}`) }))} />
      <TextField form={form} path="licence" label={text('intake.source.licence')} help={text('intake.source.licenceHelp')} optional />
      <DateField form={form} path="publishedOn" label={text('intake.source.publishedOn')} optional />
      <TextField form={form} path="url" type="url" label={text('intake.source.url')} placeholder="https://" optional />
    </Form>
  );
}
