import { useText } from '#web/i18n/use-text.ts';
import { Button, IconButton } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { NumberField, SelectField, TextField } from '#web/kit/form/fields.tsx';
import type { FormState } from '#web/kit/form/use-form.ts';
import { measureFacts, stageDimensions } from '../../words/stage.rules.ts';
import { registryFacts, type StageRuleContent } from '../../words/stage.schema.ts';

type Stages = StageRuleContent['stages'];
type Measures = StageRuleContent['measures'];
type Advice = StageRuleContent['advice'];

function useDimensionOptions() {
  const text = useText();
  return stageDimensions.map((value) => ({ value, label: text(`observatory.stage.dimension.${value}`) }));
}

/** A key that no other one has. */
const freshKey = (stem: string, taken: readonly string[]): string => Array.from({ length: taken.length + 1 }, (_, at) => `${stem}${at + 1}`).find((key) => !taken.includes(key)) ?? stem;

export function StageFields({ form }: { form: FormState }) {
  const text = useText();
  const dimensions = useDimensionOptions();
  const stages = form.get('content.stages') as Stages;
  const measures = form.get('content.measures') as Measures;
  const ids = stages.flatMap(({ clauses }) => clauses.map(({ id }) => id));
  return (
    <>
      <p className="notice">{text('observatory.stage.expression.help', { names: measures.map(({ key }) => key).join(', '), facts: measureFacts.join(', ') })}</p>
      {stages.map(({ stage, clauses }, at) => {
        const path = `content.stages.${at}`;
        return (
          <Card key={stage} title={text(`observatory.stage.name.${stage}`)}>
            <div className="stack">
              <NumberField form={form} path={`${path}.atLeast`} label={text('observatory.stage.atLeast.field')} />
              {clauses.map((clause, index) => (
                <fieldset key={clause.id} className="clause-fields">
                  <legend className="visually-hidden">{clause.title.zh || clause.id}</legend>
                  <TextField form={form} path={`${path}.clauses.${index}.title.zh`} label={text('observatory.stage.clause.zh')} />
                  <TextField form={form} path={`${path}.clauses.${index}.title.en`} label={text('observatory.stage.clause.en')} />
                  <TextField form={form} path={`${path}.clauses.${index}.expression`} label={text('observatory.stage.expression')} />
                  <SelectField form={form} path={`${path}.clauses.${index}.dimension`} label={text('observatory.stage.dimension')} options={dimensions} />
                  <label className="check-field"><input type="checkbox" checked={clause.required} onChange={(event) => form.set(`${path}.clauses.${index}.required`, event.target.checked)} />{text('observatory.stage.required')}</label>
                  <IconButton icon="trash" label={text('observatory.stage.clause.remove')} onClick={() => form.set(`${path}.clauses`, clauses.filter((each) => each !== clause))} />
                </fieldset>
              ))}
              <span><Button icon="plus" size="small" onClick={() => form.set(`${path}.clauses`, [...clauses, { id: freshKey(stage, ids), dimension: 'strength', title: { zh: '', en: '' }, expression: '', required: false }])}>{text('observatory.stage.clause.add')}</Button></span>
            </div>
          </Card>
        );
      })}
    </>
  );
}

export function MeasureFields({ form }: { form: FormState }) {
  const text = useText();
  const dimensions = useDimensionOptions();
  const measures = form.get('content.measures') as Measures;
  const counts = registryFacts.map((value) => ({ value, label: text(`observatory.stage.registry.${value}`) }));
  return (
    <Card title={text('observatory.stage.measures')} caption={text('observatory.stage.measures.help')}>
      <div className="stack">
        {measures.map((measure, at) => (
          <fieldset key={measure.key} className="clause-fields measure-fields">
            <legend><code>{measure.key}</code></legend>
            <TextField form={form} path={`content.measures.${at}.title.zh`} label={text('observatory.stage.clause.zh')} />
            <TextField form={form} path={`content.measures.${at}.title.en`} label={text('observatory.stage.clause.en')} />
            {measure.registry === null ? <TextField form={form} path={`content.measures.${at}.indicator`} label={text('observatory.stage.indicatorKey')} /> : <SelectField form={form} path={`content.measures.${at}.registry`} label={text('observatory.stage.fromRegister')} options={counts} />}
            <SelectField form={form} path={`content.measures.${at}.dimension`} label={text('observatory.stage.dimension')} options={dimensions} />
            <IconButton icon="trash" label={text('observatory.stage.measure.remove')} onClick={() => form.set('content.measures', measures.filter((each) => each !== measure))} />
          </fieldset>
        ))}
        <span><Button icon="plus" size="small" onClick={() => form.set('content.measures', [...measures, { key: freshKey('measure', measures.map(({ key }) => key)), dimension: 'strength', title: { zh: '', en: '' }, indicator: '', registry: null }])}>{text('observatory.stage.measure.add')}</Button></span>
        <SelectField form={form} path="content.lead" label={text('observatory.stage.lead')} help={text('observatory.stage.lead.help')} options={measures.filter(({ registry }) => registry === null).map(({ key, title }) => ({ value: key, label: title.zh || key }))} />
      </div>
    </Card>
  );
}

export function AdviceFields({ form }: { form: FormState }) {
  const text = useText();
  const advice = form.get('content.advice') as Advice;
  return (
    <Card title={text('observatory.stage.advice')}>
      <div className="stack">
        {advice.map(({ stage, lines }, at) => (
          <section key={stage} className="stack">
            <h3>{text(`observatory.stage.name.${stage}`)}</h3>
            {lines.map((line, index) => (
              <fieldset key={index} className="clause-fields advice-fields">
                <legend className="visually-hidden">{line.zh}</legend>
                <TextField form={form} path={`content.advice.${at}.lines.${index}.zh`} label={text('observatory.stage.clause.zh')} />
                <TextField form={form} path={`content.advice.${at}.lines.${index}.en`} label={text('observatory.stage.clause.en')} />
                <TextField form={form} path={`content.advice.${at}.lines.${index}.source`} label={text('observatory.stage.ruleSource')} optional />
                <IconButton icon="trash" label={text('observatory.stage.advice.remove')} onClick={() => form.set(`content.advice.${at}.lines`, lines.filter((each) => each !== line))} />
              </fieldset>
            ))}
            <span><Button icon="plus" size="small" onClick={() => form.set(`content.advice.${at}.lines`, [...lines, { zh: '', en: '', source: null }])}>{text('observatory.stage.advice.add')}</Button></span>
          </section>
        ))}
      </div>
    </Card>
  );
}
