import { useState } from 'react';
import { z } from 'zod';
import { call } from '#web/api/client.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { removeFactor, renewCodes } from '../../words/security.contract.ts';
import { besideField } from '../problem-beside.ts';
import { RecoveryCodes } from './RecoveryCodes.tsx';

const again = z.object({ password: z.string().min(1).max(200).optional() });

/** Removing the factor or renewing its codes, both only with the password again. */
export function FactorAgain({ deed, hasPassword, onClose }: { deed: 'remove' | 'renew'; hasPassword: boolean; onClose: () => void }) {
  const text = useText();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const form = useForm({
    initial: {},
    schema: again,
    submit: async ({ password }) => {
      const body = { password: password ?? null };
      if (deed === 'renew') return setCodes((await besideField(call(renewCodes, { body }), { signInFailed: 'password' })).codes);
      await besideField(call(removeFactor, { body }), { signInFailed: 'password' });
      onClose();
    },
  });
  return (
    <Dialog open title={text(`identity.factor.${deed}`)} onClose={onClose}>
      {codes ? <RecoveryCodes codes={codes} onDone={onClose} /> : (
        <Form form={form} label={text(`identity.factor.${deed}`)} actions={<><Button onClick={onClose}>{text('identity.person.notNow')}</Button><Button kind={deed === 'remove' ? 'danger' : 'primary'} type="submit" busy={form.sending}>{text(`identity.factor.${deed}Do`)}</Button></>}>
          <p>{text(`identity.factor.${deed}Hint`)}</p>
          {hasPassword ? <TextField form={form} path="password" type="password" label={text('identity.password.current')} autoComplete="current-password" /> : null}
        </Form>
      )}
    </Dialog>
  );
}
