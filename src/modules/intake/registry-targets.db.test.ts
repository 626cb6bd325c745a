import { describe, expect, it } from 'vitest';
import { freshDatabase } from '#platform/testing/test-database.ts';
import { actor, done, groupsOf, nothing, query, run, uploaded } from '../../../test/run-in-space.ts';
import { undoImportBatchAction } from './actions/apply-import-batch.ts';
import { checkImportBatchAction, mapImportBatchAction } from './actions/check-import-batch.ts';
import { createImportBatchAction } from './actions/create-import-batch.ts';
import { decideImportRowsAction } from './actions/decide-import-rows.ts';
import { listImportRowsAction } from './actions/read-import-batches.ts';
import { importFile } from './index.ts';
import type { Batch } from './words/import.schema.ts';

const database = await freshDatabase();
const space = await database.createSpace();
const inFoshan = actor('territorialOfficer', 'territory', 'cn:440600');
const bytesOf = (csv: string) => new Uint8Array(Buffer.from(csv));
const imported = async (target: string, csv: string, who = actor()): Promise<Batch> => (await done(run(database, space, (context) => importFile(context, { bytes: bytesOf(csv), fileName: `${target}.csv`, target }), who))).batch;
/** As far as the check, for a person to decide. */
async function checked(target: string, csv: string): Promise<Batch> {
  return done(run(database, space, async (context) => {
    const created = await createImportBatchAction(context, { ...nothing, query: { fileName: `${target}.csv`, target }, body: await uploaded(bytesOf(csv)) });
    if (!created.ok) return created;
    const params = { batchId: created.value.id };
    const mapped = await mapImportBatchAction(context, { ...nothing, params, body: { mapping: created.value.mapping }, ifMatch: created.value.version });
    return mapped.ok ? checkImportBatchAction(context, { ...nothing, params }) : mapped;
  }));
}
const undo = (batch: Batch) => done(run(database, space, (context) => undoImportBatchAction(context, { ...nothing, params: { batchId: batch.id }, ifMatch: batch.version })));
const reasons = (batch: Batch) => (batch.counts?.reasons ?? []).map(({ reason }) => reason);
const rowsOf = async (batch: Batch) => (await done(run(database, space, (context) => listImportRowsAction(context, { ...nothing, params: { batchId: batch.id }, query: { limit: 100 } })))).items;
const sentences = async (batch: Batch) => (await rowsOf(batch)).map((row) => row.reasons.map(({ text }) => text.en).join(' '));
const rows = <Row>(text: string) => query<Row>(database, space, text);

