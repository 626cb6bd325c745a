import type { Context } from '#platform/module/module.ts';
import { ensureCoded, codedKey } from '../store/area.store.ts';
import { insertBreak, insertSplice } from '../store/break.store.ts';
import { addColumns, insertTable, writeLines } from '../store/cross-table-write.store.ts';
import { insertGrowth } from '../store/growth.store.ts';
import { insertIndicators } from '../store/indicator.store.ts';
import { writeObservations } from '../store/observation-write.store.ts';
import { findSampleSubjects } from '../store/sample.store.ts';
import { insertVintage } from '../store/vintage.store.ts';
import { indicatorInputSchema } from '../words/indicator.schema.ts';
import { breakInputSchema, growthInputSchema } from '../words/reading.schema.ts';
import { sampleIndicators } from './sample-indicators.ts';
import { sampleObservations } from './sample-values.ts';

const mostOrganisations = 40;
const regions = ['样例甲区', '样例乙区', '样例丙区', '样例丁区', '样例戊区', '样例己区'];
const industries = ['样例整机', '样例部件', '样例材料', '样例软件', '样例服务'];
type SampleCell = number | 's' | 'm' | 'n';
/** One row a region, one column an industry; s is withheld, m not stated, n not applicable. */
const employees: readonly (readonly SampleCell[])[] = [
  [1240, 860, 120, 45, 310], [380, 2210, 540, 0, 275], [0, 95, 1830, 12, 's'], [610, 430, 'm', 980, 720], [55, 's', 'n', 24, 190], [905, 310, 260, 0, 145],
];
const employeesBefore: readonly (readonly SampleCell[])[] = [
  [1010, 820, 150, 20, 240], [400, 1680, 560, 0, 230], [0, 120, 1460, 15, 's'], [590, 450, 'm', 610, 560], [60, 80, 'n', 20, 150], [720, 330, 240, 0, 150],
];
const establishments: readonly (readonly SampleCell[])[] = [
  [42, 31, 6, 4, 25], [15, 88, 20, 0, 19], [0, 7, 51, 2, 12], [24, 18, 'm', 63, 48], [4, 5, 'n', 3, 14], [29, 14, 11, 0, 9],
];
const sampleTables = [
  { key: 'sample', name: { zh: '样例：分地区分行业从业人员', en: 'Sample: employees by region and industry' }, measure: '从业人员（生成）', unit: 'person', period: '2024', cells: employees },
  { key: 'sample', name: { zh: '样例：早期分地区分行业从业人员', en: 'Sample: earlier employees by region and industry' }, measure: '从业人员（生成）', unit: 'person', period: '2020', cells: employeesBefore },
  { key: 'sample units', name: { zh: '样例：分地区分行业单位数', en: 'Sample: establishments by region and industry' }, measure: '单位数（生成）', unit: 'unit', period: '2024', cells: establishments },
] as const;

/** Definitions of the six dimensions, and generated figures on what the sample of the register made, all marked. */
export async function loadSample(context: Context): Promise<Record<string, string>> {
  const inputs = sampleIndicators.map((one) => ({ ...indicatorInputSchema.parse(one), state: 'active' as const, productDefault: true }));
  const ids = await insertIndicators(context, inputs);
  const indicators = new Map(inputs.map(({ key }, at) => [key, ids[at] ?? '']));
  const subjects = await findSampleSubjects(context.db, mostOrganisations);
  const sourceId = subjects.sources.find(({ kind }) => kind === 'officialStatistics')?.id ?? null;
  const note = '样例版次，生成。\nA generated sample.';
  const preliminary = await insertVintage(context, { sourceId, title: '样例：2024 年初步数', releasedOn: '2025-02-28', note });
  const final = await insertVintage(context, { sourceId, title: '样例：2024 年最终数', releasedOn: '2025-10-31', note });
  if (!preliminary || !final) throw new Error('the sample is loaded once');
  await writeObservations(context, sampleObservations({ subjects, indicators, preliminary: preliminary.id, final: final.id, originId: context.newId() }));
  await loadGrowth(context, { indicatorId: indicators.get('industrialOutput') ?? '', clusters: subjects.clusters, sourceId, vintageId: final.id });
  await loadBreak(context, indicators.get('revenue') ?? '');
  for (const table of sampleTables) await loadTable(context, sourceId, final.id, table);
  context.audit({ event: 'indicator.sampleLoaded', subject: { kind: 'indicator', id: ids[0] ?? '' }, changes: { indicators: [null, ids.length] } });
  return {};
}

/** Growth on a comparable list, which is not what dividing the two values gives. */
async function loadGrowth(context: Context, { indicatorId, clusters, sourceId, vintageId }: { indicatorId: string; clusters: readonly string[]; sourceId: string | null; vintageId: string }): Promise<void> {
  for (const [at, subjectId] of clusters.slice(0, 6).entries()) {
    const stated = growthInputSchema.parse({ subjectKind: 'cluster', subjectId, period: '2024-YTD12', value: (5.2 + at * 0.7).toFixed(1), enteredUnits: 6 + at, leftUnits: 3, reclassifiedUnits: at % 2 === 0 ? 1 : null, note: '样例，生成', sourceId, vintageId, basis: 'public' });
    await insertGrowth(context, indicatorId, stated, true);
  }
}

async function loadBreak(context: Context, indicatorId: string): Promise<void> {
  const before = '样例：含集群外关联企业';
  const input = breakInputSchema.parse({ startsOn: '2022-01-01', kind: 'definition', beforeWords: before, afterWords: '样例：只计集群内企业', note: '样例，生成' });
  const id = await insertBreak(context, indicatorId, input, 'sample');
  await insertSplice(context, id, { method: 'overlap', factor: '0.94', overlapPeriod: '2022', reason: '样例：2022 年两种口径并列' });
}

async function loadTable(context: Context, sourceId: string | null, vintageId: string, { cells, ...said }: (typeof sampleTables)[number]): Promise<void> {
  const areas = await ensureCoded(context, 'area', regions.map((code) => ({ system: '样例区划', code })), null);
  const columns = await ensureCoded(context, 'industry', industries.map((code) => ({ system: '样例行业', code })), null);
  // the vintage is the one of 2024; the earlier table has none
  const table = await insertTable(context, { ...said, vintageId: said.period === '2024' ? vintageId : null, sourceId, areaSystem: '样例区划', industrySystem: '样例行业', basis: 'public', batchId: null, sample: true });
  await addColumns(context, table, industries.map((code, at) => ({ id: columns.get(codedKey('样例行业', code)) ?? '', position: at + 1 })));
  await writeLines(context, table, null, regions.map((code, at) => {
    const own = cells[at] ?? [];
    return { areaId: areas.get(codedKey('样例区划', code)) ?? '', position: at + 1, cells: own.map((cell) => (typeof cell === 'number' ? String(cell) : null)), marks: own.map((cell) => (typeof cell === 'number' ? 'v' : cell)).join(''), total: null, row: null, rows: null };
  }));
}
