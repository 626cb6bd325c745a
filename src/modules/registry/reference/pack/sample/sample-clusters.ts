import type { Rng } from '#kernel/stats/rng.ts';
import type { BodyRow, ClusterOrganisationRow, ClusterRow, MembershipRow, OrganisationRow, RelationRow } from '../pack-types.ts';
import { sampleCity, sampleProvince, type SampleLetter } from './sample-places.ts';
import { samplePerson } from './sample-vocabulary.ts';

export interface SampleCluster {
  letter: SampleLetter;
  key: string;
  zh: string;
  en: string;
  industryId: string;
  size: number;
}

export const sampleClusters: readonly SampleCluster[] = [
  { letter: 'A', key: 'sampleClusterA', zh: '精密仪器', en: 'precision instruments', industryId: 'gbt4754:C40', size: 168 },
  { letter: 'B', key: 'sampleClusterB', zh: '新材料', en: 'new materials', industryId: 'gbt4754:C26', size: 96 },
  { letter: 'C', key: 'sampleClusterC', zh: '智能装备', en: 'intelligent equipment', industryId: 'gbt4754:C35', size: 124 },
  { letter: 'D', key: 'sampleClusterD', zh: '生物医药', en: 'biomedicine', industryId: 'gbt4754:C27', size: 72 },
  { letter: 'E', key: 'sampleClusterE', zh: '新能源', en: 'new energy', industryId: 'gbt4754:C38', size: 60 },
  { letter: 'F', key: 'sampleClusterF', zh: '电子信息', en: 'electronics', industryId: 'gbt4754:C39', size: 42 },
];

export const clusterRows: readonly ClusterRow[] = sampleClusters.map(({ letter, key, zh, en, industryId }, at) => ({
  key,
  name: { zh: `样例市 ${letter} ${zh}集群`, en: `Sample City ${letter} ${en} cluster` },
  state: letter === 'F' ? 'proposed' : 'active',
  industryIds: [industryId],
  territories: [{ territoryId: sampleCity(letter), scope: 'base' }, { territoryId: sampleProvince, scope: 'radiates' }],
  startedYear: letter === 'F' ? null : 2012 + at,
  level: (['worldClassTarget', 'national', 'provincial', 'provincial', 'city', null] as const)[at] ?? null,
  visibility: letter === 'F' ? 'internal' : 'open',
  description: '生成的样例集群,不代表任何真实集群。\nA generated sample cluster; it stands for no real one.',
}));

/** The bodies that carry the clusters and stand above them; all generated. */
export const clusterBodies: readonly OrganisationRow[] = [
  ...sampleClusters.flatMap(({ letter, zh, en }): OrganisationRow[] => [
    { key: `weaver${letter}`, type: 'association', subtype: 'clusterOrganisation', sector: 'society', territoryId: sampleCity(letter), foundedYear: 2015, name: { zh: `样例市 ${letter} ${zh}集群促进中心`, en: `Sample City ${letter} ${en} cluster organisation` } },
    { key: `alliance${letter}`, type: 'association', subtype: 'alliance', sector: 'society', territoryId: sampleCity(letter), foundedYear: 2017, name: { zh: `样例市 ${letter} ${zh}产业联盟`, en: `Sample City ${letter} ${en} alliance` } },
  ]),
  { key: 'umbrella', type: 'association', subtype: 'alliance', sector: 'society', territoryId: sampleProvince, foundedYear: 2019, name: { zh: '样例省先进制造业联盟的联盟', en: 'Sample Province alliance of alliances' } },
  { key: 'hostInstitute', type: 'research', subtype: 'researchInstitute', territoryId: sampleCity('A'), foundedYear: 1998, name: { zh: '样例市 A 仪器研究院', en: 'Sample City A instruments institute' } },
  { key: 'operatorCompany', type: 'service', subtype: 'otherService', sector: 'market', territoryId: sampleCity('A'), foundedYear: 2020, name: { zh: '样例市 A 集群运营有限公司', en: 'Sample City A cluster operating company' } },
  { key: 'subWeaver', type: 'service', subtype: 'incubation', territoryId: sampleCity('A'), foundedYear: 2021, name: { zh: '样例市 A 传感器子促进中心', en: 'Sample City A sensors sub-organisation' } },
];

/**
 * Members of a cluster: organisations of its industry and others of its city, generated ones only. A third of them
 * stand in real prefectures, where their own pins are.
 */
export function sampleMemberships(rng: Rng, organisations: readonly OrganisationRow[]): MembershipRow[] {
  return sampleClusters.flatMap(({ key, letter, industryId, size }) => {
    const own = rng.fork(key);
    const near = organisations.filter((row) => row.territoryId?.startsWith(sampleCity(letter)));
    const inTrade = organisations.filter((row) => row.industryId === industryId && row.territoryId?.startsWith('cn:'));
    const chosen = [...own.sample(near, Math.round(size * 0.65)), ...own.sample(inTrade, Math.round(size * 0.35))];
    return [`alliance${letter}`, ...chosen.map((row) => row.key)].map((organisation, at): MembershipRow => ({
      cluster: key,
      organisation,
      membershipClass: own.weighted([['core', at < 30 ? 6 : 1], ['partner', 4], ['regional', 4], ['other', 2]] as const),
      since: own.chance(0.9) ? `${own.whole(2015, 2024)}-0${own.whole(1, 9)}-01` : null,
      until: own.chance(0.03) ? '2025-06-30' : null,
    }));
  });
}

