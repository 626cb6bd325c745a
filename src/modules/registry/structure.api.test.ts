import { beforeAll, describe, expect, it } from 'vitest';
import { testProduct } from '../../../test/test-product.ts';
import { loadPack } from './reference/pack/load-pack.ts';

const house = await testProduct();
const spaceId = await house.newSpace(loadPack);
await house.addUser(spaceId, 'structure-operator', { role: 'operator', scopeKind: 'space', scopeId: null });
await house.addUser(spaceId, 'structure-reader', { role: 'reader', scopeKind: 'space', scopeId: null });
const operator = await house.signIn('structure-operator');
const reader = await house.signIn('structure-reader');

type Json = Record<string, never> & { id: string; items: { id: string }[] };
async function call(cookie: string, method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, payload?: object) {
  const response = await house.request(cookie, { method, url: `/api/v1${path}`, ...(payload ? { payload, headers: { 'if-match': '"v1"' } } : {}) });
  return { status: response.statusCode, body: (response.body ? JSON.parse(response.body) : null) as Json };
}
const get = async (path: string) => (await call(reader, 'GET', path)).body;
async function write(method: 'POST' | 'PUT' | 'PATCH', path: string, payload: object) {
  const { status, body } = await call(operator, method, path, payload);
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}
const organisation = (zh: string, over: object = {}) => write('POST', '/organisations', { name: { zh }, type: 'association', ...over });
const lists = async () => (await get('/lists?entryKind=cluster&limit=200')).items as unknown as { id: string; name: { zh: string }; announcedCount: number | null }[];

describe('clusters counted together', () => {
  let list45: string;
  let list25: string;
  beforeAll(async () => {
    const all = await lists();
    list45 = all.find((each) => each.announcedCount === 45)?.id ?? '';
    list25 = all.find((each) => each.announcedCount === 25)?.id ?? '';
  });

  it('splits the 45 by macro-region as their source does', async () => {
    const facets = await get(`/clusters/facets?listId=${list45}`);
    const regions = (facets['byRegion'] as unknown as { id: string; count: number }[]).map(({ id, count }) => [id, count]);
    expect(regions).toEqual([['cn-region:east', 30], ['cn-region:central', 8], ['cn-region:west', 5], ['cn-region:north-east', 2]]);
    expect(facets).toMatchObject({ total: 45, severalRegions: 0, severalProvinces: 2, withoutRegion: 0 });
    const provinces = facets['byProvince'] as unknown as { id: string; count: number }[];
    expect([provinces.find((each) => each.id === 'cn:320000')?.count, provinces.find((each) => each.id === 'cn:440000')?.count]).toEqual([10, 7]);
  });

  it('keeps three lists three: a cluster may stand on several', async () => {
    const facets = await get(`/clusters/facets?listId=${list25}`);
    expect(facets).toMatchObject({ total: 25 });
    const pairs = facets['listPairs'] as unknown as { one: { id: string }; other: { id: string }; both: number }[];
    expect(pairs.find((pair) => [pair.one.id, pair.other.id].includes(list45))?.both).toBe(25);
  });

  it('flags clusters without a cluster organisation and leaves the unstated unstated', async () => {
    const facets = await get(`/clusters/facets?listId=${list25}`);
    expect(facets).toMatchObject({ withoutOrganisation: 18, byLegalForm: [{ legalForm: 'notStated', count: 7 }], byThirdParty: [{ thirdParty: 'notStated', count: 7 }] });
    expect(await get(`/clusters?listId=${list25}&promoted=false`)).toMatchObject({ total: 18 });
    expect(await get(`/clusters?listId=${list25}&promoted=true&legalForm=notStated`)).toMatchObject({ total: 7 });
    expect(await get(`/clusters?listId=${list25}&legalForm=company`)).toMatchObject({ total: 0 });
    expect((facets['byEmptySlot'] as unknown as { slot: string; count: number }[]).map((each) => each.count)).toEqual([7, 7, 7]);
  });

  it('keeps the sub-organisations that a source counts and does not name', async () => {
    const [cluster] = (await get(`/clusters?listId=${list25}&q=新一代信息通信`)).items;
    expect(await get(`/clusters/${cluster?.id}/structure`)).toMatchObject({ subOrganisations: { total: 5, named: 0, withoutField: 2 } });
  });

  it('lists by either of two attributes, and by level', async () => {
    const cluster = await write('POST', '/clusters', { name: { zh: '样例双属性集群' }, level: 'city', territories: [{ territoryId: 'cn:440300', scope: 'base' }] });
    const main = await organisation('样例第三方公司', { type: 'enterprise' });
    const other = await organisation('样例非营利协会');
    const path = `/clusters/${cluster.id}/organisations`;
    await write('POST', path, { organisationId: main.id, legalForm: 'solutionProvider', form: 'company', leadKind: 'backboneEnterprise', thirdParty: 'yes', nonProfit: 'no' });
    await write('POST', path, { organisationId: other.id, role: 'other', legalForm: 'socialAssociation', form: 'federation', thirdParty: 'no', nonProfit: 'yes' });
    const found = async (query: string) => (await get(`/clusters?${query}`)).items.map((each) => each.id);
    for (const query of ['thirdParty=yes', 'nonProfit=yes', 'form=federation&level=city', 'leadKind=backboneEnterprise', 'legalForm=solutionProvider', 'level=city']) expect(await found(query), query).toEqual([cluster.id]);
    expect(await get('/clusters/facets?level=city')).toMatchObject({ total: 1, byLevel: [{ level: 'city', count: 1 }], byForm: [{ form: 'company', count: 1 }, { form: 'federation', count: 1 }] });
  });
});

