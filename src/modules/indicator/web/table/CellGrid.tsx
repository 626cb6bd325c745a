import { useEffect, useRef, useState } from 'react';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import type { CrossTable, CrossTableRow } from '../../words/cross-table.schema.ts';
import { columnWidth, rowHeight, useGridWindow } from './use-grid-window.ts';

export interface CellGridProps {
  table: CrossTable;
  rows: readonly CrossTableRow[];
  /** Rows that there are, loaded or not. */
  total: number;
  /** Asks for the next rows; null while they are on their way or there are none. */
  more: (() => void) | null;
}

/** Only the rows and columns in sight are drawn; heads, names and sums stay in place. */
export function CellGrid({ table, rows, total, more }: CellGridProps) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const holder = useRef<HTMLDivElement>(null);
  const seen = useGridWindow(holder, rows.length, table.columns.length);
  const [active, setActive] = useState<string | null>(null);
  useEffect(() => {
    if (more && seen.lastRow >= rows.length - 20) more();
  }, [more, seen.lastRow, rows.length]);
  const columns = table.columns.slice(seen.firstColumn, seen.lastColumn);
  const widths = `var(--grid-name) repeat(${table.columns.length}, ${columnWidth}px) ${columnWidth}px ${columnWidth}px`;
  const sumAt = table.columns.length + 2;
  const line = (top: number) => ({ gridTemplateColumns: widths, top, height: rowHeight });
  return (
    <div ref={holder} className="cell-grid" role="table" tabIndex={0} aria-label={name(table.name)} aria-rowcount={total + 1} aria-colcount={table.columns.length + 3}>
      <div className="cell-grid-all" style={{ height: (rows.length + 3) * rowHeight, width: `calc(var(--grid-name) + ${(table.columns.length + 2) * columnWidth}px)` }}>
        <div className="cell-grid-line cell-grid-head" role="row" aria-rowindex={1} style={{ gridTemplateColumns: widths, height: rowHeight * 2 }}>
          <span role="columnheader" aria-colindex={1} className="cell-grid-name">{text('indicator.table.region')}</span>
          {columns.map((column) => (
            <span key={column.id} role="columnheader" aria-colindex={column.position + 1} className="cell-grid-column" style={{ gridColumn: column.position + 1 }} title={name(column.name)}>{name(column.name)}</span>
          ))}
          <span role="columnheader" aria-colindex={sumAt} className="cell-grid-column" style={{ gridColumn: sumAt }}>{text('indicator.table.sum')}</span>
          <span role="columnheader" aria-colindex={sumAt + 1} className="cell-grid-column" style={{ gridColumn: sumAt + 1 }}>{text('indicator.table.total')}</span>
        </div>
        {rows.slice(seen.firstRow, seen.lastRow).map((row, at) => (
          <div key={row.id} className={active === row.id ? 'cell-grid-line row-on' : 'cell-grid-line'} role="row" aria-rowindex={seen.firstRow + at + 2} style={line((seen.firstRow + at + 2) * rowHeight)} onClick={() => setActive(row.id)}>
            <span role="rowheader" aria-colindex={1} className="cell-grid-name cut" title={name(row.name) || row.code}>{name(row.name) || row.code}</span>
            {columns.map((column) => <Cell key={column.id} row={row} index={column.position - 1} />)}
            <span role="cell" aria-colindex={sumAt} className="cell-grid-number" style={{ gridColumn: sumAt }}>{row.sum === null ? '—' : format.decimal(row.sum)}</span>
            <span role="cell" aria-colindex={sumAt + 1} className="cell-grid-number" style={{ gridColumn: sumAt + 1 }}>{row.statedTotal === null ? '—' : format.decimal(row.statedTotal)}</span>
          </div>
        ))}
        <div className="cell-grid-line cell-grid-foot" role="row" style={{ gridTemplateColumns: widths, height: rowHeight }}>
          <span role="rowheader" className="cell-grid-name">{text('indicator.table.sum')}</span>
          {columns.map((column) => <span key={column.id} role="cell" aria-colindex={column.position + 1} className="cell-grid-number" style={{ gridColumn: column.position + 1 }} title={column.statedTotal === null ? undefined : `${text('indicator.table.total')}: ${format.decimal(column.statedTotal)}`}>{column.sum === null ? '—' : format.decimal(column.sum)}</span>)}
        </div>
      </div>
    </div>
  );
}

/** Zero is a figure, not stated a dash, hidden a hatch, not applicable a word: four different things. */
function Cell({ row, index }: { row: CrossTableRow; index: number }) {
  const text = useText();
  const format = useFormat();
  const value = row.cells[index] ?? null;
  const mark = row.marks[index] ?? 'm';
  const at = { role: 'cell', 'aria-colindex': index + 2, style: { gridColumn: index + 2 } } as const;
  if (mark === 's') return <span {...at} className="cell-grid-number figure-hidden" title={text('web.figure.suppressedHint')}><span className="hatch" aria-hidden="true" /> <span className="visually-hidden">{text('indicator.missing.suppressed')}</span></span>;
  if (mark === 'n') return <span {...at} className="cell-grid-number quiet">{text('indicator.table.notApplicable')}</span>;
  if (value === null) return <span {...at} className="cell-grid-number quiet" title={text('indicator.missing.notStated')}><span aria-hidden="true">—</span><span className="visually-hidden">{text('indicator.missing.notStated')}</span></span>;
  return <span {...at} className={value === '0' ? 'cell-grid-number muted' : 'cell-grid-number'}>{format.decimal(value)}</span>;
}
