import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { Readable } from 'node:stream';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import staticFiles from '@fastify/static';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { z } from 'zod';
import { anonymous, type Actor } from '#platform/auth/actor.ts';
import { credentialOf, type Credential } from '#platform/auth/credential.ts';
import { databaseTrouble } from '#platform/db/database-error.ts';
import type { SpooledFile } from '#platform/files/spooled-file.ts';
import type { StorageWatch } from '#platform/storage/storage-watch.ts';
import { chooseLanguage, type Text } from '#platform/i18n/messages.ts';
import { notReadyWords, type Readiness } from '#platform/health/readiness.ts';
import type { Language } from '#platform/i18n/name.schema.ts';
import type { Action } from '#platform/module/module.ts';
import type { Failure, FieldProblem, Result } from '#platform/result/result.rules.ts';
import { collectList, csvHead, markedCsv, pickFields } from './export-list.ts';
import { entityTag, isUnchanged } from './entity-tag.ts';
import { exportView } from '#platform/level/export-request.ts';
import { passExport } from '#platform/level/pass-export.ts';
import { levelOfAnswer } from '#platform/level/level.rules.ts';
import { readJsonBody, type UnreadableBody } from './json-body.ts';
import { limitSending, spool, spoolConfig, takeFileBodies } from './request-body.ts';
import { redactedLine } from '#platform/log/redact.ts';
import { serveMetrics, type MetricsParts } from './metrics.ts';
import { noteActor, observe, TrafficCount, type RequestLine } from './observe.ts';
import { openApi } from './openapi.ts';
import { problemPage } from '#platform/page-template/render-page.ts';
import { problemBody } from './problem.ts';
import { mountedPath, type FileAnswer, type Route } from './route.contract.ts';
import { gate, readRoute, runRoute, type Call, type Runtime } from './run-route.ts';
import { sendFile, sendProblemPage } from './send-file.ts';
import { knownFields } from './view-fields.ts';

export const sessionCookie = 'clusterloom_session';

export interface ServerParts extends Runtime {
  texts(language: Language): Text;
  resolveActor(credential: Credential | null): Promise<Actor>;
  readiness: Readiness;
  /** A line for each request; nowhere unless told. */
  requestLine?: (line: RequestLine) => void;
  metrics?: MetricsParts;
  /** Whether the disk takes what is written; it does where nobody watches. */
  storage?: StorageWatch;
  /** Folder of the built web application; null serves the API alone. */
  webFolder: string | null;
  secureCookies: boolean;
  rateLimitPerMinute: number;
  /** Checks every answer against its schema. On in tests; costs half the throughput of big lists. */
  checkAnswers: boolean;
  log: (line: Record<string, unknown>) => void;
  patience?: Partial<Patience>;
}

/** Frames, scripts and connections from anywhere else are refused; the picture libraries need inline styles. */
const contentSecurityPolicy = {
  directives: {
    defaultSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    workerSrc: ["'self'", 'blob:'],
    fontSrc: ["'self'", 'data:'],
    objectSrc: ["'none'"],
    frameAncestors: ["'none'"],
    baseUri: ["'self'"],
    formAction: ["'self'"],
    upgradeInsecureRequests: null,
  },
};

/** How long a caller may take, so that slow ones do not hold connections: to say its headers, its whole request, or nothing at all. */
export interface Patience {
  headersMs: number;
  requestMs: number;
  quietMs: number;
  checkMs: number;
}
/** Even a file of the largest size that comes over a slow line ends within this. */
const longestMs = 6 * 3_600_000;
const patience: Patience = { headersMs: 15_000, requestMs: 180_000, quietMs: 200_000, checkMs: 5000 };

