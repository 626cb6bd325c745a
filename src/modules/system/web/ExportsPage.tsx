import { levels, type Level } from '#platform/level/level.schema.ts';
import { useList } from '#web/api/use-route.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { useText } from '#web/i18n/use-text.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { Card } from '#web/kit/Card.tsx';
import { FilterChip } from '#web/kit/list/FilterChip.tsx';
import { ListPage } from '#web/kit/list/ListPage.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { useListState } from '#web/router/use-list-state.ts';
import { Administration } from '#web/shell/Administration.tsx';
import { listExportRequests, listExports } from '../words/level.contract.ts';
import type { Export, ExportRequest } from '../words/level.schema.ts';
import { LevelTag } from './PolicyCard.tsx';

const filtersText = (filters: Record<string, string>): string => Object.entries(filters).map(([name, value]) => `${name} = ${value}`).join('; ');

function useExportColumns(): Column<Export>[] {
  const text = useText();
  const format = useFormat();
  const words = useLanguage() === 'en' ? 'en' : 'zh';
  return [
    { key: 'operation', label: text('system.column.operation'), fixed: true, cell: (row) => <span className="cell-lines"><span>{row.label[words]}</span><span>{filtersText(row.filters)}</span></span>, export: (row) => row.label[words] },
    { key: 'at', label: text('system.column.at'), cell: (row) => <time dateTime={row.at} className="nowrap">{format.moment(row.at)}</time>, export: (row) => row.at },
    { key: 'actor', label: text('system.column.actorName'), cell: (row) => row.actorName, export: (row) => row.actorName },
    { key: 'rows', label: text('system.column.rows'), number: true, cell: (row) => format.count(row.rows), export: (row) => row.rows },
    { key: 'format', label: text('system.column.format'), cell: (row) => row.format.toUpperCase(), export: (row) => row.format },
    { key: 'level', label: text('system.column.level'), cell: (row) => <LevelTag level={levels.find((level) => level === row.level) ?? 'sensitive'} />, export: (row) => row.level },
  ];
}

function useRequestColumns(): Column<ExportRequest>[] {
  const text = useText();
  const format = useFormat();
  const words = useLanguage() === 'en' ? 'en' : 'zh';
  return [
    { key: 'operation', label: text('system.column.operation'), cell: (row) => <span className="cell-lines"><span>{row.label[words]}</span><span>{row.reason}</span></span> },
    { key: 'person', label: text('system.column.personName'), cell: (row) => row.personName },
    { key: 'createdAt', label: text('system.column.createdAt'), cell: (row) => <time dateTime={row.createdAt} className="nowrap">{format.moment(row.createdAt)}</time> },
    { key: 'rows', label: text('system.column.rowCount'), number: true, cell: (row) => format.count(row.rowCount) },
    { key: 'state', label: text('system.column.state'), cell: (row) => (row.approvalId ? <PageLink className="link" href={`/approvals/${row.approvalId}`}>{text(`system.exportState.${row.state}`)}</PageLink> : text(`system.exportState.${row.state}`)) },
    { key: 'expiresAt', label: text('system.column.expiresAt'), cell: (row) => (row.expiresAt ? <time dateTime={row.expiresAt} className="nowrap">{format.moment(row.expiresAt)}</time> : '—') },
    { key: 'fetched', label: text('system.column.fetchedCount'), number: true, cell: (row) => format.count(row.fetchedCount) },
  ];
}

function Requests() {
  const text = useText();
  const columns = useRequestColumns();
  const list = useList(listExportRequests, { query: { limit: 20 } });
  if (list.items.length === 0) return null;
  return (
    <Card title={text('system.exportRequests')} note={list.total === null ? undefined : String(list.total)} flush>
      <DataTable caption={text('system.exportRequests')} columns={columns} rows={list.items} rowKey={(row) => row.id} />
    </Card>
  );
}

function Exports() {
  const text = useText();
  const columns = useExportColumns();
  const state = useListState({ filters: ['level'], defaultSort: '-at' });
  const list = useList(listExports, { query: { level: state.filters.level[0] as Level | undefined } });
  return (
    <ListPage
      name="exports"
      title={text('system.exports')}
      scope={text('system.exports.scope')}
      list={list}
      state={state}
      columns={columns}
      rowKey={(row) => row.id}
      filters={<FilterChip single label={text('system.column.level')} options={levels.map((value) => ({ value, label: text(`system.level.${value}`) }))} chosen={state.filters.level} onChange={(values) => state.setFilter('level', values)} />}
      above={<Requests />}
      empty={<EmptyState title={text('system.exports.empty')} />}
    />
  );
}

export default function ExportsPage() {
  const text = useText();
  return <Administration permission="level.read" title={text('system.exports')}><Exports /></Administration>;
}
