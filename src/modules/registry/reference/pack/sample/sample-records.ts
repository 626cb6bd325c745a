import type { Rng } from '#kernel/stats/rng.ts';
import type { AliasRow, ListRow, MembershipRow, OrganisationRow, PlaceRow, ProgrammeRow, SourceRow, TitleRow } from '../pack-types.ts';
import { inCluster, ofOrganisation } from '../pack-types.ts';
import { sampleClusters } from './sample-clusters.ts';
import { sampleCity } from './sample-places.ts';

export const sampleSources: readonly SourceRow[] = [
  { key: 'sampleYearbook', title: '样例统计年鉴(生成)', publisher: '样例省统计机构', kind: 'officialStatistics', note: '生成的样例来源。\nA generated source.' },
  { key: 'sampleReport', title: '样例集群年度报告(生成)', publisher: '样例集群促进中心', kind: 'selfReported', note: '生成的样例来源。\nA generated source.' },
  { key: 'samplePress', title: '样例报道(生成)', publisher: '样例日报', kind: 'press', note: '生成的样例来源。\nA generated source.' },
  { key: 'sampleNotice', title: '样例省集群与企业公告(生成)', publisher: '样例省主管部门', kind: 'officialNotice', note: '生成的样例来源。\nA generated source.' },
];

const description = '生成的样例记录。\nA generated sample record.';

export const sampleProgrammes: readonly ProgrammeRow[] = [
  { key: 'sampleProgramme', name: { zh: '样例省集群培育计划', en: 'Sample Province cluster programme' }, region: '样例省', startedYear: 2021, leadDepartment: '样例省主管部门', description },
];

/** A zone with a nursery inside it, a base and four facilities for each cluster; one place without a territory, one internal. */
export const samplePlaceRows: readonly PlaceRow[] = sampleClusters.flatMap(({ letter, key, zh, en }, at): PlaceRow[] => {
  const here = { territoryId: sampleCity(letter), clusters: [key], description } as const;
  const named = (word: string, english: string) => ({ zh: `样例市 ${letter} ${zh}${word}`, en: `Sample City ${letter} ${en} ${english}` });
  return [
    { ...here, key: `park${letter}`, kind: 'park', subtype: at % 2 === 0 ? 'highTechZone' : 'economicZone', level: 'provincial', name: named('产业园', 'park'), areaKm2: String(12 + at * 3.5), startedYear: 2008 + at, operator: `weaver${letter}` },
    { ...here, key: `nursery${letter}`, kind: 'park', subtype: 'nursery', level: 'city', name: named('苗圃园', 'nursery'), parent: `park${letter}`, startedYear: 2020, ...(letter === 'B' ? { territoryId: null } : {}) },
    { ...here, key: `base${letter}`, kind: 'base', subtype: 'innovationBase', level: 'city', name: named('技术创新基地', 'innovation base'), startedYear: 2018 },
    { ...here, key: `centre${letter}`, kind: 'facility', subtype: 'manufacturingInnovationCentre', level: 'provincial', name: named('制造业创新中心', 'manufacturing innovation centre'), parent: `park${letter}`, startedYear: 2019 },
    { ...here, key: `pilot${letter}`, kind: 'facility', subtype: 'pilotBase', level: 'city', name: named('中试基地', 'pilot base'), parent: `park${letter}`, ...(letter === 'D' ? { visibility: 'internal' } : {}) },
    { ...here, key: `laboratory${letter}`, kind: 'facility', subtype: 'laboratory', level: 'city', name: named('开放实验室', 'open laboratory'), parent: `park${letter}` },
  ];
});

interface Drawn {
  organisations: readonly OrganisationRow[];
  memberships: readonly MembershipRow[];
}

