import type { ReactNode } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from './Button.tsx';
import { useFormat } from './figure/use-format.ts';
import type { Column } from './table/column.ts';
import { DataTable } from './table/DataTable.tsx';
import { Tag } from './Tag.tsx';

export interface StatementRow {
  id: string;
  shown: boolean;
  /** With its operator and mark: a `Figure`. */
  value: ReactNode;
  scope: string;
  source: ReactNode;
  selfReported?: boolean;
  entered: string;
  date: string | null;
}

export interface StatementTableProps {
  label: string;
  unit?: string;
  rows: readonly StatementRow[];
  /** Difference in units and percent, and likely reasons, in one sentence. */
  difference?: ReactNode;
  /** Deciding writes a decision, never a value. Left out where the reader may not decide. */
  onChoose?: (id: string) => void;
}

/** What sources say, side by side: all are kept, one is shown. */
export function StatementTable({ label, unit, rows, difference, onChoose }: StatementTableProps) {
  const text = useText();
  const format = useFormat();
  const columns: Column<StatementRow>[] = [
    { key: 'shown', label: text('web.statement.shownHead'), width: 96, cell: (row) => (row.shown ? <Tag tone="brand" icon="check">{text('web.statement.shown')}</Tag> : <span className="muted">{text('web.statement.other')}</span>) },
    { key: 'value', label: text('web.statement.value'), ...(unit ? { unit } : {}), number: true, cell: (row) => <strong>{row.value}</strong> },
    { key: 'scope', label: text('web.statement.scope'), cell: (row) => row.scope },
    { key: 'source', label: text('web.statement.source'), cell: (row) => <>{row.source} {row.selfReported ? <Tag tone="warning">{text('web.statement.selfReported')}</Tag> : null}</> },
    { key: 'entered', label: text('web.statement.entered'), cell: (row) => <span className="muted">{row.entered}</span>, deskOnly: true },
    { key: 'date', label: text('web.statement.date'), cell: (row) => <span className="nowrap">{row.date ? format.date(row.date) : text('web.figure.notStated')}</span> },
    ...(onChoose ? [{ key: 'choose', label: text('web.statement.decide'), cell: (row: StatementRow) => (row.shown ? null : <Button size="small" onClick={() => onChoose(row.id)}>{text('web.statement.choose')}</Button>) }] : []),
  ];
  return <DataTable caption={label} columns={columns} rows={rows} rowKey={(row) => row.id} currentKey={rows.find((row) => row.shown)?.id ?? null} density="compact" foot={difference} />;
}
