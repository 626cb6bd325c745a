import { restoredCell } from '#platform/http/safe-cell.rules.ts';
import { endsInRejectColumns } from '../words/workbook.rules.ts';
import type { OpenTable, TableRow } from './table.ts';

/** A file of rejects that comes back mended: its own columns are passed over, and cells made harmless read as they were. */
export function withoutRejectColumns(table: OpenTable): OpenTable {
  if (!endsInRejectColumns(table.columns)) return table;
  const width = table.columns.length - 2;
  const restored = ({ rowNumber, cells, faults }: TableRow): TableRow => {
    const own = [...cells.slice(0, width), ...cells.slice(width + 2)].map(restoredCell);
    const left = faults?.filter(({ column }) => column < width) ?? [];
    return left.length > 0 ? { rowNumber, cells: own, faults: left } : { rowNumber, cells: own };
  };
  return {
    ...table,
    columns: table.columns.slice(0, width).map(restoredCell),
    async *rows() {
      for await (const part of table.rows()) yield part.map(restored);
    },
  };
}
