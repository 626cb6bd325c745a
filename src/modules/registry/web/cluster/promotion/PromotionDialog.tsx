import { useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { ComboboxField } from '#web/kit/form/ComboboxField.tsx';
import { DateField, SelectField, TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { problemText } from '#web/kit/state/problem-text.ts';
import { clusterOrganisationInputSchema, clusterOrganisationRoles, leadKinds, legalForms, organisationForms, yesNoUnknown } from '../../../words/cluster.schema.ts';
import type { ClusterOrganisation } from '../../../words/cluster.schema.ts';
import { addClusterOrganisation, removeClusterOrganisation, updateClusterOrganisation } from '../../../words/membership.contract.ts';
import type { Ref } from '../../../words/record.schema.ts';
import { useFind } from '../../find/find.ts';
import { promotionTouches } from './edited.ts';
import { FunctionsField } from './FunctionsField.tsx';

interface PromotionDialogProps {
  clusterId: string;
  relation: ClusterOrganisation | 'new' | null;
  hasMain: boolean;
  onClose: () => void;
}

export function PromotionDialog({ clusterId, relation, hasMain, onClose }: PromotionDialogProps) {
  const text = useText();
  const name = useName();
  const old = relation === 'new' ? null : relation;
  return (
    <Dialog open={relation !== null} title={old ? name(old.organisation.name) : text('registry.promotion.add')} onClose={onClose}>
      {relation ? <PromotionForm clusterId={clusterId} old={old} hasMain={hasMain} onDone={onClose} /> : null}
    </Dialog>
  );
}

function initialOf(old: ClusterOrganisation) {
  const { role, function: task, functions, field, legalForm, form, leadKind, thirdParty, nonProfit, purpose, since, until } = old;
  return { organisationId: old.organisation.id, role, function: task, functions, field, legalForm, form, leadKind, thirdParty, nonProfit, purpose, since, until, hostId: old.host?.id ?? null, operatorId: old.operator?.id ?? null, allianceId: old.alliance?.id ?? null, supervisorId: old.supervisor?.id ?? null };
}

function PromotionForm({ clusterId, old, hasMain, onDone }: { clusterId: string; old: ClusterOrganisation | null; hasMain: boolean; onDone: () => void }) {
  const text = useText();
  const name = useName();
  const find = useFind();
  const touches = promotionTouches;
  const params = { clusterId, clusterOrganisationId: old?.id ?? '' };
  const add = useWrite(addClusterOrganisation, { touches, onDone });
  const update = useWrite(updateClusterOrganisation, { touches, onDone });
  const remove = useWrite(removeClusterOrganisation, { touches, onDone });
  const form = useForm({
    initial: old ? initialOf(old) : { role: hasMain ? 'other' : 'main', legalForm: 'notStated', form: 'notStated', leadKind: 'notStated', thirdParty: 'notStated', nonProfit: 'notStated' },
    schema: clusterOrganisationInputSchema,
    submit: ({ organisationId, ...body }) => (old ? update.mutateAsync({ params, body }) : add.mutateAsync({ params: { clusterId }, body: { organisationId, ...body } })),
  });
  const known = (ref: Ref | null | undefined) => (ref ? { value: ref.id, label: name(ref.name) } : null);
  const answers = yesNoUnknown.map((value) => ({ value, label: text(`registry.yesNo.${value}`) }));
  return (
    <Form
      form={form}
      label={text('registry.promotion.add')}
      actions={
        <>
          {old ? <Button kind="danger" icon="trash" busy={remove.isPending} onClick={() => remove.mutate({ params })}>{text('registry.promotion.remove')}</Button> : null}
          <Button kind="primary" type="submit" busy={form.sending}>{text(old ? 'registry.promotion.save' : 'registry.promotion.add')}</Button>
        </>
      }
    >
      {old ? null : <ComboboxField form={form} path="organisationId" label={text('registry.recordKind.organisation')} find={find.organisations} />}
      <SelectField form={form} path="role" label={text('registry.promotion.role')} options={clusterOrganisationRoles.map((value) => ({ value, label: text(`registry.clusterOrganisationRole.${value}`) }))} help={text('registry.promotion.role.help')} />
      <SelectField form={form} path="legalForm" label={text('registry.field.legalForm')} options={legalForms.map((value) => ({ value, label: text(`registry.legalForm.${value}`) }))} />
      <SelectField form={form} path="form" label={text('registry.field.form')} options={organisationForms.map((value) => ({ value, label: text(`registry.organisationForm.${value}`) }))} />
      <SelectField form={form} path="leadKind" label={text('registry.field.leadKind')} options={leadKinds.map((value) => ({ value, label: text(`registry.leadKind.${value}`) }))} />
      <SelectField form={form} path="thirdParty" label={text('registry.field.thirdParty')} options={answers} help={text('registry.promotion.thirdParty.help')} />
      <SelectField form={form} path="nonProfit" label={text('registry.field.nonProfit')} options={answers} />
      <ComboboxField form={form} path="hostId" label={text('registry.field.host')} find={find.organisations} known={known(old?.host)} optional />
      <ComboboxField form={form} path="operatorId" label={text('registry.field.operator')} find={find.organisations} known={known(old?.operator)} optional />
      <ComboboxField form={form} path="allianceId" label={text('registry.field.alliance')} find={find.organisations} known={known(old?.alliance)} optional />
      <ComboboxField form={form} path="supervisorId" label={text('registry.field.supervisor')} find={find.organisations} known={known(old?.supervisor)} optional />
      <FunctionsField form={form} path="functions" />
      <TextField form={form} path="field" label={text('registry.field.field')} optional />
      <TextField form={form} path="function" label={text('registry.field.function')} optional />
      <TextField form={form} path="purpose" label={text('registry.field.purpose')} lines={2} optional />
      <DateField form={form} path="since" label={text('registry.field.since')} optional />
      <DateField form={form} path="until" label={text('registry.field.until')} optional />
      {remove.error ? <p className="field-error" role="alert">{problemText(remove.error, text)}</p> : null}
    </Form>
  );
}
