import { useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { one } from '#web/router/search.ts';
import { useSearch, useSetSearch } from '#web/router/use-search.ts';
import { readTrail } from '../../../words/scoreboard.contract.ts';
import type { ScoreboardResult } from '../../../words/scoreboard-run.schema.ts';
import { rankRows } from '../result/rank-rows.ts';
import { useScore } from '../use-score.ts';
import { TrailTable } from './TrailTable.tsx';

/** From one subject's score down its tree to raw values and their sources. */
export function TrailTab({ runId, result }: { runId: string; result: ScoreboardResult }) {
  const text = useText();
  const name = useName();
  const setSearch = useSetSearch();
  const rows = rankRows(result);
  const asked = one(useSearch()['subject']);
  const chosen = rows.find((row) => row.subject.id === asked) ?? rows[0];
  if (!chosen) return <EmptyState title={text('observatory.scoreboard.noSubjects')} />;
  return (
    <div className="stack">
      <label className="row">
        {text('observatory.scoreboard.subject')}
        <select className="input input-small" value={chosen.subject.id} onChange={(event) => setSearch({ subject: event.target.value })}>
          {rows.map(({ subject }) => <option key={subject.id} value={subject.id}>{name(subject.name)}</option>)}
        </select>
      </label>
      <Trail runId={runId} subjectId={chosen.subject.id} count={rows.filter((row) => row.rank !== null).length} />
    </div>
  );
}

function Trail({ runId, subjectId, count }: { runId: string; subjectId: string; count: number }) {
  const text = useText();
  const name = useName();
  const score = useScore();
  const query = useRoute(readTrail, { params: { runId }, query: { subjectId } }, { keepPrevious: true });
  return (
    <Loaded query={query} what={text('observatory.scoreboard.tab.trail')}>
      {(trail) => (
        <Card
          title={name(trail.subject.name)}
          note={text('observatory.scoreboard.trail.place', { rank: score.rank(trail.rank), count, score: score.score(trail.score) })}
          flush
          caption={text('observatory.scoreboard.trail.caption')}
        >
          <TrailTable trail={trail} />
        </Card>
      )}
    </Loaded>
  );
}
