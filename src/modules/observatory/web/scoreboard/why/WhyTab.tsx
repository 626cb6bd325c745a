import type { ScoreboardResult } from '../../../words/scoreboard-run.schema.ts';
import { CorrelationCard } from './CorrelationCard.tsx';
import { DoubtCard } from './DoubtCard.tsx';
import { SensitivityCard } from './SensitivityCard.tsx';
import { TreatmentCard } from './TreatmentCard.tsx';
import { WithoutCard } from './WithoutCard.tsx';

/** How firm the ranks are: which choice moves them, which indicator, what goes together, what was done to the data. */
export function WhyTab({ result, replications }: { result: ScoreboardResult; replications: number }) {
  return (
    <div className="stack">
      <SensitivityCard result={result} replications={replications} />
      <WithoutCard result={result} />
      <CorrelationCard result={result} />
      <TreatmentCard result={result} />
      {result.doubts.length > 0 ? <DoubtCard result={result} /> : null}
    </div>
  );
}
