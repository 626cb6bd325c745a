import { observedKinds } from '#modules/indicator/words/observation.schema.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, IconButton } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { ComboboxField } from '#web/kit/form/ComboboxField.tsx';
import { DateField, NumberField, SelectField, TextField } from '#web/kit/form/fields.tsx';
import { findRecords } from '#web/kit/form/find-records.ts';
import type { FormState } from '#web/kit/form/use-form.ts';
import { alarmTestKinds, changeBases, comparisonOperators, type AlarmTest } from '../../words/alarm-rule.schema.ts';
import { severities } from '../../words/warning.rules.ts';
import { useWarningWords } from './use-warning-words.ts';

/** What a test of a kind begins with; the reader sees these as product defaults. */
export const firstTests: Readonly<Record<AlarmTest['kind'], AlarmTest>> = {
  threshold: { kind: 'threshold', operator: '<', bound: '0' },
  change: { kind: 'change', against: 'yearEarlier', measure: 'percent', operator: '<=', bound: '-10' },
  rank: { kind: 'rank', direction: 'falls', places: 3 },
  share: { kind: 'share', operator: '>', bound: '50' },
  trend: { kind: 'trend', direction: 'falls', window: 8, alpha: 0.05 },
};

const findTerritories = findRecords('territory');

/** Everything of an edition: name and weight, whom it watches, its tests, and from when it holds. */
export function AlarmFields({ form, territory }: { form: FormState; territory: string | null }) {
  const text = useText();
  const tests = form.get('content.tests') as AlarmTest[];
  const territoryId = form.get('content.subjects.territoryId');
  return (
    <>
      <Card title={text('observatory.alarm.asks')}>
        <div className="stack">
          <div className="columns">
            <TextField form={form} path="content.title.zh" label={text('observatory.alarm.title.zh')} />
            <TextField form={form} path="content.title.en" label={text('observatory.alarm.title.en')} />
            <SelectField form={form} path="content.severity" label={text('observatory.warning.severity')} options={severities.map((value) => ({ value, label: text(`observatory.severity.${value}`) }))} />
          </div>
          <div className="columns">
            <SelectField form={form} path="content.subjects.kind" label={text('observatory.alarm.subjects')} options={observedKinds.map((value) => ({ value, label: text(`observatory.alarm.kind.${value}`) }))} />
            <ComboboxField form={form} path="content.subjects.territoryId" label={text('observatory.alarm.territory')} help={text('observatory.alarm.territory.help')} find={findTerritories} known={typeof territoryId === 'string' && territory ? { value: territoryId, label: territory } : null} optional />
          </div>
        </div>
      </Card>
      <Card title={text('observatory.alarm.tests')} caption={text('observatory.alarm.tests.help')}>
        <div className="stack">
          {tests.map((test, at) => (
            <fieldset key={`${at} ${test.kind}`} className="test-fields">
              <legend><strong>{text(`observatory.alarm.test.${test.kind}`)}</strong></legend>
              <TestFields form={form} test={test} path={`content.tests.${at}`} />
              {tests.length > 1 ? <IconButton icon="trash" label={text('observatory.alarm.test.remove')} onClick={() => form.set('content.tests', tests.filter((_, index) => index !== at))} /> : null}
            </fieldset>
          ))}
          {tests.length > 1 ? <SelectField form={form} path="content.combine" label={text('observatory.alarm.combine')} options={(['all', 'any'] as const).map((value) => ({ value, label: text(`observatory.alarm.combine.${value}`) }))} /> : null}
          <div className="row row-wrap" role="group" aria-label={text('observatory.alarm.test.add')}>
            {(tests.length < 6 ? alarmTestKinds : []).map((kind) => <Button key={kind} icon="plus" size="small" onClick={() => form.set('content.tests', [...tests, firstTests[kind]])}>{text(`observatory.alarm.test.${kind}`)}</Button>)}
          </div>
        </div>
      </Card>
      <Card title={text('observatory.alarm.edition.card')}>
        <div className="stack">
          <DateField form={form} path="validFrom" label={text('observatory.stage.validFrom')} />
          <TextField form={form} path="source" label={text('observatory.stage.ruleSource')} help={text('observatory.stage.ruleSource.help')} optional />
          <TextField form={form} path="note" lines={2} label={text('observatory.stage.ruleNote')} />
        </div>
      </Card>
    </>
  );
}

function TestFields({ form, test, path }: { form: FormState; test: AlarmTest; path: string }) {
  const text = useText();
  const words = useWarningWords();
  const bounded = (
    <>
      <SelectField form={form} path={`${path}.operator`} label={text('observatory.alarm.operator')} options={comparisonOperators.map((value) => ({ value, label: words.bounded(value, '…') }))} />
      <TextField form={form} path={`${path}.bound`} inputMode="decimal" label={text('observatory.alarm.bound')} {...(test.kind === 'share' || (test.kind === 'change' && test.measure === 'percent') ? { unit: '%' } : {})} />
    </>
  );
  const direction = <SelectField form={form} path={`${path}.direction`} label={text('observatory.alarm.direction')} options={(['falls', 'rises'] as const).map((value) => ({ value, label: text(`observatory.alarm.direction.${value}`) }))} />;
  if (test.kind === 'rank') return <>{direction}<NumberField form={form} path={`${path}.places`} label={text('observatory.alarm.places')} /></>;
  if (test.kind === 'trend') return <>{direction}<NumberField form={form} path={`${path}.window`} label={text('observatory.alarm.window')} /><NumberField form={form} path={`${path}.alpha`} label={text('observatory.alarm.alpha')} /></>;
  if (test.kind !== 'change') return bounded;
  return (
    <>
      <SelectField form={form} path={`${path}.against`} label={text('observatory.alarm.against')} options={changeBases.map((value) => ({ value, label: text(`observatory.alarm.against.${value}`) }))} />
      <SelectField form={form} path={`${path}.measure`} label={text('observatory.alarm.measure')} options={(['percent', 'absolute'] as const).map((value) => ({ value, label: text(`observatory.alarm.measure.${value}`) }))} />
      {bounded}
    </>
  );
}
