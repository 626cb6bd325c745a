import { useState } from 'react';
import { Histogram } from '#web/chart/Histogram.tsx';
import { binsOf, type Bin } from '#web/chart/histogram-bins.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { Segmented } from '#web/kit/Segmented.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import type { ReadValue } from '../../words/reading.schema.ts';
import { told } from './read-figure.ts';

const views = ['picture', 'table'] as const;

/** How the figures of one period lie, with its table twin. Gaps are counted beside it and never as zero. */
export function DistributionCard({ values, unit }: { values: readonly ReadValue[]; unit: string | null }) {
  const text = useText();
  const format = useFormat();
  const [view, setView] = useState<(typeof views)[number]>('picture');
  const numbers = values.flatMap(({ value }) => (value === null ? [] : [Number(value)])).toSorted((a, b) => a - b);
  const say = (value: number) => told(format, value, unit);
  const bins = binsOf(numbers);
  const middle = median(numbers);
  const title = text('indicator.distribution');
  const columns: Column<Bin>[] = [
    { key: 'from', label: text('indicator.distribution.from'), number: true, cell: (bin) => say(bin.from) },
    { key: 'to', label: text('indicator.distribution.to'), number: true, cell: (bin) => say(bin.to) },
    { key: 'count', label: text('indicator.subjects'), number: true, cell: (bin) => format.count(bin.count) },
  ];
  const caption = middle === null ? text('indicator.series.noFigure') : text('indicator.distribution.said', { count: numbers.length, zero: numbers.filter((value) => value === 0).length, missing: values.length - numbers.length, low: say(numbers[0] ?? 0), middle: say(middle), high: say(numbers.at(-1) ?? 0) });
  return (
    <Card title={title} actions={<Segmented label={title} value={view} onChange={setView} options={views.map((value) => ({ value, label: text(`indicator.as.${value}`) }))} />} caption={caption} flush={view === 'table'}>
      {middle === null ? null : view === 'picture' ? <Histogram label={title} bins={bins} say={say} marks={[{ value: middle, label: text('indicator.distribution.median', { value: say(middle) }) }]} /> : <DataTable caption={title} columns={columns} rows={bins} rowKey={(bin) => String(bin.from)} density="compact" />}
    </Card>
  );
}

function median(sorted: readonly number[]): number | null {
  if (sorted.length === 0) return null;
  const half = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(half)] ?? 0) + (sorted[Math.ceil(half)] ?? 0)) / 2;
}
