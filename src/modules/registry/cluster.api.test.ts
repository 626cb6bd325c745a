import { describe, expect, it } from 'vitest';
import { jsonCalls, type Json } from '../../../test/json-calls.ts';
import { testProduct } from '../../../test/test-product.ts';

const house = await testProduct();
const spaceId = await house.newSpace();
await house.addUser(spaceId, 'clusters-operator', { role: 'operator', scopeKind: 'space', scopeId: null });
await house.addUser(spaceId, 'clusters-foshan', { role: 'territorialOfficer', scopeKind: 'territory', scopeId: 'cn:440600' });
await house.addUser(spaceId, 'clusters-reader', { role: 'reader', scopeKind: 'space', scopeId: null });
const operator = await house.signIn('clusters-operator');
const foshan = await house.signIn('clusters-foshan');
const reader = await house.signIn('clusters-reader');

const { call, done } = jsonCalls(house);
const firm = (name: string, over: object = {}) => done(operator, 'POST', '/organisations', { name: { zh: name }, type: 'enterprise', industryLabel: '仪器仪表', ...over });

const open = await firm('样例开放企业', { territoryId: 'cn:440605', sites: [{ longitude: 113.12, latitude: 23.02, datum: 'wgs84' }] });
const internal = await firm('样例内部企业', { territoryId: 'cn:110108', visibility: 'internal' });
const local = await firm('样例佛山内部企业', { territoryId: 'cn:440606', visibility: 'internal' });
const base = (territoryId: string) => [{ territoryId, scope: 'base' }];

describe('a cluster formed from a filter', () => {
  it('takes every organisation its maker may see, and shows each reader only theirs', async () => {
    const cluster = await done(operator, 'POST', '/clusters/form', {
      cluster: { name: { zh: '样例仪器集群', en: 'Sample instruments' }, territories: base('cn:440000'), industryIds: ['gbt4754:C40'] },
      filter: { industryLabel: '仪器仪表' },
      membershipClass: 'core',
    });
    expect(cluster).toMatchObject({ memberCount: 3, formedFrom: { industryLabel: '仪器仪表' } });
    const counts = await Promise.all([operator, foshan, reader].map(async (cookie) => (await done(cookie, 'GET', `/clusters/${cluster.id}`)).memberCount));
    expect(counts).toEqual([3, 2, 1]);
    const members = await done(reader, 'GET', `/clusters/${cluster.id}/members`);
    expect(members).toMatchObject({ total: 1, items: [{ organisation: { id: open.id }, membershipClass: 'core' }] });
    expect(await done(reader, 'GET', `/clusters/${cluster.id}/composition`)).toMatchObject({ total: 1, byClass: [{ membershipClass: 'core', count: 1 }] });
    expect(await done(operator, 'GET', `/clusters/${cluster.id}/points`)).toMatchObject({ ids: [open.id], withoutPin: 2 });
    expect(await done(reader, 'GET', `/clusters?territoryId=cn:440000&industryId=gbt4754:C40&organisationId=${open.id}&sort=-memberCount`)).toMatchObject({ total: 1 });
    expect(await done(reader, 'GET', `/clusters?organisationId=${internal.id}`)).toMatchObject({ total: 0 });
    expect((await done(reader, 'GET', '/clusters?q=ylyq')).total).toBe(1);
  });

  it('is not formed from nothing, nor outside of a mandate', async () => {
    const form = { cluster: { name: { zh: '样例空集群' }, territories: base('cn:440600') }, filter: { industryLabel: '没有' } };
    expect((await call(foshan, 'POST', '/clusters/form', form)).status).toBe(422);
    expect((await call(foshan, 'POST', '/clusters', { name: { zh: '样例外地集群' }, territories: base('cn:110000') })).status).toBe(403);
    expect((await call(foshan, 'POST', '/clusters', { name: { zh: '样例辐射' }, territories: [...base('cn:110000'), { territoryId: 'cn:440600', scope: 'radiates' }] })).status).toBe(403);
  });
});

describe('a cluster organisation', () => {
  it('is found with the clusters it promotes, by those who may see it', async () => {
    const cluster = await done(operator, 'POST', '/clusters', { name: { zh: '样例促进集群' }, territories: base('cn:440600') });
    await done(operator, 'POST', `/clusters/${cluster.id}/organisations`, { organisationId: internal.id, role: 'main' });
    expect(await done(operator, 'GET', `/clusters?promoterId=${internal.id}`)).toMatchObject({ total: 1, items: [{ id: cluster.id }] });
    expect(await done(reader, 'GET', `/clusters?promoterId=${internal.id}`)).toMatchObject({ total: 0 });
  });
});

