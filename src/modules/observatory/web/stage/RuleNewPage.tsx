import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, ButtonLink } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { DateField, NumberField, TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { NoPermission } from '#web/kit/state/NoPermission.tsx';
import { useGo, useSearch } from '#web/router/use-search.ts';
import { useMay, useSession } from '#web/session/use-session.ts';
import { createStageRule, getStageRule } from '../../words/stage.contract.ts';
import { stageRuleInputSchema, type StageRule } from '../../words/stage.schema.ts';
import { AdviceFields, MeasureFields, StageFields } from './RuleFields.tsx';
import './stage.css';

/** A new edition begins as a copy of an earlier one. */
export default function RuleNewPage() {
  const text = useText();
  const { session } = useSession();
  const may = useMay('stageRule.create');
  const from = useSearch()['from'];
  const query = useRoute(getStageRule, { params: { ruleId: typeof from === 'string' ? from : 'default' } }, { enabled: may, staleTime: Infinity });
  if (session && !may) return <NoPermission thing={text('observatory.stage.rules.new')} />;
  return <Loaded query={query} what={text('observatory.stage.rule')} lines={12}>{(rule) => <NewEdition key={rule.id} rule={rule} />}</Loaded>;
}

function NewEdition({ rule }: { rule: StageRule }) {
  const text = useText();
  const go = useGo();
  const create = useWrite(createStageRule, { touches: ['stage'], onDone: (made) => go(`/stage-rules/${made.id}`) });
  const form = useForm({ initial: { content: rule.content }, schema: stageRuleInputSchema, draft: `stage-rule.${rule.id}`, submit: (body) => create.mutateAsync({ body }) });
  return (
    <div className="stack rule-form">
      <PageHead title={text('observatory.stage.rules.new')} breadcrumb={[{ label: text('observatory.stage.list'), href: '/stages' }, { label: text('observatory.stage.rules'), href: '/stage-rules' }]} scope={text('observatory.stage.rules.copyOf', { edition: rule.edition })} />
      <Form form={form} label={text('observatory.stage.rules.new')} actions={<><ButtonLink href="/stage-rules">{text('observatory.cancel')}</ButtonLink><Button kind="primary" type="submit" busy={form.sending}>{text('observatory.stage.rules.issue')}</Button></>}>
        <Card title={text('observatory.stage.rule')}>
          <div className="stack">
            <TextField form={form} path="edition" label={text('observatory.stage.column.edition')} help={text('observatory.stage.edition.help')} />
            <DateField form={form} path="validFrom" label={text('observatory.stage.validFrom')} help={text('observatory.stage.validFrom.help')} />
            <TextField form={form} path="source" label={text('observatory.stage.ruleSource')} help={text('observatory.stage.ruleSource.help')} optional />
            <TextField form={form} path="note" lines={2} label={text('observatory.stage.ruleNote')} />
          </div>
        </Card>
        <StageFields form={form} />
        <MeasureFields form={form} />
        <Card title={text('observatory.stage.readingRule')}>
          <div className="columns">
            {(['least', 'window', 'alpha', 'seOfK', 'near'] as const).map((key) => <NumberField key={key} form={form} path={`content.reading.${key}`} label={text(`observatory.stage.reading.field.${key}`)} />)}
          </div>
        </Card>
        <AdviceFields form={form} />
      </Form>
    </div>
  );
}
