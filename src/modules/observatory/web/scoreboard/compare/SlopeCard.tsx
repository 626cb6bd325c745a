import { useRef, useState } from 'react';
import { saveSvg } from '#web/chart/save-svg.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { Segmented } from '#web/kit/Segmented.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import type { RankInterval, RunComparison } from '../../../words/scoreboard-run.schema.ts';
import { movementOf } from '../result/rank-rows.ts';
import { RankShift } from '../result/RankTable.tsx';
import { useRunWord } from '../use-run-word.ts';
import { useScore } from '../use-score.ts';
import { Slope } from './Slope.tsx';

type Row = RunComparison['subjects'][number];

/** Ranks of two runs joined by lines, and as a table. */
export function SlopeCard({ comparison }: { comparison: RunComparison }) {
  const text = useText();
  const name = useName();
  const score = useScore();
  const word = useRunWord();
  const holder = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<'picture' | 'table'>('picture');
  const rows = comparison.subjects.toSorted((one, other) => (one.toRank ?? Infinity) - (other.toRank ?? Infinity));
  const both = rows.filter((row) => row.fromRank !== null && row.toRank !== null);
  const { moved, compared, furthest } = movementOf(rows.map((row) => ({ ...row, before: row.fromRank, rank: row.toRank })));
  const apart = rows.filter((row) => row.fromInterval && row.toInterval && separate(row.fromInterval, row.toInterval)).length;
  const story = [
    text('observatory.scoreboard.compare.story', { moved, count: compared }),
    furthest ? text('observatory.scoreboard.compare.furthest', { name: name(furthest.name), from: score.rank(furthest.fromRank), to: score.rank(furthest.toRank) }) : null,
    rows.some((row) => row.fromInterval && row.toInterval) ? text('observatory.scoreboard.compare.apart', { count: apart }) : null,
  ].filter(Boolean).join(' ');
  const title = text('observatory.scoreboard.compare.title');
  const columns: Column<Row>[] = [
    { key: 'name', label: text('observatory.scoreboard.subject'), fixed: true, cell: (row) => name(row.name) },
    { key: 'from', label: word(comparison.from), number: true, cell: (row) => score.rank(row.fromRank) },
    { key: 'fromInterval', label: text('observatory.scoreboard.interval'), number: true, deskOnly: true, cell: (row) => score.range(row.fromInterval) },
    { key: 'to', label: word(comparison.to), number: true, cell: (row) => score.rank(row.toRank) },
    { key: 'toInterval', label: text('observatory.scoreboard.interval'), number: true, deskOnly: true, cell: (row) => score.range(row.toInterval) },
    { key: 'shift', label: text('observatory.scoreboard.before'), number: true, cell: (row) => <RankShift row={{ rank: row.toRank, before: row.fromRank }} /> },
  ];
  const save = () => {
    const svg = holder.current?.querySelector('svg');
    if (svg) saveSvg(svg, title, story);
  };
  return (
    <Card
      title={title}
      note={`${word(comparison.from)} → ${word(comparison.to)}`}
      caption={story}
      flush={view === 'table'}
      actions={
        <>
          <Segmented label={title} value={view} options={[{ value: 'picture', label: text('indicator.as.picture') }, { value: 'table', label: text('indicator.as.table') }]} onChange={setView} />
          {view === 'picture' ? <Button size="small" icon="download" onClick={save}>SVG</Button> : null}
        </>
      }
    >
      {view === 'table' ? <DataTable caption={title} columns={columns} rows={rows} rowKey={(row) => row.id} density="compact" /> : <div ref={holder}><Slope rows={both} left={word(comparison.from)} right={word(comparison.to)} story={story} /></div>}
    </Card>
  );
}

const separate = (one: RankInterval, other: RankInterval): boolean => one.low !== null && one.high !== null && other.low !== null && other.high !== null && (one.high < other.low || other.high < one.low);
