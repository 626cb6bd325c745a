import { widestSheet, type CellFault, type ImportLimits } from '../../words/read.schema.ts';
import { rowBytes } from '../table.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { numberText, type CellFormat, type ReadCell } from './cell-format.ts';
import { TextRuns, type StringTable } from './string-table.ts';
import type { Sheet, Workbook } from './workbook-parts.ts';
import { attribute, XmlTokens, xmlText, type XmlListener } from './xml-tokens.ts';
import { shown, unpacked } from './zip-file.ts';

export interface SheetRow {
  rowNumber: number;
  cells: string[];
  faults: { column: number; fault: CellFault; params: Record<string, string | number> }[];
}
/** What else a walk over a sheet notices. */
export interface SheetNotes {
  /** Bytes unpacked so far. */
  bytes: number;
  formulas: number;
  hiddenRows: number;
  hiddenColumns: [from: number, to: number][];
}

/** The rows of a sheet as they stand in its XML, chunk by chunk; blank ones are left out, though counted. Formulas are never evaluated: their last result is read. */
export async function* sheetRows(path: string, sheet: Sheet, { formats, from1904 }: Pick<Workbook, 'formats' | 'from1904'>, strings: StringTable, limits: ImportLimits, notes: SheetNotes): AsyncGenerator<SheetRow[]> {
  const listener = new SheetListener(formats, from1904, strings, limits, notes);
  const part = shown(sheet.part.name);
  const tokens = new XmlTokens(listener, part);
  for await (const text of xmlText(counted(unpacked(path, sheet.part), notes), part)) {
    tokens.take(text);
    const rows = listener.rows;
    listener.rows = [];
    if (rows.length > 0) yield rows;
  }
  tokens.end();
}

async function* counted(chunks: AsyncIterable<Buffer>, notes: SheetNotes): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    notes.bytes += chunk.length;
    yield chunk;
  }
}

class SheetListener implements XmlListener {
  rows: SheetRow[] = [];
  readonly #formats: readonly CellFormat[];
  readonly #from1904: boolean;
  readonly #strings: StringTable;
  readonly #limits: ImportLimits;
  readonly #notes: SheetNotes;
  readonly #runs = new TextRuns();
  #row: SheetRow = { rowNumber: 0, cells: [], faults: [] };
  #rowLength = 0;
  #isHidden = false;
  #column = -1;
  #type = 'n';
  #format: CellFormat = { kind: 'number' };
  #value = '';
  #inValue = false;
  #hasValue = false;
  #hasFormula = false;

  constructor(formats: readonly CellFormat[], from1904: boolean, strings: StringTable, limits: ImportLimits, notes: SheetNotes) {
    this.#formats = formats;
    this.#from1904 = from1904;
    this.#strings = strings;
    this.#limits = limits;
    this.#notes = notes;
  }

