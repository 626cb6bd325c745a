import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bodySlots, clusterScopes, legalForms } from '../../words/cluster.schema.ts';
import { organisationSubtypes } from '../../words/organisation.schema.ts';
import { placeSubtypes } from '../../words/place.schema.ts';
import { referencePack as pack } from './pack.ts';

type Said = (string | null)[];
/** What sources say on one attribute of one record: value or words, period, source; an operator only where it is not "equals". */
const said = (key: string, attribute: string): Said[] =>
  pack.statements
    .filter((row) => row.subject.key === key && row.attributeKey === attribute)
    .map((row) => [`${row.operator && row.operator !== '=' ? row.operator : ''}${row.value ?? row.text ?? ''}`, row.period ?? null, row.source]);
const note = (key: string, attribute: string) => pack.statements.filter((row) => row.subject.key === key && row.attributeKey === attribute).map((row) => row.scopeNote ?? '').join();
const promoter = (cluster: string) => pack.clusterOrganisations.filter((row) => row.cluster === cluster).map((row) => row.organisation);
const nameOf = (key: string) => pack.organisations.find((row) => row.key === key)?.name.zh ?? '';
const programme = (key: string) => pack.programmes.find((row) => row.key === key);
const list = (key: string) => pack.lists.find((row) => row.key === key);
const parts = (key: string, part: string) => pack.compositions.filter((row) => row.subject.key === key && row.title.zh?.includes(part)).map((row) => [row.total, ...row.parts.map((each) => each.value)])[0];
const holders = (title: string) => pack.titles.filter((row) => row.titleKey === title).map((row) => row.organisation).toSorted();
const aliases = (key: string) => pack.aliases.filter((row) => row.subject.key === key).map((row) => row.name);
const source = (key: string) => pack.sources.find((row) => row.key === key);
const bodies = (organisation: string) => pack.clusterOrganisations.find((row) => row.organisation === organisation)?.bodies?.map((body) => body.name.zh);
const one = (value: string, from: string, period: string | null = null): Said[] => [[value, period, from]];
const [promotion, change, experience, emerging, paper] = ['promotionOrganisations', 'organisationalChange', 'commonExperience', 'strategicEmerging', 'instrumentsPaper'];
const here = 'guangdongInstruments';

