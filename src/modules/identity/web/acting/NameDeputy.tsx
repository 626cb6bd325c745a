import { z } from 'zod';
import { deedKinds } from '#platform/auth/deed-kind.rules.ts';
import { useWrite } from '#web/api/use-route.ts';
import { textOr, useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { ComboboxField } from '#web/kit/form/ComboboxField.tsx';
import { CheckField, DateField, SelectField, TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { useSession } from '#web/session/use-session.ts';
import { nameDeputy } from '../../words/deputy.contract.ts';
import { endOfDay, startOfDay } from '../grant-form.ts';
import { localDay } from '../mandate-words.ts';
import { besideField } from '../problem-beside.ts';
import { findPeople } from './find-people.ts';

const formSchema = z
  .object({ holderId: z.string().optional(), deputyPersonId: z.string(), kinds: z.record(z.enum(deedKinds), z.boolean()), mandateId: z.string().optional(), validFrom: z.iso.date().optional(), validUntil: z.iso.date(), reason: z.string().trim().max(500).optional() })
  .refine((form) => deedKinds.some((kind) => form.kinds[kind]), { message: 'required', path: ['kinds'] });
const refusals = { ownDeputy: 'deputyPersonId', deputyCannotSignIn: 'deputyPersonId', periodTooLong: 'validUntil', periodOver: 'validUntil', mandateNotHeld: 'mandateId' };

/** For oneself; operators choose the holder too. */
export function NameDeputy({ holderId, choosesHolder = false, onClose }: { holderId: string | null; choosesHolder?: boolean; onClose: () => void }) {
  const text = useText();
  const { session } = useSession();
  const name = useWrite(nameDeputy, { touches: ['session', 'audit'], onDone: onClose });
  const form = useForm({
    initial: { kinds: { read: true, work: true, decide: false } },
    schema: formSchema,
    submit: (given) =>
      besideField(
        name.mutateAsync({
          body: {
            holderId: given.holderId ?? holderId,
            deputyPersonId: given.deputyPersonId,
            kinds: deedKinds.filter((kind) => given.kinds[kind]),
            mandateId: given.mandateId || null,
            validFrom: given.validFrom && given.validFrom !== localDay(new Date().toISOString()) ? startOfDay(given.validFrom) : null,
            validUntil: endOfDay(given.validUntil),
            reason: given.reason || null,
          },
        }),
        refusals,
      ),
  });
  const mandates = choosesHolder ? [] : (session?.mandates ?? []);
  return (
    <Dialog open title={text('identity.deputy.name')} onClose={onClose}>
      <Form form={form} label={text('identity.deputy.name')} actions={<><Button onClick={onClose}>{text('identity.person.notNow')}</Button><Button kind="primary" type="submit" busy={form.sending}>{text('identity.deputy.nameDo')}</Button></>}>
        {choosesHolder ? <ComboboxField form={form} path="holderId" label={text('identity.deputy.holder')} find={findPeople} /> : null}
        <ComboboxField form={form} path="deputyPersonId" label={text('identity.deputy')} find={findPeople} help={text('identity.deputy.who')} />
        <fieldset className="stack">
          <legend>{text('identity.deputy.kinds')}</legend>
          {deedKinds.map((kind) => <CheckField key={kind} form={form} path={`kinds.${kind}`} label={text(`identity.deedKind.${kind}`)} help={text(`identity.deedKind.${kind}.help`)} />)}
        </fieldset>
        {mandates.length > 1 ? <SelectField form={form} path="mandateId" optional label={text('identity.deputy.only')} options={mandates.map((mandate) => ({ value: mandate.id, label: textOr(`identity.role.${mandate.role}`, mandate.role) }))} /> : null}
        <DateField form={form} path="validFrom" optional label={text('identity.mandate.validFrom')} help={text('identity.mandate.validFromHelp')} />
        <DateField form={form} path="validUntil" label={text('identity.deputy.until')} />
        <TextField form={form} path="reason" optional label={text('identity.approval.reason')} />
      </Form>
    </Dialog>
  );
}
