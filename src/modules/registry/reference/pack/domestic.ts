import { nationalCluster, nationalClusterEntries } from './national-clusters.ts';
import type { AliasRow, CompositionRow, ListRow, OrganisationRow, ProgrammeRow, StatementRow } from './pack-types.ts';
import { inCluster, ofOrganisation, ofProgramme, ofTerritory } from './pack-types.ts';

const promotion = 'promotionOrganisations';
const experience = 'commonExperience';
const emerging = 'strategicEmerging';
const contest = ofProgramme('cnClusterContest');
const china = ofTerritory('world:CN');

export const domesticOrganisations: readonly OrganisationRow[] = [
  { key: 'miit', name: { zh: '工业和信息化部', en: 'Ministry of Industry and Information Technology' }, type: 'government', subtype: 'ministry', territoryId: 'world:CN' },
  { key: 'ndrc', name: { zh: '国家发展和改革委员会', en: 'National Development and Reform Commission' }, type: 'government', subtype: 'ministry', territoryId: 'world:CN' },
  { key: 'unigroup', name: { zh: '紫光集团', en: 'Tsinghua Unigroup' }, type: 'enterprise', territoryId: 'world:CN' },
];

export const domesticAliases: readonly AliasRow[] = [
  { subject: ofOrganisation('miit'), name: '工信部', language: 'zh-CN', kind: 'short' },
  { subject: ofOrganisation('miit'), name: 'MIIT', language: 'en', kind: 'short' },
  { subject: ofOrganisation('ndrc'), name: '国家发展改革委', language: 'zh-CN', kind: 'short' },
  { subject: ofOrganisation('ndrc'), name: 'NDRC', language: 'en', kind: 'short' },
];

export const domesticProgrammes: readonly ProgrammeRow[] = [
  { key: 'cnClusterContest', name: { zh: '先进制造业集群竞赛', en: 'Advanced manufacturing cluster contest' }, country: 'world:CN', startedYear: 2019, leadDepartment: '工业和信息化部', description: '以竞赛方式遴选决赛优胜集群,并要求每个集群组建发展促进组织。\nSelects clusters by contest and asks each winner to form a promotion organisation.' },
  { key: 'cnEmergingClusters', name: { zh: '战略性新兴产业集群发展工程', en: 'Strategic emerging industry cluster project' }, country: 'world:CN', startedYear: 2018, leadDepartment: '国家发展改革委', description: '2019年部署第一批。\nThe first batch followed in 2019.' },
  { key: 'gdInstrumentsPlan', name: { zh: '广东省培育精密仪器设备战略性新兴产业集群行动计划(2021—2025年)', en: 'Guangdong action plan for the precision instruments cluster (2021–2025)' }, country: 'world:CN', region: '广东省', startedYear: 2021, endedYear: 2025 },
  { key: 'gdInstrumentsResearch', name: { zh: '广东省重点领域研发计划“精密仪器设备”重点专项', en: 'Guangdong key-area R&D programme: precision instruments' }, country: 'world:CN', region: '广东省', startedYear: 2021 },
  { key: 'szEmergingSupport', name: { zh: '深圳市战略性新兴产业扶持计划(精密仪器设备等)项目', en: 'Shenzhen strategic emerging industry support (precision instruments and others)' }, country: 'world:CN', region: '深圳市', startedYear: 2023 },
  { key: 'gdHundredChains', name: { zh: '产业链供应链“百链韧性提升”专项行动', en: 'Hundred-chain resilience action' }, country: 'world:CN', region: '广东省', description: '来源表述为提出开展。\nThe source speaks of it as proposed.' },
];