export async function makeServer(parts: ServerParts): Promise<FastifyInstance> {
  const thrown = (error: Error, request: FastifyRequest, reply: FastifyReply): unknown => sendThrown(parts, error, request, reply);
  const { headersMs, requestMs, quietMs, checkMs } = { ...patience, ...parts.patience };
  const app = Fastify({ requestTimeout: longestMs, connectionTimeout: quietMs, http: { headersTimeout: headersMs, connectionsCheckingInterval: checkMs }, bodyLimit: 262_144, trustProxy: 'loopback', genReqId: () => randomUUID(), routerOptions: { maxParamLength: 200 }, logger: false, frameworkErrors: thrown });
  const traffic = new TrafficCount();
  observe(app, parts.house.routes.map(({ route }) => route), parts.requestLine, traffic);
  const callers = new Callers();
  await app.register(helmet, { contentSecurityPolicy, strictTransportSecurity: parts.secureCookies });
  await app.register(cookie);
  await app.register(compress, { global: true, threshold: 1024 });
  const isStatic = (request: FastifyRequest): boolean => !request.url.startsWith('/api/');
  await app.register(rateLimit, { global: true, max: parts.rateLimitPerMinute, timeWindow: '1 minute', keyGenerator: (request) => callers.keyOf(request), allowList: isStatic });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_request: FastifyRequest, body: Buffer) => readJsonBody(body));
  takeFileBodies(app);
  limitSending(app, requestMs);
  app.setErrorHandler(thrown);
  app.get('/healthz', async () => ({ state: 'alive' }));
  app.get('/readyz', async (_request, reply) => {
    const reason = await parts.readiness.read();
    return reply.code(reason ? 503 : 200).header('cache-control', 'no-store').send(reason ? { state: 'notReady', reason, ...notReadyWords[reason] } : { state: 'ready' });
  });
  if (parts.metrics) serveMetrics(app, traffic, parts.metrics);
  const document = openApi(parts.house.routes.map((entry) => entry.route), parts.house.reasons);
  app.get('/api/openapi.json', async () => document);
  for (const entry of parts.house.routes) {
    app.route({
      method: entry.route.method,
      url: mountedPath(entry.route),
      ...(entry.route.bodyLimit ? { bodyLimit: entry.route.bodyLimit, onRequest: (request: FastifyRequest, reply: FastifyReply) => refuseStrangers(parts, entry.route, request, reply) } : {}),
      config: { ...spoolConfig(entry.route), ...(entry.route.perMinute ? { rateLimit: { max: Math.min(entry.route.perMinute, parts.rateLimitPerMinute), keyGenerator: (request: FastifyRequest) => callers.placeOf(request) } } : {}) },
      handler: (request, reply) => answer(parts, callers, entry, request, reply),
    });
  }
  await serveWeb(app, parts);
  return app;
}

const tokenOf = (request: FastifyRequest): Credential | null => credentialOf(request.headers.authorization, request.cookies[sessionCookie]);

/** Counts calls by session or key once it has proved real, by address before: an invented one must not open a new count. */
class Callers {
  readonly #real = new Set<string>();
  keyOf(request: FastifyRequest): string {
    const token = tokenOf(request)?.token;
    return token && this.#real.has(token) ? token : this.placeOf(request);
  }
  /** One line has a whole IPv6 network of addresses to itself. */
  placeOf(request: FastifyRequest): string {
    return request.ip.split(':').slice(0, 4).join(':');
  }
  note(token: string | null, actor: Actor): void {
    if (!token) return;
    if (actor.accountId === null) this.#real.delete(token);
    else if (this.#real.size < 50_000) this.#real.add(token);
    else this.#real.clear();
  }
}

async function serveWeb(app: FastifyInstance, parts: ServerParts): Promise<void> {
  const folder = parts.webFolder && existsSync(parts.webFolder) ? parts.webFolder : null;
  if (folder) {
    await app.register(staticFiles, { root: folder, wildcard: true, index: 'index.html', maxAge: 0, preCompressed: true, setHeaders: (response, path) => {
      if (/\/assets\//.test(path)) response.header('cache-control', 'public, max-age=31536000, immutable');
    } });
  }
  const patterns = parts.house.routes.map(({ route }) => ({ method: route.method, pattern: new RegExp(`^${mountedPath(route).replaceAll(/:[A-Za-z]+/g, '[^/]+')}$`) }));
  app.setNotFoundHandler((request, reply) => {
    const isPage = folder && request.method === 'GET' && !request.url.startsWith('/api/') && !/\.[a-z0-9]{2,5}(\?|$)/i.test(request.url);
    if (isPage) return reply.type('text/html').header('cache-control', 'no-cache').sendFile('index.html');
    const path = request.url.split('?')[0] ?? '';
    const offered = new Set(patterns.filter(({ pattern }) => pattern.test(path)).flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method])));
    if (offered.size === 0) return sendFailure(parts, { ok: false, reason: 'notFound' }, request, reply);
    return sendFailure(parts, { ok: false, reason: 'methodNotAllowed' }, request, reply.header('allow', [...offered].join(', ')));
  });
}

