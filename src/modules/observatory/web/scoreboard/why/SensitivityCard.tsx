import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import type { ScoreboardResult } from '../../../words/scoreboard-run.schema.ts';
import { useScore } from '../use-score.ts';
import { useAlternativeWords } from '../studio/use-choice-words.ts';

type Varied = ScoreboardResult['varied'][number];

/** Sobol indices of the mean rank change, one bar per choice; a negative one is shown as it is. */
export function SensitivityCard({ result, replications }: { result: ScoreboardResult; replications: number }) {
  const text = useText();
  const score = useScore();
  const alternatives = useAlternativeWords();
  const rows = result.varied.toSorted((one, other) => (other.total ?? -1) - (one.total ?? -1));
  const most = Math.max(1e-9, ...rows.map((row) => Math.max(row.total ?? 0, row.first ?? 0)));
  const bar = (value: number | null, kind: string) => (
    <span className="share-bar" aria-hidden="true"><span className={`share-bar-fill share-bar-${kind}`} style={{ width: `${Math.max(0, ((value ?? 0) / most) * 100)}%` }} /></span>
  );
  const columns: Column<Varied>[] = [
    { key: 'choice', label: text('observatory.scoreboard.choice'), fixed: true, cell: (row) => <><div>{text(`observatory.scoreboard.varied.${row.choice}`)}</div><div className="small quiet">{alternatives(row.choice, row.alternatives)}</div></> },
    { key: 'picture', label: text('observatory.scoreboard.why.picture'), width: '32%', cell: (row) => <>{bar(row.total, 'total')}{bar(row.first, 'first')}</> },
    { key: 'first', label: text('observatory.scoreboard.why.first'), number: true, cell: (row) => score.signed(row.first) },
    { key: 'total', label: text('observatory.scoreboard.why.total'), number: true, cell: (row) => score.decimals(row.total, 2) },
  ];
  const strongest = rows[0];
  const known = rows.some((row) => row.total !== null);
  return (
    <Card title={text('observatory.scoreboard.why.title')} note={text('observatory.scoreboard.why.trials', { count: replications })} flush caption={known && strongest ? text('observatory.scoreboard.why.story', { choice: text(`observatory.scoreboard.varied.${strongest.choice}`) }) : undefined}>
      {known ? <DataTable caption={text('observatory.scoreboard.why.title')} columns={columns} rows={rows} rowKey={(row) => row.choice} /> : <EmptyState title={text('observatory.scoreboard.why.none')}>{text('observatory.scoreboard.why.none.hint')}</EmptyState>}
    </Card>
  );
}