export const domesticLists: readonly ListRow[] = [
  { key: 'clusters45', name: { zh: '国家先进制造业集群(45个)', en: 'National advanced manufacturing clusters (45)' }, issuer: { zh: '工业和信息化部', en: 'Ministry of Industry and Information Technology' }, issuedPeriod: '2022-11', announcedCount: 45, entryKind: 'cluster', source: 'clusterList45', entries: nationalClusterEntries() },
  { key: 'clusters25', name: { zh: '先进制造业集群竞赛决赛优胜集群(25个)', en: 'Cluster contest winners (25)' }, issuer: { zh: '工业和信息化部', en: 'Ministry of Industry and Information Technology' }, issuedPeriod: '2021', batch: '第一、二批', announcedCount: 25, entryKind: 'cluster', source: 'clusterList45', note: '2019年以来竞赛遴选,截至2021年25家。\nSelected by contest since 2019; 25 by 2021.', entries: nationalClusterEntries('2021') },
  { key: 'clusters20', name: { zh: '先进制造业集群竞赛第三批优胜集群(20个)', en: 'Cluster contest winners, third round (20)' }, issuer: { zh: '工业和信息化部', en: 'Ministry of Industry and Information Technology' }, issuedPeriod: '2022', batch: '第三批', announcedCount: 20, entryKind: 'cluster', source: 'clusterList45', entries: nationalClusterEntries('2022') },
  { key: 'clusters66', name: { zh: '第一批国家战略性新兴产业集群(66个)', en: 'National strategic emerging industry clusters, first batch (66)' }, issuer: { zh: '国家发展改革委', en: 'National Development and Reform Commission' }, issuedPeriod: '2019', batch: '第一批', announcedCount: 66, entryKind: 'cluster', source: emerging, note: '只知公布数量,名单未录入。\nOnly the number is known; the entries are not.', entries: [] },
  { key: 'clusters783', name: { zh: '31个省区市的产业集群(783个)', en: 'Industrial clusters of 31 provinces (783)' }, announcedCount: 783, entryKind: 'cluster', source: experience, note: '来源未载发布单位和日期,与25个、66个不是同一名单。\nNo issuer or date is given; not the list of 25 nor that of 66.', entries: [] },
  { key: 'clustersFirst3', name: { zh: '国家重点培育的首批世界级产业集群(3个)', en: 'First world-class clusters under national cultivation (3)' }, announcedCount: 3, entryKind: 'cluster', source: experience, note: '来源只点名一个。\nThe source names one of them.', entries: [{ subject: nationalCluster('19'), nameAsListed: '上海張江生物醫藥' }] },
];

const parts = (...rows: readonly (readonly [zh: string, en: string, value: string])[]) => rows.map(([zh, en, value]) => ({ label: { zh, en }, value }));

export const packCompositions: readonly CompositionRow[] = [
  { subject: inCluster('itsOwl'), title: { zh: '集群成员构成', en: 'Members by type' }, total: '196', unit: 'unit', source: experience, parts: parts(['大型企业', 'Large enterprises', '53'], ['中小型企业', 'Small and medium enterprises', '81'], ['研究机构或大学', 'Research institutes and universities', '31'], ['其他组织', 'Other organisations', '31']) },
  { subject: contest, title: { zh: '25家集群发展促进组织的法人性质', en: 'Legal form of the 25 promotion organisations' }, total: '25', unit: 'firm', source: promotion, parts: parts(['社会团体', 'Social associations', '13'], ['事业单位', 'Public institutions', '7'], ['社会服务机构', 'Social service organisations', '5']) },
  { subject: contest, title: { zh: '45个集群的区域分布', en: 'The 45 clusters by macro-region' }, total: '45', unit: 'unit', period: '2022', source: 'clusterList45Press', parts: parts(['东部', 'East', '30'], ['中部', 'Centre', '8'], ['西部', 'West', '5'], ['东北', 'Northeast', '2']) },
  { subject: contest, title: { zh: '45个集群的评选轮次', en: 'The 45 clusters by round' }, total: '45', unit: 'unit', period: '2022', source: 'clusterList45Press', parts: parts(['第一、二轮', 'Rounds one and two', '25'], ['第三轮', 'Round three', '20']) },
  { subject: contest, title: { zh: '45个集群的领域分布', en: 'The 45 clusters by field' }, total: '45', unit: 'unit', period: '2022', source: 'clusterList45Press', parts: parts(['新一代信息技术', 'Next-generation information technology', '13'], ['高端装备', 'High-end equipment', '13'], ['新材料', 'New materials', '7'], ['生物医药及高端医疗器械', 'Biomedicine and medical devices', '5'], ['消费品', 'Consumer goods', '4'], ['新能源及智能网联汽车', 'New energy and connected vehicles', '3']) },
  { subject: contest, title: { zh: '45个集群的省份分布', en: 'The 45 clusters by province' }, total: '45', unit: 'unit', period: '2022', source: 'clusterList45Press', parts: parts(['江苏', 'Jiangsu', '10'], ['广东', 'Guangdong', '7'], ['浙江', 'Zhejiang', '4'], ['湖南', 'Hunan', '4'], ['上海', 'Shanghai', '3'], ['山东', 'Shandong', '3'], ['四川', 'Sichuan', '2'], ['湖北', 'Hubei', '2'], ['安徽', 'Anhui', '1'], ['陕西', 'Shaanxi', '1'], ['河北', 'Hebei', '1'], ['辽宁', 'Liaoning', '1'], ['吉林', 'Jilin', '1'], ['福建', 'Fujian', '1'], ['江西', 'Jiangxi', '1'], ['内蒙古', 'Inner Mongolia', '1'], ['京津冀', 'Beijing–Tianjin–Hebei', '1'], ['成渝', 'Chengdu–Chongqing', '1']) },
  { subject: ofProgramme('frCompetitiveness'), title: { zh: '计划运行机构', en: 'Programme operators' }, total: '3', unit: 'unit', source: 'organisationalChange', parts: parts(['管理局', 'Agencies', '2'], ['银行', 'Banks', '1']) },
  { subject: ofProgramme('noClusters'), title: { zh: '计划协调机构', en: 'Coordinating bodies' }, total: '3', unit: 'unit', source: experience, parts: parts(['公司', 'Companies', '2'], ['政府部门', 'Public bodies', '1']) },
];

