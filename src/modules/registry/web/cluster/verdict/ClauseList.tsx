import { useBilingual } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { VerdictList } from '#web/kit/VerdictList.tsx';
import { classificationQuestions } from '../../../words/classification.rules.ts';
import type { ClassificationFact } from '../../../words/classification.rules.ts';
import type { ClassificationVerdict } from '../../../words/classification.schema.ts';

export type KindVerdict = ClassificationVerdict['kinds'][number];

/** The clauses of one kind with the answers they were decided on. */
export function ClauseList({ kind }: { kind: KindVerdict }) {
  const bilingual = useBilingual();
  const text = useText();
  const answers = useAnswerWords();
  const missingWords = (clause: KindVerdict['clauses'][number]) => {
    const open = clause.inputs.filter((input) => input.value === null || input.value === undefined).map((input) => bilingual(questionOf(input.name)));
    return clause.inputs.length > 1 ? text('registry.verdict.missing', { questions: open.join(text('web.listComma')) }) : text('registry.verdict.unanswered');
  };
  return (
    <VerdictList
      clauses={kind.clauses.map((clause) => ({
        id: clause.id,
        verdict: clause.outcome,
        clause: bilingual(clause.title),
        value: clause.inputs.map((input) => answers(input.name, input.value)).filter(Boolean).join(text('web.listComma')),
        ...(clause.outcome === 'unknown' ? { distance: missingWords(clause) } : {}),
      }))}
    />
  );
}

const questionOf = (name: string) => (name in classificationQuestions ? classificationQuestions[name as ClassificationFact].title : { zh: name, en: name });

/** An answer as the form took it: a number, kinds of actor, yes or no. */
function useAnswerWords(): (name: string, value: unknown) => string {
  const text = useText();
  return (name, value) => {
    if (value === null || value === undefined) return '';
    if (typeof value === 'boolean') return text(value ? 'web.yes' : 'web.no');
    if (name === 'actorTypes' && Array.isArray(value)) return text('registry.verdict.types', { count: value.length });
    return text('registry.verdict.number', { value: String(value) });
  };
}
