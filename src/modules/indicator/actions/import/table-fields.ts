import type { ImportField, ImportTarget } from '#platform/module/module.ts';
import { basisField } from './indicator-fields.ts';
import { areaSystemField, figureReason, periodField, unitField, vintageField } from './observation-fields.ts';

export const tableImportFields: readonly ImportField[] = [
  { key: 'table', label: { zh: '表名', en: 'Table' }, required: true, perFile: true, hints: ['表名', '表', 'table', 'table name'], note: { zh: '同名、同期、同版次的文件归入同一张表。', en: 'Files with the same name, period and vintage make one table.' }, example: '分地区分行业从业人员' },
  { key: 'measure', label: { zh: '度量', en: 'Measure' }, required: false, perFile: true, hints: ['度量', '指标', 'measure', 'indicator', 'variable'], note: { zh: '单元格里数的是什么。', en: 'What the cells count.' }, example: '从业人员' },
  { ...unitField, note: { zh: '单元格的单位；留空表示来源没有说明。', en: 'Unit of the cells; leave it empty where the source does not say.' } },
  { ...periodField, required: true },
  { ...areaSystemField, required: true, note: { zh: '地区一列所用的区划；我国行政区划填 cn。', en: 'The geography of the regions; cn for Chinese divisions.' }, example: 'SA2 2011' },
  { key: 'industrySystem', label: { zh: '行业体系', en: 'Industry system' }, required: true, perFile: true, hints: ['行业体系', '行业分类', 'industry system', 'classification'], note: { zh: '行业所用的分类，如 ANZSIC 2006；国民经济行业分类填 gbt4754。', en: 'The classification of the industries, such as ANZSIC 2006; gbt4754 for GB/T 4754.' }, example: 'ANZSIC 2006' },
  { key: 'region', label: { zh: '地区', en: 'Region' }, required: true, kind: 'code', hints: ['地区', '地区代码', '行政区划代码', '区域', 'region', 'region code', 'area', 'area code', 'geo', 'sa2', 'county', 'fips', 'nuts2', 'nuts3', 'code'], example: '440600' },
  { key: 'regionName', label: { zh: '地区名称', en: 'Name of the region' }, required: false, hints: ['地区名称', '区域名称', 'region name', 'area name'] },
  { key: 'industry', label: { zh: '行业', en: 'Industry' }, required: false, kind: 'code', hints: ['行业', '行业代码', 'industry', 'industry code', 'sector', 'naics', 'nace', 'isic', 'sic'], note: { zh: '每行一个单元格时填写。', en: 'For files with one cell a row.' }, example: 'C39' },
  { key: 'industryName', label: { zh: '行业名称', en: 'Name of the industry' }, required: false, hints: ['行业名称', 'industry name', 'sector name'] },
  { key: 'value', label: { zh: '数值', en: 'Value' }, required: false, kind: 'number', hints: ['数值', '值', 'value', 'employment', 'jobs', 'obs_value', 'count', 'firms'], note: { zh: '每行一个单元格时填写。', en: 'For files with one cell a row.' } },
  { key: 'total', label: { zh: '合计', en: 'Total' }, required: false, kind: 'number', hints: ['合计', '总计', 'total', 'all industries', 'sum'], note: { zh: '来源给出的合计，单独存放，不当作一个行业。', en: 'The total as the source states it; kept apart, never an industry.' } },
  { key: 'industryColumn', label: { zh: '行业，每列一个', en: 'Industries, one a column' }, required: false, hints: [], repeats: { of: 'rest', unless: 'value' } },
  vintageField,
  basisField,
];

export const tableImportGroups = [
  { key: 'fresh', label: { zh: '新的一行', en: 'New rows' }, written: true },
  { key: 'total', label: { zh: '来源给出的合计，单独存放', en: 'Totals as stated, kept apart' }, written: true },
  { key: 'known', label: { zh: '已有相同数值，不改动', en: 'The same figures are there already' }, written: false },
  { key: 'empty', label: { zh: '没有数值', en: 'No figures in the row' }, written: false },
  { key: 'rejected', label: { zh: '不能写入', en: 'Cannot be written' }, written: false },
] as const satisfies ImportTarget['groups'];

export const tableImportReasons = {
  figureUnreadable: figureReason,
  regionMissing: { zh: '没有写明地区。', en: 'No region is named.' },
  regionRepeated: { zh: '第 {{row}} 行是同一地区。', en: 'Row {{row}} is the same region.', short: { zh: '地区重复', en: 'Region used twice' } },
  cellRepeated: { zh: '第 {{row}} 行是同一地区、同一行业。', en: 'Row {{row}} is the same region and industry.', short: { zh: '单元格重复', en: 'Cell used twice' } },
  industryMissing: { zh: '没有写明行业。', en: 'No industry is named.' },
  industryTwice: { zh: '有两列都叫“{{value}}”。', en: 'Two columns are called “{{value}}”.', short: { zh: '行业列重名', en: 'Two columns of one name' } },
  periodUnreadable: { zh: '时期“{{value}}”无法识别。', en: 'The period “{{value}}” cannot be read.', short: { zh: '时期无法识别', en: 'Period cannot be read' } },
  unitUnknown: { zh: '单位“{{value}}”无法识别。', en: 'The unit “{{value}}” is not known.', short: { zh: '单位无法识别', en: 'Unit not known' } },
  boundNotCell: { zh: '“{{value}}”不是确切的数，表中的单元格要么是确切的数，要么注明缺失。', en: '“{{value}}” is no exact figure; a cell of a table is exact or says that it is missing.', short: { zh: '不是确切的数', en: 'Not an exact figure' } },
  otherFigures: { zh: '表中该地区已有不同的数值。若是另一次发布，请填写版次。', en: 'The table holds other figures for this region. If this is another release, name its vintage.', short: { zh: '与表中已有数值不同', en: 'Differs from what the table holds' } },
  outsideMandate: { zh: '不在你的职责范围内。', en: 'Outside your mandate.' },
} as const satisfies ImportTarget['reasons'];
export type TableImportReason = keyof typeof tableImportReasons;
