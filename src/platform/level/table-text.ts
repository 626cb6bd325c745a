import Papa from 'papaparse';
import type { FileText } from './file-text.ts';

/** Without one of these pairs there is nothing to look for, and a long table need not be taken apart. */
const hint = /[秘祕机機绝絕絶]\s{0,8}密/u;

/** Cells of a table kept as text, addressed as a spreadsheet would; null where the text is no table. */
export function tableTexts(text: string, name: string): FileText[] | null {
  if (!/\.(?:csv|tsv|tab)$/iu.test(name) && !(text.split('\n', 3)[0] ?? '').includes('\t')) return null;
  if (!hint.test(text)) return [];
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/u, ''), { skipEmptyLines: false });
  return data.flatMap((cells, row) => cells.flatMap((cell, column) => (hint.test(cell) ? [{ text: cell, place: { kind: 'cell' as const, sheet: '', cell: `${columnName(column)}${row + 1}` } }] : [])));
}

/** 0 → A, 25 → Z, 26 → AA. */
function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}
