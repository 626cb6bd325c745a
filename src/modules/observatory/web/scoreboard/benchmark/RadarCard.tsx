import { useRef, useState } from 'react';
import { saveSvg } from '#web/chart/save-svg.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { Segmented } from '#web/kit/Segmented.tsx';
import { useMedia } from '#web/kit/use-width.ts';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import type { Benchmark, ScoredNode } from '../../../words/scoreboard-run.schema.ts';
import { useScore } from '../use-score.ts';
import { Radar } from './Radar.tsx';

type Axis = Benchmark['rows'][number];

/** Radar of one group's parts: the subject, the mean and the best of its peers; the same as a table. */
export function RadarCard({ benchmark, axes, groups, chosen, onChoose }: { benchmark: Benchmark; axes: readonly Axis[]; groups: readonly ScoredNode[]; chosen: string; onChoose: (code: string) => void }) {
  const text = useText();
  const name = useName();
  const score = useScore();
  const holder = useRef<HTMLDivElement>(null);
  const small = useMedia('(max-width: 639px)');
  const [view, setView] = useState<'picture' | 'table'>('picture');
  const subject = name(benchmark.subject.name);
  const ahead = axes.filter((axis) => (axis.gapToMean ?? 0) > 0).length;
  const widest = axes.reduce<Axis | null>((most, axis) => ((axis.gapToBest ?? 0) < (most?.gapToBest ?? 0) ? axis : most), null);
  const story = [
    text('observatory.scoreboard.benchmark.story', { subject, ahead, count: axes.length }),
    widest ? text('observatory.scoreboard.benchmark.widest', { name: name(widest.node.name), gap: score.decimals(Math.abs(widest.gapToBest ?? 0), 1) }) : null,
  ].filter(Boolean).join(' ');
  const columns: Column<Axis>[] = [
    { key: 'axis', label: text('observatory.scoreboard.trail.node'), fixed: true, cell: (axis) => name(axis.node.name) },
    { key: 'own', label: subject, number: true, cell: (axis) => score.score(axis.own) },
    { key: 'mean', label: text('observatory.scoreboard.benchmark.mean'), number: true, cell: (axis) => score.score(axis.peerMean) },
    { key: 'best', label: text('observatory.scoreboard.benchmark.best'), number: true, cell: (axis) => score.score(axis.peerBest) },
  ];
  const title = text('observatory.scoreboard.benchmark.profile');
  const save = () => {
    const svg = holder.current?.querySelector('svg');
    if (svg) saveSvg(svg, `${title} ${subject}`, story);
  };
  return (
    <Card
      title={title}
      actions={
        <>
          <label className="row small">
            <span className="visually-hidden">{text('observatory.scoreboard.correlation.group')}</span>
            <select className="input input-small" value={chosen} onChange={(event) => onChoose(event.target.value)}>
              {groups.map((group) => <option key={group.code} value={group.code}>{name(group.name)}</option>)}
            </select>
          </label>
          <Segmented label={title} value={view} options={[{ value: 'picture', label: text('indicator.as.picture') }, { value: 'table', label: text('indicator.as.table') }]} onChange={setView} />
          {view === 'picture' ? <Button size="small" icon="download" onClick={save}>SVG</Button> : null}
        </>
      }
      caption={story}
      flush={view === 'table'}
    >
      {view === 'picture' ? (
        <div ref={holder} className="radar-holder"><Radar axes={axes} subject={subject} story={story} small={small} /></div>
      ) : (
        <DataTable caption={title} columns={columns} rows={axes} rowKey={(axis) => axis.node.code} density="compact" />
      )}
    </Card>
  );
}
