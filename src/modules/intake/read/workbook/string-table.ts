import type { ZipPart } from './zip-file.ts';
import { shown, unpacked } from './zip-file.ts';
import { readXml, type XmlListener } from './xml-tokens.ts';

const slabBytes = 4 * 1024 * 1024;
/** Strings that many cells share, such as the name of a city, are made once. */
const recent = 4096;
const longestRecent = 100;

/** The strings that cells of a workbook share, held as bytes: millions of JavaScript strings would take several times the room. */
export class StringTable {
  readonly #slabs: Buffer[] = [];
  #used = slabBytes;
  #starts = new Float64Array(1024);
  #lengths = new Uint32Array(1024);
  #count = 0;
  readonly #recentAt = new Int32Array(recent).fill(-1);
  readonly #recentText: string[] = [];

  add(text: string): void {
    const length = Buffer.byteLength(text);
    if (this.#slabs.length === 0 || this.#used + length > slabBytes) {
      this.#slabs.push(Buffer.allocUnsafeSlow(Math.max(slabBytes, length)));
      this.#used = 0;
    }
    this.#slabs.at(-1)?.write(text, this.#used);
    if (this.#count === this.#lengths.length) this.#grow();
    this.#starts[this.#count] = (this.#slabs.length - 1) * 2 ** 32 + this.#used;
    this.#lengths[this.#count] = length;
    this.#used += length;
    this.#count += 1;
  }

  /** Undefined beyond the end: a cell that points there belongs to a damaged file. */
  get(index: number): string | undefined {
    if (!(index >= 0 && index < this.#count)) return undefined;
    const slot = index % recent;
    if (this.#recentAt[slot] === index) return this.#recentText[slot];
    const place = this.#starts[index] ?? 0;
    const from = place % 2 ** 32;
    const text = this.#slabs[Math.floor(place / 2 ** 32)]?.toString('utf8', from, from + (this.#lengths[index] ?? 0)) ?? '';
    if (text.length > longestRecent) return text;
    this.#recentAt[slot] = index;
    this.#recentText[slot] = text;
    return text;
  }

  #grow(): void {
    const [starts, lengths] = [new Float64Array(this.#count * 2), new Uint32Array(this.#count * 2)];
    starts.set(this.#starts);
    lengths.set(this.#lengths);
    this.#starts = starts;
    this.#lengths = lengths;
  }
}

/** Rich text is the text of its runs; reading aids above the letters (`rPh`) are not part of it. */
export class TextRuns {
  value = '';
  #inText = false;
  #inAid = 0;

  open(name: string, isEmpty: boolean): void {
    if (name === 'rPh' && !isEmpty) this.#inAid += 1;
    if (name === 't') this.#inText = !isEmpty && this.#inAid === 0;
  }
  close(name: string): void {
    if (name === 'rPh') this.#inAid = Math.max(0, this.#inAid - 1);
    if (name === 't') this.#inText = false;
  }
  get wants(): boolean {
    return this.#inText;
  }
  take(): string {
    const text = this.value;
    this.value = '';
    return unescaped(text);
  }
}

/** `_x000D_` is how a workbook writes a character that XML cannot hold. */
function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  const plain = text.replace(/_x([0-9a-f]{4})_/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return plain.replace(/\r\n/gu, '\n');
}

export async function readStrings(path: string, part: ZipPart | undefined, cellBytes: number): Promise<StringTable> {
  const table = new StringTable();
  if (!part) return table;
  const runs = new TextRuns();
  const listener: XmlListener = {
    open: (name, _, isEmpty) => runs.open(name, isEmpty),
    close: (name) => {
      runs.close(name);
      if (name !== 'si') return;
      table.add(runs.take());
    },
    // What is too long is cut off one letter beyond the limit: the cell that shows it is refused by its place.
    text: (value) => {
      runs.value += value.slice(0, Math.max(0, cellBytes + 1 - runs.value.length));
    },
    wantsText: () => runs.wants,
  };
  await readXml(unpacked(path, part), listener, shown(part.name));
  return table;
}
