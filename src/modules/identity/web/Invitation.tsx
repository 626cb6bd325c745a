import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { call } from '#web/api/client.ts';
import { isProblem } from '#web/api/problem.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, ButtonLink } from '#web/kit/Button.tsx';
import { TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { one } from '#web/router/search.ts';
import { useGo, useSearch } from '#web/router/use-search.ts';
import { useSession } from '#web/session/use-session.ts';
import { acceptInvitation } from '../identity.contract.ts';
import { loginSchema, newPasswordSchema } from '../identity.schema.ts';
import { Doorway } from './Doorway.tsx';
import { besideField } from './problem-beside.ts';
import { OutsideButton } from './security/OutsideButton.tsx';

const choices = z.object({ login: loginSchema, password: newPasswordSchema });

export default function Invitation() {
  const text = useText();
  const go = useGo();
  const client = useQueryClient();
  const token = one(useSearch()['token']) ?? '';
  const [dead, setDead] = useState(token.length < 20);
  const { session } = useSession();
  const form = useForm({
    initial: {},
    schema: choices,
    submit: async (values) => {
      try {
        await besideField(call(acceptInvitation, { body: { token, ...values } }), { loginTaken: 'login' });
      } catch (error) {
        if (!isProblem(error, 'invitationDead')) throw error;
        setDead(true);
        return;
      }
      await client.resetQueries();
      go('/', { replace: true });
    },
  });
  if (dead) {
    return (
      <Doorway title={text('identity.invitation')}>
        <EmptyState title={text('identity.invitation.dead')} action={<ButtonLink href="/sign-in">{text('identity.invitation.signIn')}</ButtonLink>}>{text('identity.invitation.deadHint')}</EmptyState>
      </Doorway>
    );
  }
  return (
    <Doorway title={text('identity.invitation')} scope={session?.signedIn ? text('identity.invitation.signedIn', { login: session.person?.login ?? '' }) : text('identity.invitation.hint')}>
      <Form form={form} label={text('identity.invitation')} actions={<Button kind="primary" type="submit" busy={form.sending}>{text('identity.invitation.accept')}</Button>}>
        <TextField form={form} path="login" label={text('identity.login')} autoComplete="username" help={text('identity.login.help')} />
        <TextField form={form} path="password" type="password" label={text('identity.password')} autoComplete="new-password" help={text('identity.password.help')} />
      </Form>
      {session?.product.outsideSignIn ? <OutsideButton name={session.product.outsideSignIn} invitation={token} /> : null}
    </Doorway>
  );
}
