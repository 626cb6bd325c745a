import { mountedPath, type Route, type RouteAnswer, type RouteBody, type RouteParams, type RouteQuery } from '#platform/http/route.contract.ts';
import { contentLanguage } from '#web/i18n/language.ts';
import { levels, type Level } from '#platform/level/level.schema.ts';
import { Problem } from './problem.ts';
import type { ProblemBody } from './problem.ts';

type Part<Name extends string, Value> = [Value] extends [undefined]
  ? { [N in Name]?: undefined }
  : object extends Value
    ? { [N in Name]?: Value }
    : { [N in Name]: Value };

export type CallInput<R extends Route> = Part<'params', RouteParams<R>> &
  Part<'query', RouteQuery<R>> &
  Part<'body', RouteBody<R>> & {
    /** The version that was read, on conditional writes. */
    ifMatch?: number | undefined;
    idempotencyKey?: string | undefined;
    signal?: AbortSignal | undefined;
  };

interface LooseInput {
  params?: Record<string, unknown> | undefined;
  query?: Record<string, unknown> | undefined;
  body?: unknown;
  ifMatch?: number | undefined;
  idempotencyKey?: string | undefined;
  signal?: AbortSignal | undefined;
}

export function routeUrl(route: Route, input: { params?: object | undefined; query?: object | undefined } = {}): string {
  const params = (input.params ?? {}) as Record<string, unknown>;
  const path = mountedPath(route).replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '')));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(input.query ?? {})) {
    if (value === undefined || value === null || value === '') continue;
    for (const each of Array.isArray(value) ? value : [value]) search.append(name, String(each));
  }
  const tail = search.toString();
  return `${path}${tail ? `?${tail}` : ''}`;
}

async function readProblem(response: Response): Promise<Problem> {
  const body = (await response.json().catch(() => ({}))) as ProblemBody;
  return new Problem(response.status, { title: response.statusText, ...body });
}

function headersOf(input: LooseInput): Headers {
  const headers = new Headers({ accept: 'application/json', 'accept-language': contentLanguage() });
  if (input.body !== undefined) headers.set('content-type', 'application/json');
  if (input.ifMatch !== undefined) headers.set('if-match', `"v${input.ifMatch}"`);
  if (input.idempotencyKey) headers.set('idempotency-key', input.idempotencyKey);
  return headers;
}

export interface Answer<Data> {
  data: Data;
  /** Version of the record, out of its ETag; null when the answer has none. */
  version: number | null;
  /** The level of data in it. */
  level: Level | null;
}

/** Calls a route and keeps the version that came with the answer. Throws a `Problem` for everything but success. */
export async function callWithVersion<R extends Route>(route: R, input: CallInput<R>): Promise<Answer<RouteAnswer<R>>> {
  const loose = input as LooseInput;
  const init: RequestInit = { method: route.method, headers: headersOf(loose), credentials: 'same-origin', signal: loose.signal ?? null };
  if (loose.body !== undefined) init.body = JSON.stringify(loose.body);
  const response = await fetch(routeUrl(route, loose), init).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Problem(0, { reason: 'offline' });
  });
  if (!response.ok) throw await readProblem(response);
  const tag = /^(?:W\/)?"v(\d+)/.exec(response.headers.get('etag') ?? '');
  const data = response.status === 204 ? undefined : await response.json();
  return { data: data as RouteAnswer<R>, version: tag ? Number(tag[1]) : null, level: levelIn(response) };
}

const levelIn = (response: Response): Level | null => levels.find((level) => level === response.headers.get('x-data-level')) ?? null;

export interface ExportedList {
  items: unknown[];
  /** Set where the level asks for it: who took the list out and when. */
  exportedBy?: string;
  exportedAt?: string;
  level?: string;
}

/** A whole list through the export's gate: counted, audited, and refused above the free level until somebody agreed. */
export async function callExport(route: Route, input: LooseInput, form: 'csv' | 'json'): Promise<ExportedList> {
  const headers = headersOf(input);
  headers.set('x-export-form', form);
  const response = await fetch(routeUrl(route, { ...input, query: { ...input.query, format: 'json' } }), { headers, credentials: 'same-origin' }).catch(() => {
    throw new Problem(0, { reason: 'offline' });
  });
  if (!response.ok) throw await readProblem(response);
  return (await response.json()) as ExportedList;
}

export async function call<R extends Route>(route: R, input: CallInput<R>): Promise<RouteAnswer<R>> {
  return (await callWithVersion(route, input)).data;
}
