import { useState } from 'react';
import { useList } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { Figure } from '#web/kit/figure/Figure.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { ExportMenu } from '#web/kit/list/ExportMenu.tsx';
import { ListFoot } from '#web/kit/list/ListFoot.tsx';
import { Segmented } from '#web/kit/Segmented.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { ErrorState } from '#web/kit/state/ErrorState.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import type { Indicator } from '../../words/indicator.schema.ts';
import { listObservations } from '../../words/observation.contract.ts';
import type { Observation } from '../../words/observation.schema.ts';
import { figureOf } from './observation-figure.ts';

const views = ['all', 'shown', 'disputed'] as const;

/** Every value that is held, with where it came in: file and line, submission, hand. */
export function AllValuesTab({ indicator }: { indicator: Indicator }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const [view, setView] = useState<(typeof views)[number]>('all');
  const list = useList(listObservations, { params: { indicatorId: indicator.id }, query: { limit: 50, ...(view === 'shown' ? { shown: 'true' as const } : {}), ...(view === 'disputed' ? { disputed: 'true' as const } : {}) } });
  const label = { zh: indicator.name.zh ?? indicator.name.en ?? '', en: indicator.name.en ?? indicator.name.zh ?? '' };
  const origin = (row: Observation) => [text(`indicator.origin.${row.origin}`), row.originRow > 0 ? text(row.origin === 'submission' ? 'indicator.trace.revision' : 'indicator.trace.line', { number: String(row.originRow) }) : null].filter(Boolean).join(' · ');
  const columns: Column<Observation>[] = [
    { key: 'subject', label: text('indicator.subject'), fixed: true, cell: (row) => <PageLink href={`?tab=series&subject=${row.subjectKind}:${row.subject.id}`}>{name(row.subject.name) || row.subjectCode}</PageLink>, export: (row) => name(row.subject.name) },
    { key: 'period', label: text('indicator.field.period'), cell: (row) => <span className="nowrap">{format.period(row.period)}</span>, export: (row) => row.period },
    { key: 'value', label: text('indicator.value'), number: true, cell: (row) => <Figure figure={figureOf(row, label)} />, export: (row) => row.value },
    { key: 'shown', label: text('indicator.field.state'), cell: (row) => <span className="row-tight">{row.shown === 'other' ? <span className="muted">{text('web.statement.other')}</span> : <Tag tone="brand" icon="check">{text('web.statement.shown')}</Tag>}{row.disputed ? <Tag tone="warning" icon="conflict">{text('indicator.disputed')}</Tag> : null}</span>, export: (row) => row.shown },
    { key: 'source', label: text('indicator.field.source'), cell: (row) => [row.source?.title, row.vintage?.title].filter(Boolean).join(' · ') || <span className="quiet">—</span>, export: (row) => row.source?.title, deskOnly: true },
    { key: 'basis', label: text('indicator.field.basis'), cell: (row) => text(`indicator.basis.${row.basis}`), export: (row) => row.basis, deskOnly: true },
    { key: 'origin', label: text('indicator.origin'), cell: (row) => (row.origin === 'batch' ? <PageLink href={`/imports/${row.originId}`}>{origin(row)}</PageLink> : origin(row)), export: origin, deskOnly: true },
  ];
  const title = text('indicator.tab.values');
  return (
    <Card title={title} note={list.total === null ? null : format.count(list.total)} actions={<><Segmented label={title} options={views.map((value) => ({ value, label: text(`indicator.view.${value}`) }))} value={view} onChange={(value) => setView(value as (typeof views)[number])} /><ExportMenu name={`indicator-${indicator.key}`} title={name(indicator.name)} columns={columns} list={list} /></>} flush>
      {list.error && list.items.length === 0 ? (
        <ErrorState what={title} problem={list.error} retry={list.retry} />
      ) : list.loading ? (
        <LoadingSkeleton />
      ) : list.items.length === 0 ? (
        indicator.computed && view !== 'disputed' ? (
          <EmptyState title={text('indicator.computed.rows')} link={<>{indicator.formulaTerms.map((term) => (term.id && term.name ? <PageLink key={term.key} href={`/indicators/${term.id}?tab=values`}>{name(term.name)}</PageLink> : null))}</>}>{text('indicator.computed.rows.hint')}</EmptyState>
        ) : <EmptyState title={text(view === 'disputed' ? 'indicator.view.disputed.empty' : 'indicator.series.empty')}>{text('indicator.series.empty.hint')}</EmptyState>
      ) : (
        <>
          <DataTable caption={title} columns={columns} rows={list.items} rowKey={(row) => row.id} density="compact" />
          <ListFoot list={list} />
        </>
      )}
    </Card>
  );
}
