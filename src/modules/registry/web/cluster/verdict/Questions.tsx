import { useBilingual } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Field } from '#web/kit/form/Field.tsx';
import { NumberField } from '#web/kit/form/fields.tsx';
import type { FormState } from '#web/kit/form/use-form.ts';
import { OrganisationMark } from '#web/kit/OrganisationMark.tsx';
import { Segmented } from '#web/kit/Segmented.tsx';
import { classificationQuestions } from '../../../words/classification.rules.ts';
import type { ClassificationFact } from '../../../words/classification.rules.ts';
import { organisationTypes } from '../../../words/organisation.schema.ts';

/** The questions that tell the four kinds apart. Every answer may stay open. */
export function Questions({ form, prefix }: { form: FormState; prefix: string }) {
  const bilingual = useBilingual();
  const text = useText();
  return (
    <>
      {(Object.keys(classificationQuestions) as ClassificationFact[]).map((fact) => {
        const { kind, title } = classificationQuestions[fact];
        const words = { form, path: `${prefix}.${fact}`, label: bilingual(title) };
        if (kind === 'number') return <NumberField key={fact} {...words} unit={text('registry.organisation.unit')} optional />;
        return kind === 'list' ? <TypesField key={fact} {...words} /> : <AnswerRow key={fact} {...words} />;
      })}
    </>
  );
}

function TypesField({ form, path, label }: { form: FormState; path: string; label: string }) {
  const value = form.get(path);
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
  const flip = (type: string) => {
    const next = chosen.includes(type) ? chosen.filter((each) => each !== type) : [...chosen, type];
    form.set(path, next.length > 0 ? next : undefined);
  };
  return (
    <Field form={form} path={path} label={label} optional>
      {(props) => (
        <span className="row row-wrap" role="group" aria-label={label} id={props.id} tabIndex={-1}>
          {organisationTypes.map((type) => (
            <label key={type} className="check-field">
              <input type="checkbox" checked={chosen.includes(type)} onChange={() => flip(type)} />
              <OrganisationMark type={type} />
            </label>
          ))}
        </span>
      )}
    </Field>
  );
}

type Answer = 'yes' | 'no' | 'open';

/** One question, three answers in one row; open is the first and means unknown. */
function AnswerRow({ form, path, label }: { form: FormState; path: string; label: string }) {
  const text = useText();
  const value = form.get(path);
  const answer: Answer = value === true ? 'yes' : value === false ? 'no' : 'open';
  return (
    <div className="answer-row">
      <span>{label}</span>
      <Segmented
        label={label}
        value={answer}
        onChange={(next) => form.set(path, next === 'open' ? undefined : next === 'yes')}
        options={[{ value: 'yes', label: text('web.yes') }, { value: 'no', label: text('web.no') }, { value: 'open', label: text('registry.verdict.answer.open') }]}
      />
    </div>
  );
}
