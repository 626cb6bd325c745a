import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { freshDatabase } from '#platform/testing/test-database.ts';
import { queryOf } from '#platform/text/folding.ts';
import { loadReference } from './load-reference.ts';
import { readMapGeometry } from './map-geometry.ts';
import { judgePins } from '../store/pin.ts';
import { matchPlaces } from './place-match.ts';

const renamed = [
  '330103 下城区 上城区', '330104 江干区 上城区', '341402 居巢区 巢湖市', '350402 梅列区 三元区', '371202 莱城区 莱芜区', '410306 吉利区 孟津区', '450127 横县 横州市', '522201 铜仁市 碧江区',
  '522401 毕节市 七星关区', '542121 昌都县 卡若区', '542301 日喀则市 桑珠孜区', '542421 那曲县 色尼区', '542621 林芝县 巴宜区', '652101 吐鲁番市 高昌区', '652201 哈密市 伊州区',
];

const { ownerPool, appPool, app } = await freshDatabase();
const count = async (text: string): Promise<number> => Number((await ownerPool.query<{ count: string }>(`select count(*) as count from ${text}`)).rows[0]?.count);

describe('loadReference', () => {
  it('is skipped when the content is there, and loads again when it is not', async () => {
    expect(await loadReference(ownerPool)).toEqual({ loaded: false });
    await ownerPool.query("update reference_load set hash = ''");
    const start = performance.now();
    expect(await loadReference(ownerPool)).toEqual({ loaded: true });
    console.log(`reference loaded in ${Math.round(performance.now() - start)} ms (aim 5,000)`);
  });

  it('holds every province, prefecture and county, and the codes that were replaced', async () => {
    expect(await count("territory where code_system_id = 'cn' and level = 'province'")).toBe(34);
    expect(await count("territory where code_system_id = 'cn' and level = 'city' and successor_id is null")).toBe(333);
    expect(await count("territory where level = 'codeGroup'")).toBe(4);
    expect(await count("territory where code_system_id = 'cn' and level = 'county' and successor_id is null")).toBeGreaterThan(2_840);
    expect((await ownerPool.query("select successor_id, valid_until::text, has_polygon from territory where id = 'cn:371200'")).rows).toEqual([{ successor_id: 'cn:370100', valid_until: '2018-12-31', has_polygon: true }]);
    expect((await ownerPool.query("select ancestors from territory where id = 'cn:419001'")).rows[0]).toEqual({ ancestors: ['world', 'world:CN', 'cn:410000', 'cn:419000', 'cn:419001'] });
    expect((await ownerPool.query("select parent_id from territory where id = 'cn:110105'")).rows[0]).toEqual({ parent_id: 'cn:110000' });
    expect(await count("territory t where not exists (select from territory p where p.id = t.parent_id and t.ancestors = p.ancestors || t.id) and t.id <> 'world'")).toBe(0);
  });

  it('leads every old code to one of today, counties too', async () => {
    const successorOf = async (code: string) => (await ownerPool.query<{ successor_id: string }>('select successor_id from territory where id = $1', [`cn:${code}`])).rows[0]?.successor_id;
    for (const [old, today] of [['371200', '370100'], ['371202', '370116'], ['371203', '370117'], ['542400', '540600'], ['542421', '540602'], ['542100', '540300'], ['522200', '520600'], ['652201', '650502']]) {
      expect(await successorOf(old ?? ''), old).toBe(`cn:${today}`);
    }
    expect(await count('territory old where successor_id is not null and not exists (select from territory today where today.id = old.successor_id and today.successor_id is null)')).toBe(0);
    // What kept its name kept its ground: a typing slip in a code would show as another county's name.
    const { rows } = await ownerPool.query<{ pair: string }>(`select old.code || ' ' || (old.name->>'zh') || ' ' || (today.name->>'zh') as pair from territory old join territory today on today.id = old.successor_id
      where old.code_system_id = 'cn' and old.level = 'county' and left(old.name->>'zh', 2) <> left(today.name->>'zh', 2) order by 1`);
    expect(rows.map(({ pair }) => pair)).toEqual(renamed);
  });

  it('holds the ground of a city that took another one in', async () => {
    const judged = await judgePins(app as never, [
      { territoryId: 'cn:370116', longitude: 117.66, latitude: 36.21, datum: 'wgs84' },
      { territoryId: 'cn:370100', longitude: 117.66, latitude: 36.21, datum: 'wgs84' },
      { territoryId: 'cn:540602', longitude: 92.05, latitude: 31.48, datum: 'wgs84' },
      { territoryId: 'cn:370116', longitude: 113.12, latitude: 23.02, datum: 'wgs84' },
    ]);
    expect(judged.map(({ pinVerdict }) => pinVerdict)).toEqual(['noPolygon', 'inside', 'noPolygon', 'outside']);
  });

  it('judges a pin by its country, small states and coasts too', async () => {
    const at = (country: string, longitude: number, latitude: number) => ({ territoryId: `world:${country}`, longitude, latitude, datum: 'wgs84' as const });
    const judged = await judgePins(app as never, [at('DE', 11.58, 48.14), at('DE', 48.14, 11.58), at('LI', 9.52, 47.14), at('LI', 16.8, 45.47), at('FI', 19.94, 60.1), at('CN', 113.12, 23.02), at('CN', 23.02, 113.12 - 90)]);
    expect(judged.map(({ pinVerdict }) => pinVerdict)).toEqual(['inside', 'outside', 'inside', 'outside', 'inside', 'inside', 'outside']);
    expect(judged[3]).toMatchObject({ drawnLongitude: null, drawnLatitude: null });
  });

  it('knows Taiwan, Hong Kong and Macao as provinces of China only', async () => {
    expect(await count("territory where id in ('world:TW', 'world:HK', 'world:MO')")).toBe(0);
    const { rows } = await ownerPool.query("select id from territory where name->>'en' in ('Taiwan', 'Hong Kong', 'Macao') and 'world:CN' = any(ancestors) order by id");
    expect(rows.map((row: { id: string }) => row.id)).toEqual(['cn:710000', 'cn:810000', 'cn:820000']);
    expect(await count("territory where name->>'zh' ~ '台湾|香港|澳门' and not 'world:CN' = any(ancestors)")).toBe(0);
  });

  it('keeps the industries and their mappings', async () => {
    expect(await count("industry where code_system_id = 'gbt4754' and level = 'section'")).toBe(20);
    expect(await count("industry where code_system_id = 'gbt4754' and level = 'division'")).toBe(97);
    expect(await count("industry where code_system_id = 'sei' and level = 'group'")).toBe(40);
    expect(await count("industry where code_system_id = 'nace2' and level = 'division'")).toBe(88);
    expect(await count("industry_mapping where from_id = 'gbt4754:C' and to_id = 'isic4:C' and relation = 'partial'")).toBe(1);
    expect(await count("industry i where code_system_id = 'gbt4754' and level = 'section' and not exists (select from industry_mapping m where m.from_id = i.id)")).toBe(0);
  });

  it.each([['sdq', 'cn:440606'], ['廣東', 'cn:440000'], ['yueqing', 'cn:330382'], ['Tibet', 'cn:540000'], ['陕西', 'cn:610000']])('is found by %s', async (asked, id) => {
    const { folded, grams } = queryOf(asked);
    const { rows } = await appPool.query("select id from territory where grams @> $1::text[] and strpos(search_text, $2) > 0", [grams, folded]);
    expect(rows.map((row: { id: string }) => row.id)).toContain(id);
  });

  it('lets requests add code systems of their own and leaves the built-in ones alone', async () => {
    await appPool.query("insert into code_system (id, kind, name, source) values ('own', 'territory', '{\"en\":\"Own\"}', 'Own list')");
    await appPool.query("insert into territory (id, code_system_id, code, name, level, ancestors, search_text, grams) values ('own:1', 'own', '1', '{\"en\":\"One\"}', 'other', '{own:1}', '', '{}')");
    await expect(appPool.query("update territory set name = '{}' where id = 'cn:440000'")).rejects.toThrow('codeSystemBuiltIn');
    await expect(appPool.query("update territory_geometry set datum = 'bd09' where territory_id = 'cn:440000'")).rejects.toThrow('codeSystemBuiltIn');
    await expect(appPool.query("update code_system set built_in = true where id = 'own'")).rejects.toThrow('codeSystemBuiltIn');
    await expect(appPool.query("update code_system set edition = 'x' where id = 'cn'")).rejects.toThrow('codeSystemBuiltIn');
    await expect(appPool.query("delete from territory where id = 'own:1'")).rejects.toThrow('permission denied');
  });
});