  open(name: string, attributes: string, isEmpty: boolean): void {
    if (name === 'c') this.#beginCell(attributes);
    else if (name === 'v') [this.#inValue, this.#hasValue] = [!isEmpty, !isEmpty];
    else if (name === 'f') this.#hasFormula = true;
    else if (name === 't' || name === 'rPh') this.#runs.open(name, isEmpty);
    else if (name === 'row') this.#beginRow(attributes);
    else if (name === 'col' && isTrue(attribute(attributes, 'hidden'))) this.#notes.hiddenColumns.push([Number(attribute(attributes, 'min')), Number(attribute(attributes, 'max'))]);
  }

  close(name: string): void {
    if (name === 'v') this.#inValue = false;
    else if (name === 'c') this.#endCell();
    else if (name === 't' || name === 'rPh') this.#runs.close(name);
    else if (name === 'row') this.#endRow();
  }

  text(value: string): void {
    if (this.#inValue) this.#value += value;
    else this.#runs.value += value;
    if (this.#value.length + this.#runs.value.length > this.#limits.cellBytes) throw this.#tooLong();
  }

  wantsText(): boolean {
    return this.#inValue || this.#runs.wants;
  }

  #beginRow(attributes: string): void {
    const before = this.#row.rowNumber;
    const rowNumber = Number(attribute(attributes, 'r') ?? before + 1);
    if (!Number.isInteger(rowNumber) || rowNumber <= before) throw new UnreadableFile('workbookBroken', { part: `row ${before + 1}` });
    this.#row = { rowNumber, cells: [], faults: [] };
    this.#isHidden = isTrue(attribute(attributes, 'hidden'));
    this.#column = -1;
    this.#rowLength = 0;
  }

  #beginCell(attributes: string): void {
    const place = attribute(attributes, 'r');
    this.#column = place === undefined ? this.#column + 1 : columnIndex(place);
    if (this.#column < 0 || this.#column >= widestSheet) throw new UnreadableFile('workbookBroken', { part: shown(place ?? '') });
    this.#type = attribute(attributes, 't') ?? 'n';
    this.#format = this.#formats[Number(attribute(attributes, 's') ?? 0)] ?? { kind: 'number' };
    [this.#value, this.#hasValue, this.#hasFormula] = ['', false, false];
    this.#runs.value = '';
  }

  #endCell(): void {
    const cell = this.#readCell();
    if (this.#hasFormula) this.#notes.formulas += 1;
    if (cell.text === '' && !('fault' in cell)) return;
    if (this.#column >= this.#limits.columns) throw new UnreadableFile('tooManyColumns', { row: this.#row.rowNumber, columns: this.#column + 1, limit: this.#limits.columns });
    this.#rowLength += cell.text.length;
    if (this.#rowLength > rowBytes(this.#limits)) throw new UnreadableFile('rowTooLong', { row: this.#row.rowNumber, limit: rowBytes(this.#limits) });
    const { cells, faults } = this.#row;
    while (cells.length < this.#column) cells.push('');
    cells[this.#column] = cell.text;
    if ('fault' in cell) faults.push({ column: this.#column, fault: cell.fault, params: cell.params });
  }

  #readCell(): ReadCell {
    if (this.#hasFormula && !this.#hasValue && this.#type !== 'str') return { text: '', fault: 'formulaEmpty', params: {} };
    if (this.#type === 's') return this.#hasValue ? { text: this.#shared() } : { text: '' };
    if (this.#type === 'inlineStr') return { text: this.#clean(this.#runs.take()) };
    if (this.#type === 'str') return { text: this.#clean(this.#value) };
    if (this.#type === 'b') return { text: this.#value === '1' ? 'TRUE' : this.#value === '0' ? 'FALSE' : '' };
    if (this.#type === 'e') return { text: this.#value, fault: 'cellError', params: { value: this.#value.slice(0, 40) } };
    if (this.#type === 'd') return { text: this.#value.replace(/T00:00:00(\.0+)?Z?$/u, '') };
    return numberText(this.#value, this.#format, this.#from1904);
  }

  #shared(): string {
    const text = /^\s*\d+\s*$/u.test(this.#value) ? this.#strings.get(Number(this.#value)) : undefined;
    if (text === undefined) throw new UnreadableFile('workbookBroken', { part: `row ${this.#row.rowNumber}` });
    if (text.length > this.#limits.cellBytes) throw this.#tooLong();
    return this.#clean(text);
  }

  #tooLong(): UnreadableFile {
    return new UnreadableFile('cellTooLong', { row: this.#row.rowNumber, column: this.#column + 1, limit: this.#limits.cellBytes });
  }

  #clean(text: string): string {
    if (text.includes('\0')) throw new UnreadableFile('nulCharacter', { line: this.#row.rowNumber });
    return text;
  }

  #endRow(): void {
    if (this.#row.faults.length === 0 && this.#row.cells.every((cell) => cell.trim() === '')) return;
    if (this.#isHidden) this.#notes.hiddenRows += 1;
    this.rows.push(this.#row);
  }
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

/** `AB12` is 27; negative where it names no column. */
export function columnIndex(place: string): number {
  let index = 0;
  for (let at = 0; at < place.length; at += 1) {
    const code = place.charCodeAt(at);
    if (code < 65 || code > 90) return index - 1;
    index = index * 26 + code - 64;
  }
  return index - 1;
}

/** 27 is `AB`. */
export function columnLetters(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnLetters(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));
}
