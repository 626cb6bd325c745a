import { useBilingual } from '#web/i18n/names.ts';
import { useText, textOr } from '#web/i18n/use-text.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import type { Column } from '#web/kit/table/column.ts';
import { PageLink } from '#web/router/PageLink.tsx';
import type { BatchSummary } from '../words/import.schema.ts';
import { BatchStateTag } from './BatchStateTag.tsx';

/** A batch in a line: the same wherever files are listed. */
export function useBatchColumns(): Column<BatchSummary>[] {
  const text = useText();
  const bilingual = useBilingual();
  const format = useFormat();
  return [
    { key: 'file', label: text('intake.column.file'), cell: (row) => <PageLink href={`/imports/${row.id}`}>{row.fileName}</PageLink>, export: (row) => row.fileName, fixed: true },
    { key: 'state', label: text('intake.column.state'), cell: (row) => <BatchStateTag state={row.state} />, export: (row) => textOr(`intake.state.${row.state}`, row.state) },
    { key: 'target', label: text('intake.column.target'), cell: (row) => bilingual(row.targetLabel), export: (row) => bilingual(row.targetLabel) },
    { key: 'source', label: text('intake.column.source'), cell: (row) => (row.source ? <PageLink href={`/sources/${row.source.id}`}>{row.source.title}</PageLink> : '—'), export: (row) => row.source?.title },
    { key: 'rows', label: text('intake.column.rows'), number: true, cell: (row) => format.count(row.rowCount), export: (row) => row.rowCount },
    { key: 'created', label: text('intake.column.created'), number: true, cell: (row) => (row.outcome ? format.count(row.outcome.created) : '—'), export: (row) => row.outcome?.created },
    { key: 'left', label: text('intake.column.left'), number: true, cell: (row) => (row.outcome ? format.count(row.outcome.left) : '—'), export: (row) => row.outcome?.left },
    { key: 'open', label: text('intake.column.open'), number: true, cell: (row) => format.count(row.open), export: (row) => row.open },
    { key: 'by', label: text('intake.column.by'), cell: (row) => row.createdByName, export: (row) => row.createdByName },
    { key: 'at', label: text('intake.column.at'), cell: (row) => <span className="nowrap">{format.moment(row.createdAt)}</span>, export: (row) => row.createdAt },
  ];
}