describe('what 1+N organisations make together', () => {
  it('shows who does what, what overlaps and what nobody does', async () => {
    const cluster = await write('POST', '/clusters', { name: { zh: '样例分工集群' }, territories: [{ territoryId: 'cn:320100', scope: 'base' }, { territoryId: 'cn:320000', scope: 'radiates' }, { territoryId: 'cn:330000', scope: 'extends' }] });
    const path = `/clusters/${cluster.id}/organisations`;
    const [main, other, alliance, department] = await Promise.all(['样例主组织', '样例副组织', '样例联盟', '样例主管部门'].map((zh, at) => organisation(zh, { territoryId: at === 0 ? 'cn:320104' : 'cn:320500' })));
    const joined = await write('POST', path, { organisationId: main?.id, functions: ['exchange', 'matching'], field: '5G', allianceId: alliance?.id, supervisorId: department?.id });
    const relation = joined.items[0]?.id ?? '';
    await write('POST', path, { organisationId: other?.id, role: 'other', functions: ['matching'], field: '新型显示' });
    for (const field of ['5G', '集成电路', null]) await write('POST', `${path}/${relation}/sub-organisations`, field === null ? { note: '来源未述' } : { field });
    const bodies = await write('POST', `${path}/${relation}/bodies`, { slot: 'run', name: { zh: '秘书处' } });
    const body = (bodies.items[0] as unknown as { bodies: { id: string }[] }).bodies[0]?.id ?? '';
    await write('POST', `${path}/${relation}/bodies/${body}/seats`, { personName: '样例秘书长', sector: 'market', country: '中国', fullTime: true, hiredFromMarket: true, certificate: '样例证书' });
    await write('POST', `${path}/${relation}/bodies/${body}/seats`, { post: '副秘书长', country: '德国' });
    await write('POST', `/clusters/${cluster.id}/members`, { organisationId: other?.id, specialty: '检测' });
    const structure = await get(`/clusters/${cluster.id}/structure`);
    expect(structure).toMatchObject({
      organisations: 2,
      subOrganisations: { total: 3, named: 0, withoutField: 1 },
      seats: { total: 2, missingSectors: ['government', 'society'], bySector: [{ sector: 'market', count: 1 }, { sector: null, count: 1 }], byCountry: [{ country: '中国', count: 1 }, { country: '德国', count: 1 }] },
      posts: { total: 2, fullTime: { yes: 1, no: 0, notStated: 1 }, hiredFromMarket: { yes: 1, no: 0, notStated: 1 }, certified: 1 },
      alliances: { verdict: 'inRange', items: [{ id: alliance?.id }] },
    });
    const by = Object.fromEntries((structure['functions'] as unknown as { function: string; by: unknown[] }[]).map((each) => [each.function, each.by.length]));
    expect(by).toEqual({ exchange: 1, matching: 2, innovation: 0, openness: 0, selfDiscipline: 0 });
    expect((structure['fields'] as unknown as { field: string; subOrganisations: number }[]).map((each) => [each.field, each.subOrganisations])).toEqual([['5G', 1], ['集成电路', 1], ['新型显示', 0]]);
    expect((structure['emptySlots'] as unknown as { slots: string[] }[]).map((each) => each.slots)).toEqual([['decide', 'advise'], ['decide', 'run', 'advise']]);
    expect(structure['rings']).toEqual([
      { ring: 'base', territories: 1, members: 0, clusterOrganisations: 1, places: 0 },
      { ring: 'radiates', territories: 1, members: 1, clusterOrganisations: 1, places: 0 },
      { ring: 'extends', territories: 1, members: 0, clusterOrganisations: 0, places: 0 },
    ]);
    const roles = async (id = '') => ((await get(`/organisations/${id}/cluster-roles`)).items as unknown as { role: string; at: { id: string } | null }[]).map((each) => [each.role, each.at?.id ?? null]);
    expect(await roles(main?.id)).toEqual([['main', null]]);
    expect([await roles(alliance?.id), await roles(department?.id)]).toEqual([[['alliance', main?.id]], [['supervisor', main?.id]]]);
    expect(await get(`/clusters/${cluster.id}/members`)).toMatchObject({ items: [{ specialty: '检测' }] });
    expect((await call(reader, 'POST', `${path}/${relation}/sub-organisations`, { field: 'x' })).status).toBe(403);
    const sub = ((await get(path)).items[0] as unknown as { subOrganisations: { id: string }[] }).subOrganisations[0]?.id ?? '';
    expect((await call(operator, 'DELETE', `${path}/${relation}/sub-organisations/${sub}`)).status).toBe(204);
    expect(await get(`/clusters/${cluster.id}/structure`)).toMatchObject({ subOrganisations: { total: 2 } });
  });
});

