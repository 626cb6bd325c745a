import { saveFile, toCsv } from '#web/api/download.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { usePath } from '#web/router/use-search.ts';
import type { Run } from '../../../words/scoreboard-run.schema.ts';
import { useRunWord } from '../use-run-word.ts';
import { partIndices, rankRows } from './rank-rows.ts';
import { RankTable } from './RankTable.tsx';

/** Score, rank and where the rank may lie; each name leads down to its values. */
export function ResultsTab({ run }: { run: Run }) {
  const text = useText();
  const name = useName();
  const path = usePath();
  const word = useRunWord();
  const { result } = run;
  if (result.subjects.length === 0) return <EmptyState title={text('observatory.scoreboard.noSubjects')} />;
  const parts = partIndices(result);
  const save = () => {
    const head = [text('observatory.scoreboard.rank'), text('observatory.scoreboard.subject'), text('observatory.scoreboard.score'), text('observatory.scoreboard.csv.low'), text('observatory.scoreboard.csv.median'), text('observatory.scoreboard.csv.high'), ...parts.map((part) => name(result.nodes[part]?.name))];
    const rows = rankRows(result).map((row) => [row.rank, name(row.subject.name), row.score, row.interval?.low, row.interval?.median, row.interval?.high, ...row.parts]);
    saveFile(`${text('observatory.scoreboard.tab.results')}.csv`, toCsv([head, ...rows, [], [text('web.trace.source'), `${word(run)} ${run.resultHash}`]]), 'text/csv');
  };
  return (
    <Card
      title={text('observatory.scoreboard.ranksAndScores')}
      note={run.replications > 0 ? text('observatory.scoreboard.trials', { count: run.replications }) : text('observatory.scoreboard.trials.none')}
      actions={<>{run.sample ? <SampleTag /> : null}<Button size="small" icon="download" onClick={save}>CSV</Button></>}
      flush
    >
      <RankTable result={result} caption={text('observatory.scoreboard.ranksAndScores')} parts subjectHref={(id) => `${path}?tab=trail&run=${run.id}&subject=${encodeURIComponent(id)}`} />
    </Card>
  );
}
