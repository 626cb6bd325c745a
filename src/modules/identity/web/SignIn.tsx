import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { call } from '#web/api/client.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { fieldId } from '#web/kit/form/Field.tsx';
import { TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { one } from '#web/router/search.ts';
import { useGo, useSearch } from '#web/router/use-search.ts';
import { useSession } from '#web/session/use-session.ts';
import { createSession } from '../identity.contract.ts';
import { signInSchema } from '../identity.schema.ts';
import { safePath } from '../words/safe-path.rules.ts';
import { Doorway } from './Doorway.tsx';
import { besideField } from './problem-beside.ts';
import { SampleLogins } from './SampleLogins.tsx';
import { CodeStep } from './security/CodeStep.tsx';
import { OutsideButton } from './security/OutsideButton.tsx';

export default function SignIn() {
  const text = useText();
  const go = useGo();
  const client = useQueryClient();
  const asked = safePath(one(useSearch()['next']));
  // The address loses `next` while the wanted page is still being loaded.
  const [next] = useState(asked);
  const { session } = useSession();
  const inside = session?.signedIn === true;
  // Said when the second step sent somebody back to the first one; an empty text when they went themselves.
  const [back, setBack] = useState<string | null>(null);
  useEffect(() => {
    if (!inside) return;
    // Pages that the server finishes stand outside of the app.
    if (next.startsWith('/print/')) window.location.replace(next);
    else go(next, { replace: true });
  }, [inside, go, next]);
  const form = useForm({
    initial: {},
    schema: signInSchema,
    submit: async (body) => {
      setBack(null);
      await besideField(call(createSession, { body }), { signInFailed: 'password', noSpace: 'login' });
      await client.resetQueries();
    },
  });
  const fill = (login: string) => {
    form.set('login', login);
    document.getElementById(fieldId('password'))?.focus();
  };
  if (session?.owes === 'code' && back === null) {
    return <Doorway title={text('identity.factor.step')}><CodeStep onBack={(words) => setBack(words ?? '')} /></Doorway>;
  }
  const provider = session?.product.outsideSignIn;
  return (
    <Doorway title={text('identity.signIn')} below={session?.product.hasSample ? <SampleLogins onChoose={fill} /> : null}>
      {back ? <p role="alert" className="field-error">{back}</p> : null}
      <Form form={form} label={text('identity.signIn')} actions={<Button kind="primary" type="submit" busy={form.sending}>{text('identity.signIn.do')}</Button>}>
        <TextField form={form} path="login" label={text('identity.login')} autoComplete="username" />
        <TextField form={form} path="password" type="password" label={text('identity.password')} autoComplete="current-password" help={text('identity.signIn.forgotten')} />
      </Form>
      {provider ? <OutsideButton name={provider} next={next} /> : null}
    </Doorway>
  );
}
