import type { Language } from '#platform/i18n/name.schema.ts';
import { shownName } from '#platform/i18n/name.schema.ts';
import { text } from '#web/i18n/use-text.ts';
import { formatDate, formatMoment } from '#web/kit/figure/format-figure.ts';
import { roomWord } from './room-words.ts';

/** `organisation.updated` in words; an event without words of its own falls back to its verb, then to its name. */
export function eventText(event: string): string {
  const verb = event.slice(event.indexOf('.') + 1);
  return roomWord('event', event) ?? roomWord('event', verb) ?? event;
}

export function kindText(kind: string): string {
  return roomWord('recordKind', kind) ?? kind;
}

/** Fields are written `name`, `name.zh` or, for one entry of many, `alias.former`. */
export function fieldText(kind: string, field: string): string {
  const stem = field.split('.')[0] ?? field;
  return roomWord('field', `${kind}.${field}`) ?? roomWord('field', field) ?? roomWord('field', `${kind}.${stem}`) ?? roomWord('field', stem) ?? field;
}

const isName = (value: object): value is { zh?: string; en?: string } => Object.keys(value).length > 0 && Object.keys(value).every((key) => key === 'zh' || key === 'en');

function plainText(value: string, field: string, language: Language): string {
  // `state: active` is `<room>.state.active`; a kind of something has its words under that something: `scopeKind: cluster` is `identity.scope.cluster`.
  const word = roomWord(field, value) ?? roomWord(field.replace(/Kind$/, ''), value);
  if (word) return word;
  // What was seen or exported is noted as the route it came by, `person.list`: the kind of record says it.
  if (field === 'operation') return kindText(value.slice(0, value.indexOf('.')));
  if (/^\d{4}-\d{2}-\d{2}T/.test(value)) return formatMoment(value, language);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value, language) : value;
}

/** A stored value as people read it; null where there was none. */
export function valueText(value: unknown, field: string, language: Language): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string') return plainText(value, field, language);
  if (typeof value === 'boolean') return text(value ? 'web.yes' : 'web.no');
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.length === 0 ? null : value.map((each) => valueText(each, field, language) ?? '—').join(text('web.listComma'));
  if (isName(value)) return shownName(value, language).text;
  const parts = Object.entries(value).flatMap(([key, part]) => (isIdField(key) ? [] : (valueText(part, key, language) ?? [])));
  return parts.length === 0 ? null : parts.join(' · ');
}

/** Ids say nothing to a reader; the record's link does. */
const isIdField = (key: string): boolean => key === 'id' || key.endsWith('Id');
