import { isUtf8 } from 'node:buffer';
import { unfinished } from '../decode-parts.ts';
import { UnreadableFile } from '../unreadable-file.ts';

/** No tag of a workbook is longer. */
const longestTag = 1024 * 1024;

/** Who listens to the parts of a document. Names come without their namespace. */
export interface XmlListener {
  open(name: string, attributes: string, isEmpty: boolean): void;
  close(name: string): void;
  /** With entities resolved; only called between tags that the listener asked for by `wantsText`. */
  text(value: string): void;
  wantsText(): boolean;
}

/** The part of XML that spreadsheets write, a good deal faster than a full parser. Document types are refused: entities can explode. */
export class XmlTokens {
  readonly #listener: XmlListener;
  readonly #part: string;
  #rest = '';
  #depth = 0;
  #hasRoot = false;

  constructor(listener: XmlListener, part: string) {
    this.#listener = listener;
    this.#part = part;
  }

  take(chunk: string): void {
    const text = this.#rest === '' ? chunk : this.#rest + chunk;
    let at = 0;
    while (at < text.length) {
      const next = text.charCodeAt(at) === 60 ? this.#tag(text, at) : this.#run(text, at);
      if (next < 0) break;
      at = next;
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > longestTag) throw this.#broken();
  }

  end(): void {
    if (this.#depth !== 0 || !this.#hasRoot || this.#rest.trim() !== '') throw this.#broken();
  }

  #broken(): UnreadableFile {
    return new UnreadableFile('workbookBroken', { part: this.#part });
  }

  #run(text: string, at: number): number {
    const next = text.indexOf('<', at);
    const end = next < 0 ? wholeEnd(text, at) : next;
    if (end <= at) return -1;
    if (this.#listener.wantsText()) this.#listener.text(resolve(text.slice(at, end)));
    return end;
  }

  /** Where the tag that begins here ends; negative while it has not arrived whole. */
  #tag(text: string, at: number): number {
    const mark = text.charCodeAt(at + 1);
    if (mark === 33) return this.#declaration(text, at);
    if (mark === 63) return after(text, '?>', at);
    const end = tagEnd(text, at);
    if (end < 0) return -1;
    if (mark === 47) {
      this.#depth -= 1;
      if (this.#depth < 0) throw this.#broken();
      this.#listener.close(local(text.slice(at + 2, end).trimEnd()));
      return end + 1;
    }
    const isEmpty = text.charCodeAt(end - 1) === 47;
    let nameEnd = at + 1;
    for (let code = text.charCodeAt(nameEnd); nameEnd < end && code > 32 && code !== 47; code = text.charCodeAt(nameEnd)) nameEnd += 1;
    const name = local(text.slice(at + 1, nameEnd));
    if (name === '') throw this.#broken();
    this.#hasRoot = true;
    this.#listener.open(name, text.slice(nameEnd, isEmpty ? end - 1 : end), isEmpty);
    if (isEmpty) this.#listener.close(name);
    else this.#depth += 1;
    return end + 1;
  }

  #declaration(text: string, at: number): number {
    if (text.startsWith('<!--', at)) return after(text, '-->', at + 4);
    if (text.startsWith('<![CDATA[', at)) {
      const end = text.indexOf(']]>', at + 9);
      if (end >= 0 && this.#listener.wantsText()) this.#listener.text(text.slice(at + 9, end));
      return end < 0 ? -1 : end + 3;
    }
    if (text.length - at < 9) return -1;
    throw this.#broken();
  }
}

/** Text without a tag behind it may be told as far as no entity is cut in two. */
function wholeEnd(text: string, from: number): number {
  const entity = text.lastIndexOf('&');
  return entity >= from && entity > text.length - 12 && !text.includes(';', entity) ? entity : text.length;
}

const after = (text: string, mark: string, from: number): number => {
  const end = text.indexOf(mark, from);
  return end < 0 ? -1 : end + mark.length;
};

/** The `>` that ends a tag; one inside of a quoted attribute does not. */
function tagEnd(text: string, from: number): number {
  const end = text.indexOf('>', from);
  if (end < 0) return -1;
  let quote = 0;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === 62) return at;
  }
  return -1;
}

const local = (name: string): string => (name.includes(':') ? name.slice(name.indexOf(':') + 1) : name);

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function resolve(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w+);/giu, (all, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? all;
    const point = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
  });
}

/** The value of an attribute out of the raw text of a tag; undefined when it is not there. Namespaces are overlooked. */
export function attribute(raw: string, name: string): string | undefined {
  for (let at = raw.indexOf(name); at >= 0; at = raw.indexOf(name, at + 1)) {
    const before = raw.charCodeAt(at - 1);
    if (before > 32 && before !== 58) continue;
    const after = at + name.length;
    const mark = raw.charCodeAt(after + 1);
    if (raw.charCodeAt(after) === 61 && (mark === 34 || mark === 39)) {
      const end = raw.indexOf(mark === 34 ? '"' : "'", after + 2);
      return end < 0 ? undefined : resolve(raw.slice(after + 2, end));
    }
    const spaced = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/u.exec(raw.slice(after));
    if (spaced) return resolve(spaced[1] ?? spaced[2] ?? '');
  }
  return undefined;
}

/** Text of a document out of its bytes. Spreadsheets write UTF-8; anything else is damage. */
export async function readXml(bytes: AsyncIterable<Buffer>, listener: XmlListener, part: string): Promise<void> {
  const tokens = new XmlTokens(listener, part);
  for await (const text of xmlText(bytes, part)) tokens.take(text);
  tokens.end();
}

export async function* xmlText(bytes: AsyncIterable<Buffer>, part: string): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0);
  let isFirst = true;
  for await (const chunk of bytes) {
    const joined = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const whole = joined.subarray(0, joined.length - unfinished(joined));
    if (!isUtf8(whole)) throw new UnreadableFile('workbookBroken', { part });
    yield isFirst && whole[0] === 0xef && whole[1] === 0xbb ? whole.toString('utf8', 3) : whole.toString('utf8');
    isFirst = false;
    rest = Buffer.from(joined.subarray(whole.length));
  }
  if (rest.length > 0) throw new UnreadableFile('workbookBroken', { part });
}