describe('matchPlaces', () => {
  it('reads one place in its many spellings', async () => {
    const names = ["Xi'an", 'Xian', 'Xi An', 'XI’AN City', '西安', '西安市'];
    const matches = await matchPlaces(app, names);
    for (const name of names) expect(matches.get(name), name).toMatchObject({ status: 'unique', candidates: [{ id: 'cn:610100', level: 'city' }] });
  });

  it('leaves a choice and a doubt to a person', async () => {
    const matches = await matchPlaces(app, ['Suzhou', 'Yueqing', 'Jiangsu', '江苏省', 'San Francisco', '', 'Laiwu', '鼓楼区', 'Hong Kong']);
    expect(matches.get('Suzhou')).toMatchObject({ status: 'ambiguous', candidates: [{ id: 'cn:320500' }, { id: 'cn:341300' }] });
    expect(matches.get('Yueqing')).toMatchObject({ status: 'unmatched', candidates: [], suggestions: [{ id: 'cn:330382' }] });
    expect(matches.get('Jiangsu')).toMatchObject({ status: 'unmatched', suggestions: [{ id: 'cn:320000' }] });
    expect(matches.get('江苏省')).toMatchObject({ status: 'unique', candidates: [{ id: 'cn:320000' }] });
    expect(matches.get('San Francisco')).toEqual({ status: 'unmatched', candidates: [], suggestions: [] });
    expect(matches.get('')).toEqual({ status: 'unmatched', candidates: [], suggestions: [] });
    expect(matches.get('Laiwu')).toMatchObject({ status: 'unique', candidates: [{ id: 'cn:370116' }] });
    expect(matches.get('鼓楼区')?.status).toBe('ambiguous');
    expect(matches.get('Hong Kong')).toMatchObject({ status: 'unique', candidates: [{ id: 'cn:810000' }] });
  });
});

