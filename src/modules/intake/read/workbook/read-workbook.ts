import type { FileRemark, ImportLimits } from '../../words/read.schema.ts';
import { isGuideSheet } from '../../words/workbook.rules.ts';
import { openBytes } from '../byte-source.ts';
import { partCharacters, partRows, type TableRow } from '../table.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { MergedCells, readMergedAreas, type MergedArea } from './merged-areas.ts';
import { findHeader, headRows, type SheetHeader } from './sheet-header.ts';
import { columnLetters, sheetRows, type SheetNotes, type SheetRow } from './sheet-rows.ts';
import { readStrings, type StringTable } from './string-table.ts';
import { contentFault, readWorkbook, type Sheet, type Workbook } from './workbook-parts.ts';
import { megabytes, readParts } from './zip-file.ts';

export interface WorkbookRequest {
  path: string;
  sheet?: string | undefined;
  limits: ImportLimits;
}
/** What the reading process tells, in this order: one `open`, parts of rows, one `end`; or `fail` at any moment. */
export type WorkbookMessage =
  | { kind: 'open'; sheets: { name: string; hidden: boolean }[]; sheet: string; columns: string[]; remarks: FileRemark[] }
  | { kind: 'rows'; rows: TableRow[]; /** Part of the sheet read so far, from 0 to 1. */ share: number }
  | { kind: 'end'; rows: number; remarks: FileRemark[] }
  | { kind: 'fail'; reason: string; params?: Record<string, string | number> | undefined };

interface Opened {
  sheet: Sheet;
  areas: MergedArea[];
  header: SheetHeader;
}

/** Walks over one sheet of a workbook on disk. Throws `UnreadableFile`. */
export async function* workbookMessages({ path, sheet: asked, limits }: WorkbookRequest): AsyncGenerator<WorkbookMessage> {
  const source = await openBytes(path);
  const parts = await readParts(source).finally(() => source.close());
  if (!parts.ok) throw new UnreadableFile(parts.reason, parts.params);
  const fault = contentFault(parts.value);
  if (!fault.ok) throw new UnreadableFile(fault.reason, fault.params);
  const workbook = await readWorkbook(path, parts.value);
  if (workbook.strings && workbook.strings.unpacked > limits.sheetBytes) throw tooBig('sharedStrings', limits);
  const candidates = candidatesOf(workbook, asked);
  const strings = await readStrings(path, workbook.strings, limits.cellBytes);
  const opened = await choose(path, candidates, workbook, strings, limits);
  const { columns, remarks } = opened.header;
  const others = workbook.sheets.filter((sheet) => sheet !== opened.sheet && !sheet.hidden && !isGuideSheet(sheet.name)).map(({ name }) => name);
  if (others.length > 0 && asked === undefined) remarks.push({ remark: 'otherSheets', params: { sheet: opened.sheet.name, others: others.join(', ').slice(0, 200) } });
  if (opened.sheet.hidden) remarks.push({ remark: 'sheetHidden', params: { sheet: opened.sheet.name } });
  yield { kind: 'open', sheets: workbook.sheets.map(({ name, hidden }) => ({ name, hidden })), sheet: opened.sheet.name, columns, remarks };
  yield* dataParts(path, opened, workbook, strings, limits);
}

const tooBig = (sheet: string, limits: ImportLimits): UnreadableFile => new UnreadableFile('sheetTooBig', { sheet, limit: megabytes(limits.sheetBytes) });

function candidatesOf({ sheets }: Workbook, asked: string | undefined): Sheet[] {
  const visible = sheets.filter(({ name, hidden }) => !hidden && !isGuideSheet(name));
  const candidates = asked === undefined ? visible : sheets.filter(({ name }) => name === asked);
  if (candidates.length > 0) return candidates;
  throw asked === undefined ? new UnreadableFile('noHeader') : new UnreadableFile('sheetUnknown', { sheet: asked.slice(0, 60), sheets: sheets.map(({ name }) => name).join(', ').slice(0, 200) });
}

/** The first sheet that holds a table: a header of several columns and something below it. Cover sheets have none. */
async function choose(path: string, candidates: readonly Sheet[], workbook: Workbook, strings: StringTable, limits: ImportLimits): Promise<Opened> {
  let spare: Opened | null = null;
  let hasHeader = false;
  for (const sheet of candidates) {
    if (sheet.part.unpacked > limits.sheetBytes) throw tooBig(sheet.name, limits);
    const head: SheetRow[] = [];
    for await (const rows of sheetRows(path, sheet, workbook, strings, limits, emptyNotes())) {
      head.push(...rows.slice(0, headRows - head.length));
      if (head.length >= headRows) break;
    }
    if (head.length === 0) continue;
    const areas = await readMergedAreas(path, sheet.part);
    const header = findHeader(head, areas);
    if (!header) continue;
    hasHeader = true;
    if (!head.some(({ rowNumber }) => rowNumber > header.lastRow)) continue;
    if (header.columns.length > 1) return { sheet, areas, header };
    spare ??= { sheet, areas, header };
  }
  if (spare) return spare;
  throw new UnreadableFile(hasHeader ? 'noRows' : 'noHeader');
}

const emptyNotes = (): SheetNotes => ({ bytes: 0, formulas: 0, hiddenRows: 0, hiddenColumns: [] });

async function* dataParts(path: string, { sheet, areas, header }: Opened, workbook: Workbook, strings: StringTable, limits: ImportLimits): AsyncGenerator<WorkbookMessage> {
  const notes = emptyNotes();
  const merged = new MergedCells(areas, header.lastRow);
  let part: TableRow[] = [];
  let [characters, count] = [0, 0];
  for await (const rows of sheetRows(path, sheet, workbook, strings, limits, notes)) {
    for (const row of rows) {
      if (row.rowNumber <= header.lastRow) continue;
      count += 1;
      if (limits.rows !== null && count > limits.rows) throw new UnreadableFile('tooManyRows', { limit: limits.rows });
      merged.fill(row);
      part.push(tableRow(row, header.columns.length));
      for (const cell of row.cells) characters += cell.length;
      if (part.length < partRows && characters < partCharacters) continue;
      yield { kind: 'rows', rows: part, share: notes.bytes / sheet.part.unpacked };
      part = [];
      characters = 0;
    }
  }
  if (part.length > 0) yield { kind: 'rows', rows: part, share: notes.bytes / sheet.part.unpacked };
  yield { kind: 'end', rows: count, remarks: remarksOf(notes, merged.repeated, header.columns) };
}

function tableRow({ rowNumber, cells, faults }: SheetRow, width: number): TableRow {
  while (cells.length < width) cells.push('');
  return faults.length === 0 ? { rowNumber, cells } : { rowNumber, cells, faults };
}

function remarksOf(notes: SheetNotes, merged: number, columns: readonly string[]): FileRemark[] {
  const hidden = notes.hiddenColumns.flatMap(([from, to]) => columns.slice(from - 1, to).map((name, index) => `${columnLetters(from - 1 + index)} ${name}`));
  const remarks: (FileRemark | null)[] = [
    merged > 0 ? { remark: 'cellsMerged', params: { count: merged } } : null,
    notes.formulas > 0 ? { remark: 'formulasCached', params: { count: notes.formulas } } : null,
    notes.hiddenRows > 0 ? { remark: 'rowsHidden', params: { count: notes.hiddenRows } } : null,
    hidden.length > 0 ? { remark: 'columnsHidden', params: { count: hidden.length, columns: hidden.slice(0, 5).join(', ').slice(0, 200) } } : null,
  ];
  return remarks.filter((remark) => remark !== null);
}
