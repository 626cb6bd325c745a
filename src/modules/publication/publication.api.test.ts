import type { InjectOptions } from 'fastify';
import { describe, expect, it } from 'vitest';
import type { Figure, Trace } from '#platform/figure/figure.schema.ts';
import { testProduct } from '../../../test/test-product.ts';
import type { Cockpit, FeedEvent } from './publication.schema.ts';

const house = await testProduct();
const spaceId = await house.newSpace();
await house.addUser(spaceId, 'figures-operator', { role: 'operator', scopeKind: 'space', scopeId: null });
await house.addUser(spaceId, 'figures-foshan', { role: 'territorialOfficer', scopeKind: 'territory', scopeId: 'cn:440600' });
await house.addUser(spaceId, 'figures-reader', { role: 'reader', scopeKind: 'space', scopeId: null });
const operator = await house.signIn('figures-operator');
const foshan = await house.signIn('figures-foshan');
const reader = await house.signIn('figures-reader');

async function done<Body>(cookie: string, method: NonNullable<InjectOptions['method']>, path: string, payload?: object): Promise<Body> {
  const response = await house.request(cookie, { method, url: `/api/v1${path}`, ...(payload ? { payload } : {}) });
  if (response.statusCode >= 300) throw new Error(`${response.statusCode} ${path} ${response.body}`);
  return JSON.parse(response.body || 'null') as Body;
}
const make = (path: string, payload: object) => done<{ id: string }>(operator, 'POST', path, payload);
const figures = async (cookie: string, subject: string) => (await done<{ items: Figure[] }>(cookie, 'GET', `/figures?${subject}`)).items;
const traceOf = (cookie: string, figure: Figure | undefined) => done<Trace>(cookie, 'GET', `/traces/${figure?.trace?.provider}?${new URLSearchParams(figure?.trace?.params)}`);
const named = (items: readonly Figure[], key: string) => items.find((figure) => figure.key === `registry.${key}`);

const cluster = await make('/clusters', { name: { zh: '样例集群', en: 'Sample cluster' }, territories: [{ territoryId: 'cn:440600', scope: 'base' }] });
const open = await make('/organisations', { name: { zh: '样例开放' }, type: 'enterprise', territoryId: 'cn:440605' });
const hidden = await make('/organisations', { name: { zh: '样例不公开' }, type: 'enterprise', visibility: 'internal' });
await make(`/clusters/${cluster.id}/members`, { organisationId: open.id, membershipClass: 'core' });
await make(`/clusters/${cluster.id}/members`, { organisationId: hidden.id });
const former = await make('/organisations', { name: { zh: '样例离开' }, type: 'service', territoryId: 'cn:440605' });
await make(`/clusters/${cluster.id}/members`, { organisationId: former.id, until: '2020-12-31' });
const [official, own] = [await make('/sources', { title: '样例统计', kind: 'officialStatistics' }), await make('/sources', { title: '样例自报', kind: 'selfReported' })];
await done(operator, 'POST', '/attributes', { key: 'revenue', name: { zh: '营业收入', en: 'Revenue' }, unit: 'CNY' });
const about = { subjectKind: 'cluster', subjectId: cluster.id };
const first = await make('/statements', { ...about, attributeKey: 'revenue', value: '3.90', period: '2022', sourceId: official.id });
await make('/statements', { ...about, attributeKey: 'revenue', value: '4', period: '2022', sourceId: own.id });
await make('/compositions', { ...about, title: { zh: '样例构成' }, total: '10', unit: 'unit', sourceId: own.id, parts: [{ label: { zh: '甲' }, value: '4' }, { label: { zh: '乙' }, value: null }] });

