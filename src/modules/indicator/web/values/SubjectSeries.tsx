import { useState } from 'react';
import { LineChart } from '#web/chart/LineChart.tsx';
import { useList } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { recordPath } from '#web/kit/event/record-path.ts';
import { Figure } from '#web/kit/figure/Figure.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { ErrorState } from '#web/kit/state/ErrorState.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import type { Indicator } from '../../words/indicator.schema.ts';
import { listObservations } from '../../words/observation.contract.ts';
import type { Observation, ObservedKind } from '../../words/observation.schema.ts';
import { useUnitWord } from '../use-unit-word.ts';
import { ConflictDialog } from './ConflictDialog.tsx';
import { figureOf } from './observation-figure.ts';
import { periodsOf, vintagesOf, type PeriodRow } from './series-rows.ts';

export function SubjectSeries({ indicator, subjectKind, subjectId }: { indicator: Indicator; subjectKind: ObservedKind; subjectId: string }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const unitWord = useUnitWord();
  const [opened, setOpened] = useState<PeriodRow | null>(null);
  const list = useList(listObservations, { params: { indicatorId: indicator.id }, query: { subjectKind, subjectId, limit: 200 } });
  const label = { zh: indicator.name.zh ?? indicator.name.en ?? '', en: indicator.name.en ?? indicator.name.zh ?? '' };
  if (list.error && list.items.length === 0) return <ErrorState what={text('indicator.tab.series')} problem={list.error} retry={list.retry} />;
  if (list.loading) return <LoadingSkeleton lines={10} />;
  const rows = periodsOf(list.items);
  const vintages = vintagesOf(list.items);
  const first = list.items[0];
  const units = new Set(rows.map((row) => row.shown.unit ?? ''));
  const unit = rows.find((row) => row.shown.unit !== null)?.shown.unit ?? indicator.unit;
  const title = name(first?.subject.name) || first?.subjectCode || '';
  const path = recordPath(subjectKind, subjectId);
  const figure = (one: Observation | undefined) => (one ? <Figure figure={figureOf(one, label)} hideUnit={units.size === 1} /> : <span className="quiet">—</span>);
  const columns: Column<PeriodRow>[] = [
    { key: 'period', label: text('indicator.field.period'), fixed: true, cell: (row) => <span className="nowrap">{format.period(row.period)}</span> },
    { key: 'shown', label: text('indicator.shown'), ...(units.size === 1 ? { unit: unitWord(unit) } : {}), number: true, cell: (row) => figure(row.shown) },
    {
      key: 'beside', label: text('indicator.beside'), cell: (row) => {
        if (row.all.length < 2) return null;
        const disputed = row.all.some((one) => one.disputed);
        return <span className="row-tight">{disputed ? <Tag tone="warning" icon="conflict">{text('indicator.disputed')}</Tag> : null}<Button size="small" onClick={() => setOpened(row)}>{text('indicator.beside.open', { count: row.all.length })}</Button></span>;
      },
    },
    ...(vintages.length > 1 ? vintages.map((vintage): Column<PeriodRow> => ({ key: `vintage ${vintage.id}`, label: vintage.title ?? text('indicator.vintage.none'), number: true, cell: (row) => figure(row.all.find((one) => (one.vintage?.id ?? '') === vintage.id)) })) : []),
    { key: 'source', label: text('indicator.field.source'), cell: (row) => row.shown.source?.title ?? <span className="quiet">{text(`indicator.origin.${row.shown.origin}`)}</span>, deskOnly: true },
  ];
  // A line may only join values of one unit; what is missing stays a gap and never a zero.
  const points = rows.toReversed().map(({ period, shown }) => {
    if (shown.missing) return { period, value: null, text: text(`indicator.missing.${shown.missing}`) };
    if (shown.value === null || shown.unit !== (unit ?? null)) return { period, value: null };
    const parts = format.figure(shown.value, shown.unit ?? 'one');
    return { period, value: Number(shown.value), text: [parts.number, parts.after].filter(Boolean).join(' ') };
  });
  const known = points.filter((point) => point.value !== null).length;
  return (
    <div className="stack">
      <Card title={path ? <PageLink href={path}>{title}</PageLink> : title} note={text(`indicator.subjectKind.${subjectKind}`)} caption={text('indicator.series.caption', { known, periods: rows.length })}>
        {known > 0 ? <LineChart label={`${name(indicator.name)}, ${title}`} unit={unitWord(unit)} points={points} /> : <p className="quiet">{text('indicator.series.noFigure')}</p>}
      </Card>
      <Card title={text('indicator.series.table')} flush>
        <DataTable caption={`${name(indicator.name)}, ${title}`} columns={columns} rows={rows} rowKey={(row) => row.period} density="compact" />
        {list.hasMore ? <p style={{ padding: '8px 16px' }}><Button size="small" busy={list.loadingMore} onClick={list.loadMore}>{text('indicator.series.more')}</Button></p> : null}
      </Card>
      <ConflictDialog row={opened} indicator={indicator} onClose={() => setOpened(null)} />
    </div>
  );
}
