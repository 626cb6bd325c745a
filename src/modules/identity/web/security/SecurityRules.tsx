import { useState } from 'react';
import { z } from 'zod';
import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { CheckField, NumberField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { PageHead } from '#web/kit/PageHead.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { Administration } from '#web/shell/Administration.tsx';
import { grantableRoles } from '../../identity.schema.ts';
import { getCoverage, getPolicy, updatePolicy } from '../../words/security.contract.ts';
import { securityPolicyInputSchema, type SecurityPolicy } from '../../words/security.schema.ts';

const policyForm = securityPolicyInputSchema
  .omit({ factorRoles: true })
  .extend({ roles: z.partialRecord(z.enum(grantableRoles), z.boolean()) })
  .transform(({ roles, ...rest }) => ({ ...rest, factorRoles: grantableRoles.filter((role) => roles[role] === true) }));

function RulesForm({ policy, done, setDone }: { policy: SecurityPolicy; done: boolean; setDone: (done: boolean) => void }) {
  const text = useText();
  const coverage = useRoute(getCoverage, {});
  const update = useWrite(updatePolicy, { touches: ['session', 'factor', 'audit'] });
  const form = useForm({
    initial: { idleMinutes: policy.idleMinutes, absoluteHours: policy.absoluteHours, lockAfter: policy.lockAfter, roles: Object.fromEntries(grantableRoles.map((role) => [role, policy.factorRoles.includes(role)])) },
    schema: policyForm,
    submit: async (body) => {
      setDone(false);
      await update.mutateAsync({ body, ifMatch: policy.version });
      setDone(true);
    },
  });
  const held = (role: string): string => {
    const counts = coverage.data?.items.find((item) => item.role === role);
    return counts ? text('identity.rules.coverage', { people: counts.people, enrolled: counts.enrolled }) : text('identity.rules.nobody');
  };
  return (
    <Form form={form} label={text('identity.rules')} actions={<><span role="status" className="grow positive row">{done ? <><Icon name="check" /> {text('identity.rules.saved')}</> : null}</span><Button kind="primary" type="submit" busy={form.sending}>{text('identity.rules.save')}</Button></>}>
      <fieldset className="stack">
        <legend>{text('identity.rules.factorRoles')}</legend>
        <p className="field-help">{text('identity.rules.factorHelp')}</p>
        {grantableRoles.map((role) => <CheckField key={role} form={form} path={`roles.${role}`} label={text(`identity.role.${role}`)} help={held(role)} />)}
      </fieldset>
      <NumberField form={form} path="idleMinutes" unit={text('identity.rules.minutes')} label={text('identity.rules.idle')} help={text('identity.rules.idleHelp')} />
      <NumberField form={form} path="absoluteHours" unit={text('identity.rules.hours')} label={text('identity.rules.absolute')} help={text('identity.rules.absoluteHelp')} />
      <NumberField form={form} path="lockAfter" unit={text('identity.rules.tries')} label={text('identity.rules.lock')} help={text('identity.rules.lockHelp')} />
    </Form>
  );
}

function Rules() {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const query = useRoute(getPolicy, {});
  // Kept here: saving brings a new version, and with it a new form.
  const [done, setDone] = useState(false);
  const changed = query.data?.updatedAt ? text('identity.rules.changed', { at: format.moment(query.data.updatedAt), name: query.data.updatedBy ? name(query.data.updatedBy) : '—' }) : text('identity.rules.asShipped');
  return (
    <>
      <PageHead title={text('identity.rules')} scope={text('identity.rules.scope')} />
      <Card title={text('identity.rules.now')} note={changed}><Loaded query={query} lines={8}>{(policy) => <RulesForm key={policy.version} policy={policy} done={done} setDone={setDone} />}</Loaded></Card>
    </>
  );
}

export default function SecurityRules() {
  const text = useText();
  return <Administration permission="securityPolicy.read" title={text('identity.rules')}><Rules /></Administration>;
}
