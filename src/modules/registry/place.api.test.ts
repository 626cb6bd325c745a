import { describe, expect, it } from 'vitest';
import { jsonCalls, type Json } from '../../../test/json-calls.ts';
import { testProduct } from '../../../test/test-product.ts';

const house = await testProduct();
const spaceId = await house.newSpace();
await house.addUser(spaceId, 'places-operator', { role: 'operator', scopeKind: 'space', scopeId: null });
await house.addUser(spaceId, 'places-foshan', { role: 'territorialOfficer', scopeKind: 'territory', scopeId: 'cn:440600' });
await house.addUser(spaceId, 'places-reader', { role: 'reader', scopeKind: 'space', scopeId: null });
const operator = await house.signIn('places-operator');
const foshan = await house.signIn('places-foshan');
const reader = await house.signIn('places-reader');

const { call, done } = jsonCalls(house);

const cluster = await done(operator, 'POST', '/clusters', { name: { zh: '样例集群' }, territories: [{ territoryId: 'cn:440600', scope: 'base' }] });

describe('places', () => {
  it('lie inside each other without a ring, and withhold a pin that lies outside', async () => {
    const park = await done(foshan, 'POST', '/places', { kind: 'park', subtype: 'highTechZone', name: { zh: '样例高新区' }, territoryId: 'cn:440605', longitude: 116.4, latitude: 39.9, datum: 'wgs84', areaKm2: '12.50', clusterIds: [cluster.id] });
    expect(park).toMatchObject({ pinVerdict: 'outside', longitude: null, areaKm2: '12.5', clusters: [{ id: cluster.id }] });
    const lab = await done(foshan, 'POST', '/places', { kind: 'facility', name: { zh: '样例实验室' }, territoryId: 'cn:440605', parentId: park.id });
    expect((await call(foshan, 'PATCH', `/places/${park.id}`, { parentId: lab.id }, 1)).status).toBe(409);
    expect((await call(foshan, 'POST', '/places', { kind: 'park', subtype: 'laboratory', name: { zh: '样例错类' }, territoryId: 'cn:440605' })).status).toBe(422);
    expect((await call(foshan, 'PATCH', `/places/${park.id}`, { territoryId: 'cn:110108' }, 1)).status).toBe(403);
    expect(await done(foshan, 'PATCH', `/places/${park.id}`, { longitude: 113.14, latitude: 22.99 }, 1)).toMatchObject({ version: 2 });
    expect(await done(reader, 'GET', `/places/${park.id}`)).toMatchObject({ children: [{ id: lab.id, kind: 'facility' }] });
    expect(await done(reader, 'GET', `/places/${park.id}/children`)).toMatchObject({ total: 1 });
    expect(await done(reader, 'GET', `/places?clusterId=${cluster.id}&kind=park&territoryId=cn:440600`)).toMatchObject({ total: 1 });
    const archived = await done(foshan, 'POST', `/places/${lab.id}/archive`, undefined, 1);
    expect(await done(reader, 'GET', `/places/${park.id}`)).toMatchObject({ children: [] });
    await done(foshan, 'POST', `/places/${lab.id}/restore`, undefined, archived.version);
  });

  it('page by cursor in the order of their names', async () => {
    for (const name of ['甲', '乙', '丙']) await done(operator, 'POST', '/places', { kind: 'base', name: { zh: `样例基地${name}` } });
    const first = await done(reader, 'GET', '/places?kind=base&limit=2');
    const second = await done(reader, 'GET', `/places?kind=base&limit=2&cursor=${first.nextCursor}`);
    expect([first.total, first.items.length, second.items.length, second.nextCursor]).toEqual([3, 2, 1, null]);
    expect((await call(reader, 'GET', '/places?kind=base&cursor=nonsense')).status).toBe(400);
  });
});

