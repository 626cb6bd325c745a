import type { AttributeRow, ChecklistRow } from './pack-types.ts';

type Item = readonly [key: string, zh: string, en: string];

interface Draft extends Omit<ChecklistRow, 'attributes'> {
  items: readonly Item[];
}

/** Lists that the sources give themselves; the last one, on legal-person governance, is our own. */
const drafts: readonly Draft[] = [
  {
    key: 'modernIndustrialSystem',
    subjectKind: 'cluster',
    name: { zh: '现代产业体系六个特点', en: 'Six traits of a modern industrial system' },
    source: 'instrumentsPaper',
    items: [
      ['traitValueChain', '全球价值链竞争优势', 'Competitive advantage in global value chains'],
      ['traitInnovation', '可持续自主创新能力', 'Sustained capacity to innovate'],
      ['traitSecurity', '产业链安全可控', 'Safe and controllable industrial chains'],
      ['traitResources', '资源要素高效配置', 'Efficient allocation of resources'],
      ['traitEcosystem', '产业生态开放协同', 'Open and collaborative ecosystem'],
      ['traitDigital', '数字化信息支撑发展', 'Growth supported by digital information'],
    ],
  },
  {
    key: 'industryEcosystem',
    subjectKind: 'place',
    name: { zh: '产业生态“两翼、两支撑、四保障”', en: 'Two wings, two supports and four guarantees of an industrial ecosystem' },
    source: 'strategicEmerging',
    items: [
      ['ecosystemTechnology', '以技术促产业(两翼)', 'Technology that drives industry (wing)'],
      ['ecosystemPlatform', '平台化发展(两翼)', 'Growth through platforms (wing)'],
      ['ecosystemLeadFirms', '龙头企业(支撑)', 'Lead firms (support)'],
      ['ecosystemScenarios', '应用场景(支撑)', 'Scenarios of use (support)'],
      ['ecosystemFinance', '金融(保障)', 'Finance (guarantee)'],
      ['ecosystemTalent', '人才(保障)', 'Talent (guarantee)'],
      ['ecosystemServices', '科技服务(保障)', 'Science and technology services (guarantee)'],
      ['ecosystemInfrastructure', '新型基础设施(保障)', 'New infrastructure (guarantee)'],
    ],
  },
  {
    key: 'legalPersonRequirements',
    subjectKind: 'organisation',
    name: { zh: '法人主体四项基本要求', en: 'Four basic requirements of a legal person' },
    source: 'promotionOrganisations',
    items: [
      ['requirementFunctions', '职能清晰', 'Clear functions'],
      ['requirementPowers', '权责明确', 'Defined powers and duties'],
      ['requirementCoordination', '协调有序', 'Orderly coordination'],
      ['requirementOperation', '运转高效', 'Efficient operation'],
    ],
  },
  {
    key: 'legalPersonGovernance',
    subjectKind: 'organisation',
    name: { zh: '法人治理材料(产品默认)', en: 'Legal-person governance on file (product default)' },
    items: [
      ['governanceStatutes', '章程', 'Statutes'],
      ['governanceRegistration', '法人登记', 'Registration as a legal person'],
      ['governanceRepresentative', '法定代表人', 'Legal representative'],
      ['governanceElection', '最近一次换届', 'Last election of its organs'],
    ],
  },
];

export const packChecklists: readonly ChecklistRow[] = drafts.map(({ items, ...row }) => ({ ...row, attributes: items.map(([key]) => key) }));
export const checklistAttributes: readonly AttributeRow[] = drafts.flatMap(({ items }) => items.map(([key, zh, en]) => ({ key, unit: 'one', name: { zh, en } })));
