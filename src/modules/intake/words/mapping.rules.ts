import { fold } from '#kernel/text/fold.ts';
import { suggestMapping, type MappedField } from './import.rules.ts';

/** A mapping as it is remembered: the folded header → its field; null where the column was left out on purpose. */
export type RememberedFields = Readonly<Record<string, string | null>>;
export interface Remembered {
  id: string;
  number: number;
  fields: RememberedFields;
  /** Field → what was said once for the whole file. */
  constants: Readonly<Record<string, string>>;
  usedAt: string;
  fileName: string;
}
export interface Suggestion {
  mapping: (string | null)[];
  /** Why each column got what it got; null where nothing is suggested. */
  by: ('memory' | 'hint' | null)[];
  constants: Record<string, string>;
  learned: Remembered | null;
}

/** Two files of one source count as alike when they share this part of their headers. */
export const alikeFrom = 0.6;

const headerKey = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '');
/** `2025年产值` and `2026年产值` are the same column of two years. */
const looseKey = (key: string): string => key.replace(/\p{N}+/gu, '#');

export function fieldsToRemember(headers: readonly string[], mapping: readonly (string | null)[]): RememberedFields {
  return Object.fromEntries(headers.map((header, index) => [headerKey(header), mapping[index] ?? null]));
}

export function signatureOf(headers: readonly string[]): string {
  return [...new Set(headers.map(headerKey))].toSorted().join('\n');
}

/** The shared part of both sets of headers, numbers inside of them aside: 1 for the same headers in any order, 0 for none. */
export function alikeness(headers: readonly string[], fields: RememberedFields): number {
  const here = new Set(headers.map((header) => looseKey(headerKey(header))));
  const there = new Set(Object.keys(fields).map(looseKey));
  const shared = [...here].filter((key) => there.has(key)).length;
  return shared / Math.max(1, here.size + there.size - shared);
}

/**
 * What each column most likely fills. The mapping used last for a file like this one goes before what the headers alone
 * suggest; a column that it does not know is suggested by its header.
 */
export function suggestColumns(headers: readonly string[], fields: readonly (MappedField & { hints: readonly string[] })[], remembered: readonly Remembered[]): Suggestion {
  const alike = remembered.map((each) => ({ each, score: alikeness(headers, each.fields) })).filter(({ score }) => score >= alikeFrom);
  const learned = alike.toSorted((a, b) => b.score - a.score || b.each.usedAt.localeCompare(a.each.usedAt))[0]?.each ?? null;
  const known = new Map(fields.map((field) => [field.key, field]));
  const loose = new Map(Object.entries(learned?.fields ?? {}).map(([key, field]) => [looseKey(key), field]));
  const used = new Set<string>();
  const take = (field: string | null | undefined): string | null | undefined => {
    if (field === undefined || field === null) return field;
    if (!known.has(field) || (used.has(field) && !known.get(field)?.repeats)) return undefined;
    used.add(field);
    return field;
  };
  const exact = headers.map((header) => take(learned?.fields[headerKey(header)]));
  const recalled = headers.map((header, index) => (exact[index] === undefined ? take(loose.get(looseKey(headerKey(header)))) : exact[index]));
  const open = headers.map((header, index) => (recalled[index] === undefined ? header : ''));
  const hinted = suggestMapping(open, fields.filter(({ key, repeats }) => !used.has(key) && !(repeats && used.has(repeats.unless))));
  const mapping = headers.map((_, index) => recalled[index] ?? hinted[index] ?? null);
  return {
    mapping,
    constants: Object.fromEntries(Object.entries(learned?.constants ?? {}).filter(([field]) => known.get(field)?.perFile && !mapping.includes(field))),
    by: headers.map((_, index) => (recalled[index] ? 'memory' : hinted[index] ? 'hint' : null)),
    learned,
  };
}
