import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import type { Encoding, FileReason, FileRemark, ImportLimits } from '../../words/read.schema.ts';
import type { ByteSource } from '../byte-source.ts';
import { decodedParts } from '../decode-parts.ts';
import { nameColumns } from '../name-columns.ts';
import { partCharacters, partRows, rowBytes, type OpenRequest, type OpenTable, type TableRow } from '../table.ts';
import { encodingOf } from '../text-encoding.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { flattenRecord, RecordColumns } from './flatten-record.ts';
import { RecordSplitter, type RecordText } from './split-records.ts';

type Records = (onBytes?: (count: number) => void) => AsyncIterable<object[]>;
const megabyte = 1024 * 1024;
/** Where an answer of an interface keeps its list. */
const listKeys = ['items', 'data', 'rows', 'records', 'results', 'list'];

/** Records as JSON: a list, an object that holds one, or one object a line. Each is parsed by itself, so that only an object around the list has to fit into memory. */
export async function openJson(source: ByteSource, { limits, signal }: OpenRequest): Promise<Result<OpenTable, FileReason>> {
  if (source.size > limits.bytes) return fail('fileTooLarge', { limit: Math.floor(limits.bytes / megabyte) });
  const encoding = await encodingOf(source, signal);
  if (!encoding.ok) return encoding;
  const wrapped = await wrapsList(source, encoding.value, limits, signal);
  const records: Records = wrapped ? () => inOnePart(wrapped) : (onBytes) => streamed(source, encoding.value, limits, signal, onBytes);
  const columns = new RecordColumns(limits.columns);
  let count = 0;
  for await (const part of records()) {
    for (const record of part) {
      count += 1;
      if (limits.rows !== null && count > limits.rows) return fail('tooManyRows', { limit: limits.rows });
      flattenRecord(record, columns, count + 1, limits);
    }
  }
  if (count === 0) return fail('noRows');
  if (columns.names.length === 0) return fail('noHeader');
  const named = nameColumns(columns.names);
  const nested = [...columns.nested];
  const remarks: FileRemark[] = [...named.remarks, ...(nested.length > 0 ? [{ remark: 'nestedFlattened' as const, params: { names: nested.slice(0, 5).join(', ').slice(0, 200), count: nested.length } }] : [])];
  let done = 0;
  return ok({
    format: 'json',
    encoding: encoding.value,
    delimiter: null,
    sheets: [],
    sheet: null,
    columns: named.columns,
    rowCount: () => count,
    remarks: () => remarks,
    progress: () => ({ done, total: source.size }),
    close: () => source.close(),
    async *rows() {
      yield* tableParts(records((bytes) => (done += bytes)), columns, limits);
      done = source.size;
    },
  });
}

async function* tableParts(records: AsyncIterable<object[]>, columns: RecordColumns, limits: ImportLimits): AsyncGenerator<TableRow[]> {
  let part: TableRow[] = [];
  let [rowNumber, characters] = [1, 0];
  for await (const some of records) {
    for (const record of some) {
      rowNumber += 1;
      const { cells, faults } = flattenRecord(record, columns, rowNumber, limits);
      while (cells.length < columns.names.length) cells.push('');
      if (faults.length === 0 && cells.every((cell) => cell.trim() === '')) continue;
      part.push(faults.length === 0 ? { rowNumber, cells } : { rowNumber, cells, faults });
      for (const cell of cells) characters += cell.length;
      if (part.length < partRows && characters < partCharacters) continue;
      yield part;
      part = [];
      characters = 0;
    }
  }
  if (part.length > 0) yield part;
}

async function* streamed(source: ByteSource, encoding: Encoding, limits: ImportLimits, signal: AbortSignal | undefined, onBytes?: (count: number) => void): AsyncGenerator<object[]> {
  const splitter = new RecordSplitter(rowBytes(limits));
  for await (const text of decodedParts(source, encoding, signal, onBytes)) yield splitter.take(text).map(parsed);
  splitter.end();
}

async function* inOnePart(list: object[]): AsyncGenerator<object[]> {
  yield list;
}

function parsed({ text, line }: RecordText): object {
  try {
    return JSON.parse(text) as object;
  } catch (error) {
    const position = Number(/position (\d+)/u.exec(String(error))?.[1] ?? 0);
    throw new UnreadableFile('jsonBroken', { line: line + text.slice(0, position).split('\n').length - 1, near: text.slice(Math.max(0, position - 10), position + 20) });
  }
}

/** The list inside of an object that is all of the file; null where the file is a list or records one after another. */
async function wrapsList(source: ByteSource, encoding: Encoding, limits: ImportLimits, signal: AbortSignal | undefined): Promise<object[] | null> {
  const start = new TextDecoder(encoding === 'utf-8-bom' ? 'utf-8' : encoding).decode(await source.read(0, 4096)).trimStart();
  if (!start.startsWith('{') || !new RegExp(`^\\{[^[]*?"(?:${listKeys.join('|')})"\\s*:\\s*[[{]`, 'u').test(start)) return null;
  if (source.size > limits.documentBytes) throw new UnreadableFile('fileTooLarge', { limit: Math.max(1, Math.floor(limits.documentBytes / megabyte)) });
  let text = '';
  for await (const part of decodedParts(source, encoding, signal)) text += part;
  const firstLine = text.slice(0, text.indexOf('\n') < 0 ? undefined : text.indexOf('\n'));
  const whole = parsedOrNull(text);
  if (whole === null) {
    if (parsedOrNull(firstLine) !== null) return null;
    parsed({ text, line: 1 });
  }
  return listIn(whole, 0);
}

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function listIn(value: unknown, depth: number): object[] | null {
  if (Array.isArray(value)) return value.every((item) => typeof item === 'object' && item !== null && !Array.isArray(item)) ? (value as object[]) : null;
  if (typeof value !== 'object' || value === null || depth > 2) return null;
  for (const key of listKeys) {
    const found = key in value ? listIn((value as Record<string, unknown>)[key], depth + 1) : null;
    if (found) return found;
  }
  return null;
}
