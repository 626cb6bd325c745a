import type { ImportField } from '#platform/module/module.ts';

/** The columns of a place, the same for every record that stands somewhere. */
export const placeFields: readonly ImportField[] = [
  { key: 'country', label: { zh: '国家或地区', en: 'Country or region' }, required: false, kind: 'place', hints: ['country', '国家', '国家或地区', '国别', 'country or region', 'nation', 'country code'], note: { zh: '名称或 ISO 代码（CN、CHINA、中国都能读）。', en: 'A name or an ISO code: CN, CHINA and China are read alike.' }, example: '中国' },
  { key: 'province', label: { zh: '省级地区', en: 'Province' }, required: false, kind: 'place', hints: ['province', '省', '省份', '所在省', '省级', '省市', '省（区、市）', '地区'], example: '广东省' },
  { key: 'city', label: { zh: '城市或区县', en: 'City or county' }, required: false, kind: 'place', hints: ['city', '城市', '市', '所在市', '所在城市', '地市', '所在地', '区县', '所属地区', 'town'], example: '佛山市' },
  { key: 'territoryCode', label: { zh: '行政区划代码', en: 'Administrative code' }, required: false, kind: 'code', hints: ['adcode', '行政区划代码', '区划代码', '地区代码', 'division code', 'territory code', 'area code'], note: { zh: '先于地名；已停用的旧代码自动换成现行代码。', en: 'Goes before names; codes no longer used are read as today’s.' }, example: '440600' },
];
