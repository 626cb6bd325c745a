import type { ImportTarget } from '#platform/module/module.ts';
import type { allPlaceSubtypes, PlaceKind, placeFunctions } from '../../../words/place.schema.ts';
import { sharedGroups } from '../row/judgement.ts';
import { levelWords } from '../row/level-words.ts';
import { pinFields } from '../row/pin-cells.ts';
import { placeFields } from '../row/place-fields.ts';
import { choicesOf, type ChoiceWords } from '../row/row-reader.ts';
import { sharedReasons } from '../row/shared-reasons.ts';

export const placeKindWords: ChoiceWords<PlaceKind> = {
  base: ['基地', 'Base', '产业基地'],
  park: ['园区', 'Park', '产业园', '产业园区', '开发区', '工业园', 'zone', 'industrial park'],
  facility: ['设施', 'Facility', '平台', '创新平台', '载体', '公共服务平台'],
};

export const placeSubtypeWords: ChoiceWords<(typeof allPlaceSubtypes)[number]> = {
  innovationBase: ['创新基地', 'Innovation base'],
  industrialBase: ['产业基地', 'Industrial base', '新型工业化产业示范基地'],
  demonstrationBase: ['示范基地', 'Demonstration base'],
  reviewBase: ['评议基地', 'Review base for trade measures'],
  otherBase: ['其他基地', 'Other base'],
  highTechZone: ['高新技术产业开发区', 'High-tech zone', '高新区', '国家高新区'],
  demonstrationZone: ['自主创新示范区', 'Demonstration zone'],
  economicZone: ['经济技术开发区', 'Economic zone', '经开区', '经济开发区'],
  newTypePark: ['新型产业园区', 'New-type park'],
  nursery: ['集群培育园', 'Nursery park'],
  supplierPark: ['配套产业园', 'Supplier park'],
  otherPark: ['其他园区', 'Other park', '工业园区', '工业园'],
  manufacturingInnovationCentre: ['制造业创新中心', 'Manufacturing innovation centre'],
  industrialInnovationCentre: ['产业创新中心', 'Industrial innovation centre'],
  technologyInnovationCentre: ['技术创新中心', 'Technology innovation centre'],
  pilotBase: ['中试基地', 'Pilot-scale base', '中试平台'],
  sharedManufacturing: ['共享制造平台', 'Shared manufacturing', '共享工厂'],
  laboratory: ['实验室', 'Laboratory', '重点实验室'],
  incubator: ['孵化器', 'Incubator', '科技企业孵化器', '众创空间', '加速器'],
  instrument: ['大型仪器设备', 'Instrument', '大型仪器', '科研仪器'],
  digitalInfrastructure: ['数字基础设施', 'Digital infrastructure', '工业互联网平台', '算力中心'],
  otherFacility: ['其他设施', 'Other facility'],
};
export const placeFunctionWords: ChoiceWords<(typeof placeFunctions)[number]> = { production: ['生产', 'Production'], living: ['生活', 'Living'], ecology: ['生态', 'Ecology'] };

export const placeImportFields: ImportTarget['fields'] = [
  { key: 'name', label: { zh: '名称', en: 'Name' }, required: true, hints: ['name', '名称', '园区名称', '基地名称', '平台名称', '开发区名称', '设施名称', 'park', 'park name', 'facility name'], example: '样例智能制造产业园' },
  { key: 'nameEn', label: { zh: '英文名称', en: 'English name' }, required: false, hints: ['name en', 'english name', '英文名称'] },
  { key: 'kind', label: { zh: '类别', en: 'Kind' }, required: false, kind: 'choice', hints: ['kind', '类别', '大类', 'type'], choices: choicesOf(placeKindWords), example: '园区', perFile: true, note: { zh: '基地、园区或设施；填了细类可以不填。', en: 'Base, park or facility; not needed where the sub-type is given.' } },
  { key: 'subtype', label: { zh: '细类', en: 'Sub-type' }, required: false, kind: 'choice', hints: ['subtype', '细类', '类型', '园区类型', '平台类型', '基地类型', '开发区类型', 'facility type'], choices: choicesOf(placeSubtypeWords), example: '高新技术产业开发区', perFile: true },
  { key: 'level', label: { zh: '级别', en: 'Level' }, required: false, kind: 'choice', hints: ['level', '级别', '等级', '认定级别'], choices: choicesOf(levelWords), example: '国家级', perFile: true },
  ...placeFields,
  { key: 'address', label: { zh: '地址', en: 'Address' }, required: false, hints: ['address', '地址', '详细地址'] },
  ...pinFields,
  { key: 'areaKm2', label: { zh: '面积（平方公里）', en: 'Area in km²' }, required: false, kind: 'number', hints: ['area', 'area km2', '面积', '规划面积', '面积（平方公里）', '核准面积'], example: '12.5', note: { zh: '平方公里；写明公顷或亩的会换算。', en: 'Square kilometres; hectares and mu are converted where they are named.' } },
  { key: 'functions', label: { zh: '用途', en: 'Used for' }, required: false, kind: 'choice', hints: ['functions', '用途', '功能'], choices: choicesOf(placeFunctionWords), note: { zh: '多个用顿号隔开。', en: 'Separate several by a semicolon.' } },
  { key: 'operator', label: { zh: '运营单位', en: 'Operator' }, required: false, hints: ['operator', '运营单位', '运营机构', '依托单位', '建设单位', '管理机构', '承建单位'], note: { zh: '登记册中的机构。', en: 'An organisation in the register.' } },
  { key: 'cluster', label: { zh: '所属集群', en: 'Cluster' }, required: false, hints: ['cluster', '所属集群', '集群', '集群名称'] },
  { key: 'startedYear', label: { zh: '起始年份', en: 'Started in' }, required: false, kind: 'date', hints: ['started', 'year', '成立年份', '起始年份', '批准年份', '批准时间', '成立时间'] },
  { key: 'description', label: { zh: '简介', en: 'Description' }, required: false, hints: ['description', '简介', '备注', '主导产业'] },
];

export const placeImportReasons = {
  ...sharedReasons,
  kindMissing: { zh: '没有写明是基地、园区还是设施。', en: 'Nothing says whether it is a base, a park or a facility.' },
  subtypeOfOtherKind: { zh: '细类“{{subtype}}”不属于这个类别。', en: 'The sub-type “{{subtype}}” belongs to another kind.', short: { zh: '细类与类别不符', en: 'Sub-type of another kind' } },
  operatorUnknown: { zh: '登记册中没有机构“{{name}}”，运营单位已留空。', en: 'The register has no organisation “{{name}}”; the operator is left empty.', short: { zh: '运营单位不在登记册中', en: 'Operator not in the register' } },
  clusterLeftEmpty: { zh: '没有唯一对应的集群“{{name}}”，已留空。', en: 'No single cluster is called “{{name}}”; left empty.', short: { zh: '集群无法对应', en: 'Cluster cannot be told' } },
} as const satisfies ImportTarget['reasons'];

export const placeImportGroups = [{ key: 'newPlace', label: { zh: '新的基地、园区或设施', en: 'New bases, parks and facilities' }, written: true }, ...sharedGroups] as const satisfies ImportTarget['groups'];
