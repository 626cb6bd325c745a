import type { AliasRow, ClusterOrganisationRow, ClusterRow, OrganisationRow, ProgrammeRow, RelationRow } from './pack-types.ts';
import { inCluster, ofOrganisation, ofProgramme } from './pack-types.ts';

/** A name marked as our identification in a description is not in the source. */
export const foreignProgrammes: readonly ProgrammeRow[] = [
  { key: 'euClusterMemorandum', name: { zh: '欧洲集群备忘录', en: 'European Cluster Memorandum' }, region: 'EU', startedYear: 2008, description: '欧盟推动世界级集群的政策文件。\nA policy document of the European Union on world-class clusters.' },
  { key: 'euClusterExcellence', name: { zh: '欧洲集群卓越计划', en: 'European Cluster Excellence Initiative' }, region: 'EU', description: '对集群组织授予分级标识,金标为其中一级。\nLabels cluster organisations by grade; gold is one of them.' },
  { key: 'deClusterStrategy', name: { zh: '德国综合性集群战略', en: 'German cross-departmental cluster strategy' }, country: 'world:DE', startedYear: 2006, description: '横跨联邦各部门,由联邦和州两级共同推动。\nSpans all federal departments and is driven by federation and states.' },
  { key: 'deLeadingEdge', name: { zh: '尖端集群竞争计划', en: 'Leading-Edge Cluster Competition' }, country: 'world:DE', description: '以竞赛选出集群。来源对启动年份说法不一(2006年或2007年),见所列事实。英文名为本库识别。\nSelects clusters by competition. Sources disagree on the year it began (2006 or 2007): see the facts. The English name is our identification.' },
  { key: 'deClusterNetworks', name: { zh: '德国集群网络计划', en: 'German cluster networks programme' }, country: 'world:DE', startedYear: 2015, description: '在尖端集群竞争计划基础上启动;来源文本中的名称有字符缺失,此处不作正式名称。\nFollows on from the Leading-Edge Cluster Competition; its name is damaged in the source, so this is not the official one.' },
  { key: 'deBioRegio', name: { zh: '生物区集群计划', en: 'BioRegio' }, country: 'world:DE', startedYear: 1995, description: '以全国竞赛方式推出。英文名为本库识别。\nRun as a national competition. The English name is our identification.' },
  { key: 'deInnoRegio', name: { zh: '区域集群计划', en: 'InnoRegio' }, country: 'world:DE', startedYear: 1999, description: '以全国竞赛方式推出,与美国同名计划不是一回事。英文名为本库识别。\nRun as a national competition; not the United States programme of the same Chinese name. The English name is our identification.' },
  { key: 'frCompetitiveness', name: { zh: '竞争力集群计划', en: 'Competitiveness clusters programme' }, country: 'world:FR', startedYear: 2004, leadDepartment: '部际区域规划发展委员会', description: '六个部门组成委员会并设共同基金,两个管理局和一家银行负责运行。\nSix departments form a committee with a joint fund; two agencies and one bank run it.' },
  { key: 'jpIndustrialClusters', name: { zh: '日本产业集群计划', en: 'Industrial cluster programme (Japan)' }, country: 'world:JP', description: '日本三个集群计划之一,启动年份来源未述。\nOne of three Japanese programmes; the year it began is not stated.' },
  { key: 'jpKnowledgeClusters', name: { zh: '日本知识集群计划', en: 'Knowledge cluster programme (Japan)' }, country: 'world:JP', description: '日本三个集群计划之一,神户生物医学集群属于此计划。\nOne of three Japanese programmes; the Kobe biomedical cluster belongs to it.' },
  { key: 'usEnergyRegional', name: { zh: '能源区域创新集群', en: 'Energy Regional Innovation Cluster' }, country: 'world:US', description: '侧重基于技术联盟的研发合作。英文名为本库识别。\nCentres on R&D through technology alliances. The English name is our identification.' },
  { key: 'usRegional', name: { zh: '区域集群计划', en: 'Regional cluster programme (United States)' }, country: 'world:US', description: '与德国1999年同名计划不是一回事。\nNot the German programme of 1999 with the same Chinese name.' },
  { key: 'noClusters', name: { zh: '挪威产业集群计划', en: 'Norwegian cluster programme' }, country: 'world:NO', description: '由两家公司和一个政府部门协调推进;计划名称来源未述。\nCoordinated by two companies and one public body; the source does not name the programme.' },
];

