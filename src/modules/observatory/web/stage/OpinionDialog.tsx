import { useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { SelectField, TextField } from '#web/kit/form/fields.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { judgeStage, withdrawOpinion } from '../../words/stage.contract.ts';
import { stages } from '../../words/stage.rules.ts';
import { opinionInputSchema, opinionKinds, withdrawalInputSchema, type StageVerdict } from '../../words/stage.schema.ts';
import { FormDialog } from '../FormDialog.tsx';

/** Says what the stage is instead, or that one does not agree; either with a reason that stays. */
export function OpinionDialog({ verdict, clusterId, onClose }: { verdict: StageVerdict; clusterId: string; onClose: () => void }) {
  const text = useText();
  const judge = useWrite(judgeStage, { touches: ['history'], onDone: onClose });
  const form = useForm({ initial: { kind: 'override' }, schema: opinionInputSchema, submit: (body) => judge.mutateAsync({ params: { clusterId, verdictId: verdict.id }, body }) });
  const options = stages.map((value) => ({ value, label: text(`observatory.stage.name.${value}`) }));
  return (
    <FormDialog form={form} title={text('observatory.stage.judge')} submit={text('observatory.stage.judge.do')} onClose={onClose}>
      <SelectField form={form} path="kind" label={text('observatory.stage.opinion.kind')} options={opinionKinds.map((value) => ({ value, label: text(`observatory.stage.opinion.${value}`) }))} />
      <SelectField form={form} path="stage" label={text('observatory.stage.opinion.stage')} options={options} />
      <SelectField form={form} path="towards" label={text('observatory.stage.opinion.towards')} options={options} optional />
      <TextField form={form} path="reason" lines={4} label={text('observatory.stage.opinion.reason')} help={text('observatory.stage.opinion.reason.help')} />
    </FormDialog>
  );
}

export function WithdrawDialog({ opinionId, clusterId, onClose }: { opinionId: string; clusterId: string; onClose: () => void }) {
  const text = useText();
  const withdraw = useWrite(withdrawOpinion, { touches: ['history'], onDone: onClose });
  const form = useForm({ initial: {}, schema: withdrawalInputSchema, submit: (body) => withdraw.mutateAsync({ params: { clusterId, opinionId }, body }) });
  return (
    <FormDialog form={form} title={text('observatory.stage.withdraw')} submit={text('observatory.stage.withdraw')} onClose={onClose}>
      <TextField form={form} path="reason" lines={3} label={text('observatory.stage.withdraw.reason')} help={text('observatory.stage.withdraw.help')} />
    </FormDialog>
  );
}
