import type { Operation } from './document.ts';
import { isJson, type Change, type Draft } from './draft.ts';
import { Known } from './from-schema.ts';
import { rawBodies, rawFiles } from './hostile.ts';
import type { ProbeHooks, ProbeRequest } from './hooks.ts';
import type { Pools } from './pools.ts';

const longestTarget = 12_000;

/** The request that a draft means now: ids filled in, changes made, everything encoded. */
export function render(draft: Draft, operation: Operation, pools: Pools, hooks: ProbeHooks): ProbeRequest {
  const context = pools.contextOf(operation, draft.record);
  const parts = applied(draft, (known) => context[known.name] ?? pools.valueOf(known));
  const headers: Record<string, string> = { accept: 'application/json' };
  const body = bodyOf(draft, parts.body, hooks, headers);
  return { method: draft.method, target: `${pathOf(operation, draft, context)}${queryOf(parts.query)}`, headers: { ...headers, ...draft.headers }, body };
}

function pathOf(operation: Operation, draft: Draft, context: Readonly<Record<string, string>>): string {
  const names = operation.path.match(/\{[^}]+\}/g) ?? [];
  const struck = draft.segment && names.length > 0 ? names[draft.segment.at % names.length] : null;
  const path = operation.path.replaceAll(/\{([^}]+)\}/g, (whole, name: string) => (whole === struck ? (draft.segment?.raw ?? '') : encodeURIComponent(context[name] ?? '00000000-0000-7000-8000-000000000000')));
  return draft.segment && struck === null ? `${path}/${draft.segment.raw}` : path;
}

function queryOf(query: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : (Array.isArray(value) ? value.slice(0, 50) : [value]).map((one) => `${asText(name)}=${asText(one)}`)));
  return pairs.length > 0 ? `?${pairs.join('&')}`.slice(0, longestTarget).replace(/%[0-9A-F]?$/, '') : '';
}

/** As a browser would put it into an address; half a surrogate pair has no encoding. */
function asText(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return encodeURIComponent((text ?? '').slice(0, 3000).replaceAll(/\p{Cs}/gu, '\uFFFD'));
}

function bodyOf(draft: Draft, body: unknown, hooks: ProbeHooks, headers: Record<string, string>): Uint8Array | null {
  if (draft.contentType === null) {
    if (body === undefined) return null;
    headers['content-type'] = 'application/json';
    return new TextEncoder().encode(JSON.stringify(body));
  }
  headers['content-type'] = draft.contentType;
  if (!isJson(draft.contentType)) {
    const sound = hooks.files?.[draft.contentType] ?? hooks.files?.['*'] ?? [];
    return pick(draft.kind === 'raw' || sound.length === 0 ? rawFiles : sound, draft.raw ?? 0);
  }
  const text = JSON.stringify(body) ?? '';
  if (draft.kind !== 'raw') return text === '' ? null : new TextEncoder().encode(text);
  const { body: bytes, type } = pick(rawBodies, draft.raw ?? 0)(text);
  if (type) headers['content-type'] = type;
  return bytes;
}

const pick = <Item>(list: readonly Item[], at: number): Item => list[at % list.length] as Item;

interface Place {
  holder: Record<string, unknown> | unknown[];
  key: string | number;
}

function placesOf(value: unknown): Place[] {
  if (value === null || typeof value !== 'object') return [];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.flatMap((key) => [{ holder: value as Place['holder'], key }, ...placesOf((value as Record<string | number, unknown>)[key])]);
}

/** A copy of query and body with the draft's changes, and with the values that are known only now. */
function applied(draft: Draft, valueOf: (known: Known) => string): { query: Record<string, unknown>; body: unknown } {
  const parts = filled(draft.parts, valueOf) as { query: Record<string, unknown>; body: unknown };
  for (const change of draft.changes) applyOne(parts, change);
  return parts;
}

function filled(value: unknown, valueOf: (known: Known) => string): unknown {
  if (value instanceof Known) return valueOf(value);
  if (Array.isArray(value)) return value.map((part) => filled(part, valueOf));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, filled(part, valueOf)]));
}

function applyOne(parts: { query: Record<string, unknown>; body: unknown }, { how, place, name, value: given }: Change): void {
  // A copy: the next change may strike inside of it, and the list of hostile values is everybody's.
  const value = structuredClone(given);
  if (how === 'add') {
    const objects = [parts.query, ...(isObject(parts.body) ? [parts.body, ...placesOf(parts.body).map(({ holder }) => holder).filter(isObject)] : [])];
    const holder = objects[objects.length - 1 - (place % objects.length)] ?? parts.query;
    Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
    return;
  }
  const places = [...placesOf(parts.query), ...(parts.body === undefined ? [] : [{ holder: parts as unknown as Record<string, unknown>, key: 'body' }, ...placesOf(parts.body)])];
  const struck = places[place % Math.max(1, places.length)];
  if (!struck) return;
  if (how === 'remove' && !Array.isArray(struck.holder)) delete struck.holder[String(struck.key)];
  else (struck.holder as Record<string | number, unknown>)[struck.key] = value;
}

const isObject = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value);
