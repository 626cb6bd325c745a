import Papa from 'papaparse';
import { RefusedInput } from './refused-input.ts';

export type Cell = string | number | null;

/** A CSV file with a head. A column in which every filled cell is a number is numeric; an empty cell is null. */
export interface Table {
  columns: string[];
  numeric: ReadonlySet<string>;
  rows: Record<string, Cell>[];
}

// A number with zeros in front is a code: 007 is not 7.
const numberForm = /^[+-]?(?:(?:0|[1-9]\d*)(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const absent = new Set(['', 'NA', 'NaN', 'null']);

export function readTable(text: string, where: string): Table {
  const { data, errors } = Papa.parse<string[]>(text.trimEnd(), { skipEmptyLines: 'greedy' });
  const quote = errors.find((error) => error.type === 'Quotes');
  if (quote) throw new RefusedInput('notTable', `row ${(quote.row ?? 0) + 1}: ${quote.message}`, where);
  const columns = (data[0] ?? []).map((name) => name.trim());
  if (columns.length === 0) throw new RefusedInput('notTable', 'the table has no head', where);
  const twice = columns.find((name, at) => columns.indexOf(name) !== at);
  if (twice !== undefined) throw new RefusedInput('notTable', `two columns are named “${twice}”`, where);
  const lines = data.slice(1);
  for (const [at, line] of lines.entries()) {
    if (line.length !== columns.length) throw new RefusedInput('notTable', `row ${at + 2} has ${line.length} cells, the head has ${columns.length}`, where);
  }
  const numeric = new Set(columns.filter((_, at) => isNumeric(lines, at)));
  const rows = lines.map((line) => Object.fromEntries(columns.map((name, at) => [name, cellOf((line[at] ?? '').trim(), numeric.has(name))])));
  return { columns, numeric, rows };
}

function isNumeric(lines: readonly string[][], at: number): boolean {
  const filled = lines.map((line) => (line[at] ?? '').trim()).filter((cell) => !absent.has(cell));
  return filled.length > 0 && filled.every((cell) => numberForm.test(cell));
}

function cellOf(cell: string, numeric: boolean): Cell {
  if (cell === '') return null;
  if (!numeric) return cell;
  return absent.has(cell) ? null : Number(cell);
}
