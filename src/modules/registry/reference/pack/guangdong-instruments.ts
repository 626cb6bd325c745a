import type { AliasRow, ClusterRow, ListRow, MembershipRow, OrganisationRow, PlaceRow, StatementRow, TitleRow } from './pack-types.ts';
import { inCluster, ofOrganisation, ofTerritory } from './pack-types.ts';

const source = 'instrumentsPaper';
const cluster = 'guangdongInstruments';
const leadQuote = '深圳華大智造…、廣州禾信儀器…、廣東正業科技股份有限公司等“鏈主”企業';
const centreQuote = '禾信儀器、佛山市南華儀器股份有限公司、廣州致遠電子股份有限公司、華大智造等28 家省級企業技術中心';
const listedQuote = '2022 年集群67 家上市公司中共58 家拓展了不同程度的海外業務,占比高達86.6%';
const rdQuote = '研發經費支出由2018 年的37.95 億元增長至2021 年的77.28 億元,增幅高達103.6%';
const achievementQuote = '我國首臺3T 高場人體全身醫學磁共振系統';

export const instrumentsClusters: readonly ClusterRow[] = [
  {
    key: cluster,
    name: { zh: '广东省精密仪器设备产业集群', en: 'Guangdong precision instruments and equipment cluster' },
    field: '精密仪器设备',
    territories: [
      { territoryId: 'cn:440000', scope: 'base' },
      ...['440300', '440100', '441900', '440600', '442000', '440400'].map((code) => ({ territoryId: `cn:${code}`, scope: 'base' as const })),
    ],
    description:
      '产业主要分布在珠三角六市,以民营企业为主;2021年起实行链长制。来源未给出集群企业总数。\nConcentrated in six Pearl River Delta cities and mostly private; a chain chief has been in charge since 2021. The source gives no number of firms in the cluster.',
  },
];

export const instrumentsOrganisations: readonly OrganisationRow[] = [
  { key: 'mgiTech', name: { zh: '深圳华大智造科技股份有限公司', en: 'MGI Tech Co., Ltd.' }, type: 'enterprise', subtype: 'manufacturer', territoryId: 'cn:440300' },
  { key: 'hexin', name: { zh: '广州禾信仪器股份有限公司', en: 'Guangzhou Hexin Instrument Co., Ltd.' }, type: 'enterprise', subtype: 'manufacturer', territoryId: 'cn:440100' },
  { key: 'zhengye', name: { zh: '广东正业科技股份有限公司', en: 'Guangdong Zhengye Technology Co., Ltd.' }, type: 'enterprise', subtype: 'manufacturer', territoryId: 'cn:440000' },
  { key: 'nanhua', name: { zh: '佛山市南华仪器股份有限公司', en: 'Foshan Nanhua Instrument Co., Ltd.' }, type: 'enterprise', subtype: 'manufacturer', territoryId: 'cn:440600' },
  { key: 'zhiyuan', name: { zh: '广州致远电子股份有限公司', en: 'Guangzhou Zhiyuan Electronics Co., Ltd.' }, type: 'enterprise', subtype: 'manufacturer', territoryId: 'cn:440100' },
  { key: 'unitedImaging', name: { zh: '上海联影医疗科技股份有限公司', en: 'Shanghai United Imaging Healthcare Co., Ltd.' }, type: 'enterprise', subtype: 'manufacturer', territoryId: 'cn:310000' },
  {
    key: 'leadConsultant',
    name: { zh: '广东省精密仪器设备产业集群主导咨询机构', en: 'Lead consulting institution of the Guangdong precision instruments cluster' },
    type: 'service',
    subtype: 'consulting',
    territoryId: 'cn:440000',
    description: '设有工作专班和战略顾问委员会;来源未指明由哪一家单位承担。\nHas a working group and a strategic advisory committee; the source does not say which body carries it.',
  },
  {
    key: 'instrumentsIpCentre',
    name: { zh: '广东省精密仪器设备产业集群知识产权运营中心', en: 'IP operation centre of the Guangdong precision instruments cluster' },
    type: 'service',
    subtype: 'ipService',
    territoryId: 'cn:440000',
  },
];

