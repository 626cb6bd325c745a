import type { z } from 'zod';
import { powers } from '#platform/auth/permission.rules.ts';
import { textOr, useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { ComboboxField } from '#web/kit/form/ComboboxField.tsx';
import { CheckField, DateField, SelectField, TextField } from '#web/kit/form/fields.tsx';
import { findRecords } from '#web/kit/form/find-records.ts';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { grantableRoles } from '../identity.schema.ts';
import { mandateDeeds } from '../words/approval.rules.ts';
import { grantFormSchema, scopeKindsOf } from './grant-form.ts';
import { besideField } from './problem-beside.ts';

const refusals = { scopeUnknown: 'scopeId', scopeNotForRole: 'scopeKind', powerNotHeld: 'role', powersNotForRole: 'role' };

export interface MandateFormProps {
  title: string;
  onClose: () => void;
  grant: (body: z.output<typeof grantFormSchema>) => Promise<unknown>;
}

/** Role first; it decides which kinds of scope can follow. What is given over the whole space says why, for the second person. */
export function MandateForm({ title, onClose, grant }: MandateFormProps) {
  const text = useText();
  const form = useForm({
    initial: { powers: Object.fromEntries(powers.map((power) => [power, true])) },
    schema: grantFormSchema,
    submit: (body) => besideField(grant(body), refusals),
  });
  const role = form.get('role');
  const kinds = scopeKindsOf(role);
  const kind = kinds.length === 1 ? kinds[0] : form.get('scopeKind');
  const chooseRole = (path: string, value: unknown) => {
    form.set(path, value);
    const possible = scopeKindsOf(value);
    form.set('scopeKind', possible.length === 1 ? possible[0] : undefined);
    form.set('scopeId', undefined);
  };
  const chooseKind = (path: string, value: unknown) => {
    form.set(path, value);
    form.set('scopeId', undefined);
  };
  return (
    <Dialog open title={title} onClose={onClose}>
      <Form
        form={form}
        label={text('identity.mandate.grant')}
        actions={
          <>
            <Button onClick={onClose}>{text('identity.person.notNow')}</Button>
            <Button kind="primary" type="submit" busy={form.sending}>{text('identity.mandate.grantDo')}</Button>
          </>
        }
      >
        <SelectField form={{ ...form, set: chooseRole }} path="role" label={text('identity.column.role')} options={grantableRoles.map((each) => ({ value: each, label: text(`identity.role.${each}`) }))} />
        {role === 'operator' ? (
          <fieldset className="stack">
            <legend>{text('identity.mandate.powers')}</legend>
            <p className="field-help">{text('identity.mandate.powersHelp')}</p>
            {powers.map((power) => <CheckField key={power} form={form} path={`powers.${power}`} label={text(`identity.power.${power}`)} help={text(`identity.power.${power}.help`)} />)}
          </fieldset>
        ) : null}
        {kinds.length > 1 ? <SelectField form={{ ...form, set: chooseKind }} path="scopeKind" label={text('identity.mandate.scopeKind')} options={kinds.map((each) => ({ value: each, label: text(`identity.scope.${each}`) }))} /> : null}
        {kind === 'space' ? <p className="muted">{text('identity.mandate.wholeSpace')}</p> : null}
        {typeof kind === 'string' && kind !== 'space' ? <ComboboxField key={kind} form={form} path="scopeId" label={textOr(`identity.mandate.which.${kind}`, kind)} find={findRecords(kind)} help={text('identity.mandate.whichHelp')} /> : null}
        <DateField form={form} path="validFrom" optional label={text('identity.mandate.validFrom')} help={text('identity.mandate.validFromHelp')} />
        <DateField form={form} path="validUntil" optional label={text('identity.mandate.validUntil')} help={text('identity.mandate.validUntilHelp')} />
        {typeof role === 'string' && typeof kind === 'string' && mandateDeeds.grant({ role, scopeKind: kind }) ? <TextField form={form} path="reason" lines={2} optional label={text('identity.approval.reason')} help={text('identity.approval.reasonHelp')} /> : null}
      </Form>
    </Dialog>
  );
}
