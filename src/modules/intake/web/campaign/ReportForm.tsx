import { useState } from 'react';
import { useBilingual, useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import type { FormField } from '../../words/form.schema.ts';
import type { Party, SubmissionProblem } from '../../words/party.schema.ts';
import { mayWithhold } from '../../words/submission-check.rules.ts';
import { AnswerField, answerId } from './AnswerField.tsx';
import { SeenBy } from './SeenBy.tsx';
import { SendStep } from './SendStep.tsx';
import { stepsOf } from './report-steps.ts';
import { useReport, type ReportState } from './use-report.ts';

/** One section a step, the last one to look over and send. Made for one thumb; wide screens show the same column. */
export function ReportForm({ party: opened }: { party: Party }) {
  const text = useText();
  const name = useName();
  const report = useReport(opened);
  const steps = stepsOf(opened.content);
  const [at, setAt] = useState(0);
  const [seen, setSeen] = useState<ReadonlySet<number>>(new Set());
  const step = steps[at];
  const isLast = at >= steps.length;
  const title = step ? (step.label ? name(step.label) : text('intake.report.step.answers')) : text('intake.report.step.send');
  const go = (to: number) => {
    setSeen((before) => new Set(before).add(at));
    setAt(to);
    window.scrollTo({ top: 0 });
  };
  const next = steps[at + 1];
  return (
    <form className="report-form" onSubmit={(event) => event.preventDefault()} aria-label={title}>
      <div className="report-progress">
        <div className="row"><h2>{text('intake.report.step', { at: String(at + 1), of: String(steps.length + 1), title })}</h2><span className="push"><Saved report={report} /></span></div>
        <progress max={steps.length + 1} value={at + 1} aria-label={text('intake.report.progress')} />
      </div>
      {step ? <Answers report={report} fields={step.fields} isShown={seen.has(at) || report.saved === 'saved'} /> : <SendStep report={report} toField={(key) => setAt(Math.max(0, steps.findIndex(({ fields }) => fields.some((field) => field.key === key))))} />}
      {isLast ? null : (
        <div className="report-foot">
          <p className="quiet small"><SeenBy party={opened} /></p>
          <div className="row">
            {at > 0 ? <Button size="large" onClick={() => go(at - 1)}>{text('intake.report.back')}</Button> : null}
            <Button kind="primary" size="large" className="grow" onClick={() => go(at + 1)}>{next ? text('intake.report.next', { title: next.label ? name(next.label) : text('intake.report.step.answers') }) : text('intake.report.look')}</Button>
          </div>
        </div>
      )}
    </form>
  );
}

function Saved({ report }: { report: ReportState }) {
  const text = useText();
  if (report.failure && report.saved === 'failed') return <span className="critical small" role="alert">{problemText(report.failure, text)}</span>;
  if (report.saved === 'saved') return <span className="positive small" role="status"><Icon name="check" size={14} /> {text('intake.report.saved')}</span>;
  return report.saved === 'clean' ? null : <span className="quiet small" role="status">{text('intake.report.saving')}</span>;
}

interface AnswersProps {
  report: ReportState;
  fields: readonly FormField[];
  /** Missing answers are not held against somebody who only begins. */
  isShown: boolean;
}

function Answers({ report, fields, isShown }: AnswersProps) {
  const text = useText();
  const name = useName();
  const both = useBilingual();
  const { party, answers } = report;
  const keys = new Set(fields.map(({ key }) => key));
  const found = report.problems.filter(({ field, reason }) => field !== null && keys.has(field) && (reason !== 'required' || isShown) && reason !== 'changeExplained');
  const contradictions = report.problems.filter(({ rule }) => rule !== null);
  const returned = party.state === 'returned' || party.submissions[0]?.decisions.at(-1)?.verb === 'return' ? party.submissions[0]?.decisions.at(-1) : undefined;
  const of = (key: string): SubmissionProblem[] => found.filter(({ field }) => field === key);
  const labelOf = (key: string | null): string => name(fields.find((field) => field.key === key)?.label);
  return (
    <div className="stack report-answers">
      {returned ? <p className="report-note report-note-warning"><Icon name="back" size={16} /> {text('intake.report.returned', { by: returned.decidedByName })} {returned.note}</p> : null}
      {found.length > 0 ? (
        <div className="report-note report-note-critical" role="status">
          <Icon name="warning" size={16} /> {text('intake.report.toCheck', { count: found.length })}{' '}
          {found.map(({ field }, index) => <span key={`${field} ${index}`}>{index > 0 ? text('web.listComma') : ''}<a href={`#${answerId(field ?? '')}`}>{labelOf(field)}</a></span>)}
        </div>
      ) : null}
      {contradictions.map((problem) => <p key={problem.rule} className={problem.severity === 'error' ? 'report-note report-note-critical' : 'report-note report-note-warning'}><Icon name="warning" size={16} /> {both(problem.words)}</p>)}
      {fields.map((field) => (
        <AnswerField
          key={field.key}
          field={field}
          entry={answers.get(field.key)}
          partyId={party.id}
          prefill={party.prefills.find((each) => each.field === field.key)}
          problems={of(field.key)}
          returned={returned?.reasons.find((each) => each.field === field.key)?.reason ?? null}
          mayWithhold={mayWithhold(party.content, field)}
          onChange={(change) => report.set(field.key, change)}
        />
      ))}
    </div>
  );
}
