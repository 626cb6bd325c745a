import type { OrganisationRow } from '../pack-types.ts';

type Type = OrganisationRow['type'];
type Subtype = NonNullable<OrganisationRow['subtype']>;

/** What generated enterprises make: GB/T 4754 division, words for the name, share among enterprises. */
export const trades: readonly (readonly [industryId: string, zh: string, en: string, share: number])[] = [
  ['gbt4754:C40', '精密仪器', 'Precision Instruments', 16],
  ['gbt4754:C39', '电子信息', 'Electronics', 15],
  ['gbt4754:C35', '智能装备', 'Intelligent Equipment', 14],
  ['gbt4754:C38', '新能源电气', 'New Energy Electrics', 11],
  ['gbt4754:C26', '新材料', 'New Materials', 9],
  ['gbt4754:C27', '生物医药', 'Biomedicine', 8],
  ['gbt4754:C36', '汽车零部件', 'Automotive Components', 7],
  ['gbt4754:C34', '精工机械', 'Precision Machinery', 7],
  ['gbt4754:C33', '金属制品', 'Metal Products', 4],
  ['gbt4754:C29', '橡塑制品', 'Rubber and Plastics', 3],
  ['gbt4754:C17', '高端纺织', 'Fine Textiles', 2],
  ['gbt4754:I65', '软件', 'Software', 4],
];

/** Enterprise sub-types with their share; traders and financiers are few. */
export const enterpriseSubtypes: readonly (readonly [Subtype, number])[] = [['manufacturer', 58], ['supplier', 26], ['integrator', 7], ['softwareFirm', 4], ['tradingFirm', 3], ['financialFirm', 2]];

export interface Kind {
  type: Type;
  subtype: Subtype;
  zh: string;
  en: string;
  share: number;
  industryId?: string;
}

/** Everything that is not an enterprise: the words that follow the number in the name. */
export const otherKinds: readonly Kind[] = [
  { type: 'research', subtype: 'university', zh: '大学', en: 'University', share: 5, industryId: 'gbt4754:P83' },
  { type: 'research', subtype: 'researchInstitute', zh: '研究院', en: 'Research Institute', share: 9, industryId: 'gbt4754:M73' },
  { type: 'research', subtype: 'newTypeResearchInstitution', zh: '新型研发机构', en: 'R&D Institution', share: 6, industryId: 'gbt4754:M73' },
  { type: 'research', subtype: 'nationalLaboratory', zh: '实验室', en: 'Laboratory', share: 3, industryId: 'gbt4754:M73' },
  { type: 'research', subtype: 'hospital', zh: '医院', en: 'Hospital', share: 3, industryId: 'gbt4754:Q84' },
  { type: 'association', subtype: 'industryAssociation', zh: '行业协会', en: 'Industry Association', share: 11 },
  { type: 'association', subtype: 'alliance', zh: '产业联盟', en: 'Industry Alliance', share: 6 },
  { type: 'association', subtype: 'chamber', zh: '商会', en: 'Chamber of Commerce', share: 4 },
  { type: 'service', subtype: 'financeService', zh: '金融服务', en: 'Finance Services', share: 7, industryId: 'gbt4754:J66' },
  { type: 'service', subtype: 'ipService', zh: '知识产权服务', en: 'IP Services', share: 5, industryId: 'gbt4754:L72' },
  { type: 'service', subtype: 'technologyTransfer', zh: '技术转移中心', en: 'Technology Transfer Centre', share: 6, industryId: 'gbt4754:M75' },
  { type: 'service', subtype: 'testingCertification', zh: '检验检测', en: 'Testing and Certification', share: 8, industryId: 'gbt4754:M74' },
  { type: 'service', subtype: 'consulting', zh: '咨询服务', en: 'Consulting', share: 6, industryId: 'gbt4754:L72' },
  { type: 'service', subtype: 'talentTraining', zh: '人才培训', en: 'Talent Training', share: 4, industryId: 'gbt4754:P83' },
  { type: 'service', subtype: 'incubation', zh: '孵化器', en: 'Incubator', share: 6 },
  { type: 'service', subtype: 'logistics', zh: '供应链物流', en: 'Logistics', share: 4, industryId: 'gbt4754:G59' },
  { type: 'government', subtype: 'cityDepartment', zh: '市级部门', en: 'City Department', share: 4, industryId: 'gbt4754:S92' },
  { type: 'government', subtype: 'managementCommittee', zh: '园区管委会', en: 'Park Management Committee', share: 3, industryId: 'gbt4754:S92' },
];

export const sizes = [['large', 4], ['medium', 14], ['small', 50], ['micro', 26], [null, 6]] as const;
export const ownerships = [['private', 70], ['stateOwned', 8], ['foreignInvested', 7], ['jointVenture', 6], ['collective', 2], [null, 7]] as const;

/** Heavenly stems number generated people and bodies: nobody is called so. */
export const stems = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'];
export const samplePerson = (at: number): string => `样例·${stems[at % stems.length] ?? '甲'}${at < stems.length ? '' : Math.floor(at / stems.length) + 1}`;

/** Real prefectures in which generated organisations stand, with how many of each hundred; the code's first two digits are the province. */
export const provinceShares: readonly (readonly [string, number])[] = [
  ['44', 16], ['32', 14], ['33', 11], ['37', 8], ['31', 6], ['41', 5], ['42', 5], ['51', 5], ['35', 4], ['34', 4], ['43', 4], ['13', 3], ['11', 3], ['61', 2], ['50', 2],
  ['21', 2], ['36', 2], ['12', 1], ['22', 1], ['23', 0.6], ['45', 1], ['53', 0.8], ['52', 0.6], ['14', 0.8], ['15', 0.6], ['62', 0.4], ['65', 0.4], ['64', 0.2], ['46', 0.2], ['63', 0.2], ['54', 0.1],
];
