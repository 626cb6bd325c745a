import { useState } from 'react';
import { useBilingual, useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { groupDigits } from '#kernel/quantity/format.ts';
import { useLanguage } from '#web/i18n/language.ts';
import type { FormField } from '../../words/form.schema.ts';
import type { Entry, Prefill, SubmissionProblem } from '../../words/party.schema.ts';
import { AnswerInput } from './AnswerInput.tsx';
import { useUnit } from './report-words.ts';

export interface AnswerFieldProps {
  field: FormField;
  entry: Entry | undefined;
  partyId: string;
  prefill: Prefill | undefined;
  problems: readonly SubmissionProblem[];
  /** What a level wrote when it gave the report back. */
  returned: string | null;
  mayWithhold: boolean;
  onChange: (change: Partial<Entry>) => void;
}

export const answerId = (key: string): string => `answer-${key}`;

/** One question: label above, where its value is from under it, what is odd beside it with a way out. */
export function AnswerField({ field, entry, partyId, prefill, problems, returned, mayWithhold, onChange }: AnswerFieldProps) {
  const text = useText();
  const name = useName();
  const unit = useUnit();
  const id = answerId(field.key);
  const value = entry?.text ?? '';
  const isGiven = prefill !== undefined && entry?.origin === prefill.origin && value === prefill.text;
  const shown = problems.filter(({ reason }) => reason !== 'changeExplained');
  const classes = ['field', shown.length > 0 || returned ? 'field-wrong' : '', isGiven ? 'field-prefilled' : ''].filter(Boolean).join(' ');
  return (
    <div className={classes}>
      <label className="field-label" htmlFor={id}>
        {name(field.label)}
        {field.required ? null : <span className="quiet">{text('web.form.optional')}</span>}
        {isGiven ? <Tag tone="brand">{text('web.form.prefilled')}</Tag> : null}
      </label>
      <AnswerInput field={field} id={id} partyId={partyId} value={value} described={`${id}-help`} wrong={shown.length > 0} onChange={(written) => onChange({ text: written, origin: 'typed' })} />
      {returned ? <p className="field-error"><Icon name="back" size={14} /> {returned}</p> : null}
      {shown.map((problem) => <Odd key={problem.reason} problem={problem} explanation={entry?.explanation ?? null} onChange={onChange} />)}
      {entry?.explanation && problems.some(({ reason }) => reason === 'changeExplained') ? <p className="field-help">{text('intake.report.explained', { explanation: entry.explanation })}</p> : null}
      <div className="field-help" id={`${id}-help`}>
        {isGiven && prefill ? <Source prefill={prefill} /> : null}
        {!isGiven && prefill ? <Before prefill={prefill} unit={unit(field)} onUse={() => onChange({ text: prefill.text, origin: prefill.origin })} /> : null}
        {field.help ? <span> {name(field.help)}</span> : null}
      </div>
      {mayWithhold && value !== '' ? (
        <label className="check-field">
          <input type="checkbox" checked={entry?.isWithheld ?? false} onChange={(event) => onChange({ isWithheld: event.target.checked })} />
          <span>{text('intake.report.withhold')}</span>
        </label>
      ) : null}
    </div>
  );
}

function Source({ prefill }: { prefill: Prefill }) {
  const text = useText();
  const both = useBilingual();
  const format = useFormat();
  return <span>{text('intake.report.from', { source: both(prefill.source), at: prefill.origin === 'record' ? format.date(prefill.at) : format.period(prefill.at) })}</span>;
}

/** The period before, and one tap where nothing changed. */
function Before({ prefill, unit, onUse }: { prefill: Prefill; unit: string; onUse: () => void }) {
  const text = useText();
  const both = useBilingual();
  const format = useFormat();
  const at = prefill.origin === 'record' ? both(prefill.source) : format.period(prefill.at);
  return (
    <span className="row-tight">
      <span>{text('intake.report.before', { at, value: prefill.text.replaceAll('\n', ' · '), unit })}</span>
      <Button kind="quiet" size="small" onClick={onUse}>{text('intake.report.same')}</Button>
    </span>
  );
}

/** What is odd, the number that was probably meant, and always a way to say that it is right. */
function Odd({ problem, explanation, onChange }: { problem: SubmissionProblem; explanation: string | null; onChange: (change: Partial<Entry>) => void }) {
  const text = useText();
  const both = useBilingual();
  const language = useLanguage();
  const [explaining, setExplaining] = useState(explanation !== null);
  const { suggestion } = problem;
  return (
    <>
      <p className="field-error"><Icon name="warning" size={14} /> {both(problem.words)}</p>
      {problem.reason === 'changed' ? (
        <div className="row">
          {suggestion ? <Button onClick={() => onChange({ text: suggestion, origin: 'typed' })}>{text('intake.report.changeTo', { value: groupDigits(suggestion, language) })}</Button> : null}
          {explaining ? null : <Button onClick={() => setExplaining(true)}>{text('intake.report.isRight')}</Button>}
        </div>
      ) : null}
      {explaining && problem.reason === 'changed' ? (
        <label className="stack-tight">
          <span className="field-label">{text('intake.report.why')}</span>
          <input className="input" defaultValue={explanation ?? ''} onBlur={(event) => onChange({ explanation: event.target.value.trim() || null })} />
        </label>
      ) : null}
    </>
  );
}
