import { useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { ComboboxField } from '#web/kit/form/ComboboxField.tsx';
import { DateField, SelectField, TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import type { FormState } from '#web/kit/form/use-form.ts';
import { problemText } from '#web/kit/state/problem-text.ts';
import { membershipClasses, membershipInputSchema } from '../../../words/cluster.schema.ts';
import type { Membership } from '../../../words/cluster.schema.ts';
import { addMember, removeMember, updateMember } from '../../../words/membership.contract.ts';
import { useFind } from '../../find/find.ts';

const touches = ['cluster', 'figure', 'history', 'map', 'organisation'];

export function MemberDialog({ clusterId, member, onClose }: { clusterId: string; member: Membership | 'new' | null; onClose: () => void }) {
  const text = useText();
  const name = useName();
  const title = member === null ? '' : member === 'new' ? text('registry.member.add') : name(member.organisation.name);
  return (
    <Dialog open={member !== null} title={title} onClose={onClose}>
      {member === 'new' ? <NewMember clusterId={clusterId} onDone={onClose} /> : member ? <OldMember clusterId={clusterId} member={member} onDone={onClose} /> : null}
    </Dialog>
  );
}

function Fields({ form }: { form: FormState }) {
  const text = useText();
  return (
    <>
      <SelectField form={form} path="membershipClass" label={text('registry.field.membershipClass')} options={membershipClasses.map((value) => ({ value, label: text(`registry.membershipClass.${value}`) }))} />
      <TextField form={form} path="specialty" label={text('registry.field.specialty')} help={text('registry.member.specialty.help')} optional />
      <DateField form={form} path="since" label={text('registry.field.since')} optional />
      <DateField form={form} path="until" label={text('registry.field.until')} optional help={text('registry.member.until.help')} />
    </>
  );
}

function NewMember({ clusterId, onDone }: { clusterId: string; onDone: () => void }) {
  const text = useText();
  const find = useFind();
  const add = useWrite(addMember, { touches, onDone });
  const form = useForm({ initial: { membershipClass: 'other' }, schema: membershipInputSchema, submit: (body) => add.mutateAsync({ params: { clusterId }, body }) });
  return (
    <Form form={form} label={text('registry.member.add')} actions={<Button kind="primary" type="submit" busy={form.sending}>{text('registry.member.add')}</Button>}>
      <ComboboxField form={form} path="organisationId" label={text('registry.recordKind.organisation')} find={find.organisations} />
      <Fields form={form} />
    </Form>
  );
}

function OldMember({ clusterId, member, onDone }: { clusterId: string; member: Membership; onDone: () => void }) {
  const text = useText();
  const params = { clusterId, membershipId: member.id };
  const update = useWrite(updateMember, { touches, onDone });
  const remove = useWrite(removeMember, { touches, onDone });
  const form = useForm({
    initial: { organisationId: member.organisation.id, membershipClass: member.membershipClass, specialty: member.specialty, since: member.since, until: member.until },
    schema: membershipInputSchema,
    submit: ({ organisationId: _, ...body }) => update.mutateAsync({ params, body }),
  });
  return (
    <Form
      form={form}
      label={text('registry.member.change')}
      actions={
        <>
          <Button kind="danger" icon="trash" busy={remove.isPending} onClick={() => remove.mutate({ params })}>{text('registry.member.remove')}</Button>
          <Button kind="primary" type="submit" busy={form.sending}>{text('registry.member.change')}</Button>
        </>
      }
    >
      <Fields form={form} />
      <p className="small quiet">{text('registry.member.remove.hint')}</p>
      {remove.error ? <p className="field-error" role="alert">{problemText(remove.error, text)}</p> : null}
    </Form>
  );
}
