import { useRoute } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { one } from '#web/router/search.ts';
import { useSearch, useSetSearch } from '#web/router/use-search.ts';
import { compareRuns } from '../../../words/scoreboard.contract.ts';
import type { RunSummary } from '../../../words/scoreboard-run.schema.ts';
import { useRunWord } from '../use-run-word.ts';
import { ChangesTable } from './ChangesTable.tsx';
import { SlopeCard } from './SlopeCard.tsx';

/** Two runs side by side: what was decided otherwise, and what became of the ranks. */
export function CompareTab({ runId, runs }: { runId: string; runs: readonly RunSummary[] }) {
  const text = useText();
  const word = useRunWord();
  const search = useSearch();
  const setSearch = useSetSearch();
  const others = runs.filter((run) => run.id !== runId);
  const other = others.find((run) => run.id === one(search['with'])) ?? others[0];
  if (!other) return <EmptyState title={text('observatory.scoreboard.compare.one')}>{text('observatory.scoreboard.compare.one.hint')}</EmptyState>;
  return (
    <div className="stack">
      <label className="row">
        {text('observatory.scoreboard.compare.with')}
        <select className="input input-small" value={other.id} onChange={(event) => setSearch({ with: event.target.value })}>
          {others.map((run) => <option key={run.id} value={run.id}>{word(run)}</option>)}
        </select>
      </label>
      <Comparison runId={runId} withId={other.id} />
    </div>
  );
}

function Comparison({ runId, withId }: { runId: string; withId: string }) {
  const text = useText();
  const query = useRoute(compareRuns, { params: { runId }, query: { withId } }, { keepPrevious: true });
  return (
    <Loaded query={query} what={text('observatory.scoreboard.tab.compare')}>
      {(comparison) => (
        <>
          <SlopeCard comparison={comparison} />
          <Card title={text('observatory.scoreboard.compare.changes')} flush note={<Tag tone={comparison.sameInputs ? 'neutral' : 'brand'}>{text(comparison.sameInputs ? 'observatory.scoreboard.compare.sameInputs' : 'observatory.scoreboard.compare.otherInputs')}</Tag>}>
            {comparison.changes.length === 0 ? <p className="state-text">{text('observatory.scoreboard.compare.noChanges')}</p> : <ChangesTable comparison={comparison} />}
          </Card>
        </>
      )}
    </Loaded>
  );
}
