import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useBilingual, useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import type { FormState } from '#web/kit/form/use-form.ts';
import { problemText } from '#web/kit/state/problem-text.ts';
import { Tag } from '#web/kit/Tag.tsx';
import { listRecordTerms, tryFormula } from '../../words/reading.contract.ts';
import { told } from '../picture/read-figure.ts';
import '../indicator.css';

/** Tries the formula of the form: what is wrong with it, what it is measured in, what it would give. Nothing is kept. */
export function FormulaPanel({ form }: { form: FormState }) {
  const text = useText();
  const name = useName();
  const bilingual = useBilingual();
  const format = useFormat();
  const records = useRoute(listRecordTerms, { query: {} }, { staleTime: Infinity });
  const trial = useWrite(tryFormula);
  const said = (path: string) => { const value = form.get(path); return typeof value === 'string' && value.trim() !== '' ? value.trim() : null; };
  const formula = said('formula');
  const found = trial.data;
  return (
    <div className="indicator-formula">
      <p className="row-tight">
        <Button size="small" busy={trial.isPending} onClick={() => formula && trial.mutate({ body: { key: said('key') ?? '', formula, unit: said('unit'), population: said('population') } })}>{text('indicator.formula.try')}</Button>
        <span className="quiet small">{text('indicator.formula.records', { list: (records.data?.items ?? []).map(({ key, label }) => `${key} (${bilingual(label)})`).join(text('web.listComma')) })}</span>
      </p>
      {trial.error ? <p className="field-error" role="alert">{problemText(trial.error, text)}</p> : null}
      {found ? (
        <div role="status">
          {found.problems.length > 0 ? (
            <ul className="line-list">{found.problems.map((problem) => <li key={`${problem.reason} ${problem.at}`} className="warning">{problem.reason === 'formulaTermUnknown' ? text('indicator.formula.unknownTerm', { key: problem.about[0] ?? '' }) : text(`indicator.reason.${problem.reason}`, { left: problem.about[0] ?? '', right: problem.about[1] ?? '', path: problem.about.join(' → ') })}</li>)}</ul>
          ) : (
            <p className="row-tight"><Tag tone="brand" icon="check">{text('indicator.formula.sound')}</Tag><span className="quiet">{text('indicator.formula.measure', { measure: found.measure })}</span></p>
          )}
          {found.values.length > 0 ? (
            <ul className="line-list">
              {found.values.map((value) => (
                <li key={value.id}>
                  <span className="grow">{name(value.subject.name) || value.subjectCode}, {format.period(value.period)}: </span>
                  {value.value === null ? <span className="quiet">{text(`indicator.derived.${value.derived?.reason ?? 'termMissing'}`)}</span> : <strong>{told(format, value.value, value.unit)}</strong>}
                </li>
              ))}
            </ul>
          ) : (
            <p className="quiet small">{text('indicator.formula.gives')}</p>
          )}
        </div>
      ) : null}
    </div>
  );
}
