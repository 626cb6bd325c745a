import type { Text } from '#platform/i18n/messages.ts';
import { shownName, type Language, type Name } from '#platform/i18n/name.schema.ts';
import { ok, type Result } from '#platform/result/result.rules.ts';
import { safeCell } from './safe-cell.rules.ts';

export const exportLimit = 100_000;

/** Every page of a list, up to the limit; `complete` is false when rows were left out. */
export async function collectList(readPage: (cursor: string | null) => Promise<Result<unknown>>): Promise<Result<{ items: unknown[]; complete: boolean }>> {
  const items: unknown[] = [];
  let cursor: string | null = null;
  do {
    const result = await readPage(cursor);
    if (!result.ok) return result;
    const page = result.value as { items: unknown[]; nextCursor?: string | null };
    items.push(...page.items);
    cursor = page.nextCursor ?? null;
  } while (cursor && items.length < exportLimit);
  return ok({ items, complete: cursor === null });
}

export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
}

/** Reads `territory.name.zh` out of an item. Missing stays empty; a name, or a record that has one, reads in the reader's language. */
export function cellAt(item: unknown, path: string, language: Language): string {
  let value: unknown = item;
  for (const step of path.split('.')) value = value && typeof value === 'object' && Object.hasOwn(value, step) ? (value as Record<string, unknown>)[step] : undefined;
  return cellText(value, language);
}

function cellText(value: unknown, language: Language): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map((part) => cellText(part, language)).join('; ');
  if (typeof value !== 'object') return String(value);
  const parts = value as Record<string, unknown>;
  if (Object.keys(parts).length > 0 && Object.keys(parts).every((key) => key === 'zh' || key === 'en')) return shownName(parts as Name, language).text;
  if ('name' in parts) return cellText(parts['name'], language);
  const words = parts['label'] ?? parts['text'];
  return words === undefined ? JSON.stringify(value) : cellText(words, language);
}

/** Column heads in the reader's language, the path itself where a room has no words for it. */
export function csvHead(columns: readonly string[], room: string, text: Text): string[] {
  return columns.map((column) => {
    const key = `${room}.column.${column}`;
    const head = text(key);
    return head === key ? column : head;
  });
}

/** A CSV of the whole list, with a byte-order mark so that spreadsheet programs read it as UTF-8. */
export function toCsv(items: readonly unknown[], columns: readonly string[], head: readonly string[], language: Language): string {
  return `\uFEFF${csvLine(head)}${items.map((item) => csvLine(columns.map((column) => safeCell(cellAt(item, column, language))))).join('')}`;
}

/** The same with who exported it and when on every row, where the level asks for it. */
export function markedCsv(items: readonly unknown[], columns: readonly string[], head: readonly string[], language: Language, text: Text, mark: { exportedBy: string; exportedAt: string } | null): string {
  if (!mark) return toCsv(items, columns, head, language);
  const names = ['exportedBy', 'exportedAt'];
  return toCsv(items.map((item) => ({ ...(item as object), ...mark })), [...columns, ...names], [...head, ...names.map((name) => text(`platform.export.${name}`))], language);
}

/** Sparse fields: `?fields=id,name` keeps those of an item, or of each item of a list. */
export function pickFields(answer: unknown, fields: readonly string[]): unknown {
  const pick = (item: unknown): unknown => Object.fromEntries(Object.entries(item as Record<string, unknown>).filter(([key]) => fields.includes(key)));
  const page = answer as { items?: unknown[] };
  return Array.isArray(page.items) ? { ...page, items: page.items.map(pick) } : pick(answer);
}