/** Nobody fills the memory with megabytes before saying who they are. */
async function refuseStrangers(parts: ServerParts, route: Route, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  if (route.permission === 'anonymous' || (await parts.resolveActor(tokenOf(request))).accountId) return undefined;
  return sendFailure(parts, { ok: false, reason: 'signInRequired' }, request, reply);
}

function languageOf(request: FastifyRequest, actor?: Actor): Language {
  const wish = (request.query as Record<string, unknown> | undefined)?.['lang'];
  return chooseLanguage(typeof wish === 'string' ? wish : null, request.cookies?.['clusterloom_lang'], actor?.language, request.headers['accept-language']);
}

async function answer(parts: ServerParts, callers: Callers, entry: { room: string; route: Route; action: Action<Route> }, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { route } = entry;
  if (crossSite(request)) return sendFailure(parts, { ok: false, reason: 'notAllowed' }, request, reply);
  if (request.body !== undefined && route.body && (request.body instanceof Uint8Array || request.body instanceof Readable) !== isRaw(route)) return sendFailure(parts, { ok: false, reason: 'unsupportedType' }, request, reply);
  const shut = storageRefusal(parts, route);
  if (shut) return sendFailure(parts, shut, request, reply);
  const credential = tokenOf(request);
  let actor = anonymous;
  const meet = (found: Actor): Language => {
    actor = found;
    callers.note(credential?.token ?? null, actor);
    noteActor(request, actor);
    return languageOf(request, actor);
  };
  const { format, fields, lang: _lang, ...query } = { ...(request.query as Record<string, unknown>) };
  const wrong = viewProblem(route, format, fields);
  const wantsCsv = route.csv && (format === 'csv' || (format === undefined && request.headers.accept?.startsWith('text/csv')));
  const exports = wantsCsv || (route.csv && format === 'json');
  const isPlainRead = route.method === 'GET' && credential !== null && !wrong && !exports;
  if (!isPlainRead) meet(await parts.resolveActor(credential));
  if (wrong) return sendFailure(parts, { ok: false, reason: 'invalidInput', params: { count: 1 }, problems: [wrong] }, request, reply, actor);
  const call = {
    params: request.params,
    query,
    body: request.body,
    ifMatch: request.headers['if-match'],
    idempotencyKey: header(request, 'idempotency-key'),
    device: { ip: request.ip, userAgent: request.headers['user-agent'] ?? null },
  };
  const setSession = (given: string | null, expiresAt?: Date): void => {
    const options = { path: '/', httpOnly: true, sameSite: 'lax' as const, secure: parts.secureCookies };
    if (given) void reply.setCookie(sessionCookie, given, { ...options, ...(expiresAt ? { expires: expiresAt } : {}) });
    else void reply.clearCookie(sessionCookie, options);
  };
  const run = (given: Call): Promise<Result<unknown>> => runRoute(parts, entry, given, actor, languageOf(request, actor), setSession);
  if (exports) return exportAll(parts, entry, run, { ...call, exporting: true }, actor, languageOf(request, actor), wantsCsv ? 'csv' : 'json', request, reply);
  const read = (): Promise<Result<unknown>> => (isPlainRead ? readRoute(parts, entry, call, credential, meet, setSession) : run(call));
  const result = route.spool ? await withFile(parts, entry, actor, request, reply, (file) => run({ ...call, body: file })) : await read();
  if (!result.ok) return sendFailure(parts, result, request, reply, actor);
  void reply.code(route.status ?? 200).header('cache-control', 'no-store').header('content-language', languageOf(request, actor)).header('x-data-level', levelOfAnswer(route, result.value));
  if (parts.checkAnswers) checkAnswer(route, result.value);
  if (route.answer) return sendFile(route, result.value as FileAnswer, reply);
  if (route.status === 204) return reply.send();
  const shown = typeof fields === 'string' ? pickFields(result.value, fields.split(',')) : result.value;
  return sendJson(route, shown ?? null, (result.value as { version?: unknown } | null)?.version, request, reply);
}