describe('lists and programmes', () => {
  it('hold entries that point to records or to nothing known', async () => {
    const source = await done(operator, 'POST', '/sources', { title: '样例通知', kind: 'officialNotice' });
    const list = await done(operator, 'POST', '/lists', { name: { zh: '样例名单' }, announcedCount: 2, entryKind: 'cluster', sourceId: source.id });
    await done(operator, 'POST', `/lists/${list.id}/entries`, { nameAsListed: '样例集群', subjectId: cluster.id, position: 1 });
    await done(operator, 'POST', `/lists/${list.id}/entries`, { nameAsListed: '样例另一集群' });
    expect((await call(operator, 'POST', `/lists/${list.id}/entries`, { nameAsListed: '样例集群', subjectId: cluster.id })).status).toBe(409);
    expect((await call(operator, 'POST', `/lists/${list.id}/entries`, { nameAsListed: '样例集群', subjectId: list.id })).status).toBe(422);
    const entries = await done(reader, 'GET', `/lists/${list.id}/entries?limit=1`);
    expect(entries).toMatchObject({ total: 2, items: [{ subject: { id: cluster.id } }] });
    expect((await done(reader, 'GET', `/lists/${list.id}/entries?limit=1&cursor=${entries.nextCursor}`)).items).toMatchObject([{ subject: null }]);
    expect(await done(reader, 'GET', '/lists?q=样例')).toMatchObject({ items: [{ entryCount: 2, announcedCount: 2, sourceTitle: '样例通知' }] });
    expect((await done(reader, 'GET', `/clusters/${cluster.id}`)).lists).toMatchObject([{ id: list.id }]);
    expect(await done(reader, 'GET', `/lists?subjectId=${cluster.id}`)).toMatchObject({ total: 1, items: [{ id: list.id }] });
    expect(await done(reader, 'GET', `/lists?subjectId=${list.id}`)).toMatchObject({ total: 0, items: [] });
    expect(await done(reader, 'GET', `/lists/${list.id}/entries?subjectId=${cluster.id}`)).toMatchObject({ total: 1, items: [{ position: 1 }] });
    expect((await call(foshan, 'POST', '/lists', { name: { zh: '样例' }, entryKind: 'cluster' })).status).toBe(403);
    const input = { name: { zh: '样例名单二' }, entryKind: 'place', announcedCount: null, sourceId: null };
    expect((await call(operator, 'PUT', `/lists/${list.id}`, input, 1)).status).toBe(409);
    expect(await done(operator, 'PUT', `/lists/${list.id}`, { ...input, entryKind: 'cluster' }, 1)).toMatchObject({ version: 2, sourceId: null });
    await done(operator, 'DELETE', `/lists/${list.id}/entries/${entries.items[0]?.id}`);
  });

  it('keep programmes of other countries', async () => {
    const made = await done(operator, 'POST', '/programmes', { name: { en: 'Sample programme' }, country: 'world:DE', startedYear: 2008 });
    expect(made).toMatchObject({ countryRef: { id: 'world:DE' } });
    expect((await call(operator, 'PUT', `/programmes/${made.id}`, { name: { en: 'Sample programme' }, startedYear: 2008, endedYear: 2000 }, 1)).status).toBe(422);
    expect(await done(operator, 'PUT', `/programmes/${made.id}`, { name: { en: 'Sample programme' }, startedYear: 2008, endedYear: 2018 }, 1)).toMatchObject({ version: 2, country: null });
    expect(await done(reader, 'GET', '/programmes?sort=-startedYear')).toMatchObject({ total: 1 });
  });
});

describe('statements', () => {
  it('stand beside each other; a decision says which is shown', async () => {
    const [official, press] = [await done(operator, 'POST', '/sources', { title: '样例统计', kind: 'officialStatistics' }), await done(operator, 'POST', '/sources', { title: '样例报道', kind: 'press' })];
    await done(operator, 'POST', '/attributes', { key: 'revenue', name: { zh: '营业收入' }, unit: 'CNY' });
    const about = { subjectKind: 'cluster', subjectId: cluster.id };
    const say = (over: object) => done(foshan, 'POST', '/statements', { ...about, attributeKey: 'revenue', period: '2022', ...over });
    const first = await say({ value: '3.90', sourceId: official.id });
    expect(first).toMatchObject({ value: '3.90', unit: 'CNY', shown: 'byRule', disputed: false, enteredBy: 'places-foshan' });
    const second = await say({ value: '4', sourceId: press.id });
    expect(second).toMatchObject({ shown: 'other', disputed: true });
    await say({ value: '1', unit: 'USD', sourceId: press.id, visibility: 'internal' });
    expect((await call(foshan, 'POST', '/statements', { ...about, attributeKey: 'revenue', value: '1', unit: 'person', sourceId: press.id })).status).toBe(422);
    expect((await call(reader, 'POST', `/statements/${second.id}/choice`, { reason: '样例' })).status).toBe(403);
    expect(await done(foshan, 'POST', `/statements/${second.id}/choice`, { reason: '样例：口径一致' })).toMatchObject({ shown: 'byDecision', disputed: true });
    const query = `/statements?subjectKind=cluster&subjectId=${cluster.id}`;
    expect([(await done(foshan, 'GET', query)).total, (await done(reader, 'GET', query)).total]).toEqual([3, 2]);
    expect((await done(reader, 'GET', query)).items.map((one) => one.shown)).toEqual(['byDecision', 'other']);
    const page = await done(reader, 'GET', `${query}&limit=1`);
    expect((await done(reader, 'GET', `${query}&limit=1&cursor=${page.nextCursor}`)).items).toMatchObject([{ id: first.id }]);
    expect((await call(reader, 'GET', '/statements?subjectKind=cluster&subjectId=unknown')).status).toBe(404);
  });

  it('keep a whole that does not add up, and say so', async () => {
    const { items } = await done(operator, 'GET', '/sources');
    const part = (zh: string, value: string | null) => ({ label: { zh }, value });
    const whole = { subjectKind: 'territory', subjectId: 'cn:440000', title: { zh: '样例构成' }, total: '196', unit: 'unit', sourceId: items[0]?.id };
    expect(await done(operator, 'POST', '/compositions', { ...whole, parts: [part('甲', '53'), part('乙', '81'), part('丙', '31'), part('丁', '31')] })).toMatchObject({ reconciles: true });
    expect(await done(operator, 'POST', '/compositions', { ...whole, parts: [part('甲', '53'), part('乙', '81')] })).toMatchObject({ reconciles: false, difference: '62' });
    expect((await call(foshan, 'POST', '/compositions', { ...whole, parts: [part('甲', '196')] })).status).toBe(403);
    expect((await done(reader, 'GET', '/compositions?subjectKind=territory&subjectId=cn:440000')).items.length).toBe(2);
  });
});