function bodiesOf(rng: Rng, letter: SampleLetter, members: readonly string[]): BodyRow[] {
  let person = 0;
  const seat = (post: string, sector: 'government' | 'market' | 'society', more: object = {}) => ({ personName: samplePerson(person++), organisation: rng.pick(members), post, sector, since: '2025-01-01', until: '2027-12-31', ...more });
  const decide: BodyRow = {
    slot: 'decide',
    name: { zh: '理事会', en: 'Council' },
    // competing firms take the chair in turn
    seats: [...[1, 2, 3, 4].map((order) => seat('轮值会长', 'market', { rotaOrder: order, since: `${2023 + order}-01-01`, until: `${2023 + order}-12-31` })), seat('理事', 'government'), seat('理事', 'society')],
  };
  const run: BodyRow = {
    slot: 'run',
    name: { zh: '秘书处', en: 'Secretariat' },
    seats: [seat('秘书长', 'society', { hiredFromMarket: true, fullTime: true, certificate: '样例集群经理证书' }), seat('项目主管', 'society', { fullTime: true }), seat('联络员', 'society', { fullTime: false })],
  };
  const advise: BodyRow = { slot: 'advise', name: { zh: '专家委员会', en: 'Expert committee' }, seats: [seat('专家', 'society', { country: '样例国' }), seat('专家', 'society'), seat('专家', 'market')] };
  // one cluster has no advisers and one has no people in its secretariat, so that the gaps show
  if (letter === 'C') return [decide, run];
  if (letter === 'D') return [decide, { ...run, seats: [] }, advise];
  return [decide, run, advise];
}

/** Cluster E has no cluster organisation, F a nameplate without bodies. */
export function sampleClusterOrganisations(rng: Rng, memberships: readonly MembershipRow[]): ClusterOrganisationRow[] {
  const main = sampleClusters.filter(({ letter }) => letter !== 'E').map(({ key, letter }, at): ClusterOrganisationRow => {
    const members = memberships.filter((row) => row.cluster === key).map((row) => row.organisation);
    return {
      cluster: key, organisation: `weaver${letter}`, role: 'main', alliance: `alliance${letter}`, since: '2016-03-01',
      functions: at === 0 ? ['exchange', 'matching', 'innovation'] : at === 4 ? [] : ['exchange', 'selfDiscipline'],
      form: at === 3 ? 'company' : at === 4 ? 'notStated' : 'federation',
      leadKind: (['researchInstitute', 'association', 'backboneEnterprise', 'backboneEnterprise', 'notStated'] as const)[at] ?? 'notStated',
      legalForm: (['socialAssociation', 'publicInstitution', 'socialServiceOrganisation', 'company', 'notStated'] as const)[at] ?? 'notStated',
      thirdParty: at === 4 ? 'notStated' : at === 1 ? 'no' : 'yes',
      nonProfit: at === 3 ? 'no' : at === 4 ? 'notStated' : 'yes',
      purpose: '样例宗旨:促进网络化合作,提升核心竞争力。',
      ...(letter === 'A' ? { host: 'hostInstitute', operator: 'operatorCompany' } : {}),
      bodies: letter === 'F' ? [] : bodiesOf(rng.fork(key), letter, members),
    };
  });
  return [...main, { cluster: 'sampleClusterA', organisation: 'subWeaver', role: 'other', function: '技术研发与孵化', functions: ['innovation'], field: '传感器', form: 'company', leadKind: 'researchInstitute', legalForm: 'incubationCentre', thirdParty: 'yes', nonProfit: 'no', since: '2021-05-01' }];
}

/** Umbrella tree of two storeys, competitor pairs inside clusters, and groups with a parent. */
export function sampleRelations(rng: Rng, organisations: readonly OrganisationRow[], memberships: readonly MembershipRow[]): RelationRow[] {
  const enterprises = new Map(organisations.filter((row) => row.type === 'enterprise').map((row) => [row.key, row]));
  const rows: RelationRow[] = sampleClusters.map(({ letter }) => ({ from: `alliance${letter}`, to: 'umbrella', kind: 'umbrella' }));
  for (const row of organisations.filter((each) => each.subtype === 'industryAssociation').slice(0, 24)) {
    rows.push({ from: row.key, to: `alliance${rng.pick(sampleClusters).letter}`, kind: 'umbrella' });
  }
  for (const { key } of sampleClusters) {
    const firms = rng.sample(memberships.filter((row) => row.cluster === key && enterprises.has(row.organisation)).map((row) => row.organisation), 16);
    for (let at = 0; at + 1 < firms.length; at += 2) rows.push({ from: firms[at] ?? '', to: firms[at + 1] ?? '', kind: 'competitor', note: '同类产品(样例)' });
  }
  const large = [...enterprises.values()].filter((row) => row.sizeClass === 'large');
  const small = rng.sample([...enterprises.values()].filter((row) => row.sizeClass === 'small'), 40);
  small.forEach((row) => rows.push({ from: row.key, to: rng.pick(large).key, kind: 'parent' }));
  rows.push({ from: 'weaverA', to: 'hostInstitute', kind: 'host' }, { from: 'weaverA', to: 'operatorCompany', kind: 'operator' });
  return rows;
}