describe('the targets of the register, one building on the other', () => {
  let members: Batch;
  let titles: Batch;
  let bodies: Batch;

  it('clusters stand where their places are, several to a cluster', async () => {
    const batch = await imported('cluster', '集群名称,级别,主导产业,城市,辐射区,行业代码\n样例智能家电集群,国家级,家电,佛山市、中山市,江门市；广东,C385\n样例智能家电集群,国家级,家电,佛山市,,\n样例陶瓷集群,,陶瓷,佛山,,XX99\n,省级,,,,\n');
    expect(groupsOf(batch)).toEqual({ newCluster: 2, repeated: 1, rejected: 1 });
    expect(batch.outcome).toMatchObject({ created: 2 });
    expect(await rows("select level, field, batch_version, territories @> array['cn:440600', 'cn:442000', 'cn:440700'] as placed, (select array_agg(scope || ' ' || territory_id order by scope, territory_id) from cluster_territory t where t.cluster_id = cluster.id) as scopes, industries as typed from cluster order by sort_name desc limit 1"))
      .toEqual([{ level: 'national', field: '家电', batch_version: 1, placed: true, scopes: ['base cn:440600', 'base cn:442000', 'radiates cn:440000', 'radiates cn:440700'], typed: ['gbt4754:C', 'gbt4754:C38'] }]);
    expect(reasons(batch)).toContain('industryCodeUnknown');
    expect(groupsOf(await imported('cluster', 'cluster,city\n样例陶瓷集群,佛山\n'))).toEqual({ known: 1 });
  });

  it('memberships find cluster and organisation, and ask where two are called alike', async () => {
    await imported('organisation', '企业名称,统一社会信用代码,城市,行业代码\n样例甲机械有限公司,91440600MA4UHGQW8L,佛山市,C3851\n样例乙陶瓷有限公司,,佛山市,C30\n样例同名有限公司,,佛山市,\n样例同名有限公司,,广州市,30\n');
    expect(await rows('select array_agg(industry_id order by industry_id) as ids from organisation where industry_id is not null')).toEqual([{ ids: ['gbt4754:C30', 'gbt4754:C30', 'gbt4754:C38'] }]);
    expect(await rows('select count(*)::int as count from organisation')).toEqual([{ count: 4 }]);
    const csv = '集群名称,企业名称,统一社会信用代码,成员类别,加入日期\n样例智能家电集群,样例乙陶瓷有限公司,,核心,2023年6月\n样例智能家电集群,样例乙陶瓷有限公司,,核心,2023年6月\n样例智能家电集群,样例同名有限公司,,,\n样例智能家电集群,样例没有有限公司,,,\n没有这个集群,样例乙陶瓷有限公司,,,\n样例陶瓷集群,样例乙陶瓷有限公司,91440600MA4UHGQW80,,\n样例陶瓷集群,样例乙陶瓷有限公司,,奇怪,2023-02-30\n';
    const open = await checked('membership', csv);
    expect(groupsOf(open)).toEqual({ newMember: 1, repeated: 1, toChoose: 1, rejected: 4 });
    const [, , ask, unknown, cluster, code, date] = await sentences(open);
    expect([ask, unknown, cluster]).toEqual(['“样例同名有限公司” may be one of 2 organisations. Please choose.', 'The register has no organisation “样例没有有限公司”. Import it first, or check name and code.', 'There is no cluster “没有这个集群”. Import it first, or check the name.']);
    expect(code).toContain('check character');
    expect(date).toContain('The date “2023-02-30” cannot be read.');
    const candidate = (await rowsOf(open))[2]?.candidates[0]?.id ?? '';
    const decided = await done(run(database, space, (context) => decideImportRowsAction(context, { ...nothing, params: { batchId: open.id }, body: { rowNumbers: [4], candidateId: candidate } })));
    expect(groupsOf(decided)).toMatchObject({ newMember: 2 });

    // Who 样例同名有限公司 is was said once, and is asked in no later file.
    members = await imported('membership', csv);
    expect(members.outcome).toMatchObject({ created: 2 });
    expect(groupsOf(members)).toEqual({ newMember: 2, repeated: 1, rejected: 4 });
    expect((await sentences(members))[2]).toContain('样例同名有限公司');
    expect(await rows("select class, since::text, granting, batch_id is not null as imported from membership order by class")).toEqual([{ class: 'core', since: '2023-06-01', granting: true, imported: true }, { class: 'other', since: null, granting: true, imported: true }]);
    expect(await rows("select count(*)::int as notes from audit_entry where event = 'cluster.memberAdded'")).toEqual([{ notes: 2 }]);
    const again = await imported('membership', '集群名称,企业名称,成员类别\n样例智能家电集群,样例乙陶瓷有限公司,合作伙伴\n');
    expect(groupsOf(again)).toEqual({ known: 1 });
    expect(await sentences(again)).toEqual(['This is there already with other content (class) and stays as it is.']);
  });

  it('outside of one’s mandate nothing is written, row by row', async () => {
    const foreign = await imported('cluster', '集群名称,城市\n样例深圳集群,深圳市\n样例佛山集群,佛山市\n', inFoshan);
    expect(groupsOf(foreign)).toEqual({ newCluster: 1, rejected: 1 });
    expect(await sentences(foreign)).toEqual(expect.arrayContaining([expect.stringContaining('Outside your mandate.')]));
    await imported('cluster', '集群名称,城市\n样例深圳集群,深圳市\n');
    expect(groupsOf(await imported('membership', '集群名称,企业名称\n样例深圳集群,样例乙陶瓷有限公司\n样例佛山集群,样例乙陶瓷有限公司\n', inFoshan))).toEqual({ newMember: 1, rejected: 1 });
    await imported('organisation', '企业名称,城市\n样例深圳机械有限公司,深圳市\n');
    const site = await imported('site', '企业名称,城市\n样例深圳机械有限公司,深圳市\n样例新建有限公司,深圳市\n样例新建有限公司,佛山市\n', inFoshan);
    expect(groupsOf(site)).toEqual({ newOrganisation: 1, rejected: 2 });
  });

  it('titles say what, from whom, in which round and until when', async () => {
    titles = await imported('title', '企业名称,称号,认定单位,级别,批次,认定日期,有效期至\n样例乙陶瓷有限公司,小巨人,样例部门,国家级,第三批,2021-07,2024-06-30\n样例乙陶瓷有限公司,单项冠军,,,,2023,2022\n样例乙陶瓷有限公司,什么,,,,,\n');
    expect(groupsOf(titles)).toEqual({ newTitle: 1, rejected: 2 });
    expect(await rows('select key, issuer, level, batch, valid_from::text, valid_until::text from title')).toEqual([{ key: 'littleGiant', issuer: '样例部门', level: 'national', batch: '第三批', valid_from: '2021-07-01', valid_until: '2024-06-30' }]);
    expect(groupsOf(await imported('title', '企业名称,称号,批次\n样例乙陶瓷有限公司,专精特新“小巨人”企业,第三批\n样例乙陶瓷有限公司,小巨人,第四批\n'))).toEqual({ newTitle: 1, known: 1 });
  });

  it('bodies come with their seats, in the organisation of their cluster', async () => {
    const csv = '集群,机构性质,机构名称,姓名,职务,单位,部门\n样例智能家电集群,理事会,理事会,样例某,理事长,样例乙陶瓷有限公司,市场\n样例智能家电集群,决策,理事会,样例某二,理事,,政府\n样例智能家电集群,秘书处,秘书处,,,,\n样例陶瓷集群,理事会,理事会,,,,\n';
    expect(await sentences(await imported('body', csv))).toContain('The cluster has no cluster organisation “–”. Enter it on the page of the cluster first, or check the name.');
    await rows("insert into cluster_organisation (space_id, id, cluster_id, organisation_id, role, legal_form, third_party, non_profit, created_at) select c.space_id, gen_random_uuid(), c.id, o.id, 'main', 'notStated', 'notStated', 'notStated', now() from cluster c, organisation o where c.name ->> 'zh' = '样例智能家电集群' and o.name ->> 'zh' = '样例乙陶瓷有限公司'");
    bodies = await imported('body', csv);
    expect(groupsOf(bodies)).toEqual({ newBody: 1, newSeat: 2, rejected: 1 });
    expect(await rows("select b.slot, b.name ->> 'zh' as name, (select count(*)::int from seat s where s.body_id = b.id) as seats from body b order by slot")).toEqual([{ slot: 'decide', name: '理事会', seats: 2 }, { slot: 'run', name: '秘书处', seats: 0 }]);
    expect(groupsOf(await imported('body', csv))).toMatchObject({ known: 3 });
    const pages = async (batch: Batch) => [...new Set((await rowsOf(batch)).map(({ page }) => page?.replace(/[^/]*$/, '') ?? null))];
    expect(await pages(bodies)).toEqual(['/clusters/', null]);
    expect([await pages(titles), await pages(members)]).toEqual([['/organisations/', null], ['/clusters/', null]]);
  });

  it('places carry kind, area and pin', async () => {
    const csv = '园区名称,园区类型,级别,城市,经度,纬度,规划面积,运营单位\n样例高新区,高新区,国家级,佛山市,113.12,23.02,1250公顷,样例乙陶瓷有限公司\n样例孵化器,孵化器,,佛山市,23.02,113.12,,没有的单位\n样例无类,,,佛山市,,,,\n';
    const batch = await imported('place', csv);
    expect(groupsOf(batch)).toEqual({ newPlace: 2, rejected: 1 });
    expect(await rows("select kind, subtype, area_km2::text as area, pin_verdict, operator_id is not null as run from place order by subtype")).toEqual([{ kind: 'park', subtype: 'highTechZone', area: '12.500000', pin_verdict: 'inside', run: true }, { kind: 'facility', subtype: 'incubator', area: null, pin_verdict: 'noPin', run: false }]);
    expect(reasons(batch)).toEqual(expect.arrayContaining(['pinSwapped', 'operatorUnknown']));
    expect(groupsOf(await imported('place', csv))).toMatchObject({ known: 2 });
    expect((await undo(batch)).outcome).toMatchObject({ removed: 2, kept: 0 });
  });

  it('are taken back but for what somebody changed since', async () => {
    await rows('update membership set updated_at = now()');
    expect((await undo(members)).outcome).toMatchObject({ removed: 0, kept: 2 });
    expect((await undo(titles)).outcome).toMatchObject({ removed: 1, kept: 0 });
    expect((await undo(bodies)).outcome).toMatchObject({ removed: 4, kept: 0 });
  });
});