describe('keeping a cluster', () => {
  it('is edited under its version, archived and restored', async () => {
    const made = await done(foshan, 'POST', '/clusters', { name: { zh: '样例陶瓷集群' }, territories: base('cn:440604') });
    const path = `/clusters/${made.id}`;
    const edited = await done(foshan, 'PATCH', path, { field: '陶瓷', startedYear: 1995 }, made.version);
    expect(edited).toMatchObject({ version: 2, field: '陶瓷', startedYear: 1995, territories: [{ id: 'cn:440604', scope: 'base' }] });
    expect((await call(foshan, 'PATCH', path, { field: '瓷' }, made.version)).status).toBe(412);
    expect((await call(foshan, 'PATCH', path, { territories: base('cn:110000') }, 2)).status).toBe(403);
    expect((await call(reader, 'PATCH', path, { field: '瓷' }, 2)).status).toBe(403);
    await done(foshan, 'POST', '/aliases', { subjectKind: 'cluster', subjectId: made.id, name: '样例瓷都', language: 'zh-CN', kind: 'short' });
    await done(foshan, 'PATCH', path, { name: { zh: '样例建筑陶瓷集群' } }, 2);
    expect([(await done(reader, 'GET', '/clusters?q=瓷都')).total, (await done(reader, 'GET', '/clusters?q=建筑陶瓷')).total]).toEqual([1, 1]);
    const archived = await done(foshan, 'POST', `${path}/archive`, undefined, 3);
    expect((await call(foshan, 'PATCH', path, { field: '瓷' }, archived.version)).status).toBe(409);
    expect(await done(foshan, 'POST', `${path}/restore`, undefined, archived.version)).toMatchObject({ archivedAt: null });
  });

  it('asks for a reason when the rules say it is something else', async () => {
    const body = { name: { zh: '样例像园区的集群' }, classification: { facts: { organisationCount: 3, hasPlannedBoundary: true, hasManagementCommittee: true, actorTypes: ['enterprise'], hasCooperationNetwork: false, hasSharedPlace: true } } };
    const refused = await call(operator, 'POST', '/clusters', body);
    expect(refused.status).toBe(422);
    expect(JSON.stringify(refused.body)).toContain('classificationDisagrees');
    const made = await done(operator, 'POST', '/clusters', { ...body, classification: { ...body.classification, reason: '样例：批准文件以集群命名' } });
    const { items } = await done(operator, 'GET', `/clusters/${made.id}/classifications`);
    expect(items).toMatchObject([{ verdict: { likely: 'park', agrees: false }, reason: '样例：批准文件以集群命名' }]);
    expect(await done(reader, 'POST', '/classifications', { facts: {}, enteredAs: 'cluster' })).toMatchObject({ agrees: null, likely: 'unsure' });
  });

  it('has members with class and period, added once', async () => {
    const made = await done(operator, 'POST', '/clusters', { name: { zh: '样例成员集群' } });
    const path = `/clusters/${made.id}/members`;
    const member = await done(operator, 'POST', path, { organisationId: open.id, since: '2020-01-01' });
    expect((await call(operator, 'POST', path, { organisationId: open.id })).status).toBe(409);
    expect((await call(operator, 'POST', path, { organisationId: local.id, since: '2020-01-01', until: '2019-01-01' })).status).toBe(422);
    expect(await done(operator, 'PATCH', `${path}/${member.id}`, { until: '2021-12-31' })).toMatchObject({ since: '2020-01-01', until: '2021-12-31' });
    expect([(await done(operator, 'GET', path)).total, (await done(operator, 'GET', `${path}?ended=true&sort=since`)).total]).toEqual([0, 1]);
    await done(operator, 'DELETE', `${path}/${member.id}`);
    expect((await done(operator, 'GET', `${path}?ended=true`)).total).toBe(0);
  });

  it('has cluster organisations whose empty slots and rota are said', async () => {
    const made = await done(operator, 'POST', '/clusters', { name: { zh: '样例促进组织集群' } });
    const path = `/clusters/${made.id}/organisations`;
    const added = await done(operator, 'POST', path, { organisationId: open.id, legalForm: 'socialAssociation', nonProfit: 'yes', hostId: local.id });
    const [relation] = added.items;
    expect(relation).toMatchObject({ emptySlots: ['decide', 'run', 'advise'], host: { id: local.id } });
    expect((await call(operator, 'POST', path, { organisationId: local.id })).status).toBe(409);
    const bodies = `${path}/${relation?.id}/bodies`;
    const withBody = await done(operator, 'POST', bodies, { slot: 'decide', name: { zh: '理事会' } });
    const bodyId = (withBody.items[0] as unknown as { bodies: Json[] }).bodies[0]?.id;
    await done(operator, 'POST', `${bodies}/${bodyId}/seats`, { personName: '样例甲', rotaOrder: 1, since: '2026-01-01', until: '2026-12-31' });
    await done(operator, 'POST', `${bodies}/${bodyId}/seats`, { personName: '样例乙', rotaOrder: 2, since: '2027-01-01' });
    expect((await call(operator, 'POST', `${bodies}/${bodyId}/seats`, {})).status).toBe(422);
    const seen = (await done(reader, 'GET', path)).items[0] as unknown as { host: unknown; emptySlots: string[]; bodies: { seats: Json[]; rota: { current: string; next: string } }[] };
    expect(seen).toMatchObject({ host: null, emptySlots: ['run', 'advise'] });
    expect(seen.bodies[0]?.rota).toEqual({ current: seen.bodies[0]?.seats[0]?.id, next: seen.bodies[0]?.seats[1]?.id });
    expect((await done(operator, 'GET', `/clusters/${made.id}`)).mainOrganisation).toMatchObject({ id: open.id });
    await done(operator, 'DELETE', `${path}/${relation?.id}`);
    expect((await done(operator, 'GET', path)).items).toEqual([]);
  });
});

