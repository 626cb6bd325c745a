import { useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { updatePerson } from '../identity.contract.ts';
import { personInputSchema } from '../identity.schema.ts';
import type { Person } from '../identity.schema.ts';
import { PersonFields } from './PersonFields.tsx';

export function EditPerson({ person, onClose }: { person: Person; onClose: () => void }) {
  const text = useText();
  const update = useWrite(updatePerson, { touches: ['session', 'audit'], onDone: onClose });
  const form = useForm({
    initial: { name: person.name, ...(person.email ? { email: person.email } : {}), ...(person.language ? { language: person.language } : {}) },
    schema: personInputSchema,
    submit: (body) => update.mutateAsync({ params: { personId: person.id }, body, ifMatch: person.version }),
  });
  return (
    <Dialog open title={text('identity.person.edit')} onClose={onClose}>
      <Form
        form={form}
        label={text('identity.person.edit')}
        actions={
          <>
            <Button onClick={onClose}>{text('identity.person.notNow')}</Button>
            <Button kind="primary" type="submit" busy={form.sending}>{text('identity.person.save')}</Button>
          </>
        }
      >
        <PersonFields form={form} />
      </Form>
    </Dialog>
  );
}
