import { columnIndex, type SheetRow } from './sheet-rows.ts';
import { attribute } from './xml-tokens.ts';
import { unpacked, type ZipPart } from './zip-file.ts';

export interface MergedArea {
  top: number;
  bottom: number;
  left: number;
  right: number;
}
const mostAreas = 200_000;

/**
 * The merged areas of a sheet. They stand behind its rows, so the part is unpacked once to its end, which also shows
 * whether it is whole, before the first row is believed.
 */
export async function readMergedAreas(path: string, part: ZipPart): Promise<MergedArea[]> {
  const areas: MergedArea[] = [];
  let isBehind = false;
  let rest = Buffer.alloc(0);
  for await (const chunk of unpacked(path, part)) {
    const bytes = Buffer.concat([rest, chunk]);
    let from = 0;
    if (!isBehind) {
      from = bytes.indexOf('/sheetData>');
      if (from < 0) from = bytes.indexOf(':sheetData>');
      if (from < 0) from = bytes.indexOf('<sheetData/>');
      isBehind = from >= 0;
    }
    if (isBehind && areas.length < mostAreas) collect(bytes.subarray(from).toString('latin1'), areas);
    const kept = isBehind ? bytes.lastIndexOf('>') + 1 : Math.max(0, bytes.length - 16);
    rest = Buffer.from(bytes.subarray(Math.max(kept, bytes.length - 4096)));
  }
  return areas;
}

function collect(text: string, areas: MergedArea[]): void {
  for (const [, attributes = ''] of text.matchAll(/<(?:\w+:)?mergeCell\s([^>]*)>/gu)) {
    const [start = '', end = start] = (attribute(attributes, 'ref') ?? '').split(':');
    const area = { top: rowOf(start), bottom: rowOf(end), left: columnIndex(start), right: columnIndex(end) };
    if (area.top > 0 && area.bottom >= area.top && area.left >= 0 && area.right >= area.left) areas.push(area);
  }
}

const rowOf = (place: string): number => Number(/\d+$/u.exec(place)?.[0] ?? 0);

/** Repeats the value of a cell merged downwards in the rows it covers: a person sees it in all of them. */
export class MergedCells {
  readonly #byTop = new Map<number, MergedArea[]>();
  #active: { area: MergedArea; text: string }[] = [];
  repeated = 0;

  constructor(areas: readonly MergedArea[], headerRow: number) {
    for (const area of areas) {
      if (area.top <= headerRow || area.bottom === area.top) continue;
      const list = this.#byTop.get(area.top);
      if (list) list.push(area);
      else this.#byTop.set(area.top, [area]);
    }
  }

  fill(row: SheetRow): void {
    if (this.#byTop.size === 0) return;
    this.#active = this.#active.filter(({ area }) => area.bottom >= row.rowNumber);
    for (const { area, text } of this.#active) {
      if ((row.cells[area.left] ?? '') !== '') continue;
      while (row.cells.length < area.left) row.cells.push('');
      row.cells[area.left] = text;
    }
    for (const area of this.#byTop.get(row.rowNumber) ?? []) {
      const text = row.cells[area.left] ?? '';
      if (text === '') continue;
      this.#active.push({ area, text });
      this.repeated += 1;
    }
  }
}
