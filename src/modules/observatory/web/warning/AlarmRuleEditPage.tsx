import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useBilingual, useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, ButtonLink } from '#web/kit/Button.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { NoPermission } from '#web/kit/state/NoPermission.tsx';
import { useGo, usePageParams } from '#web/router/use-search.ts';
import { alarmEditionInputSchema, type AlarmRule } from '../../words/alarm-rule.schema.ts';
import { getAlarmRule, reviseAlarmRule } from '../../words/warning.contract.ts';
import { AlarmFields } from './AlarmFields.tsx';
import './warning.css';

/** A new edition begins as a copy of the one in force. */
export default function AlarmRuleEditPage() {
  const text = useText();
  const { alarmRuleId: ruleId } = usePageParams('alarmRuleId');
  const query = useRoute(getAlarmRule, { params: { ruleId } }, { staleTime: Infinity });
  return <Loaded query={query} what={text('observatory.alarm.rule')} lines={10}>{(rule) => (rule.may.manage ? <NewEdition key={rule.edition.id} rule={rule} /> : <NoPermission thing={text('observatory.alarm.revise')} />)}</Loaded>;
}

function NewEdition({ rule }: { rule: AlarmRule }) {
  const text = useText();
  const name = useName();
  const bilingual = useBilingual();
  const go = useGo();
  const revise = useWrite(reviseAlarmRule, { onDone: () => go(`/alarm-rules/${rule.id}`) });
  const form = useForm({ initial: { validFrom: new Date().toISOString().slice(0, 10), content: rule.edition.content }, schema: alarmEditionInputSchema, draft: `alarm-rule.${rule.edition.id}`, submit: (body) => revise.mutateAsync({ params: { ruleId: rule.id }, body }) });
  return (
    <div className="stack">
      <PageHead title={text('observatory.alarm.revise')} breadcrumb={[{ label: text('observatory.alarm.list'), href: '/alarm-rules' }, { label: bilingual(rule.edition.content.title), href: `/alarm-rules/${rule.id}` }]} scope={text('observatory.alarm.revise.scope', { indicator: name(rule.indicator.name), number: rule.edition.number })} />
      <Form form={form} label={text('observatory.alarm.revise')} actions={<><ButtonLink href={`/alarm-rules/${rule.id}`}>{text('observatory.cancel')}</ButtonLink><Button kind="primary" type="submit" busy={form.sending}>{text('observatory.alarm.issue')}</Button></>}>
        <AlarmFields form={form} territory={rule.territory ? name(rule.territory) : null} />
      </Form>
    </div>
  );
}
