import type { ImportTarget } from '#platform/module/module.ts';
import type { bodySlots } from '../../../words/cluster.schema.ts';
import type { sectors } from '../../../words/organisation.schema.ts';
import { clusterField } from '../row/find-clusters.ts';
import { choicesOf, type ChoiceWords } from '../row/row-reader.ts';
import { sharedReasons } from '../row/shared-reasons.ts';

export const slotWords: ChoiceWords<(typeof bodySlots)[number]> = {
  decide: ['决策机构', 'Decides', '决策', '理事会', '会员大会', 'council', 'board', 'decision'],
  run: ['执行机构', 'Runs', '执行', '秘书处', '办公室', 'secretariat', 'executive'],
  advise: ['咨询机构', 'Advises', '咨询', '专家委员会', '顾问委员会', 'advisory', 'advisory board'],
};
export const sectorWords: ChoiceWords<(typeof sectors)[number]> = {
  government: ['政府', 'Government', '政府部门', 'public'],
  market: ['市场', 'Market', '企业', 'business', 'private'],
  society: ['社会', 'Society', '社会组织', '高校', '科研院所', 'civil society'],
};

export const bodyImportFields: ImportTarget['fields'] = [
  { ...clusterField, perFile: true },
  { key: 'clusterOrganisation', label: { zh: '集群促进组织', en: 'Cluster organisation' }, required: false, hints: ['cluster organisation', 'cluster organization', '集群促进组织', '促进机构', '促进组织', '集群发展促进机构'], note: { zh: '留空取主要的一家。', en: 'The main one when empty.' } },
  { key: 'slot', label: { zh: '机构性质', en: 'What it does' }, required: true, kind: 'choice', hints: ['slot', 'kind of body', '机构性质', '机构类型', '性质', '类型'], choices: choicesOf(slotWords), example: '决策机构', perFile: true },
  { key: 'body', label: { zh: '机构名称', en: 'Body' }, required: true, hints: ['body', 'body name', '机构名称', '机构', '名称', 'name'], example: '理事会' },
  { key: 'bodyEn', label: { zh: '机构英文名称', en: 'Body, in English' }, required: false, hints: ['body en', '英文名称', 'name en'] },
  { key: 'personName', label: { zh: '姓名', en: 'Person' }, required: false, hints: ['person', '姓名', '人员', '负责人', 'seat holder'] },
  { key: 'post', label: { zh: '职务', en: 'Post' }, required: false, hints: ['post', '职务', '职位', '岗位', 'position', 'title'], example: '理事长' },
  { key: 'seatOrganisation', label: { zh: '席位所属机构', en: 'Organisation that holds the seat' }, required: false, hints: ['organisation', 'organization', '单位', '所在单位', '席位单位', '代表单位', '工作单位'] },
  { key: 'sector', label: { zh: '部门', en: 'Sector' }, required: false, kind: 'choice', hints: ['sector', '部门', '席位类别', '代表类别'], choices: choicesOf(sectorWords), example: '市场' },
  { key: 'country', label: { zh: '国别', en: 'Country' }, required: false, hints: ['country', '国别', '国籍', '国家'] },
  { key: 'since', label: { zh: '任职日期', en: 'Since' }, required: false, kind: 'date', hints: ['since', '任职日期', '任职时间', '起始日期', '任期起'] },
  { key: 'until', label: { zh: '离任日期', en: 'Until' }, required: false, kind: 'date', hints: ['until', '离任日期', '任期至', '届满日期', '任期止'] },
  { key: 'fullTime', label: { zh: '专职', en: 'Full-time' }, required: false, kind: 'choice', hints: ['full time', '专职', '是否专职'], choices: [{ value: 'yes', label: { zh: '是', en: 'Yes' } }, { value: 'no', label: { zh: '否', en: 'No' } }] },
];

export const bodyImportReasons = {
  ...sharedReasons,
  clusterOrganisationUnknown: { zh: '集群没有促进组织“{{name}}”。请先在集群页面登记，或核对名称。', en: 'The cluster has no cluster organisation “{{name}}”. Enter it on the page of the cluster first, or check the name.', short: { zh: '集群没有这家促进组织', en: 'Cluster organisation not known' } },
} as const satisfies ImportTarget['reasons'];