const tiers = [
  { titleKey: 'innovativeSme', count: 160, sizes: ['small', 'micro', 'medium'], level: 'provincial' },
  { titleKey: 'specialisedSme', count: 110, sizes: ['small', 'medium'], level: 'provincial' },
  { titleKey: 'littleGiant', count: 42, sizes: ['small', 'medium'], level: 'national' },
  { titleKey: 'singleChampion', count: 12, sizes: ['large', 'medium'], level: 'national' },
  { titleKey: 'chainLead', count: 9, sizes: ['large'], level: 'provincial' },
  { titleKey: 'technologyCentre', count: 60, sizes: ['large', 'medium'], level: 'provincial' },
  { titleKey: 'highTechEnterprise', count: 240, sizes: ['large', 'medium', 'small'], level: 'national' },
] as const;

/** Titles of generated enterprises: each tier from the sizes it is for, three years of validity, some run out. */
export function sampleTitles(rng: Rng, { organisations }: Drawn): TitleRow[] {
  const enterprises = organisations.filter((row) => row.type === 'enterprise');
  return tiers.flatMap(({ titleKey, count, sizes, level }) => {
    const own = rng.fork(titleKey);
    const fit = enterprises.filter((row) => (sizes as readonly (string | null | undefined)[]).includes(row.sizeClass));
    return own.sample(fit, count).map((row): TitleRow => {
      const year = own.whole(2020, 2025);
      return { organisation: row.key, titleKey, level, issuer: '样例主管部门', validFrom: `${year}-07-01`, validUntil: `${year + 3}-06-30`, source: 'sampleNotice' };
    });
  });
}

/** One list that is complete, one that announces more than is here, one of enterprises with names that match nothing. */
export function sampleLists(rng: Rng, { organisations }: Drawn): ListRow[] {
  const enterprises = organisations.filter((row) => row.type === 'enterprise' && row.sizeClass !== 'large');
  const issuer = { zh: '样例省主管部门', en: 'Sample Province authority' };
  const entry = (row: OrganisationRow) => ({ subject: row.key, nameAsListed: row.name.zh ?? row.key });
  return [
    {
      key: 'sampleKeyClusters', name: { zh: '样例省重点集群名单', en: 'Sample Province key clusters' }, issuer, issuedOn: '2022-06-01', batch: '第一批', announcedCount: 5, entryKind: 'cluster', source: 'sampleNotice', note: description,
      entries: sampleClusters.slice(0, 5).map(({ key, letter, zh }, at) => ({ subject: key, nameAsListed: `样例市 ${letter} ${zh}集群`, position: at + 1 })),
    },
    {
      key: 'sampleCandidates', name: { zh: '样例省集群培育对象名单', en: 'Sample Province candidate clusters' }, issuer, issuedPeriod: '2024', announcedCount: 8, entryKind: 'cluster', source: 'sampleNotice', note: '公布8个,此处录入3个。\nEight were announced; three are here.',
      entries: sampleClusters.slice(3).map(({ key, letter, zh }) => ({ subject: key, nameAsListed: `样例市 ${letter} ${zh}集群` })),
    },
    {
      key: 'sampleEnterprises', name: { zh: '样例省专精特新企业名单', en: 'Sample Province specialised enterprises' }, issuer, issuedOn: '2024-09-15', batch: '第三批', announcedCount: 120, entryKind: 'organisation', source: 'sampleNotice', note: description,
      entries: [...rng.sample(enterprises, 112).map(entry), ...[1, 2, 3, 4].map((at) => ({ nameAsListed: `样例未匹配企业${at}` }))],
    },
  ];
}

export function sampleAliases({ organisations }: Drawn): AliasRow[] {
  return [
    ...sampleClusters.map(({ key, letter, zh }): AliasRow => ({ subject: inCluster(key), name: `样例${letter}${zh}`, language: 'zh-CN', kind: 'short' })),
    ...organisations.filter((_, at) => at % 25 === 0).map((row): AliasRow => ({ subject: ofOrganisation(row.key), name: (row.name.zh ?? '').replace(/(股份)?有限公司$/u, ''), language: 'zh-CN', kind: 'short' })),
  ].filter((row, at, all) => row.name !== '' && row.name !== all[at - 1]?.name);
}
