import { useState } from 'react';
import { useBilingual, useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { Tag } from '#web/kit/Tag.tsx';
import { errorsOf } from '../../words/submission-check.rules.ts';
import { isYes } from '../../words/submission-value.rules.ts';
import { SeenBy } from './SeenBy.tsx';
import { useUnit } from './report-words.ts';
import type { ReportState } from './use-report.ts';

/** Everything once more, what is still wrong, and the word that it is true. */
export function SendStep({ report, toField }: { report: ReportState; toField: (key: string) => void }) {
  const text = useText();
  const name = useName();
  const both = useBilingual();
  const unit = useUnit();
  const [isTrue, setTrue] = useState(false);
  const [reason, setReason] = useState('');
  const { party, answers } = report;
  const isRevision = party.campaign.state === 'signedOff';
  const errors = errorsOf(report.problems);
  const labelOf = (key: string | null): string => name(party.content.fields.find((field) => field.key === key)?.label);
  const missing = errors.length > 0 && !isRevision ? text('intake.report.firstPutRight', { count: errors.length }) : !isTrue ? text('intake.report.firstConfirm') : isRevision && reason.trim() === '' ? text('intake.report.firstReason') : undefined;
  return (
    <div className="stack report-answers">
      {errors.length > 0 && !isRevision ? (
        <div className="report-note report-note-critical" role="alert">
          <strong><Icon name="warning" size={16} /> {text('intake.report.toCheck', { count: errors.length })}</strong>
          <ul>{errors.map((problem, index) => <li key={`${problem.field} ${problem.rule} ${index}`}>{problem.field ? <><button type="button" className="link" onClick={() => toField(problem.field ?? '')}>{labelOf(problem.field)}</button> </> : null}{both(problem.words)}</li>)}</ul>
        </div>
      ) : null}
      <dl className="report-summary">
        {party.content.fields.map((field) => {
          const entry = answers.get(field.key);
          const chosen = (value: string): string => name(field.choices.find((choice) => choice.value === value)?.label) || value;
          return (
            <div key={field.key}>
              <dt>{name(field.label)}</dt>
              <dd>
                {entry?.text ? <>{(field.type === 'yesNo' ? text(isYes(entry.text) ? 'intake.report.yes' : 'intake.report.no') : entry.text.split('\n').map(chosen).join(text('web.listComma')))} <span className="quiet">{unit(field)}</span></> : <span className="quiet">—</span>}
                {entry?.isWithheld ? <Tag icon="lock">{text('intake.submission.closed.withheld')}</Tag> : null}
              </dd>
            </div>
          );
        })}
      </dl>
      {isRevision ? <label className="stack-tight"><span className="field-label">{text('intake.report.reason')}</span><textarea className="input" rows={2} value={reason} onChange={(event) => setReason(event.target.value)} /></label> : null}
      <label className="check-field"><input type="checkbox" checked={isTrue} onChange={(event) => setTrue(event.target.checked)} /><span>{text(party.isForOther ? 'intake.report.truthForOther' : 'intake.report.truth', { name: name(party.name) })}</span></label>
      {report.failure ? <p className="field-error" role="alert">{problemText(report.failure, text)}</p> : null}
      <div className="report-foot">
        <p className="quiet small"><SeenBy party={party} /></p>
        <div className="row">
          <Button size="large" onClick={() => toField(party.content.fields.at(-1)?.key ?? '')}>{text('intake.report.back')}</Button>
          <Button kind="primary" size="large" className="grow" missing={missing} busy={report.sending} onClick={() => void report.submit(isRevision ? reason : null)}>{text(party.isForOther ? 'intake.report.sendFor' : 'intake.report.send')}</Button>
        </div>
      </div>
    </div>
  );
}
