import { units } from '#kernel/quantity/unit.ts';
import type { ImportField, ImportTarget } from '#platform/module/module.ts';
import { bases, dimensions, directions, indicatorKinds, periodicities, timings } from '../../words/indicator.schema.ts';
import { wordsOf } from '../../store/words.ts';

const choices = (group: string, values: readonly string[]) => values.map((value) => ({ value, label: wordsOf(`${group}.${value}`) }));

/** Units as a template lists them: figures, then currencies. */
export const unitChoices = units.map(({ code, zh, en }) => ({ value: code, label: { zh: zh || code, en: en || code } }));
export const basisField: ImportField = { key: 'basis', label: { zh: '采集依据', en: 'Basis' }, required: false, perFile: true, kind: 'choice', choices: choices('basis', bases), hints: ['采集依据', '依据', 'basis', 'legal basis'], note: { zh: '统计调查、行政记录、自愿报送或公开数据；决定数据可用于什么。', en: 'Statistical survey, administrative, voluntary or public; it decides what the figures may be used for.' }, example: 'public' };

export const indicatorImportFields: readonly ImportField[] = [
  { key: 'key', label: { zh: '指标代码', en: 'Key' }, required: false, kind: 'code', hints: ['指标代码', '代码', 'key', 'indicator code', 'indicator id', 'code'], note: { zh: '字母开头，可含数字、点、下划线和连字符；留空则由名称生成。', en: 'Begins with a letter; digits, dots, underscores and hyphens may follow. Made from the name where left empty.' }, example: 'rdIntensity' },
  { key: 'name', label: { zh: '指标名称', en: 'Name' }, required: true, hints: ['指标名称', '指标', '名称', 'indicator', 'indicator name', 'name'], example: '研发投入强度' },
  { key: 'nameEn', label: { zh: '英文名称', en: 'English name' }, required: false, hints: ['英文名称', 'english name', 'name en'], example: 'R&D intensity' },
  { key: 'definition', label: { zh: '定义', en: 'Definition' }, required: false, hints: ['定义', '指标解释', '口径', 'definition', 'description'], example: '研发经费支出占营业收入的比重' },
  { key: 'definitionEn', label: { zh: '英文定义', en: 'English definition' }, required: false, hints: ['英文定义', 'english definition', 'definition en'] },
  { key: 'dimension', label: { zh: '监测维度', en: 'Dimension' }, required: false, kind: 'choice', choices: choices('dimension', dimensions), hints: ['监测维度', '维度', 'dimension', 'pillar'], example: 'innovation' },
  { key: 'topic', label: { zh: '主题', en: 'Topic' }, required: false, hints: ['主题', '分组', '类别', 'topic', 'group', 'theme', 'category'], example: '研发' },
  { key: 'kind', label: { zh: '类型', en: 'Kind' }, required: false, kind: 'choice', choices: choices('kind', indicatorKinds), hints: ['类型', 'kind', 'type'], example: 'share' },
  { key: 'unit', label: { zh: '单位', en: 'Unit' }, required: false, perFile: true, kind: 'choice', choices: unitChoices, hints: ['单位', '计量单位', 'unit', 'units'], example: 'percent' },
  { key: 'direction', label: { zh: '方向', en: 'Direction' }, required: false, kind: 'choice', choices: choices('direction', directions), hints: ['方向', 'direction', 'polarity'], example: 'up' },
  { key: 'periodicity', label: { zh: '频率', en: 'Periodicity' }, required: false, perFile: true, kind: 'choice', choices: choices('periodicity', periodicities), hints: ['频率', '周期', 'periodicity', 'frequency'], example: 'year' },
  { key: 'decimals', label: { zh: '小数位数', en: 'Decimals' }, required: false, kind: 'number', hints: ['小数位数', 'decimals'], example: '1' },
  { key: 'formula', label: { zh: '公式', en: 'Formula' }, required: false, hints: ['公式', '计算方法', 'formula'], example: 'rdSpending / revenue * 100' },
  { key: 'reportedBy', label: { zh: '填报单位', en: 'Reported by' }, required: false, perFile: true, hints: ['填报单位', '报送单位', 'reported by', 'reporter'] },
  { key: 'population', label: { zh: '统计范围', en: 'Population' }, required: false, perFile: true, hints: ['统计范围', '统计对象', 'population', 'universe', 'statistical population'], note: { zh: '统计哪些单位，如“规模以上工业企业”；两个范围之比会被拒绝。', en: 'Whom it counts; a ratio of two populations is refused.' }, example: '规模以上工业企业' },
  { key: 'timing', label: { zh: '时期或时点', en: 'Flow or stock' }, required: false, perFile: true, kind: 'choice', choices: choices('timing', timings), hints: ['时期或时点', '时点', 'timing', 'flow or stock'], example: 'flow' },
  basisField,
];

export const indicatorImportGroups = [
  { key: 'fresh', label: { zh: '新指标，以草稿写入', en: 'New, written as drafts' }, written: true },
  { key: 'known', label: { zh: '已有该指标，不改动', en: 'There already, left as they are' }, written: false },
  { key: 'rejected', label: { zh: '不能写入', en: 'Cannot be written' }, written: false },
] as const satisfies ImportTarget['groups'];

export const indicatorImportReasons = {
  nameMissing: { zh: '没有指标名称。', en: 'No name is given.' },
  keyWrong: { zh: '代码“{{value}}”不合规：应以字母开头，只含字母、数字、点、下划线和连字符。', en: 'The key “{{value}}” is not allowed: begin with a letter, then letters, digits, dots, underscores and hyphens.', short: { zh: '代码不合规', en: 'Key not allowed' } },
  keyRepeated: { zh: '代码与第 {{row}} 行相同。', en: 'Row {{row}} has the same key.', short: { zh: '代码重复', en: 'Key used twice' } },
  alreadyThere: { zh: '已有代码为 {{key}} 的指标。', en: 'There is an indicator with the key {{key}}.', short: { zh: '已有该指标', en: 'There already' } },
  choiceUnknown: { zh: '“{{value}}”不在允许的取值内，已留空。', en: '“{{value}}” is not one of the allowed values; left empty.', short: { zh: '取值无法识别', en: 'Value not known' } },
  unitUnknown: { zh: '单位“{{value}}”无法识别，已留空。', en: 'The unit “{{value}}” is not known; left empty.', short: { zh: '单位无法识别', en: 'Unit not known' } },
  meaningWrong: { zh: '类型、单位与公式不一致：{{zh}}', en: 'Kind, unit and formula do not agree: {{en}}', short: { zh: '类型、单位与公式不一致', en: 'Kind, unit and formula disagree' } },
  textCut: { zh: '“{{field}}”过长，已截断。', en: '“{{field}}” is too long and was cut.', short: { zh: '文字过长，已截断', en: 'Text too long, cut' } },
  outsideMandate: { zh: '不在你的职责范围内。', en: 'Outside your mandate.' },
} as const satisfies ImportTarget['reasons'];
