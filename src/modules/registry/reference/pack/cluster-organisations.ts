import { nationalCluster } from './national-clusters.ts';
import type { AliasRow, ClusterOrganisationRow, OrganisationRow, PlaceRow, RelationRow, StatementRow } from './pack-types.ts';
import { inCluster, ofOrganisation } from './pack-types.ts';

const source = 'promotionOrganisations';

/**
 * The seven pairs that are named out of twenty-five. Legal form, third-party character and non-profit status are not
 * stated for any of them and are not read out of the names.
 */
const pairs: readonly (readonly [key: string, cluster: string, type: OrganisationRow['type'], subtype: NonNullable<OrganisationRow['subtype']>, territoryId: string | null, zh: string, en: string, quote: string])[] = [
  ['siat', '01', 'research', 'researchInstitute', 'cn:440300', '中国科学院深圳先进技术研究院', 'Shenzhen Institutes of Advanced Technology, Chinese Academy of Sciences', '中科院深圳先进技术研究院作为深圳新一代信息通信集群发展促进组织'],
  ['wuxiIotCentre', '07', 'service', 'otherService', 'cn:320200', '无锡物联网创新促进中心', 'Wuxi IoT Innovation Promotion Centre', '无锡物联网创新促进中心作为无锡物联网集群发展促进组织'],
  ['jiangsuRenewables', '09', 'association', 'industryAssociation', 'cn:320000', '江苏省可再生能源行业协会', 'Jiangsu Renewable Energy Industry Association', '江苏省可再生能源行业协会作为南京新型电力(智能电网)装备集群发展促进组织'],
  ['zhejiangPekingInstitute', '13', 'research', 'researchInstitute', 'cn:330000', '浙江省北大信息技术高等研究院', 'Zhejiang Institute of Advanced Information Technology, Peking University', '浙江省北大信息技术高等研究院作为杭州数字安防集群发展促进组织'],
  ['shenzhenMedicalDevices', '06', 'association', 'industryAssociation', 'cn:440300', '深圳市医疗器械行业协会', 'Shenzhen Association of Medical Devices', '深圳市医疗器械行业协会作为深广高端医疗器械集群发展促进组织'],
  ['changshaMachinery', '23', 'association', 'industryAssociation', 'cn:430100', '长沙市工程机械行业协会', 'Changsha Construction Machinery Association', '长沙市工程机械行业协会作为长沙工程机械集群发展促进组织'],
  ['yueqingCentre', '15', 'service', 'otherService', 'cn:330382', '乐清市电气产业创新发展服务中心', 'Yueqing Electrical Industry Innovation and Development Service Centre', '乐清市电气产业创新发展服务中心作为温州乐清电气集群发展促进组织'],
];

export const promotionOrganisations: readonly OrganisationRow[] = [
  ...pairs.map(([key, , type, subtype, territoryId, zh, en]) => ({ key, name: { zh, en }, type, subtype, territoryId })),
  {
    key: 'nextGenerationAlliance',
    name: { zh: '新一代信息通信产业联盟', en: 'Next-Generation Information and Communications Industry Alliance' },
    type: 'association',
    subtype: 'alliance',
    description: '与7大行业协会共同发起;七家协会的名称来源未述。\nFounded together with seven industry associations, whose names are not stated.',
  },
  {
    key: 'lowVoltageIpAlliance',
    name: { zh: '中国低压智能电器产业知识产权联盟', en: 'China Low-Voltage Smart Appliances IP Alliance' },
    type: 'association',
    subtype: 'alliance',
  },
  { key: 'deltaCooperationOffice', name: { zh: '长三角区域合作发展办公室', en: 'Yangtze River Delta Regional Cooperation and Development Office' }, type: 'government', subtype: 'otherGovernment' },
  { key: 'qianhaiCustoms', name: { zh: '前海海关', en: 'Qianhai Customs' }, type: 'government', subtype: 'otherGovernment', territoryId: 'cn:440300' },
];

/** Five are counted, three fields are named: two stay without a field, and none has a name. */
const subOrganisations = [{ field: '5G' }, { field: '集成电路' }, { field: '新型显示' }, { note: '来源未述' }, { note: '来源未述' }];

export const promotionPairs: readonly ClusterOrganisationRow[] = pairs.map(([organisation, cluster]) => ({
  cluster: nationalCluster(cluster),
  organisation,
  role: 'main',
  ...(organisation === 'siat' ? { subOrganisations } : {}),
}));

export const promotionRelations: readonly RelationRow[] = [
  { from: 'siat', to: 'nextGenerationAlliance', kind: 'founder' },
  { from: 'yueqingCentre', to: 'lowVoltageIpAlliance', kind: 'founder' },
];

