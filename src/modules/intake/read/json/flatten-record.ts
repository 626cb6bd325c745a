import type { ImportLimits } from '../../words/read.schema.ts';
import type { CellProblem } from '../table.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { decimalText } from '../workbook/cell-format.ts';

const deepest = 6;

/** The columns that the records of a file have together, in the order in which they were met. */
export class RecordColumns {
  readonly names: string[] = [];
  readonly #index = new Map<string, number>();
  /** Names that were made of a path into a record. */
  readonly nested = new Set<string>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  at(path: string, row: number): number {
    const known = this.#index.get(path);
    if (known !== undefined) return known;
    if (this.names.length >= this.#most) throw new UnreadableFile('tooManyColumns', { row, columns: this.names.length + 1, limit: this.#most });
    this.names.push(path);
    this.#index.set(path, this.names.length - 1);
    return this.names.length - 1;
  }
}

export interface FlatRecord {
  cells: string[];
  faults: CellProblem[];
}

/** One object as a row: an object within becomes columns with dots (`address.city`), a list of plain values one cell. A list of objects is no cell. */
export function flattenRecord(record: object, columns: RecordColumns, row: number, { cellBytes }: Pick<ImportLimits, 'cellBytes'>): FlatRecord {
  const cells: string[] = [];
  const faults: CellProblem[] = [];
  const put = (path: string, text: string, fault?: Omit<CellProblem, 'column'>): void => {
    if (text.length > cellBytes) throw new UnreadableFile('cellTooLong', { row, column: path.slice(0, 60), limit: cellBytes });
    if (text.includes('\0')) throw new UnreadableFile('nulCharacter', { line: row });
    const column = columns.at(path, row);
    while (cells.length <= column) cells.push('');
    cells[column] = text;
    if (fault) faults.push({ column, ...fault });
  };
  const walk = (value: unknown, path: string, depth: number): void => {
    if (value === null || value === undefined) put(path, '');
    else if (typeof value === 'number') put(path, numberText(value), Number.isInteger(value) && !Number.isSafeInteger(value) ? { fault: 'codeRounded', params: { value: numberText(value).slice(0, 40) } } : undefined);
    else if (typeof value !== 'object') put(path, String(value));
    else if (Array.isArray(value) || depth >= deepest) {
      const isPlain = Array.isArray(value) && value.every((item) => item === null || typeof item !== 'object');
      put(path, isPlain ? value.map((item: unknown) => (typeof item === 'number' ? numberText(item) : String(item ?? ''))).join('; ') : JSON.stringify(value), isPlain ? undefined : { fault: 'nestedValue', params: { path } });
    } else {
      for (const [key, inner] of Object.entries(value)) {
        const name = path === '' ? key : `${path}.${key}`;
        if (path !== '') columns.nested.add(name);
        walk(inner, name, depth + 1);
      }
    }
  };
  walk(record, '', 0);
  return { cells, faults };
}

const numberText = (value: number): string => (String(value).includes('e') ? decimalText(value) : String(value));
