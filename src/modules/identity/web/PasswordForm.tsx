import { useState } from 'react';
import { z } from 'zod';
import { call } from '#web/api/client.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { changePassword } from '../identity.contract.ts';
import { newPasswordSchema } from '../identity.schema.ts';
import { besideField } from './problem-beside.ts';

const passwords = z.object({ current: z.string().min(1).max(200), next: newPasswordSchema });

export function PasswordForm({ login }: { login: string }) {
  const text = useText();
  const [done, setDone] = useState(false);
  const form = useForm({
    initial: {},
    schema: passwords,
    submit: async (body) => {
      setDone(false);
      await besideField(call(changePassword, { body }), { signInFailed: 'current' });
      form.discard();
      setDone(true);
    },
  });
  return (
    <Form form={form} label={text('identity.account.password')} actions={
        <>
          <span role="status" className="grow positive row">{done ? <><Icon name="check" /> {text('identity.password.changed')}</> : null}</span>
          <Button type="submit" busy={form.sending}>{text('identity.password.change')}</Button>
        </>
      }>
      <input type="text" name="username" value={login} autoComplete="username" readOnly hidden />
      <TextField form={form} path="current" type="password" label={text('identity.password.current')} autoComplete="current-password" />
      <TextField form={form} path="next" type="password" label={text('identity.password.next')} autoComplete="new-password" help={text('identity.password.help')} />
    </Form>
  );
}