/** Nobody fills the disk before it is known that they may; what was not kept goes away with the answer. */
async function withFile(parts: ServerParts, entry: { room: string; route: Route }, actor: Actor, request: FastifyRequest, reply: FastifyReply, work: (file: SpooledFile) => Promise<Result<unknown>>): Promise<Result<unknown>> {
  const refused = gate(parts.house, entry, actor);
  const file = refused ?? (await spool(parts.installation.files, request, parts.installation.importLimits.bytes));
  if (!file.ok) {
    // Who is still sending what nobody wants is told so, and let go.
    void reply.header('connection', 'close');
    return file;
  }
  try {
    return await work(file.value);
  } finally {
    await file.value.drop();
  }
}

function sendJson(route: Route, value: unknown, version: unknown, request: FastifyRequest, reply: FastifyReply): unknown {
  const text = JSON.stringify(value);
  if (route.method === 'GET') {
    const tag = entityTag(version, text);
    void reply.header('etag', tag);
    if (isUnchanged(request.headers['if-none-match'], tag)) return reply.code(304).send();
  } else if (typeof version === 'number') void reply.header('etag', entityTag(version));
  return reply.type('application/json').send(text);
}

const isRaw = (route: Route): boolean => route.body instanceof z.ZodCustom;

/** What a reader may ask about the form of the answer: `format` of a list, `fields` of any reading route. */
function viewProblem(route: Route, format: unknown, fields: unknown): FieldProblem | null {
  if (format !== undefined && !route.csv) return { path: 'query.format', reason: 'unknownField' };
  if (format !== undefined && format !== 'csv' && format !== 'json') return { path: 'query.format', reason: 'notAmong', params: { values: 'csv, json' } };
  if (fields === undefined) return null;
  if (route.method !== 'GET') return { path: 'query.fields', reason: 'unknownField' };
  const known = knownFields(route);
  const isKnown = typeof fields === 'string' && fields.split(',').every((field) => known.includes(field));
  return isKnown ? null : { path: 'query.fields', reason: 'notAmong', params: { values: known.join(', ') } };
}

