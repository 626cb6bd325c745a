import type { ImportTarget } from '#platform/module/module.ts';
import type { siteInputSchema } from '../../../words/organisation.schema.ts';
import type { z } from 'zod';
import { ownerFields } from '../row/find-owners.ts';
import { pinFields } from '../row/pin-cells.ts';
import { placeFields } from '../row/place-fields.ts';
import { choicesOf, type ChoiceWords } from '../row/row-reader.ts';
import { sharedReasons } from '../row/shared-reasons.ts';
import { sharedGroups } from '../row/judgement.ts';

export const siteKindWords: ChoiceWords<z.output<typeof siteInputSchema>['kind']> = {
  registered: ['注册地址', 'Registered office', '注册地', '住所', '注册', 'registered'],
  headquarters: ['总部', 'Headquarters', '公司总部', 'hq', 'head office'],
  plant: ['生产基地', 'Plant', '工厂', '厂区', '生产厂', '车间', 'factory', 'facility', 'works', 'mill', 'manufacturing'],
  laboratory: ['研发机构', 'Laboratory', '研发中心', '实验室', '研究院', 'r&d', 'research centre', 'research center', 'lab'],
  office: ['办公地点', 'Office', '办公室', '办事处', '分公司', 'branch'],
  other: ['其他地点', 'Other site', '其他', 'other', '仓库', 'warehouse'],
};

/** Columns a site can be read from. The organisation comes first: a row without one is nobody's. */
export const siteImportFields: ImportTarget['fields'] = [
  ...ownerFields,
  { key: 'siteName', label: { zh: '地点名称', en: 'Name of the site' }, required: false, hints: ['site name', 'facility name', 'plant name', '工厂名称', '厂区名称', '地点名称', '基地名称', '分支机构名称', 'site'], note: { zh: '工厂、门店、实验室自己的名称；机构名称为空时也作为机构名称。', en: 'What the works or laboratory is called; stands for the organisation where that is not named.' } },
  { key: 'siteCode', label: { zh: '地点编号', en: 'Code of the site in the source' }, required: false, kind: 'code', hints: ['site id', 'facility id', 'plant id', '厂区编号', '工厂编号', '地点编号', 'site code', 'facility code'], note: { zh: '来源中的编号；再次导入时按它认出同一地点。', en: 'The number in the source; a later file finds the same site by it.' } },
  { key: 'kind', label: { zh: '地点类型', en: 'Kind of site' }, required: false, kind: 'choice', hints: ['kind', 'site type', 'facility type', '地点类型', '场所类型', '地址类型', 'type'], choices: choicesOf(siteKindWords), example: '生产基地', note: { zh: '留空按生产基地处理。', en: 'Taken as a plant when empty.' } },
  { key: 'address', label: { zh: '地址', en: 'Address' }, required: false, hints: ['address', '地址', '详细地址', '生产地址', '经营地址', '厂址', 'street', 'street address'] },
  { key: 'postcode', label: { zh: '邮政编码', en: 'Postcode' }, required: false, hints: ['postcode', 'postal code', 'zip', 'zip code', 'city code', '邮编', '邮政编码'], note: { zh: '境外地址用；与城市一起记入地址。', en: 'For addresses abroad; kept with the city in the address.' } },
  ...placeFields,
  ...pinFields,
  { key: 'industryLabel', label: { zh: '行业（来源用语）', en: 'Industry, in the source’s words' }, required: false, hints: ['sector', 'subsector', 'industry', '行业', '所属行业', '行业名称', '产业'], note: { zh: '只写入新建的机构。', en: 'Kept with an organisation that the file adds.' } },
];

export const siteImportReasons = {
  ...sharedReasons,
  organisationNamedAfterSite: { zh: '没有机构名称，按地点名称“{{name}}”登记机构。', en: 'No organisation is named; it is entered under the name of the site, “{{name}}”.', short: { zh: '没有机构名称，用地点名称', en: 'Organisation named after its site' } },
  placeUnknownForSite: { zh: '地点没有可用的国家、地区或区划代码，坐标无从核对。', en: 'No country, region or code is known, so the coordinates cannot be checked.', short: { zh: '没有可用的地区', en: 'No place known' } },
} as const satisfies ImportTarget['reasons'];

export const siteImportGroups = [
  { key: 'newOrganisation', label: { zh: '机构及其地点都是新的', en: 'The organisation and its site are new' }, written: true },
  { key: 'newSite', label: { zh: '已知机构的又一个地点', en: 'Another site of a known organisation' }, written: true },
  ...sharedGroups,
] as const satisfies ImportTarget['groups'];
