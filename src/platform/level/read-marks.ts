import type { FileText } from './file-text.ts';
import { officeTexts } from './office-text.ts';
import { pdfTexts } from './pdf-text.ts';
import { asText } from './plain-text.ts';
import { markInName, markInText, type SecretClass } from './secret-mark.rules.ts';
import { tableTexts } from './table-text.ts';

export interface FoundMark {
  mark: SecretClass;
  place: { kind: 'name' } | { kind: 'line'; line: number } | { kind: 'page'; page: number; line: number } | { kind: 'cell'; sheet: string; cell: string } | { kind: 'part'; part: string; line: number };
}

export interface MarkReport {
  marks: FoundMark[];
  /** What of the content could be read: pictures, scans and locked files cannot, and the reader is told so. */
  read: 'all' | 'none';
}

const starts = (bytes: Uint8Array, ...signs: number[]): boolean => signs.every((sign, index) => bytes[index] === sign);
const mostMarks = 20;

/** Looks for marks of state secrets in a file's name and in everything of it that is text. Nothing of the content leaves. */
export async function marksInFile(bytes: Uint8Array, name: string): Promise<MarkReport> {
  const before = looked.get(bytes);
  if (before?.name === name) return before.report;
  const report = await look(bytes, name);
  looked.set(bytes, { name, report });
  return report;
}

/** The same bytes pass several gates on their way in. */
const looked = new WeakMap<Uint8Array, { name: string; report: MarkReport }>();

async function look(bytes: Uint8Array, name: string): Promise<MarkReport> {
  const named = markInName(name);
  const marks: FoundMark[] = named ? [{ mark: named, place: { kind: 'name' } }] : [];
  const texts = await textsOf(bytes, name);
  for (const { text, place } of texts ?? []) {
    const found = marks.length < mostMarks ? markInText(text) : null;
    if (found) marks.push({ mark: found.mark, place: placeOf(place, found.line) });
  }
  return { marks, read: texts === null ? 'none' : 'all' };
}

function placeOf(place: FileText['place'], line: number): FoundMark['place'] {
  if (place.kind === 'text') return { kind: 'line', line };
  return place.kind === 'cell' ? place : { ...place, line };
}

/** Null where nothing can be read. */
async function textsOf(bytes: Uint8Array, name: string): Promise<FileText[] | null> {
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) return pdfTexts(bytes);
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04)) return officeTexts(bytes);
  const text = asText(bytes);
  if (text === null) return null;
  return tableTexts(text, name) ?? [{ text, place: { kind: 'text' } }];
}
