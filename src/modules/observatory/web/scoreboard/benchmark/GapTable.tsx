import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import type { Benchmark, InputMark } from '../../../words/scoreboard-run.schema.ts';
import { linesOf } from '../tree-lines.ts';
import { useScore } from '../use-score.ts';
import { useUnitWord } from '../use-unit-word.ts';

type Row = Benchmark['rows'][number] & { depth: number };

/** Where the subject leads or lags: gaps on the common scale as bars from the middle, and the values in their own units. */
export function GapTable({ benchmark }: { benchmark: Benchmark }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const score = useScore();
  const unit = useUnitWord();
  const most = Math.max(1e-9, ...benchmark.rows.map((row) => Math.abs(row.gapToMean ?? 0)));
  const peers = new Map(benchmark.peers.map((peer) => [peer.id, peer.name]));
  const raw = (value: number | null, mark: InputMark | null): string => (value === null ? (mark === 'suppressed' ? text('observatory.scoreboard.mark.suppressed') : '—') : format.decimal(String(Number(value.toPrecision(5)))));
  const lines = linesOf(benchmark.rows.map((row) => ({ ...row, code: row.node.code, parent: row.node.parent }))).map(({ node: row, depth }): Row => ({ ...row, depth }));
  const columns: Column<Row>[] = [
    { key: 'node', label: text('observatory.scoreboard.trail.node'), fixed: true, cell: (row) => <span style={{ paddingInlineStart: row.depth * 14 }} className={row.node.indicatorId === null ? 'trail-strong' : undefined}>{name(row.node.name)}</span> },
    { key: 'own', label: name(benchmark.subject.name), number: true, cell: (row) => score.decimals(row.own, 1) },
    { key: 'mean', label: text('observatory.scoreboard.benchmark.mean'), number: true, cell: (row) => score.decimals(row.peerMean, 1) },
    { key: 'gap', label: text('observatory.scoreboard.benchmark.gapToMean'), number: true, cell: (row) => score.signed(row.gapToMean, 1) },
    { key: 'picture', label: text('observatory.scoreboard.benchmark.picture'), width: 140, deskOnly: true, cell: (row) => <GapBar gap={row.gapToMean} most={most} /> },
    { key: 'best', label: text('observatory.scoreboard.benchmark.bestPeer'), cell: (row) => (row.bestPeerId === null ? '—' : <span className="nowrap">{score.decimals(row.peerBest, 1)} <span className="small quiet">{name(peers.get(row.bestPeerId))}</span></span>), deskOnly: true },
    { key: 'value', label: text('observatory.scoreboard.benchmark.ownValue'), number: true, cell: (row) => (row.node.indicatorId === null ? '' : <span className="nowrap">{raw(row.ownValue, row.ownMark)} <span className="small quiet">{row.node.unit ? unit(row.node.unit) : ''}</span></span>), deskOnly: true },
  ];
  return <DataTable caption={text('observatory.scoreboard.benchmark.gaps')} columns={columns} rows={lines} rowKey={(row) => row.node.code} density="compact" />;
}

function GapBar({ gap, most }: { gap: number | null; most: number }) {
  if (gap === null) return <span className="quiet">—</span>;
  const width = (Math.abs(gap) / most) * 50;
  return (
    <svg className="gap-bar" aria-hidden="true">
      <rect className={gap < 0 ? 'gap-behind' : 'gap-ahead'} x={`${gap < 0 ? 50 - width : 50}%`} width={`${width}%`} y={4} height={10} />
      <line className="gap-middle" x1="50%" x2="50%" y1={0} y2={18} />
    </svg>
  );
}
