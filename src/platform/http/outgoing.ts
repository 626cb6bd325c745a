import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { request as requestPlain, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP } from 'node:net';
import { allowedHosts, mayConnect } from './address-guard.ts';

export type OutgoingReason = 'badAddress' | 'innerAddress' | 'unknownHost' | 'tooManyRedirects' | 'answerTooLarge' | 'timeout' | 'unreachable';

/** A call that was not made or not finished. `reason` is a stable code; the message names the host, never the whole address. */
export class OutgoingRefused extends Error {
  readonly reason: OutgoingReason;
  constructor(reason: OutgoingReason, host: string, cause?: unknown) {
    super(`${reason}: ${host}`, cause === undefined ? undefined : { cause });
    this.name = 'OutgoingRefused';
    this.reason = reason;
  }
}

export interface OutgoingOptions {
  method?: string;
  headers?: HeadersInit;
  body?: BodyInit | null;
  signal?: AbortSignal | null;
  /** Each hop of a redirect is checked like the first; a write is never sent on. `manual` hands the redirect itself back. */
  redirect?: 'follow' | 'manual' | 'error';
  /** Hosts inside the own network that may be called: `Config.allowHosts`. */
  allowHosts?: readonly string[];
  timeoutMs?: number;
  maxBytes?: number;
  /** For tests: how a name becomes addresses. */
  resolve?: (host: string) => Promise<readonly LookupAddress[]>;
}

const most = { timeoutMs: 10_000, maxBytes: 1_048_576, redirects: 3 } as const;
const dropped = ['authorization', 'cookie', 'proxy-authorization'];

/**
 * `fetch` for addresses that somebody typed in: webhooks, sign-in providers, gateways. Refuses everything that ends
 * inside the own network unless the installation allows it, resolves a name once and connects to that very address
 * (an answer that changes between check and connection gains nothing), bounds time and size. Throws OutgoingRefused.
 */
export async function safeFetch(target: string | URL, options: OutgoingOptions = {}): Promise<Response> {
  const signal = AbortSignal.any([AbortSignal.timeout(options.timeoutMs ?? most.timeoutMs), ...(options.signal ? [options.signal] : [])]);
  const given = new Request('http://body.invalid/', { method: options.method ?? 'GET', headers: options.headers ?? {}, body: options.body ?? null });
  const body = given.body ? Buffer.from(await given.arrayBuffer()) : null;
  const headers = new Headers(given.headers);
  let url = readUrl(target);
  for (let hops = 0; ; hops += 1) {
    const answer = await callOnce(url, given.method, headers, body, options, signal);
    const next = isRedirect(answer.status) ? answer.headers.get('location') : null;
    if (next === null || options.redirect === 'manual') return answer;
    const mayFollow = options.redirect !== 'error' && (given.method === 'GET' || given.method === 'HEAD');
    if (!mayFollow || hops >= most.redirects) throw new OutgoingRefused('tooManyRedirects', url.host);
    const before = url;
    url = readUrl(next, before);
    if (before.protocol === 'https:' && url.protocol !== 'https:') throw new OutgoingRefused('badAddress', url.host);
    if (url.origin !== before.origin) for (const name of dropped) headers.delete(name);
  }
}

/** The same with the installation's options fixed, in the shape of `fetch` for libraries that take one. */
export function safeFetchWith(fixed: Pick<OutgoingOptions, 'allowHosts' | 'timeoutMs' | 'maxBytes'>): (target: string | URL, options?: OutgoingOptions) => Promise<Response> {
  return (target, options) => safeFetch(target, { ...options, ...fixed });
}

const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);

function readUrl(target: string | URL, base?: URL): URL {
  const text = String(target);
  if (!URL.canParse(text, base)) throw new OutgoingRefused('badAddress', '?');
  const url = new URL(text, base);
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') throw new OutgoingRefused('badAddress', url.host);
  return url;
}

async function callOnce(url: URL, method: string, headers: Headers, body: Buffer | null, options: OutgoingOptions, signal: AbortSignal): Promise<Response> {
  const addresses = await checkedAddresses(url, options, signal);
  const pinned: RequestOptions['lookup'] = (_host, how, done) => (how.all ? done(null, [...addresses]) : done(null, addresses[0]?.address ?? '', addresses[0]?.family));
  const send = url.protocol === 'https:' ? requestSecure : requestPlain;
  const sent = { ...Object.fromEntries(headers), 'accept-encoding': 'identity', ...(body ? { 'content-length': String(body.length) } : {}) };
  const message = await new Promise<IncomingMessage>((resolve, reject) => {
    // `agent: false`: a connection that is kept open would be taken again without asking where it leads.
    const request = send(url, { method, headers: sent, lookup: pinned, agent: false, signal }, resolve);
    request.on('error', (error) => reject(failureOf(url, signal, error)));
    request.end(body ?? undefined);
  });
  const bytes = await readBounded(message, url, options.maxBytes ?? most.maxBytes, signal);
  const status = message.statusCode ?? 502;
  const empty = method === 'HEAD' || [101, 204, 205, 304].includes(status);
  return new Response(empty ? null : new Uint8Array(bytes), { status, headers: Object.entries(message.headers).flatMap(([name, value]) => [value ?? []].flat().map((one): [string, string] => [name, one])) });
}

async function readBounded(message: IncomingMessage, url: URL, maxBytes: number, signal: AbortSignal): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of message as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes) throw new OutgoingRefused('answerTooLarge', url.host);
      chunks.push(chunk);
    }
  } catch (error) {
    message.destroy();
    throw error instanceof OutgoingRefused ? error : failureOf(url, signal, error);
  }
  return Buffer.concat(chunks);
}

const failureOf = (url: URL, signal: AbortSignal, error: unknown): OutgoingRefused => new OutgoingRefused(signal.aborted ? 'timeout' : 'unreachable', url.host, error);

/** Every address of the name must pass: one bad among good ones is how rebinding begins. */
export async function checkedAddresses(url: URL, options: OutgoingOptions, signal: AbortSignal): Promise<readonly LookupAddress[]> {
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  const allowed = allowedHosts(options.allowHosts ?? []);
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  const family = isIP(host);
  const addresses = family ? [{ address: host, family }] : await resolveInTime(host, options.resolve ?? resolveBySystem, url, signal);
  if (addresses.length === 0) throw new OutgoingRefused('unknownHost', url.host);
  if (!addresses.every(({ address }) => mayConnect(address, allowed.hasName(host, port), allowed))) throw new OutgoingRefused('innerAddress', url.host);
  return addresses;
}

async function resolveInTime(host: string, resolve: (host: string) => Promise<readonly LookupAddress[]>, url: URL, signal: AbortSignal): Promise<readonly LookupAddress[]> {
  const late = new Promise<never>((_done, reject) => signal.addEventListener('abort', () => reject(new OutgoingRefused('timeout', url.host)), { once: true }));
  const found = resolve(host).catch((error: unknown) => {
    throw new OutgoingRefused('unknownHost', url.host, error);
  });
  return Promise.race([found, late]);
}

function resolveBySystem(host: string): Promise<LookupAddress[]> {
  return new Promise((resolve, reject) => systemLookup(host, { all: true, verbatim: true }, (error, found) => (error ? reject(error) : resolve(found))));
}
