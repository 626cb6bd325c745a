import { useState } from 'react';
import { useList, useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { ExportMenu } from '#web/kit/list/ExportMenu.tsx';
import { SearchField } from '#web/kit/list/SearchField.tsx';
import { RecordPage } from '#web/kit/record/RecordPage.tsx';
import { Segmented } from '#web/kit/Segmented.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { ErrorState } from '#web/kit/state/ErrorState.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { usePageParams } from '#web/router/use-search.ts';
import type { Figure } from '#platform/figure/figure.schema.ts';
import { getCrossTable, listCrossTableRows } from '../../words/cross-table.contract.ts';
import type { CrossTable } from '../../words/cross-table.schema.ts';
import { useUnitWord } from '../use-unit-word.ts';
import { CellGrid } from './CellGrid.tsx';
import '../indicator.css';

export default function CrossTablePage() {
  const text = useText();
  const { crossTableId } = usePageParams('crossTableId');
  const query = useRoute(getCrossTable, { params: { crossTableId } });
  return <Loaded query={query} what={text('indicator.recordKind.crossTable')} lines={8}>{(table) => <Portrait key={table.id} table={table} />}</Loaded>;
}

const counted = ['nonZero', 'zero', 'notStated', 'suppressed'] as const;

function Portrait({ table }: { table: CrossTable }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const unit = useUnitWord();
  const figure = (key: string, words: string, value: number): Figure => ({ key, label: { zh: words, en: words }, value: String(value), unit: 'one', period: table.period, mark: 'reported', sample: table.sample, source: table.sourceTitle, trace: null });
  return (
    <RecordPage
      kind="crossTable"
      title={name(table.name)}
      breadcrumb={[{ label: text('indicator.list'), href: '/indicators' }, { label: text('indicator.table.list'), href: '/cross-tables' }]}
      sample={table.sample}
      scope={[table.edition ? text('indicator.table.edition', { number: format.count(table.edition.number) }) : null, table.measure, unit(table.unit), format.period(table.period), `${table.areaSystem} × ${table.industrySystem}`, table.vintage?.title, table.sourceTitle].filter(Boolean).join(' · ')}
      actions={table.batchId ? <PageLink href={`/imports/${table.batchId}`}>{text('indicator.table.file')}</PageLink> : undefined}
      figures={[
        figure('regions', text('indicator.table.regions'), table.areaCount),
        figure('industries', text('indicator.table.industries'), table.industryCount),
        ...counted.map((key) => figure(key, text(`indicator.table.${key}`), table[key])),
      ]}
      tabs={[{ key: 'cells', label: text('indicator.recordKind.crossTable'), content: () => <Cells table={table} /> }]}
    />
  );
}

const orders = ['position', '-sum'] as const;

function Cells({ table }: { table: CrossTable }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const [q, setQ] = useState('');
  const [sort, setSort] = useState<(typeof orders)[number]>('position');
  const list = useList(listCrossTableRows, { params: { crossTableId: table.id }, query: { q: q || undefined, sort, limit: 100 } });
  const title = text('indicator.recordKind.crossTable');
  return (
    <Card
      title={title}
      note={list.total === null ? null : text('indicator.table.rowsLoaded', { loaded: format.count(list.items.length), total: format.count(list.total) })}
      actions={
        <>
          <SearchField label={text('indicator.table.findRegion')} value={q} onChange={setQ} />
          <Segmented label={text('indicator.table.order')} options={orders.map((value) => ({ value, label: text(value === 'position' ? 'indicator.table.byFile' : 'indicator.table.bySum') }))} value={sort} onChange={setSort} />
          <ExportMenu name="cross-table" title={name(table.name)} columns={[{ key: 'code', label: text('indicator.table.region'), cell: (row) => row.code, export: (row) => row.code }, ...table.columns.map((column, at) => ({ key: column.id, label: name(column.name), cell: () => null, export: (row: { cells: (string | null)[]; marks: string }) => row.cells[at] ?? ({ s: text('indicator.missing.suppressed'), n: text('indicator.missing.notApplicable') } as Record<string, string>)[row.marks[at] ?? 'm'] ?? text('indicator.missing.notStated') })), { key: 'total', label: text('indicator.table.total'), cell: () => null, export: (row) => row.statedTotal }]} list={list} />
        </>
      }
      caption={table.edition ? `${text('indicator.table.legend')} ${text('indicator.table.edition.note')}` : text('indicator.table.legend')}
      flush
    >
      {list.error && list.items.length === 0 ? (
        <ErrorState what={title} problem={list.error} retry={list.retry} />
      ) : list.loading ? (
        <LoadingSkeleton lines={10} />
      ) : list.items.length === 0 ? (
        <EmptyState title={text('web.form.nothing')} />
      ) : (
        <CellGrid table={table} rows={list.items} total={list.total ?? list.items.length} more={list.hasMore && !list.loadingMore ? list.loadMore : null} />
      )}
    </Card>
  );
}
