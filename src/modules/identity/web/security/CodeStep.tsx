import { useQueryClient } from '@tanstack/react-query';
import { call } from '#web/api/client.ts';
import { isProblem } from '#web/api/problem.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { giveCode } from '../../words/security.contract.ts';
import { codeInputSchema } from '../../words/security.schema.ts';
import { besideField } from '../problem-beside.ts';

/** The second step of sign-in. When the first one is over, the words say so and the password is asked for again. */
export function CodeStep({ onBack }: { onBack: (words: string | null) => void }) {
  const text = useText();
  const client = useQueryClient();
  const form = useForm({
    initial: {},
    schema: codeInputSchema,
    submit: async (body) => {
      try {
        await besideField(call(giveCode, { body }), { codeWrong: 'code' });
      } catch (error) {
        if (!isProblem(error) || !['codeTriesUsed', 'signInRequired'].includes(error.reason)) throw error;
        onBack(error.detail ?? error.title);
        return;
      }
      await client.resetQueries();
    },
  });
  return (
    <Form form={form} label={text('identity.factor.step')} actions={<><Button onClick={() => onBack(null)}>{text('identity.factor.back')}</Button><Button kind="primary" type="submit" busy={form.sending}>{text('identity.signIn.do')}</Button></>}>
      <TextField form={form} path="code" label={text('identity.factor.code')} autoComplete="one-time-code" help={text('identity.factor.stepHelp')} />
    </Form>
  );
}
