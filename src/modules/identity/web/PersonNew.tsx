import { useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, ButtonLink } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { useGo } from '#web/router/use-search.ts';
import { createPerson } from '../identity.contract.ts';
import { personInputSchema } from '../identity.schema.ts';
import { Administration } from '#web/shell/Administration.tsx';
import { PersonFields } from './PersonFields.tsx';

function NewPerson() {
  const text = useText();
  const go = useGo();
  const create = useWrite(createPerson, { touches: ['audit'], onDone: (person) => go(`/administration/people/${person.id}`) });
  const form = useForm({ initial: { name: {} }, schema: personInputSchema, draft: 'identity.person.new', submit: (body) => create.mutateAsync({ body }) });
  return (
    <>
      <PageHead title={text('identity.person.add')} breadcrumb={[{ label: text('identity.people'), href: '/administration/people' }]} scope={text('identity.person.addScope')} />
      <Card>
        <Form
          form={form}
          label={text('identity.person.add')}
          actions={
            <>
              <ButtonLink href="/administration/people">{text('identity.person.notNow')}</ButtonLink>
              <Button kind="primary" type="submit" busy={form.sending}>{text('identity.person.addDo')}</Button>
            </>
          }
        >
          <PersonFields form={form} />
        </Form>
      </Card>
    </>
  );
}

export default function PersonNew() {
  const text = useText();
  return <Administration permission="person.create" title={text('identity.person.add')}><NewPerson /></Administration>;
}
