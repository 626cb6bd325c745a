import { useList } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { Figure } from '#web/kit/figure/Figure.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { ExportMenu } from '#web/kit/list/ExportMenu.tsx';
import { ListFoot } from '#web/kit/list/ListFoot.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { ErrorState } from '#web/kit/state/ErrorState.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import type { RecordRef } from '#web/router/collect-record-tabs.ts';
import { listSubjectValues } from '../../words/observation.contract.ts';
import { observedKinds, type SubjectValue } from '../../words/observation.schema.ts';
import { figureOf } from './observation-figure.ts';
import '../indicator.css';

/** What is measured of the record of the page: the newest value of each indicator. */
export default function SubjectValuesTab({ kind, id }: RecordRef) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const subjectKind = observedKinds.find((each) => each === kind) ?? 'cluster';
  const list = useList(listSubjectValues, { query: { subjectKind, subjectId: id, limit: 50 } });
  const title = text('indicator.list');
  const label = (row: SubjectValue) => ({ zh: row.name.zh ?? row.name.en ?? '', en: row.name.en ?? row.name.zh ?? '' });
  const columns: Column<SubjectValue>[] = [
    { key: 'name', label: text('indicator.field.name'), fixed: true, cell: (row) => <PageLink href={`/indicators/${row.id}?tab=series&subject=${subjectKind}:${id}`}>{name(row.name)}</PageLink>, export: (row) => name(row.name) },
    { key: 'dimension', label: text('indicator.field.dimension'), cell: (row) => [text(`indicator.dimension.${row.dimension ?? 'none'}`), row.topic].filter(Boolean).join(' · '), export: (row) => row.dimension, deskOnly: true },
    { key: 'value', label: text('indicator.value'), number: true, cell: (row) => <Figure figure={figureOf(row.latest, label(row))} />, export: (row) => row.latest.value },
    { key: 'period', label: text('indicator.field.period'), cell: (row) => <span className="nowrap">{format.period(row.latest.period)}</span>, export: (row) => row.latest.period },
    { key: 'periods', label: text('indicator.periods'), number: true, cell: (row) => format.count(row.periodCount), export: (row) => row.periodCount },
    { key: 'source', label: text('indicator.field.source'), cell: (row) => <span className="row-tight">{row.latest.source?.title ?? text(`indicator.origin.${row.latest.origin}`)}{row.latest.disputed ? <Tag tone="warning" icon="conflict">{text('indicator.disputed')}</Tag> : null}</span>, export: (row) => row.latest.source?.title, deskOnly: true },
  ];
  return (
    <Card title={title} note={list.total === null ? null : format.count(list.total)} actions={list.items.length > 0 ? <ExportMenu name="record-indicators" title={title} columns={columns} list={list} /> : null} flush>
      {list.error && list.items.length === 0 ? (
        <ErrorState what={title} problem={list.error} retry={list.retry} />
      ) : list.loading ? (
        <LoadingSkeleton />
      ) : list.items.length === 0 ? (
        <EmptyState title={text('indicator.series.empty')}>{text('indicator.series.empty.hint')}</EmptyState>
      ) : (
        <>
          <DataTable caption={title} columns={columns} rows={list.items} rowKey={(row) => row.id} density="compact" />
          <ListFoot list={list} />
        </>
      )}
    </Card>
  );
}
