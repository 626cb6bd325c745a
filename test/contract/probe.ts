import { anonymous } from '#platform/auth/actor.ts';
import { keyOpens } from '#platform/auth/key-limits.rules.ts';
import { covers, isEmptyScope, type Scope } from '#platform/auth/permission.rules.ts';
import { reach } from '#platform/auth/reach.ts';
import { mountedPath, type Route } from '#platform/http/route.contract.ts';
import { sampleBody } from './sample-body.ts';
import type { CanaryRecord, ProbeActor, Scenario } from './scenario.ts';

export interface ProbeReport {
  probes: number;
  routes: Set<string>;
  findings: string[];
}

/** Would end, move or lock the actor's own session; probed as anonymous only, and with a key, which is refused. */
const sessionRoutes = new Set(['session.remove', 'session.switch', 'session.act', 'password.change', 'ownSession.endOthers', 'factor.enrol', 'factor.confirm', 'factor.remove', 'factor.renew']);

/** Every route × every actor × own scope, other scope and other space. The declarations say what must come out. */
export async function probeAll(scenario: Scenario): Promise<ProbeReport> {
  const report: ProbeReport = { probes: 0, routes: new Set(), findings: [] };
  // Reading first: what a write changes must not blur what reading shows.
  const routes = [...scenario.house.product.house.routes].map((entry) => entry.route);
  routes.sort((a, b) => Number(a.method !== 'GET') - Number(b.method !== 'GET'));
  for (const route of routes) {
    for (const actor of scenario.actors) {
      if (sessionRoutes.has(route.id) && actor.cookie !== null) continue;
      for (const target of targetsOf(route, scenario.records)) await probe(scenario, route, actor, target, report);
    }
  }
  return report;
}

/** The records a route can be aimed at; one untargeted probe for lists and creations. */
function targetsOf(route: Route, records: readonly CanaryRecord[]): (CanaryRecord | null)[] {
  const subject = route.subject;
  // What hangs on records has one code for all kinds: one kind that many reach and one that few do.
  if (subject && 'kindParam' in subject) return records.filter((record) => record.kind === 'organisation' || record.kind === 'person');
  const aimed = subject && 'param' in subject ? records.filter((record) => record.kind === subject.kind) : [];
  return aimed.length > 0 ? aimed : [null];
}

async function probe(scenario: Scenario, route: Route, actor: ProbeActor, target: CanaryRecord | null, report: ProbeReport): Promise<void> {
  const ids = knownIds(scenario.records, target);
  const url = `${mountedPath(route).replaceAll(/:([A-Za-z]+)/g, (_match, name: string) => encodeURIComponent(paramValue(route, name, target, ids)))}${queryOf(route, ids)}`;
  const payload = route.body ? sampleBody(route.body, ids) : undefined;
  const isRaw = route.body !== undefined && payload === null;
  const response = await scenario.house.request(actor.cookie, {
    method: route.method,
    url,
    headers: { ...(actor.key ? { authorization: `Bearer ${actor.key.token}` } : {}), ...(route.ifMatch ? { 'if-match': '"v999"' } : {}), ...(isRaw ? { 'content-type': 'text/csv' } : {}) },
    ...(route.body ? { payload: isRaw ? 'name\nprobe\n' : (payload as object) } : {}),
  });
  report.probes += 1;
  report.routes.add(route.id);
  const complain = (what: string): unknown => report.findings.push(`${route.id} as ${actor.label} on ${target?.side ?? 'no record'}: ${what} (${response.statusCode})`);
  const status = response.statusCode;
  if (status >= 500) complain('server error');
  const verdict = expectation(scenario, route, actor, target);
  if (verdict === 'signIn' && status !== 401) complain('expected to be asked to sign in');
  if (verdict === 'hidden' && status !== 404) complain('expected not to find it');
  if (verdict === 'refused' && status !== 403) complain('expected a refusal');
  if (verdict === 'allowed' && [401, 403].includes(status)) complain(`expected to be allowed: ${response.body}`);
  if (verdict === 'allowed' && status === 404 && target && isWholeRecord(route)) complain('expected to find it');
  const seen = scenario.records.filter((record) => response.body.includes(record.canary) && !mayRead(scenario, actor, record));
  for (const record of seen) complain(`shows ${record.canary}`);
}

