import { useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, ButtonLink } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { ComboboxField } from '#web/kit/form/ComboboxField.tsx';
import { findRecords } from '#web/kit/form/find-records.ts';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { NoPermission } from '#web/kit/state/NoPermission.tsx';
import { useGo } from '#web/router/use-search.ts';
import { useMay, useSession } from '#web/session/use-session.ts';
import { alarmRuleInputSchema } from '../../words/alarm-rule.schema.ts';
import { createAlarmRule } from '../../words/warning.contract.ts';
import { AlarmFields, firstTests } from './AlarmFields.tsx';
import './warning.css';

const findIndicators = findRecords('indicator');

/** A rule on any indicator. */
export default function AlarmRuleNewPage() {
  const text = useText();
  const { session } = useSession();
  const may = useMay('alarmRule.manage');
  const go = useGo();
  const create = useWrite(createAlarmRule, { onDone: (made) => go(`/alarm-rules/${made.id}`) });
  const form = useForm({
    initial: { validFrom: new Date().toISOString().slice(0, 10), content: { title: { zh: '', en: '' }, severity: 'serious', subjects: { kind: 'cluster', territoryId: null, ids: [] }, combine: 'all', tests: [firstTests.change] } },
    schema: alarmRuleInputSchema, draft: 'alarm-rule.new', submit: (body) => create.mutateAsync({ body }),
  });
  if (session && !may) return <NoPermission thing={text('observatory.alarm.new')} />;
  return (
    <div className="stack">
      <PageHead title={text('observatory.alarm.new')} breadcrumb={[{ label: text('observatory.warning.list'), href: '/warnings' }, { label: text('observatory.alarm.list'), href: '/alarm-rules' }]} scope={text('observatory.alarm.new.scope')} />
      <Form form={form} label={text('observatory.alarm.new')} actions={<><ButtonLink href="/alarm-rules">{text('observatory.cancel')}</ButtonLink><Button kind="primary" type="submit" busy={form.sending}>{text('observatory.alarm.create')}</Button></>}>
        <Card title={text('observatory.warning.indicator')}><ComboboxField form={form} path="indicatorId" label={text('observatory.warning.indicator')} help={text('observatory.alarm.indicator.help')} find={findIndicators} /></Card>
        <AlarmFields form={form} territory={null} />
      </Form>
    </div>
  );
}