export const foreignClusters: readonly ClusterRow[] = [
  {
    key: 'itsOwl',
    name: { zh: "It's OWL 集群", en: 'It’s OWL cluster' },
    field: '智能技术',
    territories: [{ territoryId: 'world:DE', scope: 'base' }],
    description: '德国工业4.0旗舰集群,位于德国西部几个中小城市,城市名称来源未述。\nFlagship cluster of Industry 4.0 in several small and medium cities of western Germany, which the source does not name.',
  },
  {
    key: 'kobeBiomedical',
    name: { zh: '神户生物医学集群', en: 'Kobe biomedical cluster' },
    field: '生物医学',
    territories: [{ territoryId: 'world:JP', scope: 'base' }],
    description: '由所在市政府与公立研究基金会共同管理。\nManaged together by the city and a public research foundation.',
  },
  {
    key: 'philadelphiaBuildings',
    name: { zh: '费城高效节能建筑创新集群', en: 'Philadelphia energy-efficient buildings innovation cluster' },
    field: '高效节能建筑',
    territories: [{ territoryId: 'world:US', scope: 'base' }],
    description: '由能源部等三个部门共同投入,另两个部门和分担比例来源未述。\nFunded by three departments, the Department of Energy among them; the other two and the split are not stated.',
  },
];

const de = { territoryId: 'world:DE' };
const no = { territoryId: 'world:NO' };
const fr = { territoryId: 'world:FR' };
const jp = { territoryId: 'world:JP' };

export const foreignOrganisations: readonly OrganisationRow[] = [
  { key: 'itsOwlFederation', name: { zh: "It's OWL 集群联合会", en: 'It’s OWL federation' }, type: 'association', subtype: 'clusterOrganisation', ...de, description: '联合会型集群组织,获欧洲集群卓越计划金标。\nFederation-type cluster organisation with the gold label of the European Cluster Excellence Initiative.' },
  { key: 'itsOwlOperator', name: { zh: "It's OWL 集群管理运营公司(名称未述)", en: 'It’s OWL operating company (name not stated)' }, type: 'service', subtype: 'otherService', ...de, description: '由当地政府管辖,与联合会是两个主体。\nUnder local government; a body apart from the federation.' },
  { key: 'deResearchMinistry', name: { zh: '德国联邦教育与研究部', en: 'Federal Ministry of Education and Research (Germany)' }, type: 'government', subtype: 'ministry', ...de },
  { key: 'deEconomyMinistry', name: { zh: '德国联邦经济事务与能源部', en: 'Federal Ministry for Economic Affairs and Energy (Germany)' }, type: 'government', subtype: 'ministry', ...de },
  { key: 'usEnergyDepartment', name: { zh: '美国能源部', en: 'Department of Energy (United States)' }, type: 'government', subtype: 'ministry', territoryId: 'world:US' },
  { key: 'frPlanningCommittee', name: { zh: '法国部际区域规划发展委员会', en: 'Interministerial spatial planning and development committee (France)' }, type: 'government', subtype: 'otherGovernment', ...fr },
  { key: 'frInnovationAgency', name: { zh: 'OSED 创新管理局', en: 'OSED innovation agency (spelt as in the source)' }, type: 'government', subtype: 'otherGovernment', ...fr, description: '来源写作 OSED,疑为 OSEO。\nThe source writes OSED, probably for OSEO.' },
  { key: 'frResearchAgency', name: { zh: '法国国家研究管理局', en: 'National research agency (France)' }, type: 'government', subtype: 'otherGovernment', ...fr },
  { key: 'frCdcBank', name: { zh: 'CDC 银行', en: 'CDC bank' }, type: 'service', subtype: 'financeService', ...fr, description: '半公立银行,支持集群的创新平台建设。\nA semi-public bank that funds innovation platforms of clusters.' },
  { key: 'noTradeMinistry', name: { zh: '挪威贸易工业部', en: 'Ministry of Trade and Industry (Norway)' }, type: 'government', subtype: 'ministry', ...no },
  { key: 'innovationNorway', name: { zh: '创新挪威公司', en: 'Innovation Norway' }, type: 'service', subtype: 'otherService', ...no },
  { key: 'siva', name: { zh: '挪威产业开发集团', en: 'SIVA' }, type: 'service', subtype: 'otherService', ...no, description: '英文名为本库识别。\nThe English name is our identification.' },
  { key: 'norwayResearchCouncil', name: { zh: '挪威研究理事会', en: 'Research Council of Norway' }, type: 'government', subtype: 'otherGovernment', ...no },
  { key: 'kobeCity', name: { zh: '神户市政府', en: 'City of Kobe' }, type: 'government', subtype: 'cityDepartment', ...jp },
  { key: 'kobeFoundation', name: { zh: '公立生物医学研究与创新基金会', en: 'Public foundation for biomedical research and innovation (Kobe)' }, type: 'association', subtype: 'foundation', ...jp },
];

