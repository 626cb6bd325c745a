import { beforeAll, describe, expect, it } from 'vitest';
import { insertOrganisations } from '#modules/registry/index.ts';
import { undoImportBatchAction } from '#modules/intake/actions/apply-import-batch.ts';
import { ok } from '#platform/result/result.rules.ts';
import { freshDatabase } from '#platform/testing/test-database.ts';
import { importInSpace } from '../../../test/import-in-space.ts';
import { done, groupsOf, nothing, query, run } from '../../../test/run-in-space.ts';
import { readFigure } from './words/figure-cell.rules.ts';

const database = await freshDatabase();
let space: string;
const bytes = (text: string) => new TextEncoder().encode(text);
const bring = (target: string, text: string, constants: Record<string, string> = {}) => importInSpace(database, space, { bytes: bytes(text), fileName: `${target}.csv`, target, constants });
const reasonsOf = (imported: Awaited<ReturnType<typeof bring>>) => Object.fromEntries((imported.checked.counts?.reasons ?? []).map(({ reason, count }) => [reason, count]));

beforeAll(async () => {
  space = await database.createSpace();
  await done(run(database, space, async (context) => ok(await insertOrganisations(context, [
    { name: { zh: '样例精密机械有限公司' }, type: 'enterprise', uscc: '91440101MA59C2WX5T', externalCode: null, sizeClass: null, industryLabel: null, foundedYear: null, website: null, description: null, industryId: null, subtype: null, sector: null, ownership: null, origin: null, visibility: 'open', batchId: null, territoryId: null, sites: [] },
  ]))));
});

describe('a cell', () => {
  it.each([
    ['7400.0', '=', '7400'], ['0', '=', '0'], ['-0.50', '=', '-0.5'], ['2 114.57', '=', '2114.57'], ['1,234.5', '=', '1234.5'], ['３．９亿', '=', '390000000'], ['≥70%', '>=', '70'], ['约20余家', 'about', '20'], ['20余家', '>', '20'], ['1.5e-3', '=', '0.0015'], ['007', '=', '7'],
  ])('%s', (text, operator, value) => {
    const read = readFigure(text, null);
    expect(read.ok ? [read.figure?.operator, read.figure?.value] : [null, null]).toEqual([operator, value]);
  });
  it('tells missing, suppressed and not applicable apart from zero and from nothing at all', () => {
    const kinds = ['0', '', 'x', '隐去', ':', 'z', '—', '不详'].map((text) => {
      const read = readFigure(text, null);
      return read.ok ? (read.figure ? (read.figure.missing ?? read.figure.value) : null) : read.reason;
    });
    expect(kinds).toEqual(['0', null, 'suppressed', 'suppressed', 'notStated', 'notApplicable', 'notStated', 'notStated']);
  });
});

describe('definitions', () => {
  const file = '指标代码,指标名称,英文名称,定义,监测维度,类型,单位,方向,频率,公式\nrd,研发经费,R&D spending,当年研发支出,创新,金额,CNY,越大越好,年度,\nrevenue,营业收入,Revenue,,运行,金额,CNY,,year,\nrdShare,研发强度,R&D intensity,研发经费占营业收入,创新,比重,%,up,年度,rd / revenue * 100\nbad key,坏,,,,,,,,\n,专利授权量,,,知识产权,计数,件,,,\nwrong,错,,,,比重,人,,,rd +\n';
  it('are read in the words of either language, checked, and written as drafts', async () => {
    const imported = await bring('indicator', file);
    expect(groupsOf(imported.checked)).toEqual({ fresh: 4, rejected: 2 });
    expect(reasonsOf(imported)).toEqual({ keyWrong: 1, meaningWrong: 1 });
    expect(await query(database, space, `select key, dimension, kind, unit, direction, periodicity, state from indicator order by key`)).toEqual([
      { key: 'rd', dimension: 'innovation', kind: 'amount', unit: 'CNY', direction: 'up', periodicity: 'year', state: 'draft' },
      { key: 'rdShare', dimension: 'innovation', kind: 'share', unit: 'percent', direction: 'up', periodicity: 'year', state: 'draft' },
      { key: 'revenue', dimension: 'operation', kind: 'amount', unit: 'CNY', direction: 'none', periodicity: 'year', state: 'draft' },
      { key: 'zhuanlishouquanliang', dimension: 'ip', kind: 'count', unit: 'piece', direction: 'none', periodicity: null, state: 'draft' },
    ]);
    expect(groupsOf((await bring('indicator', file)).checked)).toEqual({ known: 4, rejected: 2 });
  });
});

