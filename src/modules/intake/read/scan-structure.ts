import { fail, ok, type Failure, type Result } from '#platform/result/result.rules.ts';
import { widestSheet, type FileReason, type ImportLimits } from '../words/read.schema.ts';
import type { ByteSource } from './byte-source.ts';
import type { TextDialect } from './text-dialect.ts';
import { rowBytes } from './table.ts';

export interface TextStructure {
  /** Rows with content below the header. */
  rows: number;
  /** Columns up to the last one that holds anything. */
  width: number;
}

/**
 * Walks over the bytes of a text table once, without making a single string, and finds what would otherwise stop an
 * import half-way: quotes never closed, rows and cells beyond the limits. A gigabyte takes two to three seconds.
 */
export async function scanStructure(source: ByteSource, dialect: TextDialect, limits: ImportLimits, signal?: AbortSignal): Promise<Result<TextStructure, FileReason>> {
  const isWide = dialect.encoding === 'utf-16le' || dialect.encoding === 'utf-16be';
  const scan = new StructureScan(dialect, limits, isWide ? 2 : 1);
  let first = true;
  for await (const part of source.parts(dialect.encoding === 'utf-8-bom' ? 3 : 0, signal)) {
    if (dialect.encoding === 'utf-16be') part.swap16();
    const units = isWide ? new Uint16Array(part.buffer, part.byteOffset, part.length >> 1) : part;
    const failure = scan.take(first && isWide && units[0] === 0xfeff ? units.subarray(1) : units);
    if (failure) return failure;
    first = false;
  }
  return scan.end();
}

const quote = 34;
const [atStart, bare, quoted, afterQuote] = [0, 1, 2, 3] as const;

class StructureScan {
  readonly #delimiter: number;
  readonly #feed: number;
  readonly #limits: ImportLimits;
  readonly #spoken: number;
  /** Limits in units of the text: bytes, or pairs of bytes. */
  readonly #longestCell: number;
  readonly #longestRow: number;
  /** Second bytes of GB18030 may look like a bar; those after a leading byte are passed over. */
  readonly #hasPairs: boolean;
  #state: 0 | 1 | 2 | 3 = atStart;
  #passOver = false;
  #row = 1;
  #column = 0;
  #cellFilled = false;
  #rowFilled = false;
  #cellFrom = 0;
  #rowFrom = 0;
  #at = 0;
  #filledRows = 0;
  #width = 0;
  #quoteRow = 0;

  constructor(dialect: TextDialect, limits: ImportLimits, unit: number) {
    this.#delimiter = dialect.delimiter.charCodeAt(0);
    this.#feed = dialect.feed.charCodeAt(0);
    this.#limits = limits;
    this.#spoken = dialect.spoken;
    this.#longestCell = limits.cellBytes / unit;
    this.#longestRow = rowBytes(limits) / unit;
    this.#hasPairs = dialect.encoding === 'gb18030' && dialect.delimiter === '|';
  }

  take(units: Uint8Array | Uint16Array): Failure<FileReason> | null {
    const [delimiter, feed, pairs] = [this.#delimiter, this.#feed, this.#hasPairs];
    let state = this.#state;
    let filled = this.#cellFilled;
    for (let index = 0; index < units.length; index += 1) {
      const unit = units[index] as number;
      if (pairs && this.#passesOver(unit)) {
        filled = true;
        if (state === atStart) state = bare;
        continue;
      }
      if (state === quoted) {
        if (unit === quote) state = afterQuote;
        else if (unit > 32) filled = true;
      } else if (unit === delimiter || unit === feed) {
        const failure = this.#endCell(this.#at + index, filled) ?? (unit === feed ? this.#endRow(this.#at + index) : null);
        if (failure) return failure;
        filled = false;
        state = atStart;
      } else if (state === afterQuote) {
        if (unit === quote) state = quoted;
        else if (unit > 32) return fail('quoteMisplaced', { row: this.#row });
        if (state === quoted) filled = true;
      } else if (state === atStart && unit === quote) {
        state = quoted;
        this.#quoteRow = this.#row;
      } else {
        state = bare;
        if (unit > 32) filled = true;
      }
    }
    this.#at += units.length;
    this.#state = state;
    this.#cellFilled = filled;
    return this.#tooLong(this.#at);
  }

  end(): Result<TextStructure, FileReason> {
    if (this.#state === quoted) return fail('quoteUnclosed', { row: this.#quoteRow });
    const failure = this.#endCell(this.#at, this.#cellFilled) ?? this.#endRow(this.#at);
    if (failure) return failure;
    const rows = this.#filledRows - 1 - this.#spoken;
    if (rows < 0) return fail('noHeader');
    return rows === 0 ? fail('noRows') : ok({ rows, width: this.#width });
  }

  #passesOver(unit: number): boolean {
    const isSecond = this.#passOver;
    this.#passOver = !isSecond && unit > 0x80 && unit < 0xff;
    return isSecond || this.#passOver;
  }

  #tooLong(at: number): Failure<FileReason> | null {
    if (at - this.#cellFrom > this.#longestCell) return fail('cellTooLong', { row: this.#row, column: this.#column + 1, limit: this.#limits.cellBytes });
    return at - this.#rowFrom > this.#longestRow ? fail('rowTooLong', { row: this.#row, limit: rowBytes(this.#limits) }) : null;
  }

  #endCell(at: number, filled: boolean): Failure<FileReason> | null {
    if (at - this.#cellFrom > this.#longestCell) return this.#tooLong(at);
    this.#column += 1;
    this.#cellFrom = at + 1;
    if (filled) {
      this.#rowFilled = true;
      if (this.#column > this.#width) this.#width = this.#column;
      if (this.#column > this.#limits.columns) return fail('tooManyColumns', { row: this.#row, columns: this.#column, limit: this.#limits.columns });
    }
    return this.#column > widestSheet ? fail('tooManyColumns', { row: this.#row, columns: this.#column, limit: this.#limits.columns }) : null;
  }

  #endRow(at: number): Failure<FileReason> | null {
    if (this.#rowFilled) this.#filledRows += 1;
    if (at - this.#rowFrom > this.#longestRow) return this.#tooLong(at);
    this.#rowFilled = false;
    this.#rowFrom = at + 1;
    this.#row += 1;
    this.#column = 0;
    const most = this.#limits.rows;
    return most !== null && this.#filledRows - 1 - this.#spoken > most ? fail('tooManyRows', { limit: most }) : null;
  }
}