export const foreignRelations: readonly RelationRow[] = [
  { from: 'innovationNorway', to: 'noTradeMinistry', kind: 'parent' },
  { from: 'siva', to: 'noTradeMinistry', kind: 'parent' },
];

export const foreignClusterOrganisations: readonly ClusterOrganisationRow[] = [
  {
    cluster: 'itsOwl',
    organisation: 'itsOwlFederation',
    role: 'main',
    legalForm: 'otherForm',
    form: 'federation',
    operator: 'itsOwlOperator',
    purpose: '成为世界上最有竞争力和吸引力的智能技术中心。',
    bodies: [
      { slot: 'decide', name: { zh: '董事会', en: 'Board of directors' }, note: '由大学和企业的杰出人员构成。\nDistinguished people from universities and enterprises.' },
      { slot: 'run', name: { zh: '执行局', en: 'Executive board' }, note: '确定集群发展的战略方向。\nSets the strategic direction.' },
      { slot: 'advise', name: { zh: '科学咨询委员会', en: 'Scientific advisory committee' }, note: '由国际知名科学家组成,协助运营方构建技术平台。\nInternationally known scientists who help the operator build the technology platform.' },
    ],
  },
  { cluster: 'kobeBiomedical', organisation: 'kobeCity', role: 'other', function: '共同管理' },
  { cluster: 'kobeBiomedical', organisation: 'kobeFoundation', role: 'other', function: '共同管理' },
];

export const foreignAliases: readonly AliasRow[] = [
  { subject: inCluster('itsOwl'), name: "It'sOWL", language: 'other', kind: 'spelling' },
  { subject: inCluster('itsOwl'), name: 'It’s OWL', language: 'other', kind: 'short' },
  { subject: ofProgramme('deLeadingEdge'), name: '领先集群竞赛计划', language: 'zh-CN', kind: 'translation' },
  { subject: ofProgramme('deLeadingEdge'), name: '领先集群计划', language: 'zh-CN', kind: 'short' },
  { subject: ofProgramme('deLeadingEdge'), name: 'Spitzencluster-Wettbewerb', language: 'other', kind: 'localName' },
  { subject: ofProgramme('deClusterNetworks'), name: 'Clusters-Networks-International', language: 'en', kind: 'translation' },
  { subject: ofProgramme('frCompetitiveness'), name: 'Pôles de compétitivité', language: 'other', kind: 'localName' },
  { subject: ofProgramme('usEnergyRegional'), name: 'E-RIC', language: 'en', kind: 'short' },
  { subject: ofOrganisation('frInnovationAgency'), name: 'OSEO', language: 'other', kind: 'spelling' },
  { subject: ofOrganisation('frPlanningCommittee'), name: 'CIADT', language: 'other', kind: 'short' },
];
