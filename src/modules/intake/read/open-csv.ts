import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import type { FileReason } from '../words/read.schema.ts';
import type { ByteSource } from './byte-source.ts';
import { decodedParts } from './decode-parts.ts';
import { nameColumns } from './name-columns.ts';
import { scanStructure } from './scan-structure.ts';
import { RowSplitter } from './split-rows.ts';
import { partCharacters, partRows, type OpenRequest, type OpenTable, type TableRow } from './table.ts';
import { dialectOf, type TextDialect } from './text-dialect.ts';
import { decodes, encodingOf } from './text-encoding.ts';

const sampleBytes = 128 * 1024;
export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** A table in text: the whole file is looked through before the first row is given out, and never held. */
export async function openCsv(source: ByteSource, { limits, signal, encoding: told, delimiter }: OpenRequest): Promise<Result<OpenTable, FileReason>> {
  if (source.size > limits.bytes) return fail('fileTooLarge', { limit: Math.floor(limits.bytes / 1024 / 1024) });
  const found = await encodingOf(source, signal);
  const wrong = told && (!found.ok || told !== found.value) && !(await decodes(source, told === 'utf-8-bom' ? 'utf-8' : told, signal));
  const encoding = !told ? found : wrong ? fail('encodingUnreadable') : ok(told);
  if (!encoding.ok) return encoding;
  const sample = await source.read(0, sampleBytes);
  const dialect = { ...dialectOf(sample, encoding.value), ...(delimiter && { delimiter }) };
  const structure = await scanStructure(source, dialect, limits, signal);
  if (!structure.ok) return structure;
  const header = await headerOf(source, dialect);
  if (!header) return fail('noHeader');
  const names = header.cells.slice(0, structure.value.width);
  if (names.length > limits.columns) return fail('tooManyColumns', { row: header.rowNumber, columns: names.length, limit: limits.columns });
  const { columns, remarks } = nameColumns(names);
  let done = 0;
  let counted: number | null = structure.value.rows;
  return ok({
    format: 'csv',
    encoding: encoding.value,
    delimiter: dialect.delimiter,
    sheets: [],
    sheet: null,
    columns,
    rowCount: () => counted,
    remarks: () => remarks,
    progress: () => ({ done, total: source.size }),
    close: () => source.close(),
    async *rows() {
      counted = 0;
      for await (const part of inParts(rowsOf(source, dialect, signal, (bytes) => (done += bytes)), header.rowNumber)) {
        counted += part.length;
        yield part;
      }
      done = source.size;
    },
  });
}

async function headerOf(source: ByteSource, dialect: TextDialect): Promise<TableRow | null> {
  let rowNumber = 0;
  for await (const rows of rowsOf(source, dialect)) {
    for (const cells of rows) {
      rowNumber += 1;
      if (rowNumber > dialect.spoken && !isBlank(cells)) return { rowNumber, cells };
    }
  }
  return null;
}

async function* rowsOf(source: ByteSource, dialect: TextDialect, signal?: AbortSignal, onBytes?: (count: number) => void): AsyncGenerator<string[][]> {
  const splitter = new RowSplitter(dialect);
  for await (const text of decodedParts(source, dialect.encoding, signal, onBytes)) yield splitter.take(text);
  yield splitter.end();
}

/** Rows with content below the header, numbered, in parts of bounded size. */
async function* inParts(chunks: AsyncIterable<string[][]>, headerRow: number): AsyncGenerator<TableRow[]> {
  let rowNumber = 0;
  let part: TableRow[] = [];
  let characters = 0;
  for await (const rows of chunks) {
    for (const cells of rows) {
      rowNumber += 1;
      if (rowNumber <= headerRow || isBlank(cells)) continue;
      part.push({ rowNumber, cells });
      for (const cell of cells) characters += cell.length;
      if (part.length < partRows && characters < partCharacters) continue;
      yield part;
      part = [];
      characters = 0;
    }
  }
  if (part.length > 0) yield part;
}
