import { exactText, formatQuantity } from '#kernel/quantity/format.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { useText } from '#web/i18n/use-text.ts';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import type { Statement } from '../../words/statement.schema.ts';

/** A statement as its source says it: with its own sign, its unit, or in words. */
export function StatementValue({ statement }: { statement: Statement }) {
  const text = useText();
  const language = useLanguage();
  const mark = statement.sample ? <> <SampleTag /></> : null;
  if (statement.operator === 'notStated') return <span className="figure-word">{text('web.figure.notStated')}{mark}</span>;
  if (statement.value === null) return <span className="statement-words">{statement.text}{mark}</span>;
  const quantity = { operator: statement.operator, value: statement.value, unit: statement.unit ?? statement.attribute.unit };
  return <span title={exactText(quantity, language)}>{formatQuantity(quantity, { language }).replaceAll('\u202F', '\u00A0')}{mark}</span>;
}
