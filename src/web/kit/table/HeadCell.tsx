import type { Sort } from '#web/router/use-list-state.ts';
import type { Column } from './column.ts';

export interface HeadCellProps<Row> {
  column: Column<Row>;
  sort: Sort | undefined;
  onSort: ((key: string) => void) | undefined;
}

export function HeadCell<Row>({ column, sort, onSort }: HeadCellProps<Row>) {
  const sorted = column.sort !== undefined && sort?.key === column.sort ? (sort.descending ? 'descending' : 'ascending') : undefined;
  const words = (
    <>
      {column.head ? <>{column.head}<span className="visually-hidden">{column.label}</span></> : column.label}
      {column.unit ? <span className="head-unit"> {column.unit}</span> : null}
    </>
  );
  const sortBy = column.sort;
  return (
    <th
      scope="col"
      role="columnheader"
      aria-sort={sortBy && onSort ? (sorted ?? 'none') : undefined}
      className={[column.number ? 'number' : '', column.deskOnly ? 'desk-only' : ''].join(' ').trim() || undefined}
      style={column.width === undefined ? undefined : { width: column.width }}
    >
      {sortBy && onSort ? (
        <button type="button" className="head-sort" onClick={() => onSort(sortBy)}>
          {words}
          <span className={sorted ? `sort-mark sort-${sorted}` : 'sort-mark'} aria-hidden="true" />
        </button>
      ) : (
        words
      )}
    </th>
  );
}
