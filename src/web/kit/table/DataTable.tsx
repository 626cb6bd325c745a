import type { ReactNode } from 'react';
import type { Sort } from '#web/router/use-list-state.ts';
import type { Column } from './column.ts';
import { HeadCell } from './HeadCell.tsx';
import { SelectBox } from './SelectBox.tsx';
import { useRowKeys } from './use-row-keys.ts';
import { useTooWide } from './use-too-wide.ts';

export type Density = 'compact' | 'default' | 'relaxed';

export interface Selection {
  keys: ReadonlySet<string>;
  onChange: (keys: ReadonlySet<string>) => void;
}

export interface DataTableProps<Row> {
  /** Read aloud before the table. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  rowHref?: ((row: Row) => string | null) | undefined;
  rowLabel?: ((row: Row) => string) | undefined;
  /** Marks one row, as a map or a panel beside it does. */
  currentKey?: string | null;
  onRow?: (row: Row) => void;
  sort?: Sort | undefined;
  onSort?: ((key: string) => void) | undefined;
  density?: Density | undefined;
  selection?: Selection | undefined;
  foot?: ReactNode;
  /** Listens to j, k, x and Enter. One table of a page only. */
  keys?: boolean;
}

/** A plain HTML table: sticky head, sorting, selection, cards on the phone. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, rowHref, rowLabel, currentKey, onRow, sort, onSort, density = 'default', selection, foot, keys = false } = props;
  const toggle = (key: string) => {
    if (!selection) return;
    const next = new Set(selection.keys);
    if (!next.delete(key)) next.add(key);
    selection.onChange(next);
  };
  const body = useRowKeys({ on: keys, toggle });
  const [holder, tooWide] = useTooWide();
  const everything = selection !== undefined && rows.length > 0 && rows.every((row) => selection.keys.has(rowKey(row)));
  return (
    <div ref={holder} className={`table-holder table-${density}${tooWide ? ' table-wide' : ''}`} {...(tooWide ? { tabIndex: 0, role: 'group', 'aria-label': caption } : {})}>
      <table className="table" role="table">
        <caption className="visually-hidden">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {selection ? (
              <th scope="col" role="columnheader" className="cell-select">
                <SelectBox all checked={everything} onChange={() => selection.onChange(everything ? new Set() : new Set(rows.map(rowKey)))} />
              </th>
            ) : null}
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" ref={body}>
          {rows.map((row) => {
            const key = rowKey(row);
            const chosen = selection?.keys.has(key) ?? false;
            return (
              <tr
                key={key}
                role="row"
                tabIndex={-1}
                data-row={key}
                data-href={rowHref?.(row) ?? undefined}
                className={chosen || currentKey === key ? 'row-on' : onRow ? 'row-button' : undefined}
                aria-selected={selection || currentKey !== undefined ? chosen || currentKey === key : undefined}
                onClick={onRow ? () => onRow(row) : undefined}
              >
                {selection ? (
                  <td role="cell" className="cell-select">
                    <SelectBox checked={chosen} label={rowLabel?.(row) ?? key} onChange={() => toggle(key)} />
                  </td>
                ) : null}
                {columns.map((column) => (
                  <td key={column.key} role="cell" data-label={column.label} className={[column.number ? 'number' : '', column.deskOnly ? 'desk-only' : ''].join(' ').trim() || undefined}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      {foot ? <div className="caption">{foot}</div> : null}
    </div>
  );
}