describe('values', () => {
  it('of territories, one column a year, with operators, gaps and suppressed cells', async () => {
    const file = '地区代码,指标,2023,2024年,备注\n440600,营业收入,"2,114.57亿元",≥3000亿元,甲\n440300,revenue,,x,乙\n省外某地,revenue,1,2,丙\n440100,revenue,五百,1,丁\n';
    const imported = await bring('observation', file);
    expect(imported.created.mapping).toEqual(['subjectCode', 'indicator', 'periodColumn', 'periodColumn', null]);
    expect(groupsOf(imported.checked)).toEqual({ fresh: 2, rejected: 2 });
    expect(reasonsOf(imported)).toEqual({ subjectUnknown: 1, figureUnreadable: 1 });
    expect(await query(database, space, `select subject_id as subject, period, operator, trim_scale(value)::text as value, value_text as written, unit, missing, origin_row as row from observation order by subject_id, period`)).toEqual([
      { subject: 'cn:440300', period: '2024', operator: 'notStated', value: null, written: 'x', unit: null, missing: 'suppressed', row: 3 },
      { subject: 'cn:440600', period: '2023', operator: '=', value: '211457000000', written: '2,114.57亿元', unit: 'CNY', missing: null, row: 2 },
      { subject: 'cn:440600', period: '2024', operator: '>=', value: '300000000000', written: '≥3000亿元', unit: 'CNY', missing: null, row: 2 },
    ]);
  });

  it('that differ from what is there stand beside it; the same again change nothing; other units are refused', async () => {
    const again = await bring('observation', '地区,指标,年份,数值,单位\n佛山市,revenue,2023,2114.57亿,CNY\n佛山市,revenue,2022,5,人\n深圳市,revenue,2024,100,CNY\n深圳市,revenue,2024,101,CNY\n');
    expect(groupsOf(again.checked)).toEqual({ known: 1, fresh: 1, rejected: 2 });
    expect(reasonsOf(again)).toEqual({ standsBeside: 1, unitMisfit: 1, saidTwice: 1 });
  });

  it('come with growth as it is published, kept beside them with what happened to the list', async () => {
    const file = '地区,指标,时期,数值,同比,新进,退出\n佛山市,industrialOutput,2024年1-2月,120亿元,8.4%,12,5\n佛山市,industrialOutput,2024年1-3月,200亿元,增长7.1%,,\n佛山市,industrialOutput,2024年1-4月,,约6%,,\n佛山市,industrialOutput,2024年1-5月,,下降0.3%,,\n';
    const imported = await bring('observation', file);
    expect(imported.created.mapping).toEqual(['subject', 'indicator', 'period', 'value', 'growth', 'enteredUnits', 'leftUnits']);
    expect([groupsOf(imported.checked), reasonsOf(imported)]).toEqual([{ freshIndicator: 3, rejected: 1 }, { figureUnreadable: 1 }]);
    expect(await query(database, space, `select period, trim_scale(value)::text as value, unit, comparable, entered_units as entered, left_units as left, origin_row as row from growth_statement order by period`)).toEqual([
      { period: '2024-YTD02', value: '8.4', unit: 'percent', comparable: true, entered: 12, left: 5, row: 2 }, { period: '2024-YTD03', value: '7.1', unit: 'percent', comparable: true, entered: null, left: null, row: 3 },
      { period: '2024-YTD05', value: '-0.3', unit: 'percent', comparable: true, entered: null, left: null, row: 5 },
    ]);
    expect(groupsOf((await bring('observation', file)).checked)).toEqual({ known: 3, rejected: 1 });
    await done(run(database, space, (context) => undoImportBatchAction(context, { ...nothing, params: { batchId: imported.created.id }, ifMatch: imported.applied?.version ?? 0 })));
    expect(await query(database, space, `select (select count(*) from growth_statement)::int as growth, (select count(*) from indicator where key = 'industrialOutput')::int as drafts`)).toEqual([{ growth: 0, drafts: 0 }]);
  });

  it('of organisations need a basis and are internal', async () => {
    const rows = '统一社会信用代码,指标,年份,数值\n91440101MA59C2WX5T,revenue,2024,1200万元\n';
    expect(reasonsOf(await bring('observation', rows, { subjectKind: 'organisation' }))).toEqual({ basisMissing: 1 });
    const imported = await bring('observation', rows, { subjectKind: '机构', basis: '统计调查' });
    expect(groupsOf(imported.checked)).toEqual({ fresh: 1 });
    expect(await query(database, space, `select trim_scale(value)::text as value, basis, visibility from observation where subject_kind = 'organisation'`)).toEqual([{ value: '12000000', basis: 'statisticalSurvey', visibility: 'internal' }]);
    const undone = await done(run(database, space, (context) => undoImportBatchAction(context, { ...nothing, params: { batchId: imported.created.id }, ifMatch: imported.applied?.version ?? 0 })));
    expect(undone.outcome).toMatchObject({ removed: 1, kept: 0 });
  });
});

describe('tables', () => {
  const constants = { table: '样例表', period: '2024', areaSystem: 'cn', industrySystem: 'gbt4754', unit: '人' };
  const cells = () => query(database, space, `select a.code, a.territory_id as territory, array_to_string(r.cells, ',', '-') as cells, r.marks, trim_scale(r.stated_total)::text as total from cross_table_row r join area a on a.id = r.area_id order by a.code`);
  it('keep totals apart, and tell empty, zero and suppressed', async () => {
    const imported = await bring('regionIndustry', '地区,C39,C35,合计\n440600,10,0,10\n440300,,x,7\n合计,10,0,17\n', constants);
    expect(imported.created.mapping).toEqual(['region', 'industryColumn', 'industryColumn', 'total']);
    expect(groupsOf(imported.checked)).toEqual({ fresh: 2, total: 1 });
    expect(await cells()).toEqual([{ code: '440300', territory: 'cn:440300', cells: '-,-', marks: 'ms', total: '7' }, { code: '440600', territory: 'cn:440600', cells: '10,0', marks: 'vv', total: '10' }]);
    expect(await query(database, space, 'select position, trim_scale(stated_total)::text as total from cross_table_column order by position')).toEqual([{ position: 1, total: '10' }, { position: 2, total: '0' }]);
  });
  it('take one cell a row as well, and make the same table', async () => {
    const imported = await bring('regionIndustry', 'region,industry,value\n440600,C39,10\n440100,C39,5\n440100,C40,6\n440100,C40,7\n440300,C39,~8\n', constants);
    expect(groupsOf(imported.checked)).toEqual({ known: 1, fresh: 2, rejected: 2 });
    expect(reasonsOf(imported)).toEqual({ cellRepeated: 1, boundNotCell: 1 });
    expect((await cells())[0]).toEqual({ code: '440100', territory: 'cn:440100', cells: '5,-,6', marks: 'vmv', total: null });
  });
});