describe('checklists', () => {
  it('count an item as covered once a source says something of it', async () => {
    const cluster = await write('POST', '/clusters', { name: { zh: '样例核对集群' }, territories: [{ territoryId: 'cn:440300', scope: 'base' }] });
    const asked = `/checklists?subjectKind=cluster&subjectId=${cluster.id}`;
    expect(await get(asked)).toMatchObject({ items: [{ key: 'modernIndustrialSystem', covered: 0, items: { length: 6 } }] });
    const source = await write('POST', '/sources', { title: '样例核对来源', kind: 'selfReported' });
    const about = { subjectKind: 'cluster', subjectId: cluster.id, sourceId: source.id };
    await write('POST', '/statements', { ...about, attributeKey: 'traitSecurity', text: '样例依据' });
    await write('POST', '/statements', { ...about, attributeKey: 'traitDigital', operator: 'notStated' });
    const after = await get(asked);
    expect(after).toMatchObject({ items: [{ covered: 1 }] });
    expect((after.items[0] as unknown as { items: { statement: { text: string } | null }[] }).items.map((item) => item.statement?.text ?? null)).toEqual([null, null, '样例依据', null, null, null]);
    expect(((await get(`/checklists?subjectKind=organisation&subjectId=${(await organisation('样例法人')).id}`)).items as unknown as { key: string }[]).map((each) => each.key)).toEqual(['legalPersonGovernance', 'legalPersonRequirements']);
    expect((await call(reader, 'GET', '/checklists?subjectKind=cluster&subjectId=00000000-0000-7000-8000-000000000000')).status).toBe(404);
  });
});