const delta = '2020年,長三角蘇浙皖滬三省一市醫藥製造業產值1.3萬億元,占全國30%,利潤占全國35%';
const acquisitions = '先後收購美國展訊、銳迪科等20餘家高科技企業,收購投入資金超過1000億元';

export const domesticStatements: readonly StatementRow[] = [
  { subject: contest, attributeKey: 'winners', value: '25', unit: 'firm', scopeNote: '2019年以来', source: promotion, quote: '2019年以来,工业和信息化部采取竞赛方式遴选了25家决赛优胜集群' },
  { subject: contest, attributeKey: 'winners', value: '25', unit: 'firm', scopeNote: '截至2021年', source: experience, quote: '截至2021年,工信部遴選出25個先進製造業集群作為世界級集群的重點培育對象' },
  { subject: ofProgramme('cnEmergingClusters'), attributeKey: 'emergingIndustries', text: '数字经济、智能制造、生命健康、新材料等', scopeNote: '来源未列完', source: emerging, quote: '数字经济、智能制造、生命健康、新材料等战略性新兴产业' },
  { subject: ofProgramme('cnEmergingClusters'), attributeKey: 'startYear', text: '2018', source: emerging, quote: '国家发展改革委2018年启动战略性新兴产业集群发展工程' },
  { subject: ofProgramme('cnEmergingClusters'), attributeKey: 'fundedClusters', value: '66', unit: 'unit', period: '2019', scopeNote: '第一批', source: emerging, quote: '2019年部署了第一批66个国家战略性新兴产业集群' },
  { subject: china, attributeKey: 'clusters', value: '783', unit: 'unit', scopeNote: '31个省区市;来源无日期', source: experience, quote: '目前全國31個省區市共有783個產業集群' },
  { subject: inCluster(nationalCluster('19')), attributeKey: 'clusterRole', text: '国家重点培育的首批三个世界级产业集群之一', source: experience, quote: '國家重點培育的國內首批三個世界級產業集群之一' },
  { subject: china, attributeKey: 'deltaPharmaOutput', value: '1300000000000', unit: 'CNY', period: '2020', scopeNote: '仅长三角三省一市', source: experience, quote: delta },
  { subject: china, attributeKey: 'deltaPharmaOutputShare', value: '30', unit: 'percent', period: '2020', source: experience, quote: delta },
  { subject: china, attributeKey: 'deltaPharmaProfitShare', value: '35', unit: 'percent', period: '2020', source: experience, quote: delta },
  { subject: ofOrganisation('unigroup'), attributeKey: 'acquiredFirms', operator: '>', value: '20', unit: 'firm', source: experience, quote: acquisitions },
  { subject: ofOrganisation('unigroup'), attributeKey: 'acquisitionSpending', operator: '>', value: '100000000000', unit: 'CNY', source: experience, quote: acquisitions },
  { subject: ofProgramme('gdInstrumentsResearch'), attributeKey: 'startYear', text: '2021', source: 'instrumentsPaper', quote: '項目分別于2021 年、2023年啟動' },
  { subject: ofProgramme('szEmergingSupport'), attributeKey: 'startYear', text: '2023', source: 'instrumentsPaper', quote: '項目分別于2021 年、2023年啟動' },
];
