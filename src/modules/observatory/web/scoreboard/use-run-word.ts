import { useText } from '#web/i18n/use-text.ts';
import type { RunSummary } from '../../words/scoreboard-run.schema.ts';

/** "Edition 2, run 3 (published)". */
export function useRunWord(): (run: Pick<RunSummary, 'editionNumber' | 'number' | 'editionState'>) => string {
  const text = useText();
  return (run) => text('observatory.scoreboard.runWord', { edition: String(run.editionNumber), run: String(run.number), state: text(`observatory.scoreboard.state.${run.editionState}`) });
}
