import { spawn, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import type { FileReason, FileRemark } from '../../words/read.schema.ts';
import type { ByteSource } from '../byte-source.ts';
import type { OpenRequest, OpenTable } from '../table.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import type { WorkbookMessage, WorkbookRequest } from './read-workbook.ts';
import { contentFault } from './workbook-parts.ts';
import { megabytes, readParts } from './zip-file.ts';

/** Heap of the reading process, in MB. */
const heap = 384;

/** The packed file may be as large as a text file; what it unpacks to has limits of its own. */
export async function openWorkbook(source: ByteSource, path: string, { sheet, limits, signal }: OpenRequest): Promise<Result<OpenTable, FileReason>> {
  if (source.size > limits.bytes) return fail('fileTooLarge', { limit: megabytes(limits.bytes) });
  const parts = await readParts(source);
  if (!parts.ok) return parts;
  const fault = contentFault(parts.value);
  if (!fault.ok) return fault;
  const reader = new ReaderProcess({ path, sheet, limits }, signal);
  const first = await reader.next();
  if (first.kind !== 'open') {
    await reader.end();
    return first.kind === 'fail' ? fail(first.reason as FileReason, first.params) : fail('readerFailed');
  }
  let remarks: FileRemark[] = first.remarks;
  let counted: number | null = null;
  let share = 0;
  return ok({
    format: 'xlsx',
    encoding: null,
    delimiter: null,
    sheets: first.sheets,
    sheet: first.sheet,
    columns: first.columns,
    rowCount: () => counted,
    remarks: () => remarks,
    progress: () => ({ done: Math.round(source.size * share), total: source.size }),
    close: async () => {
      await reader.end();
      await source.close();
    },
    async *rows() {
      for (;;) {
        const message = await reader.next();
        if (message.kind === 'rows') {
          share = message.share;
          yield message.rows;
        }
        if (message.kind === 'fail') throw new UnreadableFile(message.reason as FileReason, message.params);
        if (message.kind === 'end') {
          counted = message.rows;
          share = 1;
          remarks = [...first.remarks, ...message.remarks];
          return;
        }
      }
    },
  });
}

/** The reading process as seen from here: it waits while nobody asks for the next message. */
class ReaderProcess {
  readonly #child: ChildProcess;
  readonly #lines: AsyncGenerator<string>;
  readonly #signal: AbortSignal | undefined;

  constructor(request: WorkbookRequest, signal: AbortSignal | undefined) {
    const { PATH, HOME, TMPDIR } = process.env;
    this.#signal = signal;
    this.#child = spawn(process.execPath, [`--max-old-space-size=${heap}`, ...program(), JSON.stringify(request)], { stdio: ['ignore', 'pipe', 'ignore'], env: { PATH, HOME, TMPDIR } });
    this.#child.on('error', () => {});
    signal?.addEventListener('abort', this.#stop, { once: true });
    this.#lines = linesOf(this.#child.stdout as AsyncIterable<Buffer>);
  }

  readonly #stop = (): void => {
    this.#child.kill('SIGKILL');
  };

  async next(): Promise<WorkbookMessage> {
    const line = await this.#lines.next();
    this.#signal?.throwIfAborted();
    return line.done ? { kind: 'fail', reason: 'readerFailed' } : (JSON.parse(line.value) as WorkbookMessage);
  }

  async end(): Promise<void> {
    this.#signal?.removeEventListener('abort', this.#stop);
    this.#stop();
    await this.#lines.return(undefined);
  }
}

/** Built, the program lies beside the server; from the source, it runs through the loader that tests use. */
function program(): string[] {
  const here = fileURLToPath(import.meta.url);
  if (!here.endsWith('.ts')) return [join(dirname(here), 'read-workbook.mjs')];
  return ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href, join(dirname(here), 'reader-process.ts')];
}

async function* linesOf(stream: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let pieces: Buffer[] = [];
  for await (const chunk of stream) {
    let from = 0;
    for (let feed = chunk.indexOf(10); feed >= 0; feed = chunk.indexOf(10, from)) {
      pieces.push(chunk.subarray(from, feed));
      yield Buffer.concat(pieces).toString('utf8');
      pieces = [];
      from = feed + 1;
    }
    if (from < chunk.length) pieces.push(chunk.subarray(from));
  }
}
