import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { CheckField, TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { viewInputSchema } from '../../words/view.schema.ts';
import type { SavedView } from '../../words/view.schema.ts';
import { useViews } from './use-views.ts';

export interface ViewDialogProps {
  title: string;
  page: string;
  query: string;
  /** Null to save a new one. */
  view: SavedView | null;
  onClose: () => void;
}

/** Name a view and decide who has it. */
export function ViewDialog({ title, page, query, view, onClose }: ViewDialogProps) {
  const text = useText();
  const { create, update, remove } = useViews();
  const form = useForm({
    initial: view ? { page, query: view.query, name: view.name, shared: view.shared } : { page, query, shared: false },
    schema: viewInputSchema,
    submit: async (body) => {
      if (view) await update.mutateAsync({ params: { viewId: view.id }, body: { name: body.name, shared: body.shared ?? false }, ifMatch: view.version });
      else await create.mutateAsync({ body });
      onClose();
    },
  });
  const drop = async () => {
    if (view) await remove.mutateAsync({ params: { viewId: view.id } });
    onClose();
  };
  return (
    <Dialog open title={view ? text('record.views.edit') : text('record.views.saveOf', { title })} onClose={onClose}>
      <Form
        form={form}
        label={text('record.views.save')}
        actions={<>{view ? <Button kind="danger" busy={remove.isPending} onClick={() => void drop()}>{text('record.views.remove')}</Button> : null}<Button kind="primary" type="submit" busy={form.sending}>{text('record.views.keep')}</Button></>}
      >
        <TextField form={form} path="name" label={text('record.views.name')} />
        <CheckField form={form} path="shared" label={text('record.views.share')} />
      </Form>
    </Dialog>
  );
}
