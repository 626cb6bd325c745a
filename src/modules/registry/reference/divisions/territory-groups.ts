import type { TerritoryGroup } from '../reference-rows.ts';

const provinces = (codes: string): string[] => codes.split(' ').map((code) => `cn:${code}0000`);
const cities = (codes: string): string[] => codes.split(' ').map((code) => `cn:${code}`);
const fourRegions = '国家统计局《东西中部和东北地区划分方法》(2011)';

/** Groupings beside the tree of authorities. The four regions follow official statistics and leave out Hong Kong, Macao and Taiwan. */
export const territoryGroups: readonly TerritoryGroup[] = [
  { id: 'cn-region:east', kind: 'macroRegion', name: { zh: '东部地区', en: 'Eastern China' }, source: fourRegions, members: provinces('11 12 13 31 32 33 35 37 44 46') },
  { id: 'cn-region:central', kind: 'macroRegion', name: { zh: '中部地区', en: 'Central China' }, source: fourRegions, members: provinces('14 34 36 41 42 43') },
  { id: 'cn-region:west', kind: 'macroRegion', name: { zh: '西部地区', en: 'Western China' }, source: fourRegions, members: provinces('15 45 50 51 52 53 54 61 62 63 64 65') },
  { id: 'cn-region:north-east', kind: 'macroRegion', name: { zh: '东北地区', en: 'North-eastern China' }, source: fourRegions, members: provinces('21 22 23') },
  { id: 'cn-group:jing-jin-ji', kind: 'cityGroup', name: { zh: '京津冀', en: 'Beijing–Tianjin–Hebei' }, source: '《京津冀协同发展规划纲要》(2015)', members: provinces('11 12 13') },
  { id: 'cn-group:yangtze-delta', kind: 'cityGroup', name: { zh: '长三角', en: 'Yangtze River Delta' }, source: '《长江三角洲区域一体化发展规划纲要》(2019)', members: provinces('31 32 33 34') },
  {
    id: 'cn-group:greater-bay-area', kind: 'cityGroup', name: { zh: '粤港澳大湾区', en: 'Guangdong–Hong Kong–Macao Greater Bay Area' }, source: '《粤港澳大湾区发展规划纲要》(2019)',
    members: cities('810000 820000 440100 440300 440400 440600 441300 441900 442000 440700 441200'),
  },
];
