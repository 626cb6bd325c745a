import { checkUscc } from '#kernel/text/uscc.ts';
import type { Problem } from '#web/api/problem.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { TextField } from '#web/kit/form/fields.tsx';
import type { FormState } from '#web/kit/form/use-form.ts';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { PageLink } from '#web/router/PageLink.tsx';

/** Checks the code while it is typed: says what is odd and offers the likely correction as a button. */
export function UsccField({ form, problem }: { form: FormState; problem: Problem | null }) {
  const text = useText();
  const typed = String(form.get('uscc') ?? '');
  const verdict = checkUscc(typed);
  const { suggestion } = verdict;
  const length = [...verdict.code].length;
  const words = () => {
    if (typed.trim() === '') return text('registry.organisation.form.uscc.help');
    if (verdict.valid) return <span className="row-tight positive"><Icon name="check" size={14} />{text('registry.organisation.form.uscc.good')}</span>;
    return (
      <span className="row-tight warning">
        <Icon name="warning" size={14} />
        {verdict.issues.map((issue) => text(`registry.usccIssue.${issue}`)).join(text('registry.comma'))}
        {verdict.issues.includes('length') ? <> {text('registry.organisation.form.uscc.length', { count: length })}</> : null}{' '}
        {suggestion ? <Button size="small" onClick={() => form.set('uscc', suggestion)}>{text('registry.organisation.form.uscc.use', { suggestion })}</Button> : null}
      </span>
    );
  };
  const taken = problem?.reason === 'usccTaken' && form.errors['uscc'] !== undefined;
  return (
    <>
      <TextField form={form} path="uscc" label={text('registry.field.uscc')} autoComplete="off" help={<span aria-live="polite">{words()}</span>} optional />
      {taken ? <p className="notice"><span>{text('registry.organisation.form.uscc.taken')}</span> <PageLink href={`/organisations?q=${encodeURIComponent(verdict.code)}`}>{text('registry.organisation.form.uscc.holder')}</PageLink></p> : null}
    </>
  );
}
