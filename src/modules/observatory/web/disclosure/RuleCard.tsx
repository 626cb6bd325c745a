import { useState } from 'react';
import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { problemText } from '#web/kit/state/problem-text.ts';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { createDisclosureRule, listDisclosureRules } from '../../words/disclosure.contract.ts';
import { disclosureRuleOn } from '../../words/disclosure.rules.ts';
import { disclosureRuleInput, type AppliedDisclosureRule, type DisclosureRule } from '../../words/disclosure.schema.ts';

const parts = ['minimumFrequency', 'dominanceShare', 'p', 'range'] as const;

/** The rule in force, its editions, and a new one. */
export function RuleCard() {
  const text = useText();
  const query = useRoute(listDisclosureRules, { query: { limit: 50 } });
  return (
    <Loaded query={query} what={text('observatory.disclosure.rule')} lines={4}>
      {({ items }) => <Rule editions={items} rule={disclosureRuleOn(items, new Date().toISOString().slice(0, 10))} />}
    </Loaded>
  );
}

/** What a rule asks, in sentences. */
export function RuleWords({ rule }: { rule: Pick<AppliedDisclosureRule, (typeof parts)[number]> }) {
  const text = useText();
  return (
    <ul className="plain-list">
      {parts.map((part) => <li key={part}>{text(`observatory.disclosure.rule.${part}`, { value: String(rule[part]) })}</li>)}
    </ul>
  );
}

function Rule({ editions, rule }: { editions: readonly DisclosureRule[]; rule: AppliedDisclosureRule }) {
  const text = useText();
  const format = useFormat();
  const [draft, setDraft] = useState<Record<string, string>>(() => ({ ...Object.fromEntries(parts.map((part) => [part, String(rule[part])])), validFrom: '', note: '' }));
  const save = useWrite(createDisclosureRule, { onDone: () => setDraft((before) => ({ ...before, validFrom: '', note: '' })) });
  const read = disclosureRuleInput.safeParse({ ...Object.fromEntries(parts.map((part) => [part, Number(draft[part])])), dominanceCount: 2, validFrom: draft['validFrom'], note: draft['note'] });
  const field = (key: string, label: string, kind: 'number' | 'date' | 'text') => (
    <label className="choice-field"><span className="small quiet">{label}</span><input className="input" type={kind === 'date' ? 'date' : 'text'} inputMode={kind === 'number' ? 'decimal' : undefined} value={draft[key] ?? ''} onChange={(event) => setDraft((before) => ({ ...before, [key]: event.target.value }))} /></label>
  );
  return (
    <Card title={text('observatory.disclosure.rule')} note={rule.productDefault ? <Tag tone="warning">{text('observatory.disclosure.productDefault')}</Tag> : <Tag tone="brand">{text('observatory.disclosure.inForceFrom', { day: format.date(rule.validFrom ?? '') })}</Tag>} caption={text('observatory.disclosure.rule.caption')}>
      <RuleWords rule={rule} />
      <details className="disclosure-more">
        <summary>{text('observatory.disclosure.newRule')}</summary>
        <div className="disclosure-fields">
          {parts.map((part) => <span key={part}>{field(part, text(`observatory.column.${part}`), 'number')}</span>)}
          {field('validFrom', text('observatory.column.validFrom'), 'date')}
          {field('note', text('observatory.disclosure.reason'), 'text')}
          <Button busy={save.isPending} missing={read.success ? undefined : text('observatory.disclosure.ruleNeeds')} onClick={() => (read.success ? save.mutate({ body: read.data }) : undefined)}>{text('observatory.disclosure.saveRule')}</Button>
        </div>
        {save.error ? <p className="field-error" role="alert">{problemText(save.error, text)}</p> : null}
      </details>
      {editions.length > 0 ? (
        <ul className="plain-list small" aria-label={text('observatory.disclosure.ruleEditions')}>
          {editions.map((one) => <li key={one.id}><b>{format.date(one.validFrom)}</b> {parts.map((part) => String(one[part])).join(' / ')} <span className="quiet">{one.note}</span></li>)}
        </ul>
      ) : null}
    </Card>
  );
}
