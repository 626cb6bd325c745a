import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { units } from '#kernel/quantity/unit.ts';
import { useBilingual } from '#web/i18n/names.ts';
import { Button, ButtonLink, IconButton } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { ComboboxField } from '#web/kit/form/ComboboxField.tsx';
import { CheckField, DateField, NumberField, SelectField, TextField } from '#web/kit/form/fields.tsx';
import { findRecords } from '#web/kit/form/find-records.ts';
import { Form } from '#web/kit/form/Form.tsx';
import type { FormState } from '#web/kit/form/use-form.ts';
import { fieldTypes, legalBases, periodicities, recordAttributes, respondentKinds, unitScales } from '../../words/form.schema.ts';
import { unitWords } from '../../words/submission-check.rules.ts';

interface Part { key?: string; label?: { zh?: string; en?: string }; type?: string; choices?: { value: string }[]; source?: { kind: string } }

/** Head, sections, questions, checks between them. Sound or not is said on the form's page; a draft may be anything. */
export function FormEditor({ form, isNew = false, submit, cancel }: { form: FormState; isNew?: boolean; submit: string; cancel: string }) {
  const text = useText();
  const pick = <Value extends string>(values: readonly Value[], label: (value: Value) => string) => values.map((value) => ({ value, label: label(value) }));
  const isSurvey = form.get('legalBasis') === 'statisticalSurvey';
  return (
    <Form form={form} label={submit} actions={<><ButtonLink href={cancel}>{text('intake.cancel')}</ButtonLink><Button kind="primary" type="submit" busy={form.sending}>{submit}</Button></>}>
      <Card title={text('intake.form.head')}>
        <div className="stack">
          <TextField form={form} path="name.zh" label={text('intake.form.name.zh')} />
          <TextField form={form} path="name.en" label={text('intake.form.name.en')} optional />
          {isNew ? <ComboboxField form={form} path="territoryId" label={text('intake.form.ofTerritory')} find={findRecords('territory')} help={text('intake.form.of.help')} optional /> : null}
          {isNew ? <ComboboxField form={form} path="clusterId" label={text('intake.form.ofCluster')} find={findRecords('cluster')} optional /> : null}
          <SelectField form={form} path="legalBasis" label={text('intake.form.legalBasis')} options={pick(legalBases, (value) => text(`intake.form.legalBasis.${value}`))} help={text('intake.form.legalBasis.help')} />
          <SelectField form={form} path="respondent" label={text('intake.column.respondent')} options={pick(respondentKinds, (value) => text(`intake.respondent.${value}`))} />
          <SelectField form={form} path="periodicity" label={text('intake.column.periodicity')} options={pick(periodicities, (value) => text(`intake.periodicity.${value}`))} />
          <TextField form={form} path="formNumber" label={text('intake.column.formNumber')} optional={!isSurvey} />
          <TextField form={form} path="issuer" label={text('intake.form.issuer')} optional={!isSurvey} />
          <TextField form={form} path="approvalNumber" label={text('intake.form.approvalNumber')} optional={!isSurvey} />
          <DateField form={form} path="validUntil" label={text('intake.column.validUntil')} optional={!isSurvey} />
          <TextField form={form} path="purpose.zh" label={text('intake.form.purpose')} help={text('intake.form.purpose.help')} optional />
        </div>
      </Card>
      <Parts form={form} path="sections" title={text('intake.form.sections')} add={text('intake.form.addSection')} blank={(at) => ({ key: `section${at}`, label: {} })}>
        {(path) => <><TextField form={form} path={`${path}.label.zh`} label={text('intake.form.label.zh')} /><TextField form={form} path={`${path}.label.en`} label={text('intake.form.label.en')} optional /></>}
      </Parts>
      <Parts form={form} path="fields" title={text('intake.form.fields')} add={text('intake.form.addField')} blank={(at) => ({ key: `field${at}`, label: {}, type: 'number' })}>
        {(path) => <FieldPart form={form} path={path} />}
      </Parts>
      <Parts form={form} path="rules" title={text('intake.form.rules')} add={text('intake.form.addRule')} blank={(at) => ({ key: `rule${at}`, expression: '', sentence: {} })}>
        {(path) => <><TextField form={form} path={`${path}.expression`} label={text('intake.form.expression')} help={text('intake.form.expression.help')} /><TextField form={form} path={`${path}.sentence.zh`} label={text('intake.form.sentence.zh')} /><TextField form={form} path={`${path}.sentence.en`} label={text('intake.form.sentence.en')} /></>}
      </Parts>
    </Form>
  );
}

interface PartsProps {
  form: FormState;
  path: 'sections' | 'fields' | 'rules';
  title: string;
  add: string;
  blank: (at: number) => object;
  children: (path: string) => React.ReactNode;
}

