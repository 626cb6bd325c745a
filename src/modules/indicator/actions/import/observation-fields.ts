import type { ImportField, ImportTarget } from '#platform/module/module.ts';
import { wordsOf } from '../../store/words.ts';
import { observedKinds } from '../../words/observation.schema.ts';
import { growthImportFields } from './growth-claims.ts';
import { basisField, unitChoices } from './indicator-fields.ts';

export const periodField: ImportField = { key: 'period', label: { zh: '时期', en: 'Period' }, required: false, perFile: true, kind: 'period', hints: ['时期', '报告期', '年份', '年度', '年月', '日期', 'period', 'year', 'quarter', 'month', 'date', 'time'], note: { zh: '如 2025、2025年3月、2025Q1、2025年1-9月。', en: 'Such as 2025, 2025-03, 2025 Q1 or 2025-YTD09.' }, example: '2025' };
export const vintageField: ImportField = { key: 'vintage', label: { zh: '版次', en: 'Vintage' }, required: false, perFile: true, hints: ['版次', '数据版本', '发布版本', 'vintage', 'release', 'edition of data'], note: { zh: '来源的哪一次发布；两次发布的数值并列保存。', en: 'Which release of the source; figures of two releases stand side by side.' }, example: '2025-12' };
export const unitField: ImportField = { key: 'unit', label: { zh: '单位', en: 'Unit' }, required: false, perFile: true, kind: 'choice', choices: unitChoices, hints: ['单位', '计量单位', 'unit', 'units', 'uom'], note: { zh: '没有单位的数按此单位；留空则按指标的单位。', en: 'For numbers without a unit of their own; the unit of the indicator where left empty.' }, example: 'person' };
export const areaSystemField: ImportField = { key: 'areaSystem', label: { zh: '区域体系', en: 'Area system' }, required: false, perFile: true, hints: ['区域体系', '区划体系', 'area system', 'geography', 'code system', 'nuts level'], note: { zh: '数据自用的区划，如 NUTS 2013、SA2 2011。我国行政区划不必填。', en: 'The geography of the figures, such as NUTS 2013 or SA2 2011. Leave it empty for Chinese divisions.' }, example: 'NUTS 2013' };

export const observationImportFields: readonly ImportField[] = [
  { key: 'indicator', label: { zh: '指标', en: 'Indicator' }, required: true, perFile: true, hints: ['指标', '指标代码', '指标名称', 'indicator', 'indicator key', 'indicator id', 'variable', 'measure', 'series'], note: { zh: '指标的代码或名称；没有的先记为草稿。', en: 'Key or name of the indicator; one that is not there begins as a draft.' }, example: 'revenue' },
  { key: 'topic', label: { zh: '指标主题', en: 'Topic of the indicator' }, required: false, perFile: true, hints: ['主题', '分组', 'topic', 'group', 'theme'] },
  { key: 'subjectCode', label: { zh: '对象代码', en: 'Code of the subject' }, required: false, perFile: true, kind: 'code', hints: ['对象代码', '地区代码', '行政区划代码', '统一社会信用代码', '区划代码', 'subject code', 'region code', 'area code', 'geo', 'geo code', 'nuts', 'nuts1', 'nuts2', 'nuts3', 'code', 'uscc'], example: '440600' },
  { key: 'subject', label: { zh: '对象名称', en: 'Name of the subject' }, required: false, perFile: true, hints: ['对象', '地区', '地区名称', '单位名称', '机构名称', '企业名称', '集群名称', '集群', 'subject', 'region', 'area', 'region name', 'area name', 'country', 'city', 'province', 'organisation', 'cluster'], example: '佛山市' },
  { key: 'subjectKind', label: { zh: '对象类型', en: 'Kind of subject' }, required: false, perFile: true, kind: 'choice', choices: observedKinds.map((value) => ({ value, label: wordsOf(`subjectKind.${value}`) })), hints: ['对象类型', 'subject kind', 'kind of subject'], note: { zh: '留空时：填了区域体系按统计区域，否则按行政区划。', en: 'Where left empty: a statistical area if an area system is given, else a territory.' }, example: 'territory' },
  areaSystemField,
  { key: 'areaEdition', label: { zh: '区域体系版本', en: 'Edition of the area system' }, required: false, perFile: true, hints: ['区域体系版本', '区划版本', 'nuts_spec', 'nuts version', 'area edition', 'geography year'], note: { zh: '与区域体系合为一个名称，两版代码不混用。', en: 'Joined with the area system to one name; codes of two editions are never mixed.' }, example: '2013' },
  periodField,
  { key: 'value', label: { zh: '数值', en: 'Value' }, required: false, kind: 'number', hints: ['数值', '值', '指标值', 'value', 'obs_value', 'observation', 'figure', 'amount'], note: { zh: '可写 ≥70%、3.9亿、约20余家；空白表示没有说，隐去写 x 或“隐去”。', en: 'May be ≥70%, 1.2 M or about 20; empty says nothing, x or “hidden” says withheld.' }, example: '2114.57' },
  { key: 'periodColumn', label: { zh: '数值，每列一个时期', en: 'Values, one column a period' }, required: false, hints: [], repeats: { of: 'periods', unless: 'value' } },
  unitField,
  vintageField,
  { key: 'scopeNote', label: { zh: '口径说明', en: 'Scope note' }, required: false, perFile: true, hints: ['口径', '口径说明', '统计口径', 'scope', 'scope note', 'note'] },
  basisField,
  ...growthImportFields,
];

