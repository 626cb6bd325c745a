import { units } from '#kernel/quantity/unit.ts';
import { listSources } from '#modules/registry/words/statement.contract.ts';
import { call } from '#web/api/client.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, ButtonLink } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { ComboboxField } from '#web/kit/form/ComboboxField.tsx';
import { NumberField, SelectField, TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import type { FormState } from '#web/kit/form/use-form.ts';
import { bases, dimensions, directions, indicatorKinds, periodicities, timings } from '../../words/indicator.schema.ts';
import type { Indicator } from '../../words/indicator.schema.ts';
import { useUnitWord } from '../use-unit-word.ts';
import { FormulaPanel } from './FormulaPanel.tsx';

const findSources = async (words: string, signal: AbortSignal) => {
  const { items } = await call(listSources, { query: { ...(words ? { q: words } : {}), limit: 12 }, signal });
  return items.map((each) => ({ value: each.id, label: each.title, ...(each.publisher ? { detail: each.publisher } : {}) }));
};

export function IndicatorForm({ form, indicator, submit, cancel }: { form: FormState; indicator?: Indicator; submit: string; cancel: string }) {
  const text = useText();
  const unitWord = useUnitWord();
  const known = indicator?.sourceId ? { value: indicator.sourceId, label: indicator.sourceTitle ?? indicator.sourceId } : null;
  const kind = form.get('kind');
  const fitting = units.filter((unit) => (kind === 'amount' ? unit.dimension.startsWith('money.') : kind === 'share' ? unit.dimension === 'ratio' : true));
  return (
    <Form
      form={form}
      label={submit}
      actions={
        <>
          <ButtonLink href={cancel}>{text('indicator.cancel')}</ButtonLink>
          <Button kind="primary" type="submit" busy={form.sending}>{submit}</Button>
        </>
      }
    >
      <Card title={text('indicator.form.meaning')}>
        <div className="stack">
          <TextField form={form} path="name.zh" label={text('indicator.field.name.zh')} />
          <TextField form={form} path="name.en" label={text('indicator.field.name.en')} optional />
          <TextField form={form} path="key" label={text('indicator.field.key')} placeholder="rdIntensity" help={text('indicator.field.key.help')} />
          <TextField form={form} path="definition.zh" label={text('indicator.field.definition.zh')} lines={4} help={text('indicator.field.definition.help')} optional />
          <TextField form={form} path="definition.en" label={text('indicator.field.definition.en')} lines={4} optional />
          <SelectField form={form} path="dimension" label={text('indicator.field.dimension')} options={dimensions.map((value) => ({ value, label: text(`indicator.dimension.${value}`) }))} optional />
          <TextField form={form} path="topic" label={text('indicator.field.topic')} help={text('indicator.field.topic.help')} optional />
        </div>
      </Card>
      <Card title={text('indicator.form.measure')}>
        <div className="stack">
          <SelectField form={form} path="kind" label={text('indicator.field.kind')} options={indicatorKinds.map((value) => ({ value, label: text(`indicator.kind.${value}`) }))} />
          <SelectField form={form} path="unit" label={text('indicator.field.unit')} options={fitting.map(({ code }) => ({ value: code, label: `${unitWord(code)} · ${code}` }))} help={text('indicator.field.unit.help')} optional />
          <SelectField form={form} path="direction" label={text('indicator.field.direction')} options={directions.map((value) => ({ value, label: text(`indicator.direction.${value}`) }))} />
          <NumberField form={form} path="decimals" label={text('indicator.field.decimals')} optional />
          <TextField form={form} path="formula" label={text('indicator.field.formula')} placeholder="rdSpending / revenue * 100" help={text('indicator.field.formula.help')} optional />
          <FormulaPanel form={form} />
        </div>
      </Card>
      <Card title={text('indicator.form.collection')}>
        <div className="stack">
          <SelectField form={form} path="periodicity" label={text('indicator.field.periodicity')} options={periodicities.map((value) => ({ value, label: text(`indicator.periodicity.${value}`) }))} optional />
          <SelectField form={form} path="basis" label={text('indicator.field.basis')} options={bases.map((value) => ({ value, label: text(`indicator.basis.${value}`) }))} help={text('indicator.field.basis.help')} optional />
          <TextField form={form} path="population" label={text('indicator.field.population')} help={text('indicator.field.population.help')} optional />
          <SelectField form={form} path="timing" label={text('indicator.field.timing')} options={timings.map((value) => ({ value, label: text(`indicator.timing.${value}`) }))} help={text('indicator.field.timing.help')} optional />
          <TextField form={form} path="reportedBy.zh" label={text('indicator.field.reportedBy.zh')} optional />
          <TextField form={form} path="reportedBy.en" label={text('indicator.field.reportedBy.en')} optional />
          <ComboboxField form={form} path="sourceId" label={text('indicator.field.source')} find={findSources} known={known} optional />
        </div>
      </Card>
    </Form>
  );
}
