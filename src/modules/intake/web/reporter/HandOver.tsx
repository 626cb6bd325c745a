import { useState } from 'react';
import { useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { problemText } from '#web/kit/state/problem-text.ts';
import { handOver } from '../../words/reporter.contract.ts';
import { successorSchema, type ReporterContact } from '../../words/reporter.schema.ts';
import { ContactFields } from './ContactFields.tsx';

/** Who leaves and who comes next, in one step. */
export function HandOver({ contact, onClose }: { contact: ReporterContact; onClose: () => void }) {
  const text = useText();
  const name = useName();
  const [sent, setSent] = useState<boolean | null>(null);
  const pass = useWrite(handOver, { touches: ['reporterContact', 'session'], onDone: ({ successor, outcome }) => (successor ? setSent((outcome?.sent ?? 0) > 0) : onClose()) });
  const form = useForm({ initial: {}, schema: successorSchema, submit: (successor) => pass.mutateAsync({ params: { contactId: contact.id }, body: { successor } }) });
  return (
    <Dialog open title={text('intake.reporter.leaveOf', { name: contact.name })} onClose={onClose}>
      {sent === null ? (
        <div className="stack">
          <p>{text('intake.reporter.leave.what', { name: contact.name, organisation: name(contact.organisation) })}</p>
          <Form form={form} label={text('intake.reporter.successor')} actions={<><Button busy={pass.isPending} onClick={() => pass.mutate({ params: { contactId: contact.id }, body: {} })}>{text('intake.reporter.leaveOnly')}</Button><Button kind="primary" type="submit" busy={form.sending}>{text('intake.reporter.handOver')}</Button></>}>
            <ContactFields form={form} />
          </Form>
          {pass.error && !form.sending ? <p className="field-error" role="alert">{problemText(pass.error, text)}</p> : null}
        </div>
      ) : (
        <div className="stack"><p role="status">{text(sent ? 'intake.reporter.handedOver' : 'intake.reporter.handedOver.paper')}</p><Button onClick={onClose}>{text('intake.reporter.done')}</Button></div>
      )}
    </Dialog>
  );
}
