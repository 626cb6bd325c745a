import { useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { DateField, SelectField, TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm, type FormState } from '#web/kit/form/use-form.ts';
import { endAsset, moveAsset, renewAsset } from '../../words/asset.contract.ts';
import { assetEndSchema, assetRenewSchema, assetStages, stageMoveSchema, type Asset } from '../../words/asset.schema.ts';

export type AssetStep = 'move' | 'renew' | 'end';
interface StepProps {
  asset: Asset;
  onClose: () => void;
}

/** The short forms of what can happen to a set: another stage, a renewal, the end. */
export function AssetSteps({ step, ...props }: StepProps & { step: AssetStep }) {
  if (step === 'move') return <MoveAsset {...props} />;
  return step === 'renew' ? <RenewAsset {...props} /> : <EndAsset {...props} />;
}

function MoveAsset({ asset, onClose }: StepProps) {
  const text = useText();
  const move = useWrite(moveAsset, { onDone: onClose });
  const next = assetStages[assetStages.indexOf(asset.stage) + 1] ?? assetStages[0];
  const form = useForm({ initial: { toStage: next }, schema: stageMoveSchema, submit: (body) => move.mutateAsync({ params: { assetId: asset.id }, ifMatch: asset.version, body }) });
  const options = assetStages.filter((stage) => stage !== asset.stage).map((value) => ({ value, label: text(`intake.assetStage.${value}`) }));
  return (
    <StepDialog form={form} title={text('intake.asset.move')} submit={text('intake.asset.moveDo')} onClose={onClose}>
      <SelectField form={form} path="toStage" label={text('intake.column.stage')} options={options} />
      <TextField form={form} path="note" lines={3} label={text('intake.asset.note')} help={text('intake.asset.move.help')} optional />
    </StepDialog>
  );
}

function RenewAsset({ asset, onClose }: StepProps) {
  const text = useText();
  const renew = useWrite(renewAsset, { onDone: onClose });
  const form = useForm({ initial: { retainUntil: asset.retainUntil }, schema: assetRenewSchema, submit: (body) => renew.mutateAsync({ params: { assetId: asset.id }, ifMatch: asset.version, body }) });
  return (
    <StepDialog form={form} title={text('intake.asset.renew')} submit={text('intake.asset.renewDo')} onClose={onClose}>
      <DateField form={form} path="updatedOn" label={text('intake.asset.updatedOn')} optional />
      <DateField form={form} path="retainUntil" label={text('intake.column.retainUntil')} optional />
    </StepDialog>
  );
}

function EndAsset({ asset, onClose }: StepProps) {
  const text = useText();
  const end = useWrite(endAsset, { onDone: onClose });
  const states = asset.state === 'active' ? (['retired', 'disposed'] as const) : (['disposed'] as const);
  const form = useForm({ initial: { state: states[0] }, schema: assetEndSchema, submit: (body) => end.mutateAsync({ params: { assetId: asset.id }, ifMatch: asset.version, body }) });
  return (
    <StepDialog form={form} title={text('intake.asset.end')} submit={text('intake.asset.endDo')} onClose={onClose}>
      <SelectField form={form} path="state" label={text('intake.column.state')} help={text('intake.asset.end.help')} options={states.map((value) => ({ value, label: text(`intake.assetState.${value}`) }))} />
      <TextField form={form} path="note" lines={3} label={text('intake.asset.reason')} />
    </StepDialog>
  );
}

export function StepDialog({ form, title, submit, onClose, children }: { form: FormState; title: string; submit: string; onClose: () => void; children: React.ReactNode }) {
  const text = useText();
  return (
    <Dialog open title={title} onClose={onClose}>
      <Form form={form} label={title} actions={<><Button onClick={onClose}>{text('intake.cancel')}</Button><Button kind="primary" type="submit" busy={form.sending}>{submit}</Button></>}>
        <div className="stack">{children}</div>
      </Form>
    </Dialog>
  );
}