export const observationImportGroups = [
  { key: 'fresh', label: { zh: '新数值', en: 'New values' }, written: true },
  { key: 'freshIndicator', label: { zh: '新数值，指标先记为草稿', en: 'New values whose indicator begins as a draft' }, written: true },
  { key: 'known', label: { zh: '已有相同数值，不改动', en: 'The same values are there already' }, written: false },
  { key: 'empty', label: { zh: '没有数值', en: 'No value in the row' }, written: false },
  { key: 'rejected', label: { zh: '不能写入', en: 'Cannot be written' }, written: false },
] as const satisfies ImportTarget['groups'];

export const figureReason = { zh: '“{{value}}”无法读成数值：{{zh}}。', en: '“{{value}}” cannot be read as a figure: {{en}}.', short: { zh: '数值无法识别', en: 'Figure cannot be read' } };

export const observationImportReasons = {
  figureUnreadable: figureReason,
  indicatorMissing: { zh: '没有写明指标。', en: 'No indicator is named.' },
  indicatorUnknown: { zh: '没有指标“{{value}}”，新增指标须由国家级或平台管理人员进行。', en: 'There is no indicator “{{value}}”, and adding one is for national officers and operators.', short: { zh: '没有这个指标', en: 'Indicator not known' } },
  indicatorRetired: { zh: '指标“{{value}}”已停用，不再接收数值。', en: 'The indicator “{{value}}” is retired and takes no new values.', short: { zh: '指标已停用', en: 'Indicator retired' } },
  indicatorAmbiguous: { zh: '有多个指标叫“{{value}}”，请改填代码。', en: 'Several indicators are called “{{value}}”; use the key.', short: { zh: '指标名称对应多个指标', en: 'Several indicators of this name' } },
  subjectMissing: { zh: '没有写明是哪个地区、机构或集群的数值。', en: 'The row does not say which region, organisation or cluster it is about.' },
  subjectUnknown: { zh: '找不到对象“{{value}}”。', en: '“{{value}}” is not found.', short: { zh: '找不到对象', en: 'Subject not found' } },
  subjectAmbiguous: { zh: '“{{value}}”对应多个对象，请改填代码。', en: '“{{value}}” can be several records; use a code.', short: { zh: '名称对应多个对象', en: 'Several records of this name' } },
  areaSystemMissing: { zh: '统计区域要写明区域体系，如 NUTS 2013。', en: 'A statistical area needs its area system, such as NUTS 2013.', short: { zh: '缺区域体系', en: 'Area system missing' } },
  periodMissing: { zh: '没有写明时期。', en: 'No period is given.' },
  periodUnreadable: { zh: '时期“{{value}}”无法识别。', en: 'The period “{{value}}” cannot be read.', short: { zh: '时期无法识别', en: 'Period cannot be read' } },
  unitUnknown: { zh: '单位“{{value}}”无法识别。', en: 'The unit “{{value}}” is not known.', short: { zh: '单位无法识别', en: 'Unit not known' } },
  unitMisfit: { zh: '以“{{unit}}”计的数值不能换算成指标的单位“{{own}}”。', en: 'A value in {{unit}} does not convert to the unit of the indicator, {{own}}.', short: { zh: '单位与指标不符', en: 'Unit does not fit the indicator' } },
  basisMissing: { zh: '机构的数值要写明采集依据：统计调查、行政记录、自愿报送或公开数据。', en: 'A figure about an organisation needs its basis: statistical survey, administrative, voluntary or public.', short: { zh: '缺采集依据', en: 'Basis missing' } },
  basisUnknown: { zh: '采集依据“{{value}}”不在允许的取值内。', en: 'The basis “{{value}}” is not one of the allowed ones.', short: { zh: '采集依据无法识别', en: 'Basis not known' } },
  kindUnknown: { zh: '对象类型“{{value}}”不在允许的取值内。', en: 'The kind “{{value}}” is not one of the allowed ones.', short: { zh: '对象类型无法识别', en: 'Kind of subject not known' } },
  saidTwice: { zh: '第 {{row}} 行说的是同一指标、对象、时期和版次。', en: 'Row {{row}} speaks of the same indicator, subject, period and vintage.', short: { zh: '文件内重复', en: 'Said twice in the file' } },
  standsBeside: { zh: '已有不同数值（{{value}}），两者并列，按规则展示其一。', en: 'Another value is there ({{value}}). Both are kept; the rule shows one.', short: { zh: '与已有数值不同，并列保存', en: 'Differs from what is there; both kept' } },
  outsideMandate: { zh: '不在你的职责范围内。', en: 'Outside your mandate.' },
} as const satisfies ImportTarget['reasons'];
export type ObservationImportReason = keyof typeof observationImportReasons;
