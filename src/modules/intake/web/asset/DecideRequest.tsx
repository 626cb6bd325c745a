import { z } from 'zod';
import { useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { DateField, SelectField, TextField } from '#web/kit/form/fields.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { decideDataRequest, endDataGrant } from '../../words/asset.contract.ts';
import { requestDecisionSchema, type DataRequest } from '../../words/asset.schema.ts';
import { StepDialog } from './AssetSteps.tsx';

const answerSchema = requestDecisionSchema.omit({ grant: true }).extend({ answer: z.enum(['grant', 'refuse']) });
const endSchema = requestDecisionSchema.pick({ reason: true });

/** Grants or refuses with a reason; a grant that stands is ended with one. */
export function DecideRequest({ request, onClose }: { request: DataRequest; onClose: () => void }) {
  return request.state === 'open' ? <Answer request={request} onClose={onClose} /> : <End request={request} onClose={onClose} />;
}

function Answer({ request, onClose }: { request: DataRequest; onClose: () => void }) {
  const text = useText();
  const name = useName();
  const decide = useWrite(decideDataRequest, { touches: ['dataAsset'], onDone: onClose });
  const form = useForm({ initial: { answer: 'grant', grantedUntil: request.wantedUntil }, schema: answerSchema, submit: ({ answer, ...body }) => decide.mutateAsync({ params: { requestId: request.id }, ifMatch: request.version, body: { ...body, grant: answer === 'grant' } }) });
  const granting = form.get('answer') === 'grant';
  return (
    <StepDialog form={form} title={text('intake.request.decideOn', { name: name(request.organisation.name) || text('intake.asset.hidden') })} submit={text(granting ? 'intake.request.grant' : 'intake.request.refuse')} onClose={onClose}>
      <p>{text(`intake.access.${request.access}`)} · {name(request.asset.name)}</p>
      <p className="quiet">{request.purpose}</p>
      <SelectField form={form} path="answer" label={text('intake.request.answer')} options={(['grant', 'refuse'] as const).map((value) => ({ value, label: text(`intake.request.${value}`) }))} />
      {granting ? <DateField form={form} path="grantedUntil" label={text('intake.request.grantedUntil')} help={text('intake.request.grantedUntil.help')} optional /> : null}
      <TextField form={form} path="reason" lines={3} label={text('intake.asset.reason')} help={text('intake.request.reason.help')} />
    </StepDialog>
  );
}

function End({ request, onClose }: { request: DataRequest; onClose: () => void }) {
  const text = useText();
  const end = useWrite(endDataGrant, { touches: ['dataAsset'], onDone: onClose });
  const form = useForm({ initial: {}, schema: endSchema, submit: (body) => end.mutateAsync({ params: { requestId: request.id }, ifMatch: request.version, body }) });
  return (
    <StepDialog form={form} title={text('intake.request.end')} submit={text('intake.request.end')} onClose={onClose}>
      <TextField form={form} path="reason" lines={3} label={text('intake.asset.reason')} />
    </StepDialog>
  );
}
