import type { FastifyInstance, InjectOptions } from 'fastify';
import { z } from 'zod';
import { rngFrom, type Rng } from '#kernel/stats/rng.ts';
import { sharedReasons, type Route } from '#platform/http/route.contract.ts';
import type { House } from '#platform/module/collect.ts';
import { fullBody, sampleBody, type KnownIds } from '../contract/sample-body.ts';
import { asText, badTables, badValues, spoil } from './bad-values.ts';

export interface BadInputReport {
  probes: number;
  /** How often each route accepted, by status: an input is worth little where everything stops at the door. */
  statuses: Map<string, Map<number, number>>;
  findings: string[];
}

export interface BadInputScene {
  house: Pick<House, 'routes' | 'reasons'>;
  server: FastifyInstance;
  /** Session of an operator; asked for again whenever a probe has ended it. */
  signIn(): Promise<string>;
  ids: KnownIds;
  /** The version a conditional write should name. */
  versionOf(route: Route): Promise<number>;
  /** What the server wrote to its log about the last failure. */
  lastError(): string;
}

const leak = /node_modules|\bat \/|\.ts:\d|select .* from |insert into|violates|syntax error|invalid input|invalid byte|\bpg_|kysely|postgres/i;

/** Every route with `perRoute` bad inputs as someone who may do everything. The same seed gives the same inputs. */
export async function probeBadInputs(scene: BadInputScene, seed: number, perRoute: number): Promise<BadInputReport> {
  const report: BadInputReport = { probes: 0, statuses: new Map(), findings: [] };
  let cookie = await scene.signIn();
  for (const { route } of inOrder(scene.house.routes)) {
    const rng = rngFrom(seed).fork(route.id);
    for (let turn = 0; turn < perRoute; turn += 1) {
      const options = await badRequest(route, rng, turn, scene);
      // Each from an address of its own: what is probed is not the limit of calls.
      const response = await scene.server.inject({ ...options, remoteAddress: `10.9.${turn}.1`, headers: { 'accept-language': 'en', ...options.headers, cookie } });
      report.probes += 1;
      const counts = report.statuses.get(route.id) ?? new Map<number, number>();
      report.statuses.set(route.id, counts.set(response.statusCode, (counts.get(response.statusCode) ?? 0) + 1));
      for (const fault of faultsOf(route, scene.house, response)) {
        const shown = `${route.id} #${turn}: ${fault}; ${options.method} ${String(options.url).slice(0, 300)} ${JSON.stringify(options.payload)?.slice(0, 600) ?? ''}`;
        report.findings.push(response.statusCode >= 500 ? `${shown} → ${scene.lastError()}` : shown);
      }
      if (response.statusCode < 300 && endsSession.has(route.id)) cookie = await scene.signIn();
    }
  }
  return report;
}

const endsSession = new Set(['session.create', 'session.remove', 'session.switch', 'invitation.accept', 'password.change']);

/** Reading first, taking away last: a record that is gone or merged answers 404 to everything. */
function inOrder(routes: House['routes']): House['routes'] {
  const weight = (route: Route): number => (route.method === 'GET' ? 0 : route.method === 'DELETE' || /archive|merge|split|discard|undo|apply/.test(route.id) ? 2 : 1);
  return routes.toSorted((a, b) => weight(a.route) - weight(b.route));
}

/** Turns go through the parts of a request: the body most often, then query, path and headers. */
async function badRequest(route: Route, rng: Rng, turn: number, scene: BadInputScene): Promise<InjectOptions> {
  const { ids } = scene;
  const badParam = turn % 6 === 5 ? rng.pick(route.path.match(/:[A-Za-z]+/g) ?? ['']) : '';
  const path = route.path.replaceAll(/:([A-Za-z]+)/g, (name, key: string) => (name === badParam ? asText(rng.pick(badValues)) : encodeURIComponent(ids[key] ?? ids['anyId'] ?? '')));
  const headers: Record<string, string> = {};
  if (route.ifMatch && !rng.chance(0.1)) headers['if-match'] = rng.chance(0.1) ? '"v99999999999"' : `"v${await scene.versionOf(route)}"`;
  if (route.method === 'POST' && rng.chance(0.2)) headers['idempotency-key'] = `k-${route.id}-${turn}`;
  return { method: route.method, url: `/api/v1${path}${badQuery(route, rng, turn, ids)}`, ...bodyOf(route, rng, turn, ids, headers), headers };
}

function badQuery(route: Route, rng: Rng, turn: number, ids: KnownIds): string {
  if (!route.query) return '';
  const [needed, every] = [sampleBody(route.query, ids), fullBody(route.query, ids)] as Record<string, unknown>[];
  const names = Object.keys(every ?? {});
  const chosen: Record<string, unknown> = { ...needed };
  if (names.length === 0) chosen[rng.pick(['x', 'id', '__proto__'])] = rng.pick(badValues);
  for (const name of rng.sample(names, rng.whole(1, 3))) chosen[name] = turn % 5 === 0 ? every?.[name] : rng.pick(badValues);
  if (route.csv && rng.chance(0.15)) chosen['format'] = rng.pick(['csv', 'json', 'xml']);
  const parts = Object.entries(chosen).filter(([, value]) => value !== undefined).map(([name, value]) => `${encodeURIComponent(name)}=${asText(value)}`);
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

function bodyOf(route: Route, rng: Rng, turn: number, ids: KnownIds, headers: Record<string, string>): Pick<InjectOptions, 'payload'> {
  if (!route.body) return {};
  if (route.body instanceof z.ZodCustom) {
    headers['content-type'] = 'text/csv';
    return { payload: rng.pick(badTables) };
  }
  headers['content-type'] = 'application/json';
  // A fresh name, so that what is taken once is not taken for ever.
  const own = { ...ids, login: `probe-${route.id.toLowerCase()}-${turn}`, key: `probe${turn}` };
  const good = turn % 2 === 0 ? sampleBody(route.body, own) : fullBody(route.body, own);
  return { payload: JSON.stringify(turn % 6 === 4 ? good : spoil(good, rng)) ?? '' };
}

function faultsOf(route: Route, house: BadInputScene['house'], response: { statusCode: number; body: string; headers: Record<string, unknown> }): string[] {
  const status = response.statusCode;
  if (status >= 500) return [`status ${status}`];
  const type = String(response.headers['content-type'] ?? '');
  if (status < 300) return status === 204 || type.startsWith('text/csv') || isJson(response.body) ? [] : ['an answer that is no JSON'];
  if (!type.startsWith('application/problem+json')) return [`status ${status} is no problem+json`];
  const { reason, detail, status: said } = JSON.parse(response.body) as { reason: string; detail: string; status: number };
  const declared = reason in sharedReasons || route.reasons.includes(reason);
  return [
    ...(house.reasons[reason]?.status === status && said === status ? [] : [`reason ${reason} does not belong to status ${status}`]),
    ...(declared ? [] : [`reason ${reason} is not among those the route declares`]),
    ...(detail && !/platform\.|\{\{|\.reason\./.test(detail) ? [] : [`no words for ${reason}: ${detail}`]),
    ...(leak.test(response.body) ? [`tells of the inside: ${response.body.slice(0, 300)}`] : []),
  ];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