describe('rights through membership', () => {
  it('do not grow by adding somebody else to one’s own cluster, and end with the membership', async () => {
    const cluster = await done(operator, 'POST', '/clusters', { name: { zh: '样例织网集群' }, territories: base('cn:440600') });
    await house.addUser(spaceId, 'clusters-weaver', { role: 'clusterStaff', scopeKind: 'cluster', scopeId: cluster.id });
    const weaver = await house.signIn('clusters-weaver');
    const [own, foreign] = [await firm('样例本群企业'), await firm('样例外部企业')];
    await done(operator, 'POST', `/clusters/${cluster.id}/members`, { organisationId: own.id });
    const rename = (id: string, version: number) => call(weaver, 'PATCH', `/organisations/${id}`, { description: '由促进组织补充' }, version);
    expect((await rename(own.id, 1)).status).toBe(200);
    expect((await rename(foreign.id, 1)).status).toBe(403);
    const taken = await call(weaver, 'POST', `/clusters/${cluster.id}/members`, { organisationId: foreign.id });
    expect(taken.status).toBe(201);
    expect((await rename(foreign.id, 1)).status).toBe(403);
    const [membership] = (await done(operator, 'GET', `/clusters/${cluster.id}/members`)).items.filter((item) => (item['organisation'] as { id: string }).id === own.id);
    await done(operator, 'PATCH', `/clusters/${cluster.id}/members/${membership?.id}`, { until: '2020-12-31' });
    expect((await rename(own.id, 2)).status).toBe(403);
  });
});

describe('a map of clusters', () => {
  it('counts exactly the clusters that the same filter lists', async () => {
    const proposed = await done(operator, 'POST', '/clusters', { name: { zh: '样例拟建集群' }, state: 'proposed', territories: base('cn:440100') });
    expect(proposed).toMatchObject({ territoryIds: expect.arrayContaining(['cn:440100', 'cn:440000']) });
    const list = await done(operator, 'POST', '/lists', { name: { zh: '样例名单' }, entryKind: 'cluster' });
    await done(operator, 'POST', `/lists/${list.id}/entries`, { subjectId: proposed.id, nameAsListed: '样例拟建集群' });
    for (const filter of ['state=proposed', `listId=${list.id}`, 'q=拟建']) {
      const listed = await done(reader, 'GET', `/clusters?${filter}`);
      const counts = await done(reader, 'GET', `/maps/provinces/counts?of=clusters&${filter}`);
      expect([listed.total, counts.total, counts.items.find((each) => each.id === 'cn:440000')?.['count']], filter).toEqual([1, 1, 1]);
    }
    expect((await done(reader, 'GET', '/maps/provinces/counts?of=clusters&state=closed')).total).toBe(0);
  });
});
