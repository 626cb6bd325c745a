import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import type { ScoreboardResult } from '../../../words/scoreboard-run.schema.ts';
import { useScore } from '../use-score.ts';

type Without = ScoreboardResult['without'][number];

/** What changes when one indicator is not there. */
export function WithoutCard({ result }: { result: ScoreboardResult }) {
  const text = useText();
  const name = useName();
  const score = useScore();
  if (result.without.length === 0) return null;
  const nodes = new Map(result.nodes.map((node) => [node.code, node]));
  const subjects = new Map(result.subjects.map((subject) => [subject.id, subject.name]));
  const rows = result.without.toSorted((one, other) => (other.meanRankChange ?? 0) - (one.meanRankChange ?? 0));
  const most = Math.max(1e-9, ...rows.map((row) => row.meanRankChange ?? 0));
  const columns: Column<Without>[] = [
    { key: 'indicator', label: text('observatory.scoreboard.without.indicator'), fixed: true, cell: (row) => name(nodes.get(row.code)?.name) },
    { key: 'picture', label: text('observatory.scoreboard.without.picture'), width: '26%', deskOnly: true, cell: (row) => <span className="share-bar" aria-hidden="true"><span className="share-bar-fill share-bar-total" style={{ width: `${((row.meanRankChange ?? 0) / most) * 100}%` }} /></span> },
    { key: 'change', label: text('observatory.scoreboard.without.change'), number: true, cell: (row) => score.decimals(row.meanRankChange, 2) },
    {
      key: 'most', label: text('observatory.scoreboard.without.most'), cell: (row) => {
        if (row.mostMovedId === null || row.move === 0) return <span className="quiet">{text('observatory.scoreboard.without.nobody')}</span>;
        return text(row.move > 0 ? 'observatory.scoreboard.without.falls' : 'observatory.scoreboard.without.rises', { name: name(subjects.get(row.mostMovedId)), count: Math.abs(row.move) });
      },
    },
    { key: 'share', label: text('observatory.scoreboard.weightInWhole'), number: true, deskOnly: true, cell: (row) => score.share(nodes.get(row.code)?.effectiveWeight ?? null) },
  ];
  return (
    <Card title={text('observatory.scoreboard.without.title')} flush caption={text('observatory.scoreboard.without.caption')}>
      <DataTable caption={text('observatory.scoreboard.without.title')} columns={columns} rows={rows} rowKey={(row) => row.code} density="compact" />
    </Card>
  );
}