export const promotionAliases: readonly AliasRow[] = [
  { subject: ofOrganisation('siat'), name: '中科院深圳先进技术研究院', language: 'zh-CN', kind: 'short' },
  { subject: ofOrganisation('siat'), name: 'SIAT', language: 'en', kind: 'short' },
  { subject: inCluster(nationalCluster('06')), name: '深广高端医疗器械集群', language: 'zh-CN', kind: 'short' },
];

export const promotionPlaces: readonly PlaceRow[] = [
  {
    key: 'technicalBarrierBase',
    kind: 'base',
    subtype: 'reviewBase',
    name: { zh: '国家医疗器械国外技术性贸易措施研究评议基地', en: 'National Review Base for Foreign Technical Trade Measures on Medical Devices' },
    territoryId: 'cn:440300',
    clusters: [nationalCluster('06')],
    description: '与前海海关共同打造。\nBuilt together with Qianhai Customs.',
  },
  {
    key: 'smartVideoCentre',
    kind: 'facility',
    subtype: 'manufacturingInnovationCentre',
    name: { zh: '智慧视频安防制造业创新中心', en: 'Smart Video Security Manufacturing Innovation Centre' },
    territoryId: 'cn:330100',
    clusters: [nationalCluster('13')],
    description: '由集群发展促进组织与集群龙头企业共同出资发起;出资企业来源未述。\nCo-funded by the cluster organisation and lead firms of the cluster, which are not named.',
  },
];

/** Where the excerpt leaves its subject out, the scope note says that the text order decided. */
const byOrder = '来源摘录未重复主语,按行文顺序归于该组织';

export const promotionStatements: readonly StatementRow[] = [
  ...pairs.map(([key, , , , , , , quote]): StatementRow => ({ subject: ofOrganisation(key), attributeKey: 'clusterRole', text: '集群发展促进组织', source, quote })),
  { subject: ofOrganisation('nextGenerationAlliance'), attributeKey: 'coFounders', value: '7', unit: 'unit', scopeNote: '七家协会名称未述', source, quote: '联合7大行业协会共同发起成立“新一代信息通信产业联盟”' },
  { subject: ofOrganisation('siat'), attributeKey: 'subOrganisations', value: '5', unit: 'firm', scopeNote: `只点名5G、集成电路、新型显示三个领域,另两个未述;${byOrder}`, source, quote: '在5G、集成电路、新型显示等领域培育了5家子促进组织' },
  { subject: ofOrganisation('wuxiIotCentre'), attributeKey: 'innovationBases', value: '6', unit: 'unit', scopeNote: `只点名智能感知、高性能计算与存储两个领域;${byOrder}`, source, quote: '与11家企业共建6个技术创新基地' },
  { subject: ofOrganisation('wuxiIotCentre'), attributeKey: 'basePartners', value: '11', unit: 'firm', scopeNote: `6个基地合计,企业名称未述;${byOrder}`, source, quote: '与11家企业共建6个技术创新基地' },
  { subject: ofOrganisation('wuxiIotCentre'), attributeKey: 'associationPartners', value: '10', unit: 'firm', scopeNote: byOrder, source, quote: '与10家协会和12家联盟协作联动' },
  { subject: ofOrganisation('wuxiIotCentre'), attributeKey: 'alliancePartners', value: '12', unit: 'firm', scopeNote: byOrder, source, quote: '与10家协会和12家联盟协作联动' },
  { subject: ofOrganisation('wuxiIotCentre'), attributeKey: 'operatingModel', text: '小机构、大合作、产业化', scopeNote: byOrder, source, quote: '确立“小机构、大合作、产业化”的发展模式' },
  { subject: ofOrganisation('jiangsuRenewables'), attributeKey: 'commission', text: '受托编制《长三角新型电力装备产业链研究报告》', source, quote: '受长三角区域合作发展办公室委托' },
  { subject: inCluster(nationalCluster('09')), attributeKey: 'goal', text: '立足南京、辐射江苏、拓展长三角', source, quote: '立足南京、辐射江苏、拓展长三角' },
  { subject: ofOrganisation('shenzhenMedicalDevices'), attributeKey: 'brand', text: 'Amazing Shenzhen', source, quote: '联合企业打造的深圳医疗器械“Amazing Shenzhen”品牌' },
  { subject: ofOrganisation('changshaMachinery'), attributeKey: 'letterSignatories', value: '6', unit: 'unit', scopeNote: '签约企业名称未述', source, quote: '推动集群6大主机企业签订《主配协同合作意向书》' },
  { subject: ofOrganisation('yueqingCentre'), attributeKey: 'ipProtection', text: '组建知识产权联盟和维权办公室', source, quote: '组建了中国低压智能电器产业知识产权联盟和维权办公室' },
];
