import { beforeAll, describe, expect, it } from 'vitest';
import { makeServer } from '#platform/http/server.ts';
import { emptyScope } from '#platform/auth/permission.rules.ts';
import type { Action, Context } from '#platform/module/module.ts';
import type { Route } from '#platform/http/route.contract.ts';
import { probeAll, type ProbeReport } from './probe.ts';
import { buildScenario, type Scenario } from './scenario.ts';

describe('rights on every route', () => {
  let scenario: Scenario;
  let report: ProbeReport;

  beforeAll(async () => {
    scenario = await buildScenario();
    report = await probeAll(scenario);
    process.stdout.write(`contract: ${report.probes} probes over ${report.routes.size} routes, ${report.findings.length} findings\n`);
  }, 900_000);

  it('reaches every route', () => {
    expect(report.probes).toBeGreaterThan(scenario.actors.length * 20);
    expect([...report.routes].sort()).toEqual(scenario.house.product.house.routes.map((entry) => entry.route.id).sort());
  });

  it('finds nothing that the declarations do not allow', () => {
    expect(report.findings).toEqual([]);
  });
});

describe('the probe itself', () => {
  /** The same scenario with one handler broken on purpose. */
  async function probeBroken(routeId: string, breakIt: (entry: { route: Route; action: Action<Route> }) => { route: Route; action: Action<Route> }): Promise<string[]> {
    const scenario = await buildScenario();
    const { product } = scenario.house;
    const routes = product.house.routes.filter((entry) => entry.route.id === routeId).map((entry) => ({ ...entry, ...breakIt(entry) }));
    const house = { ...product.house, routes };
    const server = await makeServer({ ...product, house, webFolder: null, secureCookies: false, rateLimitPerMinute: 1e6, checkAnswers: false, log: () => undefined });
    const request: Scenario['house']['request'] = (cookie, options) => server.inject({ ...options, headers: { ...options.headers, ...(cookie ? { cookie } : {}) } });
    return (await probeAll({ ...scenario, house: { ...scenario.house, product: { ...product, house }, request } })).findings;
  }

  it('turns red when a list forgets the scope', async () => {
    const everything = { ...emptyScope(), everything: true };
    const findings = await probeBroken('organisation.list', ({ route, action }) => ({ route, action: (context: Context, input) => action({ ...context, scope: () => everything }, input) }));
    expect(findings.join('\n')).toContain('shows canaryorganisationother');
  }, 120_000);

  it('turns red when a route forgets its subject', async () => {
    const findings = await probeBroken('organisation.get', ({ route, action }) => {
      const { subject: _subject, ...rest } = route;
      return { route: { ...rest, subject: { kind: 'organisation', from: 'list' } }, action };
    });
    expect(findings.length).toBeGreaterThan(0);
  }, 120_000);
});
