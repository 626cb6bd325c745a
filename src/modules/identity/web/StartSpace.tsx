import { useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { CheckField, TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { useSessionDeeds } from '#web/session/use-session.ts';
import { createSpace } from '../identity.contract.ts';
import { spaceInputSchema } from '../identity.schema.ts';

export function StartSpace() {
  const text = useText();
  const deeds = useSessionDeeds();
  const create = useWrite(createSpace, { touches: ['session'] });
  const form = useForm({
    initial: { name: {}, withPack: true },
    schema: spaceInputSchema,
    submit: async (body) => deeds.switchSpace((await create.mutateAsync({ body })).id),
  });
  return (
    <Form form={form} label={text('identity.space.start')} actions={<Button kind="primary" type="submit" busy={form.sending}>{text('identity.space.startDo')}</Button>}>
      <TextField form={form} path="name.zh" label={text('identity.space.nameZh')} help={text('identity.space.nameHelp')} />
      <TextField form={form} path="name.en" label={text('identity.space.nameEn')} />
      <CheckField form={form} path="withPack" label={text('identity.space.withPack')} help={text('identity.space.withPackHelp')} />
    </Form>
  );
}
