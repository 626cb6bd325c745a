import { useBilingual } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Tag } from '#web/kit/Tag.tsx';
import { VerdictList } from '#web/kit/VerdictList.tsx';
import type { ClauseVerdict, MeasureEvidence } from '../../words/stage.schema.ts';
import { useMeasureWords } from './use-measure-words.ts';

/** Clauses with what they read, where it comes from, and what is missing to pass. */
export function ClauseTable({ clauses, measures }: { clauses: readonly (ClauseVerdict & { before?: string })[]; measures: readonly MeasureEvidence[] }) {
  const text = useText();
  const bilingual = useBilingual();
  const words = useMeasureWords();
  const unitOf = (clause: ClauseVerdict) => measures.find(({ key }) => key === clause.inputs[0]?.name)?.unit ?? null;
  const sourcesOf = (clause: ClauseVerdict) => [...new Set(clause.inputs.flatMap(({ source }) => (source ? [source] : [])))].join(text('web.listComma'));
  return (
    <VerdictList
      clauses={clauses.map((clause) => {
        const missing = clause.distance?.missing;
        const sources = sourcesOf(clause);
        return {
          id: clause.id,
          verdict: clause.outcome,
          clause: <>{clause.before ? <span className="quiet">{clause.before} </span> : null}{bilingual(clause.title)}{clause.required ? <> <Tag>{text('observatory.stage.required')}</Tag></> : null}</>,
          value: <span style={{ display: 'block' }}>{clause.inputs.map((input) => words.input(input, measures)).join('; ')}{sources ? ` · ${sources}` : ''}</span>,
          ...(missing !== null && missing !== undefined && Number(missing) > 0 ? { distance: text('observatory.stage.missing', { value: words.figure(missing, unitOf(clause)) }) } : {}),
        };
      })}
    />
  );
}
