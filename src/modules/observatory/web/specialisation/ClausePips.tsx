import { VerdictPips } from '#web/kit/VerdictList.tsx';
import type { Cell } from '../../words/specialisation.schema.ts';

/** Clauses that were judged, in short; one without its table is none of them. */
export function ClausePips({ clauses }: { clauses: Cell['clauses'] }) {
  return <VerdictPips verdicts={clauses.flatMap(({ outcome }) => (outcome === 'notJudged' ? [] : [outcome]))} />;
}
