import type { Delimiter, Encoding, CellFault, FileRemark, ImportLimits, TableFormat } from '../words/read.schema.ts';

export interface CellProblem {
  /** Index of the cell in the row. */
  column: number;
  fault: CellFault;
  params?: Record<string, string | number>;
}

export interface TableRow {
  /** As a spreadsheet counts: the header is row 1 (or where it stands), blank rows count too. */
  rowNumber: number;
  /** Word for word. */
  cells: string[];
  /** Cells that cannot be trusted: the row must not be written. Absent when all are sound. */
  faults?: CellProblem[];
}

export interface OpenRequest {
  /** Only for words and for what bytes alone can't tell; the bytes decide. */
  fileName: string;
  /** Name of the sheet; the first visible one with content unless told. */
  sheet?: string | undefined;
  /** Of a text, where a person knows better than the bytes. */
  encoding?: Encoding | null | undefined;
  delimiter?: Delimiter | null | undefined;
  limits: ImportLimits;
  signal?: AbortSignal | undefined;
}

/** A file whose structure has been checked; its rows may now be walked once, in order, in parts. */
export interface OpenTable {
  format: TableFormat;
  encoding: Encoding | null;
  delimiter: Delimiter | null;
  sheets: { name: string; hidden: boolean }[];
  sheet: string | null;
  /** Told apart and never blank: `名称`, `名称 (2)`, `#3`. */
  columns: string[];
  /** Rows with content where they were counted on opening, else null until they have all been read. */
  rowCount(): number | null;
  /** What the owner of the file should know; complete once the rows have been read. */
  remarks(): FileRemark[];
  /** Parts of at most `partRows` rows. Rejects with `UnreadableFile` where a file turns out to be broken on the way. */
  rows(): AsyncIterable<TableRow[]>;
  /** Bytes of the file. */
  progress(): { done: number; total: number };
  close(): Promise<void>;
}

/** A part of a file as it travels: bounded in rows and in text. */
export const partRows = 2000;
export const partCharacters = 2_000_000;

/** A row that holds so much is no row of a table. */
export const rowBytes = (limits: ImportLimits): number => limits.cellBytes * 8;

/** A row whose cells do not line up with the header cannot be trusted: a value may stand under the wrong name. */
export function cellsLineUp(cells: readonly string[], columnCount: number): boolean {
  return cells.length === columnCount || (cells.length > columnCount && cells.slice(columnCount).every((cell) => cell.trim() === ''));
}