export const instrumentsMemberships: readonly MembershipRow[] = ['mgiTech', 'hexin', 'zhengye', 'nanhua', 'zhiyuan'].map((organisation) => ({ cluster, organisation }));

export const instrumentsAliases: readonly AliasRow[] = [
  { subject: ofOrganisation('mgiTech'), name: '华大智造', language: 'zh-CN', kind: 'short' },
  { subject: ofOrganisation('hexin'), name: '禾信仪器', language: 'zh-CN', kind: 'short' },
  { subject: ofOrganisation('leadConsultant'), name: '广东省精密仪器设备产业集群主导咨询支撑机构', language: 'zh-CN', kind: 'spelling' },
  { subject: inCluster(cluster), name: '精密仪器设备战略性新兴产业集群', language: 'zh-CN', kind: 'short' },
];

export const instrumentsPlaces: readonly PlaceRow[] = [
  {
    key: 'zhongshanSciencePark',
    kind: 'park',
    subtype: 'otherPark',
    name: { zh: '中山西湾国家重大仪器科学园', en: 'Zhongshan Xiwan National Major Instruments Science Park' },
    territoryId: 'cn:442000',
    clusters: [cluster],
    description: '集群重点项目的落地园区。\nWhere key projects of the cluster are to land.',
  },
];

export const instrumentsLists: readonly ListRow[] = [
  {
    key: 'provincialTechnologyCentres',
    name: { zh: '集群省级企业技术中心', en: 'Provincial enterprise technology centres of the cluster' },
    announcedCount: 28,
    entryKind: 'organisation',
    source,
    note: '来源点名四家,其余未述;“当前”未注明日期。\nFour are named, the others are not; the source says “at present” and gives no date.',
    entries: [
      { subject: 'hexin', nameAsListed: '禾信儀器' },
      { subject: 'nanhua', nameAsListed: '佛山市南華儀器股份有限公司' },
      { subject: 'zhiyuan', nameAsListed: '廣州致遠電子股份有限公司' },
      { subject: 'mgiTech', nameAsListed: '華大智造' },
    ],
  },
  {
    key: 'instrumentsChainLeads',
    name: { zh: '精密仪器设备产业链“链主”企业', en: 'Lead firms in precision instruments' },
    entryKind: 'organisation',
    source,
    note: '来源点名三家,名单是开放的,总数未述。\nThree are named; the list is open and no total is given.',
    entries: [
      { subject: 'mgiTech', nameAsListed: '深圳華大智造' },
      { subject: 'hexin', nameAsListed: '廣州禾信儀器' },
      { subject: 'zhengye', nameAsListed: '廣東正業科技股份有限公司' },
    ],
  },
];

export const instrumentsTitles: readonly TitleRow[] = [
  ...['mgiTech', 'hexin', 'zhengye'].map((organisation): TitleRow => ({ organisation, titleKey: 'chainLead', level: 'provincial', source })),
  ...['hexin', 'nanhua', 'zhiyuan', 'mgiTech'].map((organisation): TitleRow => ({ organisation, titleKey: 'technologyCentre', level: 'provincial', source })),
];

const national = '全国范围,未含港澳台地区';
const statistical = '高技术产业统计类别口径,不是集群的数字';
const here = inCluster(cluster);

