import { useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { ComboboxField } from '#web/kit/form/ComboboxField.tsx';
import { findRecords } from '#web/kit/form/find-records.ts';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { createContact } from '../../words/reporter.contract.ts';
import { contactInputSchema } from '../../words/reporter.schema.ts';
import { ContactFields } from './ContactFields.tsx';

export function AddContact({ onClose }: { onClose: () => void }) {
  const text = useText();
  const create = useWrite(createContact, { onDone: onClose });
  const form = useForm({ initial: {}, schema: contactInputSchema, submit: (body) => create.mutateAsync({ body }) });
  return (
    <Dialog open title={text('intake.reporter.add')} onClose={onClose}>
      <Form form={form} label={text('intake.reporter.add')} actions={<><Button onClick={onClose}>{text('intake.cancel')}</Button><Button kind="primary" type="submit" busy={form.sending}>{text('intake.reporter.add')}</Button></>}>
        <ComboboxField form={form} path="organisationId" label={text('intake.receipt.party')} find={findRecords('organisation')} />
        <ContactFields form={form} />
      </Form>
    </Dialog>
  );
}
