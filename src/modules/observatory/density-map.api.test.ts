import { beforeAll, describe, expect, it } from 'vitest';
import { testProduct } from '../../../test/test-product.ts';
import type { KDensity } from './words/k-density.schema.ts';
import type { DensityMap, MapSite } from './words/map.schema.ts';

const house = await testProduct();
const spaceId = await house.newSpace();
await house.addUser(spaceId, 'map-operator', { role: 'operator', scopeKind: 'space', scopeId: null });
await house.addUser(spaceId, 'map-reader', { role: 'reader', scopeKind: 'space', scopeId: null });
const operator = await house.signIn('map-operator');
const reader = await house.signIn('map-reader');

async function call<Body = Record<string, unknown>>(cookie: string | null, url: string, payload?: object): Promise<{ status: number; body: Body }> {
  const response = await house.request(cookie, { method: payload ? 'POST' : 'GET', url: `/api/v1${url}`, ...(payload ? { payload } : {}) });
  return { status: response.statusCode, body: (response.body ? JSON.parse(response.body) : null) as Body };
}
const map = async (cookie: string, query: string): Promise<DensityMap> => {
  const { status, body } = await call<DensityMap>(cookie, `/density-map?${query}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
};
type Page = { items: MapSite[]; total: number; nextCursor: string | null };

let made = 0;
async function organisation(longitude: number | null, latitude: number | null, more: object = {}): Promise<string> {
  made += 1;
  const sites = [{ kind: 'plant', territoryId: 'cn:440605', longitude, latitude, datum: 'wgs84', address: null }];
  const { status, body } = await call<{ id: string }>(operator, '/organisations', { name: { zh: `样例机构${made}` }, type: 'enterprise', industryId: 'gbt4754:C40', territoryId: 'cn:440605', visibility: 'open', sites, ...more });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body.id;
}

let registered: string;
beforeAll(async () => {
  const town: string[] = [];
  for (let at = 0; at < 9; at += 1) town.push(await organisation(113.02 + 0.003 * (at % 3), 23.02 + 0.003 * Math.floor(at / 3)));
  const far = await organisation(113.2, 22.9, { industryId: 'gbt4754:C36' });
  await organisation(null, null);
  await organisation(116.4, 39.9);
  await organisation(113.014, 23.016, { visibility: 'internal', name: { zh: '样例内部机构' } });
  registered = (await call<{ id: string }>(operator, '/clusters', { name: { zh: '样例集群' }, territories: [{ territoryId: 'cn:440600', scope: 'base' }] })).body.id;
  for (const organisationId of [town[0], town[1], far]) await call(operator, `/clusters/${registered}/members`, { organisationId });
});

describe('the cluster map', () => {
  it('finds what stands close together, whatever the borders, and says what is in it', async () => {
    const found = await map(operator, `eps=800&minPts=4&clusterId=${registered}`);
    expect(found).toMatchObject({ total: 13, scattered: 1, omitted: { withoutPin: 1, outside: 1, beyondCap: 0 }, method: { id: 'dbscan', eps: 800, minPts: 4 } });
    expect(found.points.ids).toHaveLength(11);
    const [cluster, ...more] = found.clusters;
    expect(more).toEqual([]);
    expect(cluster).toMatchObject({ number: 1, sites: 10, organisations: 10, trades: [{ id: 'gbt4754:C', count: 10 }], territories: [{ id: 'cn:440605', count: 10 }], registered: [{ id: registered, count: 2, located: 3 }] });
    expect(cluster?.boundary).toHaveLength(1);
    expect(cluster?.area).toBeGreaterThan(0.5);
    expect(found.registered).toEqual([{ id: registered, name: { zh: '样例集群' }, located: 3, inside: 2, densityClusters: 1 }]);
    expect(found.points.members.filter(Boolean)).toHaveLength(3);
    expect(found.places.ids).toEqual([]);
    expect(found.method.suggestedEps).toBeGreaterThan(100);
  });

  it('tells trades apart one level below the one chosen, and takes another method', async () => {
    expect((await map(operator, 'industryId=gbt4754:C&eps=800&minPts=4')).trades.map(({ id, count }) => [id, count])).toEqual([['gbt4754:C40', 10], ['gbt4754:C36', 1]]);
    expect((await map(operator, 'method=hdbscan&minPts=4')).method).toMatchObject({ id: 'hdbscan', eps: null });
    expect((await call(operator, '/density-map?eps=1')).status).toBe(400);
    expect((await call(operator, '/density-map?method=magic')).status).toBe(400);
  });

  it('shows a reader nothing of what is hidden, neither point nor boundary', async () => {
    const [all, open] = [await map(operator, 'eps=800&minPts=4'), await map(reader, 'eps=800&minPts=4')];
    expect([all.total, open.total]).toEqual([13, 12]);
    expect(open.clusters[0]).toMatchObject({ sites: 9, organisations: 9 });
    // As though the hidden one did not exist: the same map as without it.
    expect(open.clusters[0]?.boundary).not.toEqual(all.clusters[0]?.boundary);
    const sites = await call<Page>(reader, '/density-map/sites?eps=800&minPts=4');
    expect(JSON.stringify(sites.body)).not.toContain('内部');
    expect((await call(null, '/density-map')).status).toBe(401);
  });

  it('lists sites by where they stand, those without coordinates too', async () => {
    const list = async (query: string): Promise<Page> => (await call<Page>(operator, `/density-map/sites?eps=800&minPts=4&${query}`)).body;
    expect((await list('standing=withoutPin')).items).toMatchObject([{ longitude: null, number: null, standing: 'withoutPin' }]);
    expect((await list('standing=outside')).total).toBe(1);
    expect((await list('number=1')).total).toBe(10);
    expect((await list(`clusterId=${registered}&members=true`)).items.map(({ standing }) => standing).sort()).toEqual(['clustered', 'clustered', 'scattered']);
    const first = await list('limit=5');
    const second = await list(`limit=200&cursor=${first.nextCursor}`);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(13);
    expect((await call(operator, '/density-map/sites?cursor=nothing')).status).toBe(400);
  });
});

describe('K-density', () => {
  it('says at which distances a trade is closer than chance', async () => {
    const { status, body } = await call<KDensity>(operator, '/k-densities', { industryId: 'gbt4754:C40', draws: 40, reach: 5000 });
    expect(status).toBe(201);
    expect(body).toMatchObject({ jobId: null, trade: { id: 'gbt4754:C40' }, curve: { sites: 10, among: 11 } });
    expect(body.curve?.observed).toHaveLength(body.curve?.r.length ?? 0);
    expect((await call<KDensity>(operator, `/k-densities/${body.id}`)).body).toEqual(body);
    expect((await call(reader, `/k-densities/${body.id}`)).status).toBe(404);
    // The same question, the same bytes.
    expect((await call<KDensity>(operator, '/k-densities', { industryId: 'gbt4754:C40', draws: 40, reach: 5000 })).body.curve).toEqual(body.curve);
  });

  it('leaves what takes long to a job, which comes back to its asker alone', async () => {
    for (let firm = 0; firm < 6; firm += 1) {
      const sites = Array.from({ length: 50 }, (_, at) => ({ kind: 'plant', territoryId: 'cn:440605', longitude: 113 + 0.001 * firm + 0.002 * (at % 10), latitude: 23 + 0.002 * Math.floor(at / 10), datum: 'wgs84', address: null }));
      await organisation(null, null, { industryId: 'gbt4754:I65', sites });
    }
    const asked = await call<KDensity>(operator, '/k-densities', { industryId: 'gbt4754:I65', draws: 700 });
    expect(asked).toMatchObject({ status: 201, body: { curve: null, jobId: expect.any(String) } });
    await house.product.runDueJobs();
    expect((await call<KDensity>(operator, `/k-densities/${asked.body.id}`)).body.curve).toMatchObject({ sites: 300, among: 311 });
    expect((await call(reader, `/k-densities/${asked.body.id}`)).status).toBe(404);
  });

  it('refuses too few sites, and a question without a trade', async () => {
    expect(await call(operator, '/k-densities', { industryId: 'gbt4754:C36' })).toMatchObject({ status: 422, body: { reason: 'tooFewSites' } });
    expect((await call(operator, '/k-densities', {})).status).toBe(400);
  });
});