/** A list of parts that open one by one, with their order in the reader's hands. */
function Parts({ form, path, title, add, blank, children }: PartsProps) {
  const text = useText();
  const name = useName();
  const parts = (form.get(path) as Part[] | undefined) ?? [];
  const set = (next: unknown[]) => form.set(path, next);
  const free = (): number => { let at = parts.length + 1; while (parts.some(({ key }) => key === (blank(at) as Part).key)) at += 1; return at; };
  const swap = (at: number) => { const next = [...parts]; const [taken] = next.splice(at, 1); if (taken) next.splice(at - 1, 0, taken); set(next); };
  return (
    <Card title={title} note={String(parts.length)}>
      <div className="stack">
        {parts.map((part, at) => (
          <details key={part.key ?? at} className="form-part">
            <summary>{name(part.label) || part.key || at + 1}</summary>
            <div className="stack">
              <TextField form={form} path={`${path}.${at}.key`} label={text('intake.form.key')} help={text('intake.form.key.help')} />
              {children(`${path}.${at}`)}
              <div className="row">{at > 0 ? <IconButton icon="up" label={text('intake.form.up')} type="button" onClick={() => swap(at)} /> : null}<IconButton icon="trash" label={text('intake.form.remove')} type="button" onClick={() => set(parts.filter((_, index) => index !== at))} /></div>
            </div>
          </details>
        ))}
        <Button icon="plus" onClick={() => set([...parts, blank(free())])}>{add}</Button>
      </div>
    </Card>
  );
}

function FieldPart({ form, path }: { form: FormState; path: string }) {
  const text = useText();
  const name = useName();
  const both = useBilingual();
  const type = form.get(`${path}.type`);
  const source = (form.get(`${path}.source.kind`) as string | undefined) ?? 'free';
  const sections = ((form.get('sections') as Part[] | undefined) ?? []).map((section) => ({ value: section.key ?? '', label: name(section.label) || (section.key ?? '') }));
  const sourceOf = (kind: string): object => (kind === 'record' ? { kind, attribute: 'name' } : kind === 'indicator' ? { kind, indicatorId: null, indicatorKey: '' } : { kind: 'free' });
  const choices = (form.get(`${path}.choices`) as { value: string; label: { zh?: string; en?: string } }[] | undefined) ?? [];
  return (
    <>
      <TextField form={form} path={`${path}.label.zh`} label={text('intake.form.label.zh')} />
      <TextField form={form} path={`${path}.label.en`} label={text('intake.form.label.en')} optional />
      <TextField form={form} path={`${path}.help.zh`} label={text('intake.form.helpText')} optional />
      {sections.length > 0 ? <SelectField form={form} path={`${path}.section`} label={text('intake.form.section')} options={sections} optional /> : null}
      <SelectField form={form} path={`${path}.type`} label={text('intake.form.type')} options={fieldTypes.map((value) => ({ value, label: text(`intake.fieldType.${value}`) }))} />
      {type === 'number' ? (
        <>
          <SelectField form={form} path={`${path}.unit`} label={text('intake.column.unit')} options={units.filter(({ zh }) => zh !== '').map((unit) => ({ value: unit.code, label: both(unitWords({ unit: unit.code, scale: '1' })) }))} optional />
          <SelectField form={form} path={`${path}.scale`} label={text('intake.form.scale')} options={unitScales.map((value) => ({ value, label: both(unitWords({ unit: null, scale: value })) || '1' }))} optional />
          <TextField form={form} path={`${path}.min`} label={text('intake.form.min')} inputMode="decimal" optional />
          <TextField form={form} path={`${path}.max`} label={text('intake.form.max')} inputMode="decimal" optional />
          <NumberField form={form} path={`${path}.changeLimit`} label={text('intake.form.changeLimit')} unit="%" optional />
        </>
      ) : null}
      {type === 'choice' || type === 'choices' ? (
        <label className="stack-tight"><span className="field-label">{text('intake.form.choices')}</span>
          <textarea className="input" rows={4} defaultValue={choices.map((choice) => name(choice.label) || choice.value).join('\n')} onBlur={(event) => form.set(`${path}.choices`, event.target.value.split('\n').map((line) => line.trim()).filter(Boolean).map((line) => choices.find((choice) => name(choice.label) === line) ?? { value: line.slice(0, 60), label: { zh: line } }))} />
          <span className="field-help">{text('intake.form.choices.help')}</span>
        </label>
      ) : null}
      <label className="stack-tight"><span className="field-label">{text('intake.form.source')}</span>
        <select className="input" value={source} onChange={(event) => form.set(`${path}.source`, sourceOf(event.target.value))}>{(['free', 'record', 'indicator'] as const).map((value) => <option key={value} value={value}>{text(`intake.form.source.${value}`)}</option>)}</select>
      </label>
      {source === 'record' ? <SelectField form={form} path={`${path}.source.attribute`} label={text('intake.form.attribute')} options={recordAttributes.map((value) => ({ value, label: text(`intake.attribute.${value}`) }))} /> : null}
      {source === 'indicator' ? <TextField form={form} path={`${path}.source.indicatorKey`} label={text('intake.form.indicatorKey')} /> : null}
      <CheckField form={form} path={`${path}.required`} label={text('intake.form.required')} />
    </>
  );
}
