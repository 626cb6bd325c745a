import Papa from 'papaparse';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { importLimits, type ImportColumn } from '../words/import.schema.ts';
import { delimiters, type Delimiter } from '../words/read.schema.ts';

export interface TableRow {
  /** As a spreadsheet counts: the header is row 1, blank rows count too. */
  rowNumber: number;
  cells: string[];
}
export interface Table {
  delimiter: Delimiter;
  columns: ImportColumn[];
  rows: TableRow[];
}
type TableReason = 'quoteUnclosed' | 'quoteMisplaced' | 'noHeader' | 'noRows' | 'headerTwice' | 'tooManyRows' | 'tooManyColumns' | 'cellTooLong';

const blank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');
const sampleCount = 3;
const sampleLength = 80;

/** Splits text into columns and rows, or says which row cannot be read. Cells stay word for word. */
export function readTable(text: string): Result<Table, TableReason> {
  const delimiter = delimiterOf(text);
  const parsed = Papa.parse<string[]>(text, { delimiter, skipEmptyLines: false });
  const broken = parsed.errors.find((error) => error.type === 'Quotes');
  if (broken) return fail(broken.code === 'MissingQuotes' ? 'quoteUnclosed' : 'quoteMisplaced', { row: (broken.row ?? 0) + 1 });

  const headerAt = parsed.data.findIndex((cells) => !blank(cells));
  const header = parsed.data[headerAt];
  if (!header) return fail('noHeader');
  const rows = parsed.data.map((cells, index) => ({ rowNumber: index + 1, cells })).filter(({ rowNumber, cells }) => rowNumber > headerAt + 1 && !blank(cells));
  if (rows.length === 0) return fail('noRows');
  if (rows.length > importLimits.rows) return fail('tooManyRows', { rows: rows.length, limit: importLimits.rows });

  const names = header.map((name) => name.trim());
  while (names.at(-1) === '' && rows.every(({ cells }) => (cells[names.length - 1] ?? '').trim() === '')) names.pop();
  if (names.length > importLimits.columns) return fail('tooManyColumns', { columns: names.length, limit: importLimits.columns });
  const twice = names.find((name, index) => name !== '' && names.indexOf(name) !== index);
  if (twice !== undefined) return fail('headerTwice', { name: twice });
  const tooLong = rows.find(({ cells }) => cells.some((cell) => cell.length > importLimits.cellCharacters));
  if (tooLong) return fail('cellTooLong', { row: tooLong.rowNumber, limit: importLimits.cellCharacters });

  return ok({ delimiter, columns: names.map((name, index) => columnOf(name, index, rows)), rows });
}

/** The mark that stands most often in the first line with text, outside of quotes; a comma when none does. */
function delimiterOf(text: string): Delimiter {
  const header = (/^.*\S.*$/mu.exec(text)?.[0] ?? '').slice(0, 100_000).replace(/"[^"]*"/gu, '');
  const counts = delimiters.map((mark) => header.split(mark).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}

function columnOf(name: string, index: number, rows: readonly TableRow[]): ImportColumn {
  const filled = rows.map(({ cells }) => (cells[index] ?? '').trim()).filter((cell) => cell !== '');
  const samples = [...new Set(filled.slice(0, 200))].slice(0, sampleCount).map((cell) => (cell.length > sampleLength ? `${cell.slice(0, sampleLength)}…` : cell));
  return { name: name === '' ? `#${index + 1}` : name, filled: filled.length, samples };
}

/** A row whose cells do not line up with the header cannot be trusted: a value may stand under the wrong name. */
export function cellsLineUp(cells: readonly string[], columnCount: number): boolean {
  return cells.length === columnCount || (cells.length > columnCount && cells.slice(columnCount).every((cell) => cell.trim() === ''));
}
