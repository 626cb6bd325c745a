import type { ImportTarget } from '#platform/module/module.ts';
import type { clusterLevels, clusterStates } from '../../../words/cluster.schema.ts';
import { sharedGroups } from '../row/judgement.ts';
import { levelWords } from '../row/level-words.ts';
import { placeFields } from '../row/place-fields.ts';
import { choicesOf, type ChoiceWords } from '../row/row-reader.ts';
import { sharedReasons } from '../row/shared-reasons.ts';

export const clusterLevelWords: ChoiceWords<(typeof clusterLevels)[number]> = {
  worldClass: ['世界级', 'World-class', 'world class'],
  worldClassTarget: ['世界级（培育中）', 'World-class (target)', '世界级培育', '培育世界级', '拟打造世界级'],
  ...levelWords,
};
export const clusterStateWords: ChoiceWords<(typeof clusterStates)[number]> = {
  active: ['运行中', 'Active', '在建', '正常', '已认定'],
  proposed: ['拟建', 'Proposed', '培育', '筹建', '规划', 'planned'],
  closed: ['已终止', 'Closed', '终止', '撤销', '已撤销', 'ended'],
};

const several = { zh: '多个用顿号或分号隔开。', en: 'Separate several by a semicolon.' };

export const clusterImportFields: ImportTarget['fields'] = [
  { key: 'name', label: { zh: '集群名称', en: 'Name' }, required: true, hints: ['cluster', 'cluster name', '集群名称', '集群', '产业集群名称', '名称', 'name', 'name zh'], example: '样例智能家电集群' },
  { key: 'nameEn', label: { zh: '英文名称', en: 'English name' }, required: false, hints: ['name en', 'english name', '英文名称', '集群英文名称'] },
  { key: 'level', label: { zh: '级别', en: 'Level' }, required: false, kind: 'choice', hints: ['level', '级别', '集群级别', '等级', '认定级别'], choices: choicesOf(clusterLevelWords), example: '国家级', perFile: true },
  { key: 'state', label: { zh: '状态', en: 'State' }, required: false, kind: 'choice', hints: ['state', 'status', '状态', '集群状态'], choices: choicesOf(clusterStateWords), note: { zh: '留空按运行中处理。', en: 'Taken as active when empty.' }, example: '运行中' },
  { key: 'field', label: { zh: '领域', en: 'Field' }, required: false, hints: ['field', '领域', '主导产业', '产业领域', '产业方向', '产业', 'industry'] },
  ...placeFields.map((field) => (field.key === 'city' || field.key === 'territoryCode' ? { ...field, note: several } : field)),
  { key: 'radiates', label: { zh: '辐射区', en: 'Radiates to' }, required: false, kind: 'place', hints: ['radiates', 'radiates to', '辐射区', '辐射地区', '辐射范围'], note: several },
  { key: 'extends', label: { zh: '拓展区', en: 'Extends to' }, required: false, kind: 'place', hints: ['extends', 'extends to', '拓展区', '拓展地区'], note: several },
  { key: 'industryCodes', label: { zh: '行业代码', en: 'Industry codes' }, required: false, kind: 'code', hints: ['industry code', 'industry codes', '行业代码', '国民经济行业代码'], note: several, example: 'C385' },
  { key: 'startedYear', label: { zh: '起始年份', en: 'Started in' }, required: false, kind: 'date', hints: ['started', 'year', '起始年份', '成立年份', '认定年份', '认定时间', '年份'] },
  { key: 'description', label: { zh: '简介', en: 'Description' }, required: false, hints: ['description', '简介', '集群简介', '备注'] },
];

export const clusterImportReasons = {
  ...sharedReasons,
  industryCodeWidened: { zh: '行业代码“{{value}}”细于已有分类，记到 {{code}}。', en: 'Industry code “{{value}}” is finer than the classification held; kept as {{code}}.', short: { zh: '行业代码记到大类', en: 'Industry code kept as its division' } },
  industryCodeUnknown: { zh: '行业代码“{{value}}”不存在，已略去。', en: 'There is no industry code “{{value}}”; left out.', short: { zh: '行业代码不存在', en: 'Industry code not known' } },
} as const satisfies ImportTarget['reasons'];

export const clusterImportGroups = [
  { key: 'newCluster', label: { zh: '新的集群', en: 'New clusters' }, written: true },
  ...sharedGroups.filter(({ key }) => key !== 'toChoose'),
] as const satisfies ImportTarget['groups'];
