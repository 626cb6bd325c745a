import { useList } from '#web/api/use-route.ts';
import { useText, textOr } from '#web/i18n/use-text.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { ListPage } from '#web/kit/list/ListPage.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { PageLink } from '#web/router/PageLink.tsx';
import { useListState } from '#web/router/use-list-state.ts';
import { listImportBatches } from '../intake.contract.ts';
import type { BatchSummary } from '../words/import.schema.ts';
import { BatchStateTag } from './BatchStateTag.tsx';
import { StartImport } from './start/StartImport.tsx';

export default function ImportListPage() {
  const text = useText();
  const format = useFormat();
  const state = useListState({ filters: [], defaultSort: '-createdAt' });
  const list = useList(listImportBatches, { query: {} });
  const columns: Column<BatchSummary>[] = [
    { key: 'file', label: text('intake.column.file'), cell: (row) => <PageLink href={`/imports/${row.id}`}>{row.fileName}</PageLink>, export: (row) => row.fileName, fixed: true },
    { key: 'state', label: text('intake.column.state'), cell: (row) => <BatchStateTag state={row.state} />, export: (row) => textOr(`intake.state.${row.state}`, row.state) },
    { key: 'rows', label: text('intake.column.rows'), number: true, cell: (row) => format.count(row.rowCount), export: (row) => row.rowCount },
    { key: 'created', label: text('intake.column.created'), number: true, cell: (row) => (row.outcome ? format.count(row.outcome.created) : '—'), export: (row) => row.outcome?.created },
    { key: 'left', label: text('intake.column.left'), number: true, cell: (row) => (row.outcome ? format.count(row.outcome.left) : '—'), export: (row) => row.outcome?.left },
    { key: 'open', label: text('intake.column.open'), number: true, cell: (row) => format.count(row.open), export: (row) => row.open },
    { key: 'by', label: text('intake.column.by'), cell: (row) => row.createdByName, export: (row) => row.createdByName },
    { key: 'at', label: text('intake.column.at'), cell: (row) => <span className="nowrap">{format.moment(row.createdAt)}</span>, export: (row) => row.createdAt },
  ];
  return (
    <ListPage
      name="imports"
      title={text('intake.nav')}
      list={list}
      state={state}
      columns={columns}
      rowKey={(row) => row.id}
      rowHref={(row) => `/imports/${row.id}`}
      rowLabel={(row) => row.fileName}
      above={list.error?.status === 403 ? null : <StartImport />}
      empty={<EmptyState title={text('intake.empty')}>{text('intake.empty.hint')}</EmptyState>}
    />
  );
}