describe('a pin of a site', () => {
  it('is checked against its code, and says what is wrong with it', async () => {
    const batch = await imported('site', `企业名称,行政区划代码,经度,纬度,坐标系
样例一厂,440600,113.12,23.02,WGS-84
样例二厂,440600,23.02,113.12,
样例三厂,440600,0,0,
样例四厂,440600,38404000,2540000,
样例五厂,440600,116.4,39.9,高德
样例六厂,371200,117.66,36.21,
样例七厂,542400,92.05,31.48,
样例八厂,371202,117.66,36.21,
样例九厂,440600,113°07′19″,23°1′17″,百度
样例十厂,440606003001,200,23.02,
样例十一厂,999999,113.12,23.02,
样例十二厂,440600,,23.02,
`);
    const found = await rows<{ name: string; at: string | null; verdict: string; drawn: boolean }>("select o.name ->> 'zh' as name, s.territory_id as at, s.pin_verdict as verdict, o.longitude is not null as drawn from organisation_site s join organisation o on o.id = s.organisation_id where s.batch_id is not null and o.name ->> 'zh' like '样例%厂'");
    const of = (name: string) => found.filter((row) => row.name === name).map(({ at, verdict, drawn }) => [at, verdict, drawn])[0];
    expect(of('样例一厂')).toEqual(['cn:440600', 'inside', true]);
    expect(of('样例二厂')).toEqual(['cn:440600', 'noPin', false]);
    expect(of('样例五厂')).toEqual(['cn:440600', 'outside', false]);
    expect(of('样例六厂')).toEqual(['cn:370100', 'inside', true]);
    expect(of('样例七厂')).toEqual(['cn:540600', 'inside', true]);
    expect(of('样例八厂')).toEqual(['cn:370116', 'noPolygon', true]);
    expect(of('样例九厂')).toEqual(['cn:440600', 'inside', true]);
    expect(of('样例十厂')?.[0]).toBe('cn:440606');
    expect(of('样例十一厂')?.[0]).toBeNull();
    const said = await sentences(batch);
    expect(said[1]).toContain('Longitude and latitude look exchanged');
    expect(said[2]).toContain('which is no position');
    expect(said[3]).toContain('projected metres');
    expect(said[4]).toMatch(/lie about 1,?8\d\d km outside Foshan/);
    expect(said[5]).toContain('Administrative code 371200 is no longer used; today it is Jinan 370100.');
    expect(said[6]).toContain('today it is Nagqu 540600');
    expect(said[9]).toContain('out of range');
    expect(said[11]).toContain('Only one of longitude and latitude');
    expect((await rowsOf(batch))[5]?.candidates.map(({ id }) => id)).toEqual(['cn:370116', 'cn:370117']);
  });

  it('joins a known organisation by code, and leaves it unchanged when taken back', async () => {
    const version = async () => (await rows<{ version: number; sites: number }>("select version, (select count(*)::int from organisation_site s where s.organisation_id = o.id) as sites from organisation o where uscc = '91440600MA4UHGQW8L'"))[0];
    const before = await version();
    if (!before) throw new Error('the organisation was imported above');
    const batch = await imported('site', '企业名称,统一社会信用代码,城市,地址\n别的名字,91440600MA4UHGQW8L,广州市,样例路 1 号\n');
    expect(groupsOf(batch)).toEqual({ newSite: 1 });
    expect((await version())?.sites).toBe(before.sites + 1);
    expect((await undo(batch)).outcome).toMatchObject({ removed: 1, kept: 0 });
    expect((await version())?.sites).toBe(before.sites);
  });
});
