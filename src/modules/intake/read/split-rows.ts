import type { TextDialect } from './text-dialect.ts';

const quote = 34;

/** Splits text that arrives in parts into rows of cells, word for word. Its structure was checked before. */
export class RowSplitter {
  readonly #delimiter: number;
  readonly #feed: number;
  #rest = '';

  constructor({ delimiter, feed }: Pick<TextDialect, 'delimiter' | 'feed'>) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#feed = feed.charCodeAt(0);
  }

  /** The rows that are complete by now. */
  take(part: string): string[][] {
    return this.#split(this.#rest + part, false);
  }

  /** The last row, where no line feed ends it. */
  end(): string[][] {
    return this.#rest === '' ? [] : this.#split(this.#rest, true);
  }

  #split(text: string, isLast: boolean): string[][] {
    const rows: string[][] = [];
    let cells: string[] = [];
    let from = 0;
    for (let at = 0; ; ) {
      const end = text.charCodeAt(at) === quote ? this.#quotedEnd(text, at) : this.#bareEnd(text, at);
      if (end < 0 || end >= text.length) {
        if (isLast) cells.push(cellOf(text.slice(at)));
        break;
      }
      const isRowEnd = text.charCodeAt(end) === this.#feed;
      const stop = isRowEnd && this.#feed === 10 && end > at && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
      cells.push(cellOf(text.slice(at, stop)));
      at = end + 1;
      if (!isRowEnd) continue;
      rows.push(cells);
      cells = [];
      from = at;
      if (at >= text.length) break;
    }
    this.#rest = isLast ? '' : text.slice(from);
    if (isLast) rows.push(cells);
    return rows;
  }

  #bareEnd(text: string, from: number): number {
    for (let at = from; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === this.#delimiter || code === this.#feed) return at;
    }
    return -1;
  }

  #quotedEnd(text: string, from: number): number {
    let at = text.indexOf('"', from + 1);
    while (at >= 0 && text.charCodeAt(at + 1) === quote) at = text.indexOf('"', at + 2);
    return at < 0 ? -1 : this.#bareEnd(text, at + 1);
  }
}

/** What stands between the quotes, doubled ones made single; a cell that does not begin with a quote is as it is. */
function cellOf(raw: string): string {
  if (raw.charCodeAt(0) !== quote) return raw;
  const inner = raw.slice(1, raw.lastIndexOf('"'));
  return inner.includes('"') ? inner.replaceAll('""', '"') : inner;
}
