import { useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ComboboxField } from '#web/kit/form/ComboboxField.tsx';
import { DateField, SelectField, TextField } from '#web/kit/form/fields.tsx';
import { findRecords } from '#web/kit/form/find-records.ts';
import { useForm } from '#web/kit/form/use-form.ts';
import { askForAsset } from '../../words/asset.contract.ts';
import { accesses, requestInputSchema, type Asset } from '../../words/asset.schema.ts';
import { StepDialog } from './AssetSteps.tsx';

/** Says for whom, what for and until when; the keeper answers within the working days that the rule gives. */
export function AskForAsset({ asset, onClose }: { asset: Asset; onClose: () => void }) {
  const text = useText();
  const name = useName();
  const ask = useWrite(askForAsset, { touches: ['dataAsset'], onDone: onClose });
  const form = useForm({ initial: { access: 'read' }, schema: requestInputSchema, submit: (body) => ask.mutateAsync({ params: { assetId: asset.id }, body }) });
  return (
    <StepDialog form={form} title={text('intake.request.askFor', { name: name(asset.name) })} submit={text('intake.request.send')} onClose={onClose}>
      <ComboboxField form={form} path="organisationId" label={text('intake.request.organisation')} find={findRecords('organisation')} />
      <SelectField form={form} path="access" label={text('intake.column.access')} options={accesses.map((value) => ({ value, label: text(`intake.access.${value}`) }))} />
      <TextField form={form} path="purpose" lines={3} label={text('intake.column.purpose')} help={text('intake.request.purpose.help')} />
      <DateField form={form} path="wantedUntil" label={text('intake.request.wantedUntil')} optional />
    </StepDialog>
  );
}