describe('territories and maps', () => {
  it('count what the reader may see, at every level', async () => {
    await done(operator, 'POST', '/organisations', { name: { zh: '样例甲' }, type: 'enterprise', territoryId: 'cn:440605' });
    await done(operator, 'POST', '/organisations', { name: { zh: '样例乙' }, type: 'enterprise', territoryId: 'cn:110108', visibility: 'internal' });
    await done(operator, 'POST', '/organisations', { name: { zh: '样例丙' }, type: 'enterprise' });
    expect(await done(reader, 'GET', '/territories/world')).toMatchObject({ level: 'world', path: [{ id: 'world' }] });
    const guangdong = await done(reader, 'GET', '/territories/cn:440000');
    expect(guangdong).toMatchObject({ level: 'province', counts: { organisations: 1, clusters: 1, places: 2 } });
    expect((guangdong.children as Json[]).find((child) => child.id === 'cn:440600')).toMatchObject({ counts: { organisations: 1 } });
    expect(await done(reader, 'GET', '/territories/cn:440600/summary')).toMatchObject({ counts: { organisations: 1, clusters: 1, places: 2 }, withoutPin: 1, clusters: [{ id: cluster.id }] });
    expect(await done(reader, 'GET', '/maps/provinces/counts')).toMatchObject({ total: 2, withoutTerritory: 1, elsewhere: 0, withoutPin: 2 });
    expect(await done(operator, 'GET', '/maps/provinces/counts')).toMatchObject({ total: 3, withoutTerritory: 1 });
    const clusters = await done(reader, 'GET', '/maps/prefectures/counts?province=cn:440000&of=clusters');
    expect(clusters.items.filter((item) => item.count === 1).map((item) => item.id)).toEqual(['cn:440600']);
    expect(await done(reader, 'GET', '/maps/world/counts?of=places')).toMatchObject({ withoutTerritory: 3 });
    expect((await call(reader, 'GET', '/maps/prefectures')).status).toBe(422);
    expect((await done(reader, 'GET', '/maps/provinces')).collection).toMatchObject({ type: 'FeatureCollection' });
  });

  it('know groupings beside the tree', async () => {
    expect((await done(reader, 'GET', '/territories?level=cityGroup')).items.map((item) => item.id)).toContain('cn-group:greater-bay-area');
    const bay = await done(reader, 'GET', '/territories/cn-group:greater-bay-area');
    expect(bay).toMatchObject({ level: 'cityGroup', path: [{ id: 'world' }, { id: 'world:CN' }, { id: 'cn-group:greater-bay-area' }], counts: { organisations: 1, clusters: 1, places: 2 } });
    expect((bay.children as Json[]).find((child) => child.id === 'cn:440600')).toMatchObject({ counts: { organisations: 1 } });
    expect(await done(reader, 'GET', '/territories/cn-group:greater-bay-area/summary')).toMatchObject({ counts: { organisations: 1, clusters: 1, places: 2 } });
    expect((await done(reader, 'GET', '/organisations?territoryId=cn-region:west')).total).toBe(0);
    expect((await call(reader, 'GET', '/territories/cn-group:none')).status).toBe(404);
  });

  it('draw a cluster in every territory it stands in, and count the others in words', async () => {
    await done(operator, 'POST', '/clusters', { name: { zh: '样例跨省集群' }, territories: [{ territoryId: 'cn:310000', scope: 'base' }, { territoryId: 'cn:320500', scope: 'base' }, { territoryId: 'cn:440000', scope: 'radiates' }] });
    await done(operator, 'POST', '/clusters', { name: { zh: '样例外国集群' }, territories: [{ territoryId: 'world:DE', scope: 'base' }] });
    await done(operator, 'POST', '/clusters', { name: { zh: '样例无地集群' } });
    const drawn = await done(reader, 'GET', '/maps/provinces/clusters');
    expect(drawn).toMatchObject({ total: 4, drawn: 2, elsewhere: 1, withoutCentre: 1, crossProvince: 1 });
    expect((drawn.ids as unknown as string[]).length).toBe(3);
    expect(await done(reader, 'GET', '/maps/prefectures/clusters?province=cn:440000')).toMatchObject({ drawn: 1, ids: [cluster.id], groups: ['other'] });
    const shanghai = await done(reader, 'GET', '/maps/provinces/clusters?territoryId=cn:310000');
    expect(shanghai).toMatchObject({ drawn: 1 });
    expect((shanghai.ids as unknown as string[]).length).toBe(1);
    expect((await call(reader, 'GET', '/maps/prefectures/clusters')).status).toBe(422);
  });

  it('try a code table before they take it', async () => {
    const head = 'codeSystem,kind,systemNameZh,source,code,nameZh,level,parent';
    const good = `${head}\nown-zones,territory,样例片区,样例来源,1,样例片区一,county,cn:440600\n,,,,2,样例片区二,county,cn:440600\n`;
    expect(await done(operator, 'POST', '/code-systems/check', { text: good })).toMatchObject({ system: { id: 'own-zones' }, entryCount: 2, problemCount: 0, replaces: null, levels: [{ level: 'county', count: 2 }] });
    const bad = await done(operator, 'POST', '/code-systems/check', { text: good.replace('样例片区二,county,cn:440600', '样例片区二,nowhere,cn:9') });
    expect(bad).toMatchObject({ problemCount: 2, problems: [{ row: 2, field: 'level', code: '2', reason: 'levelUnknown' }, { row: 2, field: 'parent', reason: 'parentMissing' }] });
    expect(await done(operator, 'POST', '/code-systems/check', { text: good.replace('own-zones', 'cn') })).toMatchObject({ problems: [{ row: null, reason: 'codeSystemBuiltIn' }] });
    expect(await done(operator, 'POST', '/code-systems/check', { text: '{"entries": 1' })).toMatchObject({ system: null, problems: [{ reason: 'jsonBroken' }] });
    expect((await call(reader, 'POST', '/code-systems/check', { text: good })).status).toBe(403);
    expect((await done(reader, 'GET', '/code-systems')).items.map((item) => item.id)).not.toContain('own-zones');
  });

  it('are found by name, and industries by classification', async () => {
    expect((await done(reader, 'GET', '/territories?q=foshan&level=city')).items.map((item) => item.id)).toContain('cn:440600');
    expect((await done(reader, 'GET', '/territories?parentId=cn:440000&limit=5')).nextCursor).not.toBeNull();
    expect((await done(reader, 'GET', '/industries?top=true&codeSystemId=gbt4754')).total).toBe(20);
    const division = await done(reader, 'GET', '/industries/gbt4754:C40');
    expect(division).toMatchObject({ path: [{ id: 'gbt4754:C' }, { id: 'gbt4754:C40' }] });
    expect(((await done(reader, 'GET', '/industries/gbt4754:C')).mappings as unknown[]).length).toBeGreaterThan(0);
    expect((await done(reader, 'GET', '/code-systems')).items.map((item) => item.id)).toContain('cn');
  });

  it('takes in a code system of the user\'s own, and never replaces one that comes with the product', async () => {
    const text = (id: string) => JSON.stringify({ system: { id, kind: 'territory', name: { en: 'Sample zones' }, source: 'Sample list' }, entries: [{ code: 'A', name: { en: 'Sample zone' }, level: 'other', parent: 'cn:440000' }] });
    expect(await done(operator, 'POST', '/code-systems', { text: text('own-zones') })).toMatchObject({ id: 'own-zones', entryCount: 1 });
    expect(await done(reader, 'GET', '/territories/own-zones:A')).toMatchObject({ path: [{ id: 'world' }, { id: 'world:CN' }, { id: 'cn:440000' }, { id: 'own-zones:A' }] });
    expect((await call(operator, 'POST', '/code-systems', { text: text('cn') })).status).toBe(409);
    expect((await call(operator, 'POST', '/code-systems', { text: '{' })).status).toBe(422);
    expect((await call(foshan, 'POST', '/code-systems', { text: text('own-zones') })).status).toBe(403);
  });
});
