import { exactText, formatQuantity } from '#kernel/quantity/format.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { useTrace } from '#web/kit/trace/use-trace.ts';
import type { Statement } from '../../words/statement.schema.ts';

/** A statement as its source says it: with its own sign, its unit, or in words. It opens its trace like any figure. */
export function StatementValue({ statement }: { statement: Statement }) {
  const text = useText();
  const name = useName();
  const { traceId, open, isOpen } = useTrace({ provider: 'registry.statement', params: { statementId: statement.id } });
  return (
    <span className="figure">
      <button type="button" className="figure-open" data-trace={traceId} aria-expanded={isOpen} title={text('web.figure.openHint')} onClick={open}>
        <Said statement={statement} />
        <span className="visually-hidden"> · {text('web.figure.open', { label: name(statement.attribute.name) })}</span>
      </button>
      {statement.sample ? <SampleTag /> : null}
    </span>
  );
}

function Said({ statement }: { statement: Statement }) {
  const text = useText();
  const language = useLanguage();
  if (statement.operator === 'notStated') return <span className="figure-word">{text('web.figure.notStated')}</span>;
  if (statement.value === null) return <span className="statement-words">{statement.text}</span>;
  const quantity = { operator: statement.operator, value: statement.value, unit: statement.unit ?? statement.attribute.unit };
  return <span title={exactText(quantity, language)}>{formatQuantity(quantity, { language }).replaceAll('\u202F', '\u00A0')}</span>;
}