/** Requirement id → what the pack holds, what it should hold. */
const facts: Readonly<Record<string, readonly [() => unknown, unknown]>> = {
  'F0-01': [() => said('cnClusterContest', 'winners')[0], ['25', null, promotion]],
  'F0-02': [() => parts('cnClusterContest', '法人性质'), ['25', '13', '7', '5']],
  'F0-06': [() => said('nextGenerationAlliance', 'coFounders'), one('7', promotion)],
  'F0-07': [() => pack.clusterOrganisations.find((row) => row.organisation === 'siat')?.subOrganisations?.map((sub) => sub.field ?? null), ['5G', '集成电路', '新型显示', null, null]],
  'F0-08': [() => [said('wuxiIotCentre', 'basePartners'), said('wuxiIotCentre', 'innovationBases')], [one('11', promotion), one('6', promotion)]],
  'F0-09': [() => [said('wuxiIotCentre', 'associationPartners'), said('wuxiIotCentre', 'alliancePartners')], [one('10', promotion), one('12', promotion)]],
  'F0-10': [() => said('changshaMachinery', 'letterSignatories'), one('6', promotion)],
  'F0-11': [() => promoter('nationalCluster01').map(nameOf), ['中国科学院深圳先进技术研究院']],
  'F0-12': [() => promoter('nationalCluster07').map(nameOf), ['无锡物联网创新促进中心']],
  'F0-13': [() => promoter('nationalCluster09').map(nameOf), ['江苏省可再生能源行业协会']],
  'F0-14': [() => promoter('nationalCluster13').map(nameOf), ['浙江省北大信息技术高等研究院']],
  'F0-15': [() => promoter('nationalCluster06').map(nameOf), ['深圳市医疗器械行业协会']],
  'F0-16': [() => promoter('nationalCluster23').map(nameOf), ['长沙市工程机械行业协会']],
  'F0-17': [() => promoter('nationalCluster15').map(nameOf), ['乐清市电气产业创新发展服务中心']],
  'F0-18': [() => pack.clusterOrganisations.filter((row) => row.cluster.startsWith('nationalCluster') && row.legalForm === undefined).length, 7],
  'F0-19': [() => [source(promotion)?.publishedOn, source(promotion)?.publisher, source(promotion)?.note?.includes('侯彦全、张兆泽')], ['2022-08-09', '澎湃新闻', true]],
  'F0-21': [() => ['socialAssociation', 'publicInstitution', 'socialServiceOrganisation', 'company', 'solutionProvider', 'incubationCentre'].every((form) => (legalForms as readonly string[]).includes(form)), true],
  'F0-22': [() => promoter('kobeBiomedical').length, 2],
  'F1-01': [() => said('euClusterMemorandum', 'startYear'), one('2008', change)],
  'F1-02': [() => [said('deLeadingEdge', 'startYear')[0], said('deLeadingEdge', 'fundedClusters')], [['2006', null, change], one('15', change)]],
  'F1-03': [() => said('deClusterNetworks', 'startYear'), one('2015', change)],
  'F1-04': [() => said('deClusterStrategy', 'startYear')[0], ['2006', null, change]],
  'F1-05': [() => [said('itsOwl', 'publicGrant'), aliases('itsOwl').includes("It'sOWL")], [one('40000000', change), true]],
  'F1-06': [() => [said('itsOwl', 'organs'), bodies('itsOwlFederation')], [one('3', change), ['董事会', '执行局', '科学咨询委员会']]],
  'F1-07': [() => pack.clusterOrganisations.filter((row) => row.cluster === 'itsOwl').map((row) => [row.form, row.operator]), [['federation', 'itsOwlOperator']]],
  'F1-08': [() => said('frCompetitiveness', 'startYear'), one('2004', change)],
  'F1-09': [() => said('frCompetitiveness', 'departments')[0], ['6', null, change]],
  'F1-10': [() => [said('frCompetitiveness', 'operators'), parts('frCompetitiveness', '运行机构'), nameOf('frInnovationAgency').startsWith('OSED')], [one('3', change), ['3', '2', '1'], true]],
  'F1-11': [() => [nameOf('deResearchMinistry'), nameOf('deEconomyMinistry')], ['德国联邦教育与研究部', '德国联邦经济事务与能源部']],
  'F1-15': [() => ['快乐十分', 'ICP'].some((noise) => JSON.stringify(pack).includes(noise)), false],
  'F2-01': [() => [said('world:US', 'departments'), said('world:US', 'programmes'), pack.programmes.filter((row) => row.country === 'world:US').length], [one('8', experience), one('5', experience), 2]],
  'F2-02': [() => [said('philadelphiaBuildings', 'publicGrant'), note('philadelphiaBuildings', 'publicGrant').includes('分担比例未述')], [one('129000000', experience), true]],
  'F2-03': [() => said('deClusterStrategy', 'startYear')[1], ['2006', null, experience]],
  'F2-04': [() => said('world:DE', 'programmes'), one('2', experience)],
  'F2-05': [() => said('world:DE', 'programmeFunding'), one('600000000', experience)],
  'F2-06': [() => [said('world:JP', 'departments'), said('world:JP', 'programmes'), said('world:JP', 'programmeFunding')], [one('2', experience), one('3', experience), one('620000000', experience)]],
  'F2-07': [() => said('frCompetitiveness', 'departments')[1], ['6', null, experience]],
  'F2-08': [() => [said('frCompetitiveness', 'programmeFunding'), said('frCompetitiveness', 'fundedClusters')], [one('3000000000', experience, '2006..2011'), one('71', experience, '2006..2011')]],
  'F2-09': [() => said('itsOwl', 'members'), one('196', experience)],
  'F2-10': [() => parts('itsOwl', '成员构成'), ['196', '53', '81', '31', '31']],
  'F2-11': [() => aliases('itsOwl'), ["It'sOWL", 'It’s OWL']],
  'F2-12': [() => pack.clusters.find((row) => row.key === 'itsOwl')?.territories?.map((each) => each.territoryId), ['world:DE']],
  'F2-13': [() => bodies('itsOwlFederation')?.length, 3],
  'F2-18': [() => [said('noClusters', 'operators'), parts('noClusters', '协调机构'), ['innovationNorway', 'siva', 'norwayResearchCouncil'].map(nameOf)], [one('3', experience), ['3', '2', '1'], ['创新挪威公司', '挪威产业开发集团', '挪威研究理事会']]],
  'F2-19': [() => pack.relations.filter((row) => row.to === 'noTradeMinistry').map((row) => [row.from, row.kind]), [['innovationNorway', 'parent'], ['siva', 'parent']]],
  'F2-20': [() => said('noClusters', 'agreement').map((row) => row.slice(1)), [['2005', experience]]],
  'F2-21': [() => [promoter('kobeBiomedical'), said('kobeBiomedical', 'operators')], [['kobeCity', 'kobeFoundation'], one('2', experience)]],
  'F2-26': [() => ['deBioRegio', 'deInnoRegio', 'deLeadingEdge'].map((key) => said(key, 'startYear').at(-1)), ['1995', '1999', '2007'].map((year) => [year, null, experience])],
  'F2-28': [() => [said('cnClusterContest', 'winners')[1], list('clusters25')?.entries.length], [['25', null, experience], 25]],
  'F2-29': [() => [said('world:CN', 'clusters'), list('clusters783')?.entries.length, list('clusters783')?.issuedOn ?? null], [one('783', experience), 0, null]],
  'F2-30': [() => [list('clustersFirst3')?.announcedCount, list('clustersFirst3')?.entries.map((entry) => entry.subject)], [3, ['nationalCluster19']]],
  'F2-31': [() => [said('world:CN', 'deltaPharmaOutput'), said('world:CN', 'deltaPharmaOutputShare'), said('world:CN', 'deltaPharmaProfitShare')], [one('1300000000000', experience, '2020'), one('30', experience, '2020'), one('35', experience, '2020')]],
  'F2-32': [() => [said('unigroup', 'acquiredFirms'), said('unigroup', 'acquisitionSpending')], [one('>20', experience), one('>100000000000', experience)]],
  'F2-33': [() => aliases('deLeadingEdge').filter((alias) => alias.includes('计划')), ['领先集群竞赛计划', '领先集群计划']],
  'F2-34': [() => [source(experience)?.publisher, source(experience)?.note?.includes('曾刚')], ['经济日报', true]],
  'F4-01': [() => [said('cnEmergingClusters', 'startYear'), said('cnEmergingClusters', 'fundedClusters'), list('clusters66')?.announcedCount, list('clusters66')?.entries.length], [one('2018', emerging), one('66', emerging, '2019'), 66, 0]],
  'F4-03': [() => pack.statements.filter((row) => row.quote?.includes('十百千') || row.quote?.includes('四梁八柱')).filter((row) => row.value !== undefined && row.value !== null), []],
  'F4-15': [() => bodySlots.length, 3],
  'F4-17': [() => placeSubtypes.facility.filter((kind) => kind.endsWith('InnovationCentre')), ['manufacturingInnovationCentre', 'industrialInnovationCentre', 'technologyInnovationCentre']],
  'F4-18': [() => [source(emerging)?.publishedOn, source(emerging)?.note?.includes('转载时间 2020-10-27 11:26')], ['2020-10-19', true]],
  'F4-19': [() => source(emerging)?.note?.includes('赵璐、王晓明'), true],
  'F4-20': [() => said('cnEmergingClusters', 'emergingIndustries'), one('数字经济、智能制造、生命健康、新材料等', emerging)],
  'F-01': [() => said(here, 'rdSpendingInstrumentClass').map((row) => row.slice(0, 2)), [['3795000000', '2018'], ['7728000000', '2021']]],
  'F-03': [() => [said(here, 'rdSpending'), note(here, 'rdSpendingInstrumentClass').includes('不是集群的数字')], [[], true]],
  'F-04': [() => [Math.round(((77.28 - 37.95) / 37.95) * 1000) / 10, said(here, 'rdSpendingInstrumentClassGrowth'), source('highTechYearbook')?.note?.includes('计算得出') || source('highTechYearbook')?.title.includes('计算得出')], [103.6, one('103.6', 'highTechYearbook', '2018..2021'), true]],
  'F-05': [() => [said(here, 'listedFirms'), said(here, 'listedFirmsAbroad'), said(here, 'listedFirmsAbroadShare'), Math.round((58 / 67) * 1000) / 10], [one('67', 'listedFirmReports', '2022'), one('58', 'listedFirmReports', '2022'), one('86.6', 'listedFirmReports', '2022'), 86.6]],
  'F-06': [() => [source('listedFirmReports')?.kind, aliases('leadConsultant')], ['annualReport', ['广东省精密仪器设备产业集群主导咨询支撑机构']]],
  'F-07': [() => said(here, 'revenue'), one('211457000000', 'guangdongStatistics', '2022')],
  'F-08': [() => [said(here, 'nationalRank'), note(here, 'nationalRank').includes('未含港澳台')], [one('2', 'guangdongStatistics', '2022'), true]],
  'F-09': [() => source('guangdongStatistics')?.publisher, '广东省统计局'],
  'F-10': [() => [said(here, 'provincialTechnologyCentres'), holders('technologyCentre'), list('provincialTechnologyCentres')?.entries.length], [one('28', paper), ['hexin', 'mgiTech', 'nanhua', 'zhiyuan'], 4]],
  'F-11': [() => [said('siat', 'achievement')[0]?.[0]?.includes('3T'), pack.organisations.find((row) => row.key === 'unitedImaging')?.territoryId], [true, 'cn:310000']],
  'F-12': [() => said('siat', 'award'), one('合作成果获国家科学技术进步奖一等奖', paper, '2021')],
  'F-13': [() => said('mgiTech', 'domesticUpstreamSuppliers'), one('notStated', paper)],
  'F-14': [() => [programme('gdInstrumentsPlan')?.startedYear, programme('gdInstrumentsPlan')?.endedYear], [2021, 2025]],
  'F-15': [() => said(here, 'chainChiefSystem'), one('2021年启动', paper, '2021')],
  'F-16': [() => [programme('gdInstrumentsResearch')?.startedYear, programme('szEmergingSupport')?.startedYear], [2021, 2023]],
  'F-22': [() => said('world:CN', 'regionsOfConcentration'), one('江苏、广东、浙江、上海、北京等', paper)],
  'F-23': [() => [said(here, 'citiesOfConcentration'), pack.clusters.find((row) => row.key === here)?.territories?.filter((row) => !row.territoryId.endsWith('0000')).length], [one('6', paper), 6]],
  'F-24': [() => said(here, 'leadingSegments')[0]?.[0]?.replace('等', '').split('、').length, 7],
  'F-27': [() => holders('chainLead'), ['hexin', 'mgiTech', 'zhengye']],
  'F-29': [() => ['financeService', 'ipService', 'technologyTransfer', 'consulting'].every((kind) => (organisationSubtypes.service as readonly string[]).includes(kind)), true],
};

describe('facts of the requirements', () => {
  it.each(Object.entries(facts))('%s', (_, [held, wanted]) => {
    expect(held()).toEqual(wanted);
  });

  it('are all asserted here when the coverage says that the pack holds them', () => {
    const coverage = readFileSync(resolve(import.meta.dirname, '../../../../../docs/coverage.csv'), 'utf8').split('\n').filter((line) => line.startsWith('F') && line.includes('facts.test.ts'));
    expect(coverage.map((line) => line.split(',')[0] ?? '').toSorted()).toEqual(Object.keys(facts).toSorted());
  });

  it('keep three scopes and never invent what a source leaves out', () => {
    expect(clusterScopes).toHaveLength(3);
    expect(pack.memberships).toHaveLength(5);
    expect(pack.organisations.filter((row) => row.uscc)).toEqual([]);
  });
});
