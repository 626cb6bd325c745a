import { open } from 'node:fs/promises';
import { Breath } from '#platform/jobs/breath.ts';
import { marksInFile, type MarkReport } from './read-marks.ts';
import { markInText, markInName, type MarkedLine } from './secret-mark.rules.ts';

/** Up to here a file is looked through as a whole, cell by cell and page by page. */
const wholeBytes = 8 * 1024 * 1024;
const partBytes = 1024 * 1024;
/** Without one of these pairs there is nothing to look for. */
const hint = /[秘祕机機绝絕絶]\s{0,8}密/u;

/**
 * The same as `marksInFile` for a file on the disk, of any length. A long text is looked through line by line and, for
 * tables, cell by cell; a long workbook is read by whoever takes its cells apart, who looks at each of them.
 */
export async function marksOnDisk(path: string, size: number, name: string): Promise<MarkReport> {
  const file = await open(path, 'r');
  try {
    if (size <= wholeBytes) return await marksInFile(await file.readFile(), name);
    const named = markInName(name);
    if (named) return { marks: [{ mark: named, place: { kind: 'name' } }], read: 'all' };
    const head = Buffer.alloc(8192);
    await file.read(head, 0, head.length, 0);
    const encodings = encodingsOf(head);
    if (encodings.length === 0) return { marks: [], read: 'none' };
    const scans = encodings.map((encoding) => new Scan(encoding));
    const breath = new Breath();
    const part = Buffer.alloc(partBytes);
    for (let at = 0; at < size; ) {
      const { bytesRead } = await file.read(part, 0, part.length, at);
      if (bytesRead === 0) break;
      at += bytesRead;
      for (const scan of scans) {
        const found = scan.take(part.subarray(0, bytesRead), at >= size);
        if (found) return { marks: [{ mark: found.mark, place: { kind: 'line', line: found.line } }], read: 'all' };
      }
      if (breath.isDue) await breath.take();
    }
    return { marks: [], read: 'all' };
  } finally {
    await file.close();
  }
}

/** Encodings that the text may be in; none for what is no text. */
function encodingsOf(head: Uint8Array): string[] {
  if (head[0] === 0x50 && head[1] === 0x4b) return [];
  if (head[0] === 0xff && head[1] === 0xfe) return ['utf-16le'];
  if (head[0] === 0xfe && head[1] === 0xff) return ['utf-16be'];
  const zeros = [0, 0];
  head.forEach((byte, index) => byte === 0 && (zeros[index % 2] = (zeros[index % 2] ?? 0) + 1));
  if ((zeros[1] ?? 0) > head.length / 20) return ['utf-16le'];
  if ((zeros[0] ?? 0) > head.length / 20) return ['utf-16be'];
  return ['utf-8', 'gb18030'];
}

class Scan {
  readonly #decoder: TextDecoder;
  #rest = '';
  #line = 0;

  constructor(encoding: string) {
    this.#decoder = new TextDecoder(encoding);
  }

  take(bytes: Uint8Array, isLast: boolean): MarkedLine | null {
    const text = this.#rest + this.#decoder.decode(bytes, { stream: !isLast });
    const end = isLast ? text.length : text.lastIndexOf('\n') + 1;
    const whole = text.slice(0, end);
    // A line that never ends is looked through in pieces.
    this.#rest = text.length - end > partBytes ? text.slice(-200) : text.slice(end);
    const found = hint.test(whole) ? this.#look(whole) : null;
    this.#line += newlines(whole);
    return found;
  }

  #look(text: string): MarkedLine | null {
    const lines = text.split('\n');
    for (const [index, line] of lines.entries()) {
      if (!hint.test(line)) continue;
      for (const cell of [line, ...line.split(/[,;\t|]/u)]) {
        const found = markInText(cell.replace(/^\s*"|"\s*$/gu, ''));
        if (found) return { mark: found.mark, line: this.#line + index + 1 };
      }
    }
    return null;
  }
}

function newlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
