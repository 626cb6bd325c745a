import type { FileRemark } from '../../words/read.schema.ts';
import { nameColumns } from '../name-columns.ts';
import type { MergedArea } from './merged-areas.ts';
import type { SheetRow } from './sheet-rows.ts';

export interface SheetHeader {
  columns: string[];
  /** The last row that belongs to the header. */
  lastRow: number;
  remarks: FileRemark[];
}
/** So many rows with content are looked at to find the header. */
export const headRows = 8;
const mostDepth = 4;

const filled = (row: SheetRow): number[] => row.cells.flatMap((cell, index) => (cell.trim() === '' ? [] : [index]));

/**
 * Finds the header among the first rows of a sheet. A merged title above it is passed over. A header cell merged over
 * several columns names each of them, and the names below it are joined to it: `销售 / 2024`.
 */
export function findHeader(head: readonly SheetRow[], areas: readonly MergedArea[]): SheetHeader | null {
  const first = head.findIndex((row, index) => !isTitle(row, head[index + 1], areas));
  const top = head[first];
  if (!top) return null;
  const depth = depthOf(top, head[first + 1], areas);
  const rows = head.slice(first).filter(({ rowNumber }) => rowNumber < top.rowNumber + depth);
  const width = Math.max(...head.slice(first).map((row) => (filled(row).at(-1) ?? -1) + 1));
  const texts = rows.map((row) => Array.from({ length: width }, (_, column) => textAt(row, column, rows, areas)));
  const names = Array.from({ length: width }, (_, column) => {
    const parts = texts.map((cells) => cells[column] ?? '').filter((part) => part !== '');
    return parts.filter((part, index) => part !== parts[index - 1]).join(' / ');
  });
  const { columns, remarks } = nameColumns(names);
  if (depth > 1) remarks.push({ remark: 'headersJoined', params: { from: top.rowNumber, to: top.rowNumber + depth - 1 } });
  if (first > 0) remarks.push({ remark: 'titleSkipped', params: { row: top.rowNumber } });
  return { columns, lastRow: top.rowNumber + depth - 1, remarks };
}

/** A single text merged over columns, with more below it: what the table is called. */
function isTitle(row: SheetRow, next: SheetRow | undefined, areas: readonly MergedArea[]): boolean {
  const [only, ...others] = filled(row);
  if (only === undefined || others.length > 0 || !next) return false;
  return areas.some((area) => area.top === row.rowNumber && area.left === only && area.right > area.left && area.right + 1 >= filled(next).length);
}

function depthOf(top: SheetRow, next: SheetRow | undefined, areas: readonly MergedArea[]): number {
  const own = areas.filter((area) => area.top === top.rowNumber);
  const down = Math.max(1, ...own.map((area) => area.bottom - area.top + 1));
  if (down > 1) return Math.min(down, mostDepth);
  const across = own.filter((area) => area.right > area.left);
  return next && across.length > 0 && next.rowNumber === top.rowNumber + 1 && isSecondHeader(next, across) ? 2 : 1;
}

/** Below merged names stand others that tell the columns apart, and below the rest nothing: a row of values would fill it. */
function isSecondHeader(row: SheetRow, across: readonly MergedArea[]): boolean {
  const within = (column: number): boolean => across.some(({ left, right }) => column >= left && column <= right);
  if (filled(row).length === 0 || filled(row).some((column) => !within(column))) return false;
  return across.every(({ left, right }) => {
    const names = row.cells.slice(left, right + 1).map((cell) => cell.trim()).filter((cell) => cell !== '');
    return new Set(names).size === names.length && names.every((name) => !/^[-+]?[\d.,\s]+%?$/u.test(name) || /^(19|20)\d\d$/u.test(name));
  });
}

function textAt(row: SheetRow, column: number, rows: readonly SheetRow[], areas: readonly MergedArea[]): string {
  const own = (row.cells[column] ?? '').trim();
  if (own !== '') return own;
  const area = areas.find(({ top, bottom, left, right }) => row.rowNumber >= top && row.rowNumber <= bottom && column >= left && column <= right);
  const from = area && rows.find(({ rowNumber }) => rowNumber === area.top);
  return from ? (from.cells[area.left] ?? '').trim() : '';
}
