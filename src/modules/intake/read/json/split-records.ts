import { UnreadableFile } from '../unreadable-file.ts';

export interface RecordText {
  text: string;
  /** Line of the file on which it begins. */
  line: number;
}

const [quote, backslash, open, close, listOpen, listClose, comma] = [34, 92, 123, 125, 91, 93, 44];

/** Cuts JSON that arrives in parts into the records of its one list, or into the records that stand one after another. Each is parsed by itself. */
export class RecordSplitter {
  readonly #longest: number;
  /** 0 while nothing was seen, 1 inside of a list, 2 behind it, 3 where records stand without one. */
  #place: 0 | 1 | 2 | 3 = 0;
  #rest = '';
  #line = 1;

  constructor(longest: number) {
    this.#longest = longest;
  }

  take(part: string): RecordText[] {
    const text = this.#rest === '' ? part : this.#rest + part;
    const records: RecordText[] = [];
    let feedAt = text.indexOf('\n');
    const lineAt = (at: number): number => {
      for (; feedAt >= 0 && feedAt < at; feedAt = text.indexOf('\n', feedAt + 1)) this.#line += 1;
      return this.#line;
    };
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === open && this.#place !== 2) {
        const end = recordEnd(text, at);
        const line = lineAt(at);
        if (end < 0) {
          this.#keep(text.slice(at));
          return records;
        }
        if (this.#place === 0) this.#place = 3;
        records.push({ text: text.slice(at, end + 1), line });
        at = end;
      } else if (code === listOpen && this.#place === 0) this.#place = 1;
      else if (code === listClose && this.#place === 1) this.#place = 2;
      else if (code !== comma && code > 32) throw new UnreadableFile(this.#place === 1 ? 'jsonNotRows' : 'jsonBroken', { line: lineAt(at), near: text.slice(at, at + 30) });
    }
    lineAt(text.length);
    this.#rest = '';
    return records;
  }

  end(): void {
    if (this.#rest !== '') throw new UnreadableFile('jsonBroken', { line: this.#line, near: this.#rest.slice(0, 30) });
    if (this.#place === 1) throw new UnreadableFile('jsonBroken', { line: this.#line, near: '…' });
  }

  #keep(rest: string): void {
    if (rest.length > this.#longest) throw new UnreadableFile('rowTooLong', { row: this.#line, limit: this.#longest });
    this.#rest = rest;
  }
}

/** Where the object that begins here ends; negative while it has not arrived whole. */
function recordEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      at = stringEnd(text, at);
      if (at < 0) return -1;
    } else if (code === open || code === listOpen) depth += 1;
    else if (code === close || code === listClose) {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return -1;
}

function stringEnd(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === backslash) slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return -1;
}
