import { beforeAll, describe, expect, it } from 'vitest';
import { makeServer } from '#platform/http/server.ts';
import type { Route } from '#platform/http/route.contract.ts';
import type { House } from '#platform/module/collect.ts';
import { testProduct } from '../test-product.ts';
import { probeBadInputs, type BadInputReport, type BadInputScene } from './bad-input.ts';
import { makeRecords } from './probe-records.ts';

const seed = Number(process.env['CLUSTERLOOM_PROBE_SEED'] ?? 20261122);
const perRoute = Number(process.env['CLUSTERLOOM_PROBE_TURNS'] ?? 12);
const recordPaths: Readonly<Record<string, string>> = { organisationId: '/organisations/', clusterId: '/clusters/', placeId: '/places/', listId: '/lists/', programmeId: '/programmes/', personId: '/people/', batchId: '/import-batches/' };

/** The product with one record of each kind and an operator; `change` may break a handler. */
async function buildScene(change: (house: House) => House = (house) => house): Promise<BadInputScene> {
  const product = await testProduct();
  await product.addUser(await product.newSpace(), 'operator', { role: 'operator', scopeKind: 'space', scopeId: null });
  const cookie = await product.signIn('operator');
  const ids = await makeRecords(product, cookie);
  const house = change(product.product.house);
  const lines: Record<string, unknown>[] = [];
  const server = await makeServer({ ...product.product, house, webFolder: null, secureCookies: false, rateLimitPerMinute: 1e6, checkAnswers: true, log: (line) => lines.push(line) });
  const versionOf = async (route: Route): Promise<number> => {
    const param = Object.keys(recordPaths).find((name) => route.path.includes(`:${name}`));
    const response = param ? await product.request(cookie, { method: 'GET', url: `/api/v1${recordPaths[param]}${ids[param]}` }) : null;
    return Number(response?.json().version ?? 1);
  };
  const lastError = (): string => String(lines.at(-1)?.['message']).slice(0, 800);
  return { house, server, ids, signIn: () => product.signIn('operator'), versionOf, lastError };
}

describe('bad input on every route', () => {
  let scene: BadInputScene;
  let report: BadInputReport;

  const reached = (): string[] => [...report.statuses].filter(([, counts]) => [...counts.keys()].some((status) => status < 300)).map(([id]) => id);

  beforeAll(async () => {
    scene = await buildScene();
    report = await probeBadInputs(scene, seed, perRoute);
    process.stdout.write(`bad input: ${report.probes} probes over ${report.statuses.size} routes (seed ${seed}), ${reached().length} routes reached their action, ${report.findings.length} findings\n`);
  }, 600_000);

  it('reaches every route, and the action behind most', () => {
    expect(report.probes).toBe(scene.house.routes.length * perRoute);
    expect(report.probes).toBeGreaterThan(500);
    expect(reached().length).toBeGreaterThan(scene.house.routes.length * 0.7);
  });

  it('is answered with a clear refusal, never with a failure of the server', () => {
    expect(report.findings).toEqual([]);
  });
});

describe('the probe itself', () => {
  const only = (id: string, change: (entry: House['routes'][number]) => House['routes'][number]) => (house: House): House => ({ ...house, routes: house.routes.filter(({ route }) => route.id === id).map(change) });

  it('turns red when a handler fails', async () => {
    const scene = await buildScene(only('person.list', (entry) => ({ ...entry, action: () => Promise.reject(new Error('select broken from handler')) })));
    const { findings } = await probeBadInputs(scene, seed, 20);
    expect(findings.join('\n')).toContain('status 500');
  }, 60_000);

  it('turns red when an answer leaves its schema, and when a reason is not declared', async () => {
    const scene = await buildScene(only('person.get', (entry) => ({ ...entry, action: async (context, input) => (input.query ? entry.action(context, input) : { ok: true, value: { id: 7 } }) })));
    expect((await probeBadInputs(scene, seed, 6)).findings.join('\n')).toContain('does not fit its schema');
    const refusing = await buildScene(only('person.create', (entry) => ({ ...entry, action: async () => ({ ok: false, reason: 'lastOperator' }) })));
    expect((await probeBadInputs(refusing, seed, 12)).findings.join('\n')).toContain('not among those the route declares');
  }, 60_000);
});
