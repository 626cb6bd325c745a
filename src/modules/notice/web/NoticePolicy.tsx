import type { z } from 'zod';
import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { NumberField, TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { Administration } from '#web/shell/Administration.tsx';
import { getNoticePolicy, updateNoticePolicy } from '../notice.contract.ts';
import { noticePolicyInput, type noticePolicySchema } from '../notice.schema.ts';

function PolicyForm({ policy }: { policy: z.output<typeof noticePolicySchema> }) {
  const text = useText();
  const save = useWrite(updateNoticePolicy, { touches: ['noticeChoice', 'audit'] });
  const { version, timeZone, ...initial } = policy;
  const form = useForm({ initial, schema: noticePolicyInput, submit: (body) => save.mutateAsync({ body, ifMatch: version }) });
  return (
    <Card>
      <Form form={form} label={text('notice.policy')} actions={<><span className="grow small muted" role="status">{save.isSuccess ? text('notice.settings.saved') : ''}</span><Button kind="primary" type="submit" busy={form.sending}>{text('notice.policy.save')}</Button></>}>
        <TextField form={form} path="quietFrom" type="time" label={text('notice.quietFrom')} />
        <TextField form={form} path="quietUntil" type="time" label={text('notice.quietUntil')} help={text('notice.policy.quietHelp', { zone: timeZone })} />
        <TextField form={form} path="dailyAt" type="time" label={text('notice.dailyAt')} help={text('notice.policy.dailyHelp')} />
        <NumberField form={form} path="escalateAfter" unit={text('notice.policy.workingDays')} label={text('notice.policy.escalateAfter')} help={text('notice.policy.escalateHelp')} />
      </Form>
    </Card>
  );
}

function Policy() {
  const text = useText();
  const query = useRoute(getNoticePolicy, {});
  return (
    <>
      <PageHead title={text('notice.policy')} scope={text('notice.policy.scope')} />
      <Loaded query={query} what={text('notice.policy')}>{(policy) => <PolicyForm policy={policy} />}</Loaded>
    </>
  );
}

export default function NoticePolicy() {
  const text = useText();
  return <Administration permission="noticePolicy.read" title={text('notice.policy')}><Policy /></Administration>;
}
