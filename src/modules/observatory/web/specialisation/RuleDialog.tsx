import { useState } from 'react';
import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { Tag } from '#web/kit/Tag.tsx';
import { useMay } from '#web/session/use-session.ts';
import { createStrongRule, listStrongRules } from '../../words/specialisation.contract.ts';
import { productThresholds } from '../../words/specialisation.rules.ts';
import { clauseKeys, thresholdsSchema, type Overview, type Thresholds } from '../../words/specialisation.schema.ts';
import { NumberField } from './NumberField.tsx';
import type { SelectionState } from './use-selection.ts';

/** The rule for strong clusters: its four numbers, where they come from, a trial of others, and a new edition of it. */
export function RuleDialog({ rule, selection }: { rule: Overview['rule']; selection: SelectionState }) {
  const text = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon="check" onClick={() => setOpen(true)}>{text('observatory.specialisation.rule')}</Button>
      <Dialog open={open} title={text('observatory.specialisation.rule')} width={560} onClose={() => setOpen(false)}>
        {open ? <RuleForm rule={rule} selection={selection} close={() => setOpen(false)} /> : null}
      </Dialog>
    </>
  );
}

function RuleForm({ rule, selection, close }: { rule: Overview['rule']; selection: SelectionState; close: () => void }) {
  const text = useText();
  const format = useFormat();
  const mayManage = useMay('strongRule.manage');
  const [draft, setDraft] = useState<Record<keyof Thresholds, string>>(() => Object.fromEntries(clauseKeys.map((key) => [key, String(rule[key])])) as Record<keyof Thresholds, string>);
  const [validFrom, setValidFrom] = useState('');
  const [note, setNote] = useState('');
  const editions = useRoute(listStrongRules, { query: { limit: 50 } });
  const save = useWrite(createStrongRule, { touches: ['specialisation'], onDone: () => { forget(); close(); } });
  const forget = () => selection.set(Object.fromEntries(clauseKeys.map((key) => [key, undefined])));
  const read = thresholdsSchema.safeParse(Object.fromEntries(clauseKeys.map((key) => [key, draft[key] === '' ? Number.NaN : Number(draft[key])])));
  const tryOut = () => {
    selection.set(Object.fromEntries(clauseKeys.map((key) => [key, draft[key]])));
    close();
  };
  return (
    <div className="stack">
      <p className="row-tight">
        {rule.productDefault ? <Tag tone="warning">{text('observatory.specialisation.productDefault')}</Tag> : <Tag tone="brand">{text('observatory.specialisation.inForceFrom', { from: rule.validFrom ?? '' })}</Tag>}
        {rule.tried ? <Tag tone="neutral">{text('observatory.specialisation.tried')}</Tag> : null}
      </p>
      <p className="small quiet">{text('observatory.specialisation.ruleSource')}</p>
      <div className="rule-clauses">
        {clauseKeys.map((key) => (
          <div key={key} className="rule-clause">
            <NumberField label={text(`observatory.specialisation.threshold.${key}`)} value={draft[key]} onChange={(value) => setDraft((before) => ({ ...before, [key]: value }))} />
            <span className="small quiet">{text('observatory.specialisation.default', { value: String(productThresholds[key]) })}</span>
          </div>
        ))}
      </div>
      <div className="row row-wrap">
        <Button kind="primary" onClick={tryOut} missing={read.success ? undefined : text('observatory.specialisation.badThreshold')}>{text('observatory.specialisation.try')}</Button>
        {rule.tried ? <Button onClick={() => { forget(); close(); }}>{text('observatory.specialisation.backToRule')}</Button> : null}
      </div>
      {mayManage ? (
        <fieldset className="rule-edition">
          <legend>{text('observatory.specialisation.newEdition')}</legend>
          <label className="choice-field"><span className="small quiet">{text('observatory.column.validFrom')}</span><input className="input" type="date" value={validFrom} onChange={(event) => setValidFrom(event.target.value)} /></label>
          <label className="choice-field grow"><span className="small quiet">{text('observatory.specialisation.reason')}</span><input className="input" value={note} maxLength={1000} onChange={(event) => setNote(event.target.value)} /></label>
          <Button busy={save.isPending} missing={read.success && validFrom && note.trim() ? undefined : text('observatory.specialisation.editionNeeds')} onClick={() => (read.success ? save.mutate({ body: { ...read.data, validFrom, note: note.trim() } }) : undefined)}>{text('observatory.specialisation.saveEdition')}</Button>
          {save.error ? <p className="field-error" role="alert">{problemText(save.error, text)}</p> : null}
        </fieldset>
      ) : null}
      {editions.data && editions.data.items.length > 0 ? (
        <ul className="rule-editions" aria-label={text('observatory.specialisation.editions')}>
          {editions.data.items.map((edition) => <li key={edition.id}><b>{format.date(edition.validFrom)}</b> {clauseKeys.map((key) => String(edition[key])).join(' / ')}<span className="quiet"> {edition.note}</span></li>)}
        </ul>
      ) : null}
    </div>
  );
}