/** Browsers name the page that sends a write; one from elsewhere is refused whatever cookie it carries. */
function crossSite(request: FastifyRequest): boolean {
  const origin = request.headers.origin;
  if (request.method === 'GET' || request.method === 'HEAD') return false;
  if (!origin) return request.headers['sec-fetch-site'] === 'cross-site';
  if (!URL.canParse(origin)) return true;
  const { protocol, host } = new URL(origin);
  const own = `${protocol}//${request.host}`;
  return !URL.canParse(own) || new URL(own).host !== host;
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function checkAnswer(route: Route, value: unknown): void {
  const parsed = route.out.safeParse(value);
  if (!parsed.success) throw new Error(`answer of ${route.id} does not fit its schema: ${z.prettifyError(parsed.error)}`);
}

async function exportAll(
  parts: ServerParts,
  entry: { room: string; route: Route },
  run: (call: Call) => Promise<Result<unknown>>,
  call: Call & { query: Record<string, unknown> },
  actor: Actor,
  language: Language,
  format: 'csv' | 'json',
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const list = await collectList((cursor) => run({ ...call, query: { ...call.query, ...('limit' in (entry.route.query?.shape ?? {}) ? { limit: '200' } : {}), ...(cursor ? { cursor } : {}) } }));
  if (!list.ok) return sendFailure(parts, list, request, reply);
  const { items, complete } = list.value;
  // A program may make a table of the JSON: it then says so, and that is what is agreed to and audited.
  const form = header(request, 'x-export-form') === 'csv' ? 'csv' : format;
  const passed = await passExport(parts, entry.route, actor, exportView(entry.route.id, call.params, call.query, form), items);
  if (!passed.ok) return sendFailure(parts, passed, request, reply, actor);
  const { mark, level } = passed.value;
  const columns = entry.route.csv ?? [];
  const name = `${entry.route.id.replaceAll('.', '-')}.${format}`;
  void reply.header('content-disposition', `attachment; filename="${name}"`).header('cache-control', 'no-store').header('x-clusterloom-complete', complete ? 'true' : 'false').header('x-data-level', level);
  if (format === 'json') return reply.type('application/json').send({ ...mark, ...(mark ? { level } : {}), items });
  return reply.type('text/csv; charset=utf-8').send(markedCsv(items, columns, csvHead(columns, entry.room, parts.texts(language)), language, parts.texts(language), mark));
}

function sendFailure(parts: ServerParts, failure: Failure, request: FastifyRequest, reply: FastifyReply, actor?: Actor): unknown {
  const known = parts.house.reasons[failure.reason] ?? { status: 500, messageKey: 'platform.reason.unexpected' };
  const language = languageOf(request, actor ?? anonymous);
  const body = problemBody(parts.texts(language), known.status, failure.reason, known.messageKey, request.id, failure.params, failure.problems);
  if (known.status === 503) void reply.header('retry-after', '5');
  void reply.header('content-language', language).header('cache-control', 'no-store');
  if (isPage(parts, request)) return sendProblemPage(problemPage({ language, problem: body, way: wayOn(parts.texts(language), known.status, request.url) }), known.status, reply);
  return reply.code(known.status).type('application/problem+json').send(body);
}

const isPage = (parts: ServerParts, request: FastifyRequest): boolean => parts.house.routes.some(({ route }) => route.answer === 'page' && route.path === request.routeOptions.url);

function wayOn(text: Text, status: number, url: string): { href: string; label: string } {
  if (status === 401) return { href: `/sign-in?next=${encodeURIComponent(url)}`, label: text('platform.page.signIn') };
  return { href: '/', label: text('platform.page.home') };
}

const reasonOfStatus: Readonly<Record<number, string>> = { 400: 'invalidInput', 404: 'notFound', 413: 'bodyTooLarge', 414: 'notFound', 415: 'unsupportedType', 429: 'tooManyRequests', 431: 'invalidInput' };

const reasonOfTrouble = { unavailable: 'notReady', timeout: 'tookTooLong', full: 'storageFull', readOnly: 'storageReadOnly' } as const;
const storageReasons = { good: null, full: 'storageFull', readOnly: 'storageReadOnly' } as const;

/** Signing in and out still goes: it needs next to nothing, and reading needs it. */
function storageRefusal({ storage }: ServerParts, route: Route): Failure | null {
  if (!storage || route.method === 'GET' || route.permission === 'anonymous' || route.path === '/session') return null;
  const reason = storageReasons[storage.state()];
  return reason ? { ok: false, reason } : null;
}

/** What Fastify or a broken request threw, as one of the shared reasons; anything unknown is logged and told without detail. */
function sendThrown(parts: ServerParts, error: Error & { statusCode?: number; code?: string; problem?: UnreadableBody['problem'] }, request: FastifyRequest, reply: FastifyReply): unknown {
  const trouble = databaseTrouble(error);
  const reason = error.code === 'FST_ERR_BAD_URL' ? 'notFound' : (reasonOfStatus[error.statusCode ?? 500] ?? (trouble ? reasonOfTrouble[trouble] : 'unexpected'));
  if (trouble === 'full' || trouble === 'readOnly') parts.storage?.look();
  if (reason === 'unexpected' || (trouble && reason === reasonOfTrouble[trouble])) parts.log({ level: 'error', reference: request.id, route: request.routeOptions.url, ...redactedLine({ error })['error'] as object });
  const problems = reason === 'invalidInput' ? [error.problem ?? { path: 'body', reason: 'notReadable' }] : undefined;
  return sendFailure(parts, { ok: false, reason, params: { count: 1 }, problems }, request, reply);
}