type Expectation = 'signIn' | 'hidden' | 'refused' | 'allowed' | 'open';

function expectation(scenario: Scenario, route: Route, actor: ProbeActor, target: CanaryRecord | null): Expectation {
  if (actor.key && route.personal) return 'refused';
  if (route.permission === 'anonymous') return 'open';
  if (actor.cookie === null && !actor.key) return 'signIn';
  if (actor.key && !keyOpens(actor.key.limits, roomOf(scenario, route), route.method === 'GET' ? 'read' : 'write')) return 'refused';
  if (route.permission === 'signedIn') return 'open';
  const held = reachOf(scenario, actor, route.permission);
  if (isEmptyScope(held)) return 'refused';
  if (!target) return 'open';
  if (!mayRead(scenario, actor, target)) return 'hidden';
  const { subjects } = scenario.house.product.house.contributions;
  const changes = !route.subject || !('needs' in route.subject) || covers(reachOf(scenario, actor, subjects[target.kind]?.updatePermission ?? ''), target.facts);
  return changes && covers(held, target.facts) ? 'allowed' : 'refused';
}

function roomOf(scenario: Scenario, route: Route): string | undefined {
  const { permissionRooms, routes } = scenario.house.product.house;
  return route.permission === 'signedIn' ? routes.find((entry) => entry.route.id === route.id)?.room : permissionRooms[route.permission];
}

function mayRead(scenario: Scenario, actor: ProbeActor, record: CanaryRecord): boolean {
  if (record.side === 'elsewhere') return false;
  const { contributions } = scenario.house.product.house;
  return covers(reachOf(scenario, actor, contributions.subjects[record.kind]?.readPermission ?? ''), record.facts);
}

function reachOf(scenario: Scenario, actor: ProbeActor, permission: string): Scope {
  const mandates = actor.mandates.map((mandate) => ({ ...mandate, id: '', organisationId: null }));
  return reach(scenario.house.product.house, { ...anonymous, mandates, key: actor.key?.limits ?? null }, permission);
}

/** One id in the path, and it is the record's own. */
function isWholeRecord(route: Route): boolean {
  return (route.path.match(/:/g) ?? []).length === 1;
}

/** Bodies and queries point at the record that is aimed at, else at one of the other scope: the tempting one. */
function knownIds(records: readonly CanaryRecord[], target: CanaryRecord | null): Record<string, string> {
  const tempting = (kind: string): string => records.find((record) => record.kind === kind && record.side === (target?.side ?? 'other'))?.id ?? '';
  const ids = { organisationId: tempting('organisation'), clusterId: tempting('cluster'), placeId: tempting('place'), personId: tempting('person'), postId: tempting('post') };
  return { ...ids, ...target?.attached, otherId: ids.organisationId, mergedId: ids.organisationId, anyId: '00000000-0000-7000-8000-000000000000', territoryId: 'cn:110000', industryId: 'gbt4754:C40', subjectId: ids.organisationId, level: 'provinces', provider: 'registry.organisationCount', q: 'canary', spaceId: '00000000-0000-7000-8000-000000000000', fileName: 'probe.csv', subject: 'space' };
}

function paramValue(route: Route, name: string, target: CanaryRecord | null, ids: Record<string, string>): string {
  const subject = route.subject;
  if (target && subject && 'param' in subject && subject.param === name) return target.id;
  if (target && subject && 'kindParam' in subject && subject.kindParam === name) return target.kind;
  return ids[name] ?? ids['anyId'] ?? '';
}

function queryOf(route: Route, ids: Record<string, string>): string {
  if (!route.query) return '';
  const needed = sampleBody(route.query, ids) as Record<string, unknown>;
  const wanted = Object.entries(needed).map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`);
  if ('q' in route.query.shape) wanted.push('q=canary');
  return wanted.length > 0 ? `?${wanted.join('&')}` : '';
}
