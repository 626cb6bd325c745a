import { beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '#platform/module/module.ts';
import type { House } from '#platform/module/collect.ts';
import { describeReport, probe, type ProbeReport } from '../../prober/index.ts';
import { testPassword } from '../test-product.ts';
import { probeScene, type ProbeScene } from './scene.ts';

const seed = Number(process.env['CLUSTERLOOM_PROBE_SEED'] ?? 20261122);
const requests = Number(process.env['CLUSTERLOOM_PROBE_REQUESTS'] ?? (process.env['CLUSTERLOOM_LONG'] === '1' ? 20_000 : 5000));
const only = process.env['CLUSTERLOOM_PROBE_ONLY'];

describe('every operation under every kind of request', () => {
  let scene: ProbeScene;
  let report: ProbeReport;

  beforeAll(async () => {
    scene = await probeScene();
    report = await probe({ document: scene.document, hooks: scene.hooks, seed, requests, ...(only ? { only } : {}) });
    process.stdout.write(`prober: ${describeReport(report)}\n`);
  }, 900_000);

  it('is reached, and most of the time behind the door', () => {
    const covered = Object.values(report.operations).filter((operation) => operation.requests > 0);
    process.stdout.write(`prober: ${covered.length} of ${scene.routes} operations covered (${((100 * covered.length) / scene.routes).toFixed(0)} %)\n`);
    if (only) return;
    expect(covered.length).toBe(scene.routes);
    expect(report.requests).toBeGreaterThanOrEqual(requests);
    const reached = covered.filter((operation) => Object.keys(operation.statuses).some((status) => Number(status) < 300));
    expect(reached.length).toBeGreaterThan(scene.routes * 0.6);
  });

  it('answers as documented, never with status 500, and tells nothing of its inside', () => {
    expect(report.findings.map((finding) => `${finding.operation}: ${finding.fault}`)).toEqual([]);
  });
});

describe('the prober turns red', () => {
  type Entry = House['routes'][number];
  const broken = async (id: string, action: (entry: Entry) => Entry['action'], count = 40): Promise<string> => {
    const change = (house: House): House => ({ ...house, routes: house.routes.filter(({ route }) => route.id === id).map((entry) => ({ ...entry, action: action(entry) })) });
    const scene = await probeScene(change);
    return describeReport(await probe({ document: scene.document, hooks: scene.hooks, seed, requests: count, only: id }));
  };

  it('when a handler throws', async () => {
    expect(await broken('person.list', () => () => Promise.reject(new Error('select broken from handler')))).toContain('status 500');
  });

  it('when only one hostile field in a hundred makes it throw, and shows the smallest request', async () => {
    const found = await broken('person.create', ({ action }) => async (context: Context, input) => (JSON.stringify(input.body).includes("'") ? Promise.reject(new Error('quote')) : action(context, input)), 200);
    expect(found).toMatch(/status 500\n {2}POST \/api\/v1\/people /);
    expect(found.split('\n').find((line) => line.includes('--data'))?.length).toBeLessThan(400);
  });

  it('when an answer leaves its schema, or says more than its schema', async () => {
    expect(await broken('person.get', () => async () => ({ ok: true, value: { id: 7 } }))).toContain('does not fit its schema');
    const more: (entry: Entry) => Entry['action'] = ({ action }) => async (context: Context, input) => {
      const result = await action(context, input);
      return result.ok ? { ok: true, value: { ...(result.value as object), passwordHash: 'x' } } : result;
    };
    expect(await broken('person.get', more)).toContain('passwordHash');
  });

  it('when an answer shows a stack, a row or a secret', async () => {
    const saying = (text: string) => broken('person.create', () => async () => ({ ok: false, reason: 'invalidInput', params: { count: 1 }, problems: [{ path: text, reason: 'missing' }] }), 10);
    expect(await saying(new Error('x').stack ?? '')).toContain('shows a stack');
    expect(await saying('DETAIL: Failing row contains (1, 2)')).toContain('shows a row of a table');
    expect(await saying('insert into person values (1)')).toContain('shows SQL');
    expect(await saying(`/home/someone/app and ${testPassword}`)).toMatch(/shows secret number 0; shows a path|shows a path.*shows secret number 0/);
  });

  it('when a reason is not declared', async () => {
    expect(await broken('person.create', () => async () => ({ ok: false, reason: 'lastOperator' }))).toMatch(/not among those the route declares|is not documented/);
  });
});
