import { useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { rejectApproval } from '../../words/approval.contract.ts';
import { approvalReasonSchema } from '../../words/approval.schema.ts';
import type { Approval } from '../../words/approval.schema.ts';

export function RejectApproval({ approval, touches, onClose }: { approval: Approval; touches: readonly string[]; onClose: () => void }) {
  const text = useText();
  const reject = useWrite(rejectApproval, { touches, onDone: onClose });
  const form = useForm({ initial: {}, schema: approvalReasonSchema, submit: (body) => reject.mutateAsync({ params: { approvalId: approval.id }, ifMatch: approval.version, body }) });
  return (
    <Dialog open title={text('identity.approval.reject')} onClose={onClose}>
      <Form form={form} label={text('identity.approval.reject')} actions={<><Button onClick={onClose}>{text('identity.approval.close')}</Button><Button kind="primary" type="submit" busy={form.sending}>{text('identity.approval.rejectDo')}</Button></>}>
        <TextField form={form} path="reason" lines={3} label={text('identity.approval.decision')} help={text('identity.approval.rejectHelp')} />
      </Form>
    </Dialog>
  );
}