export const instrumentsStatements: readonly StatementRow[] = [
  { subject: here, attributeKey: 'revenue', value: '211457000000', unit: 'CNY', period: '2022', scopeNote: '按产业统计', source: 'guangdongStatistics', quote: '2022 年完成營業收入2 114.57 億元' },
  { subject: here, attributeKey: 'nationalRank', value: '2', unit: 'one', period: '2022', scopeNote: `${national};仅次于江苏省`, source: 'guangdongStatistics', quote: '產業規模僅次于江蘇省,在全國(未含港澳臺地區,下同)排名第2 位1)' },
  { subject: here, attributeKey: 'listedFirms', value: '67', unit: 'firm', period: '2022', source: 'listedFirmReports', quote: listedQuote },
  { subject: here, attributeKey: 'listedFirmsAbroad', value: '58', unit: 'firm', period: '2022', scopeNote: '海外业务程度不一', source: 'listedFirmReports', quote: listedQuote },
  { subject: here, attributeKey: 'listedFirmsAbroadShare', value: '86.6', unit: 'percent', period: '2022', scopeNote: '分母为集群67家上市公司', source: 'listedFirmReports', quote: listedQuote },
  { subject: here, attributeKey: 'rdSpendingInstrumentClass', value: '3795000000', unit: 'CNY', period: '2018', scopeNote: statistical, source: 'highTechYearbook', quote: rdQuote },
  { subject: here, attributeKey: 'rdSpendingInstrumentClass', value: '7728000000', unit: 'CNY', period: '2021', scopeNote: statistical, source: 'highTechYearbook', quote: rdQuote },
  { subject: here, attributeKey: 'rdSpendingInstrumentClassGrowth', value: '103.6', unit: 'percent', period: '2018..2021', scopeNote: statistical, source: 'highTechYearbook', quote: rdQuote },
  { subject: here, attributeKey: 'provincialTechnologyCentres', value: '28', unit: 'unit', scopeNote: '点名四家,其余未述;无日期', source, quote: centreQuote },
  { subject: here, attributeKey: 'leadingSegments', text: '质谱仪、基因测序仪、示波器、功率分析仪、监护仪、扫描探针显微镜、核磁共振成像仪等', source, quote: '質譜儀、基因測序儀、示波器、功率分析儀、監護儀、掃描探針顯微鏡、核磁共振成像儀等' },
  { subject: ofTerritory('world:CN'), attributeKey: 'regionsOfConcentration', text: '江苏、广东、浙江、上海、北京等', scopeNote: '精密仪器设备产业', source, quote: '江蘇、廣東、浙江、上海、北京等地區' },
  { subject: here, attributeKey: 'chainSegments', text: '工业自动测控、信息计测与电测、科学测试分析、人体诊疗、专用检测与测量等', source, quote: '工業自動測控儀器與系統、信息計測與電測儀器、科學測試分析儀器、人體診療儀器、專用檢測與測量儀器等多個細分領域' },
  { subject: here, attributeKey: 'citiesOfConcentration', value: '6', unit: 'unit', source, quote: '深圳、廣州、東莞、佛山、中山、珠海等珠三角六大地市' },
  { subject: here, attributeKey: 'chainChiefSystem', text: '2021年启动', period: '2021', source, quote: '于2021 年正式啟動“鏈長制”' },
  ...(['mgiTech', 'hexin', 'zhengye'] as const).map((key): StatementRow => ({ subject: ofOrganisation(key), attributeKey: 'clusterRole', text: '链主企业', source, quote: leadQuote })),
  ...(['hexin', 'nanhua', 'zhiyuan', 'mgiTech'] as const).map((key): StatementRow => ({ subject: ofOrganisation(key), attributeKey: 'technologyCentre', text: '省级企业技术中心', source, quote: centreQuote })),
  { subject: ofOrganisation('mgiTech'), attributeKey: 'domesticUpstreamSuppliers', operator: 'notStated', scopeNote: '来源只作定性描述,没有数量', source, quote: '近5 年基因測序儀上游國內供應商群體快速壯大' },
  { subject: ofOrganisation('siat'), attributeKey: 'achievement', text: '首台3T高场人体全身医学磁共振系统(与上海联影合作)', source, quote: achievementQuote },
  { subject: ofOrganisation('unitedImaging'), attributeKey: 'achievement', text: '首台3T高场人体全身医学磁共振系统(与中科院深圳先进院合作)', source, quote: achievementQuote },
  { subject: ofOrganisation('siat'), attributeKey: 'award', text: '合作成果获国家科学技术进步奖一等奖', period: '2021', source, quote: '該成果于2021 年獲國家科學技術進步獎一等獎[29]' },
  { subject: ofOrganisation('unitedImaging'), attributeKey: 'award', text: '合作成果获国家科学技术进步奖一等奖', period: '2021', source, quote: '該成果于2021 年獲國家科學技術進步獎一等獎[29]' },
];
