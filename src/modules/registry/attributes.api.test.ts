import { describe, expect, it } from 'vitest';
import { testProduct } from '../../../test/test-product.ts';

const house = await testProduct();
const spaceId = await house.newSpace();
await house.addUser(spaceId, 'attributes-operator', { role: 'operator', scopeKind: 'space', scopeId: null });
await house.addUser(spaceId, 'attributes-reader', { role: 'reader', scopeKind: 'space', scopeId: null });
const operator = await house.signIn('attributes-operator');
const reader = await house.signIn('attributes-reader');

type Json = Record<string, unknown> & { id: string; version: number; total: number };
async function call(cookie: string, method: 'GET' | 'POST' | 'PATCH', path: string, payload?: object, version?: number) {
  const response = await house.request(cookie, { method, url: `/api/v1${path}`, headers: version === undefined ? {} : { 'if-match': `"v${version}"` }, ...(payload ? { payload } : {}) });
  return { status: response.statusCode, body: (response.body ? JSON.parse(response.body) : null) as Json };
}
async function done(...args: Parameters<typeof call>) {
  const answer = await call(...args);
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}
const firm = (name: string, over: object = {}) => done(operator, 'POST', '/organisations', { name: { zh: name }, type: 'enterprise', ...over });

describe('organisations by what they are', () => {
  it('counts ownership, origin, sector, sub-type and titles in force, unknown beside known', async () => {
    const local = await firm('样例本地民企', { ownership: 'private', origin: 'endogenous', sector: 'market', subtype: 'manufacturer' });
    await firm('样例引进外企', { ownership: 'foreignInvested', origin: 'attracted', sector: 'market' });
    await firm('样例未知来源', { sector: 'society' });
    await done(operator, 'POST', `/organisations/${local.id}/titles`, { key: 'technologyCentre', level: 'provincial' });
    await done(operator, 'POST', `/organisations/${local.id}/titles`, { key: 'littleGiant', level: 'national', validUntil: '2020-12-31' });
    expect(await done(reader, 'GET', '/organisations/facets')).toMatchObject({
      total: 3,
      byOrigin: [{ origin: 'attracted', count: 1 }, { origin: 'endogenous', count: 1 }, { origin: null, count: 1 }],
      byOwnership: [{ ownership: 'foreignInvested', count: 1 }, { ownership: 'private', count: 1 }, { ownership: null, count: 1 }],
      bySector: [{ sector: 'market', count: 2 }, { sector: 'society', count: 1 }],
      bySubtype: [{ subtype: null, count: 2 }, { subtype: 'manufacturer', count: 1 }],
      byTitle: [{ key: 'technologyCentre', level: 'provincial', count: 1 }],
    });
    for (const query of ['origin=endogenous', 'titleKey=technologyCentre&titleLevel=provincial', 'subtype=manufacturer']) expect(await done(reader, 'GET', `/organisations?${query}`), query).toMatchObject({ total: 1, items: [{ id: local.id }] });
    expect(await done(reader, 'GET', '/organisations?titleLevel=city')).toMatchObject({ total: 0 });
  });
});

describe('places by what they are for', () => {
  it('counts kind, level, use and territory, and those that grew into a cluster', async () => {
    const cluster = await done(operator, 'POST', '/clusters', { name: { zh: '样例长成的集群' }, territories: [{ territoryId: 'cn:440300', scope: 'base' }] });
    const place = (zh: string, over: object) => done(operator, 'POST', '/places', { kind: 'park', name: { zh }, territoryId: 'cn:440300', ...over });
    const nursery = await place('样例苗圃', { subtype: 'nursery', level: 'city', functions: ['production', 'living', 'ecology'], initiative: 'bottomUp', formats: '共享工厂', graduatedOn: '2026-01-01', clusterIds: [cluster.id] });
    await place('样例高新区', { subtype: 'highTechZone', level: 'national', functions: ['production'] });
    await place('样例数字基础设施', { kind: 'facility', subtype: 'digitalInfrastructure', territoryId: 'cn:440100' });
    expect(await done(reader, 'GET', '/places/facets')).toMatchObject({
      total: 3,
      graduated: 1,
      productionOnly: 1,
      inCluster: 1,
      withoutTerritory: 0,
      byTerritory: [{ id: 'cn:440000', count: 3 }],
      byFunction: [{ function: 'production', count: 2 }, { function: 'ecology', count: 1 }, { function: 'living', count: 1 }],
      byLevel: [{ level: 'city', count: 1 }, { level: 'national', count: 1 }, { level: null, count: 1 }],
    });
    expect(await done(reader, 'GET', '/places/facets?territoryId=cn:440000&kind=facility')).toMatchObject({ total: 1, byTerritory: [{ id: 'cn:440100', count: 1 }] });
    for (const query of ['graduated=true', 'function=ecology', 'level=city']) expect(await done(reader, 'GET', `/places?${query}`), query).toMatchObject({ total: 1, items: [{ id: nursery.id }] });
    expect(await done(reader, 'GET', `/places/${nursery.id}`)).toMatchObject({ initiative: 'bottomUp', formats: '共享工厂', graduatedOn: '2026-01-01' });
    const changed = await done(operator, 'PATCH', `/places/${nursery.id}`, { functions: ['production'] }, nursery.version);
    expect(changed).toMatchObject({ functions: ['production'], initiative: 'bottomUp' });
  });

  it('holds the organisations whose sites lie in them, and hides an internal place from those who may not see it', async () => {
    const park = await done(operator, 'POST', '/places', { kind: 'park', name: { zh: '样例园区' }, territoryId: 'cn:440300' });
    const inner = await done(operator, 'POST', '/places', { kind: 'facility', name: { zh: '样例楼宇' }, territoryId: 'cn:440300', parentId: park.id });
    const hidden = await done(operator, 'POST', '/places', { kind: 'park', name: { zh: '样例内部园区' }, visibility: 'internal' });
    const settled = await firm('样例入驻企业', { sites: [{ placeId: inner.id }, { placeId: hidden.id }] });
    expect(await done(reader, 'GET', `/organisations?placeId=${park.id}`)).toMatchObject({ total: 1, items: [{ id: settled.id }] });
    expect(await done(reader, 'GET', `/organisations?placeId=${hidden.id}`)).toMatchObject({ total: 0 });
    expect(await done(operator, 'GET', `/organisations?placeId=${hidden.id}`)).toMatchObject({ total: 1 });
    expect(((await done(reader, 'GET', `/organisations/${settled.id}`))['sites'] as { place: { id: string } | null }[]).map((site) => site.place?.id ?? null)).toEqual([inner.id, null]);
    expect(await call(operator, 'POST', '/organisations', { name: { zh: '样例误填' }, type: 'enterprise', sites: [{ placeId: settled.id }] })).toMatchObject({ status: 422, body: { reason: 'placeUnknown' } });
  });
});