describe('figures and their traces', () => {
  it('count what each reader may see, and agree with their traces', async () => {
    for (const [cookie, members] of [[operator, 2], [reader, 1]] as const) {
      const figure = named(await figures(cookie, `subject=cluster&subjectId=${cluster.id}`), 'memberCount');
      expect(figure).toMatchObject({ value: String(members), mark: 'computed' });
      const trace = await traceOf(cookie, figure);
      expect(trace).toMatchObject({ figure: { value: String(members) }, recomputed: true, rowTotals: { counted: members, notCounted: 1 }, method: { id: 'registry.memberCount', version: '1' } });
      expect(trace.rows.filter((row) => row.counted).length).toBe(members);
      expect(trace.rows.find((row) => !row.counted)).toMatchObject({ href: `/organisations/${former.id}`, reason: { en: 'The membership has ended' } });
      expect(JSON.stringify(trace).includes('样例不公开')).toBe(cookie === operator);
    }
  });

  it('show a statement with every other one beside it, and say who reports on themselves', async () => {
    const items = await figures(reader, `subject=cluster&subjectId=${cluster.id}`);
    const revenue = named(items, 'statement.revenue');
    expect(revenue).toMatchObject({ value: '3.90', unit: 'CNY', period: '2022', mark: 'reported', source: '样例统计', label: { en: 'Revenue' } });
    const trace = await traceOf(reader, revenue);
    expect(trace.rowTotals).toEqual({ counted: 1, notCounted: 1 });
    expect(trace.sources.map((source) => source.selfReported)).toEqual([false, true]);
    const whole = await traceOf(reader, items.find((figure) => figure.label.zh === '样例构成'));
    expect(whole).toMatchObject({ recomputed: null, rowTotals: { counted: 1, notCounted: 1 } });
    expect(whole.formula.map((part) => part.value)).toEqual(['4', '4', '10']);
  });

  it('exist for the space, territories, places and organisations', async () => {
    const place = await make('/places', { kind: 'park', name: { zh: '样例园区' }, territoryId: 'cn:440605' });
    expect(named(await figures(reader, 'subject=space'), 'clusterCount')).toMatchObject({ value: '1' });
    for (const subject of ['space', 'territory&subjectId=cn:440000', `place&subjectId=${place.id}`, `organisation&subjectId=${open.id}`]) {
      for (const figure of await figures(reader, `subject=${subject}`)) {
        if (figure.trace) expect((await traceOf(reader, figure)).figure.value).toBe(figure.value);
      }
    }
    const hiddenOne = await house.request(reader, { method: 'GET', url: `/api/v1/figures?subject=organisation&subjectId=${hidden.id}` });
    expect(hiddenOne.statusCode).toBe(404);
    expect((await house.request(reader, { method: 'GET', url: '/api/v1/traces/registry.nothing' })).statusCode).toBe(404);
  });
});

describe('what changed and what waits', () => {
  it('shows changes only of records the reader may see, and names nobody hidden', async () => {
    const all = await done<{ items: FeedEvent[]; nextCursor: string | null }>(reader, 'GET', '/feed?limit=200');
    expect(all.items.some((event) => event.subject.id === hidden.id)).toBe(false);
    expect(JSON.stringify(all)).not.toContain('样例不公开');
    expect(all.items.some((event) => event.event === 'cluster.memberAdded' && JSON.stringify(event.changes).includes('样例开放'))).toBe(true);
    const page = await done<{ items: FeedEvent[]; nextCursor: string }>(reader, 'GET', '/feed?limit=2');
    const next = await done<{ items: FeedEvent[] }>(reader, 'GET', `/feed?limit=2&cursor=${page.nextCursor}`);
    expect([...page.items, ...next.items].map((event) => event.id)).toEqual(all.items.slice(0, 4).map((event) => event.id));
    const one = await done<{ items: FeedEvent[] }>(operator, 'GET', `/feed?subjectKind=organisation&subjectId=${hidden.id}`);
    expect(one.items.map((event) => event.event)).toEqual(['organisation.created']);
  });

  it('asks those who keep a record to decide, to place members and to name a cluster organisation', async () => {
    const keys = async (cookie: string) => (await done<Cockpit>(cookie, 'GET', '/cockpit')).waiting.map((item) => item.key.split('.')[1]);
    expect(await keys(operator)).toEqual(['dispute', 'unplaced', 'withoutMain']);
    expect(await keys(foshan)).toEqual(['dispute', 'withoutMain']);
    expect(await keys(reader)).toEqual([]);
    await done(foshan, 'POST', `/statements/${first.id}/choice`, { reason: '样例：统计口径' });
    expect(await keys(foshan)).toEqual(['withoutMain']);
  });

  it('puts the cockpit together and claims no all-clear', async () => {
    const cockpit = await done<Cockpit>(reader, 'GET', '/cockpit');
    expect(cockpit.warnings).toEqual({ state: 'noSource', items: [] });
    expect(cockpit.figures.map((figure) => figure.key)).toContain('registry.organisationCount');
    expect(cockpit.changes.length).toBeGreaterThan(0);
  });
});

describe('search', () => {
  it('finds records of every kind within what the reader may see', async () => {
    const kindsOf = async (q: string) => (await done<{ groups: { kind: string; hits: { href: string }[] }[] }>(reader, 'GET', `/search?q=${encodeURIComponent(q)}`)).groups.map((group) => group.kind);
    expect(await kindsOf('ylj')).toContain('cluster');
    expect(await kindsOf('佛山')).toContain('territory');
    expect(await kindsOf('仪器仪表')).toContain('industry');
    expect(await kindsOf('样例不公开')).toEqual([]);
  });
});