describe('readMapGeometry', () => {
  it('draws all provinces in at most 300 kB, each label on its own ground', async () => {
    const map = await readMapGeometry(app, { level: 'provinces' });
    expect(map.collection.features).toHaveLength(34);
    expect(JSON.stringify(map).length).toBeLessThan(300_000);
    expect(map.collection.features.find((feature) => feature.id === 'cn:610000')?.properties).toMatchObject({ zh: '陕西', en: 'Shaanxi' });
    expect(map.collection.features.every((feature) => feature.properties.centre !== null)).toBe(true);
  });

  it('draws prefectures and what stands directly under the province, but no replaced code', async () => {
    const drawn = async (province: string): Promise<string[]> => (await readMapGeometry(app, { level: 'prefectures', province })).collection.features.map((feature) => feature.id);
    expect(await drawn('cn:440000')).toHaveLength(21);
    expect(await drawn('cn:410000')).toEqual(expect.arrayContaining(['cn:410100', 'cn:419001']));
    expect(await drawn('cn:410000')).toHaveLength(18);
    expect(await drawn('cn:370000')).not.toContain('cn:371200');
    expect(await drawn('cn:310000')).toEqual(['cn:310000']);
    expect(await drawn('cn:540000')).toHaveLength(7);
  });

  it('draws the world with China whole and last, over its neighbours', async () => {
    const world = await readMapGeometry(app, { level: 'world' });
    expect(world.collection.features.at(-1)?.id).toBe('world:CN');
    expect(world.collection.features.some((feature) => feature.id === 'world:TW')).toBe(false);
    expect(JSON.stringify(world).length).toBeLessThan(300_000);
    const { rows } = await sql<{ kind: string }>`select distinct geometry->>'type' as kind from territory_geometry`.execute(app);
    expect(rows.map((row) => row.kind).toSorted()).toEqual(['MultiPolygon', 'Polygon']);
  });
});
