import type { ReactNode } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import type { FormState } from '#web/kit/form/use-form.ts';

export function FormDialog({ form, title, submit, onClose, width = 520, children }: { form: FormState; title: string; submit: string; onClose: () => void; width?: number; children: ReactNode }) {
  const text = useText();
  return (
    <Dialog open title={title} onClose={onClose} width={width}>
      <Form form={form} label={title} actions={<><Button onClick={onClose}>{text('observatory.cancel')}</Button><Button kind="primary" type="submit" busy={form.sending}>{submit}</Button></>}>{children}</Form>
    </Dialog>
  );
}
