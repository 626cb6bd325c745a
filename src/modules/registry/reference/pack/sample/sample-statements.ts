import type { Rng } from '#kernel/stats/rng.ts';
import type { CompositionRow, MembershipRow, OrganisationRow, StatementRow } from '../pack-types.ts';
import { inCluster, ofOrganisation } from '../pack-types.ts';
import { sampleClusters } from './sample-clusters.ts';

const years = [2020, 2021, 2022, 2023, 2024];
const tenThousand = 10_000;
const money = (yuan: number): string => String(Math.round(yuan / tenThousand) * tenThousand);

/** Five years of two figures for each cluster; in A and C a second source says something else about one year. */
function ofClusters(rng: Rng): StatementRow[] {
  return sampleClusters.flatMap(({ key, letter, size }) => {
    const own = rng.fork(key);
    let revenue = size * 1.2e8;
    const series = years.flatMap((year): StatementRow[] => {
      revenue *= 1.03 + 0.12 * own.unit();
      const period = String(year);
      const yearbook = { subject: inCluster(key), period, source: 'sampleYearbook', quote: null } as const;
      return [
        { ...yearbook, attributeKey: 'revenue', value: money(revenue), unit: 'CNY' },
        { ...yearbook, attributeKey: 'rdSpending', value: money(revenue * (0.03 + 0.02 * own.unit())), unit: 'CNY' },
        { ...yearbook, attributeKey: 'employees', value: String(Math.round(size * (70 + 30 * own.unit()))), unit: 'person' },
      ];
    });
    const last = { subject: inCluster(key), period: '2024' } as const;
    const conflict: StatementRow[] =
      letter === 'A' || letter === 'C'
        ? [
            { ...last, attributeKey: 'revenue', value: money(revenue * 1.18), unit: 'CNY', scopeNote: '含集群外关联企业', source: 'sampleReport', quote: '样例摘录:全年营业收入较上年增长(生成)' },
            { ...last, attributeKey: 'employees', operator: 'about', value: '15000', unit: 'person', source: 'samplePress', quote: '样例摘录:从业人员约一万五千人(生成)' },
          ]
        : [];
    const unknown: StatementRow = { ...last, attributeKey: 'outputValue', operator: 'notStated', scopeNote: '来源未给出数值', source: 'sampleReport' };
    return [...series, ...conflict, unknown];
  });
}

/** A few figures of the core members, with the operators that sources use. */
function ofMembers(rng: Rng, organisations: readonly OrganisationRow[], memberships: readonly MembershipRow[]): StatementRow[] {
  const core = new Set(memberships.filter((row) => row.membershipClass === 'core').map((row) => row.organisation));
  const scale = { large: 2.4e9, medium: 3.2e8, small: 5.5e7, micro: 6e6 };
  return organisations
    .filter((row) => row.type === 'enterprise' && core.has(row.key))
    .flatMap((row): StatementRow[] => {
      const revenue = scale[row.sizeClass ?? 'small'] * Math.exp(0.5 * rng.normal());
      const base = { subject: ofOrganisation(row.key), period: '2024', source: 'sampleReport' } as const;
      return [
        { ...base, attributeKey: 'revenue', operator: rng.weighted([['=', 80], ['about', 10], ['>=', 10]] as const), value: money(revenue), unit: 'CNY' },
        { ...base, attributeKey: 'employees', value: String(Math.max(3, Math.round(revenue / 6e5))), unit: 'person' },
        ...(rng.chance(0.5) ? [{ ...base, attributeKey: 'rdSpending', value: money(revenue * 0.04), unit: 'CNY' } satisfies StatementRow] : []),
      ];
    });
}

export const sampleStatements = (rng: Rng, organisations: readonly OrganisationRow[], memberships: readonly MembershipRow[]): StatementRow[] => [
  ...ofClusters(rng.fork('clusters')),
  ...ofMembers(rng.fork('members'), organisations, memberships),
];

const label = (zh: string, en: string, value: string | null) => ({ label: { zh, en }, value });

/** A whole that adds up, one that does not, and one with a part nobody knows. */
export const sampleCompositions: readonly CompositionRow[] = [
  { subject: inCluster('sampleClusterA'), title: { zh: '成员构成(样例)', en: 'Members by type (sample)' }, total: '168', unit: 'unit', period: '2024', source: 'sampleReport', parts: [label('企业', 'Enterprises', '131'), label('研究机构', 'Research institutions', '14'), label('协会', 'Associations', '9'), label('服务机构', 'Service institutions', '14')] },
  { subject: inCluster('sampleClusterC'), title: { zh: '成员构成(样例)', en: 'Members by type (sample)' }, total: '124', unit: 'unit', period: '2024', source: 'sampleReport', parts: [label('大型企业', 'Large enterprises', '12'), label('中小微企业', 'Small and medium enterprises', '87'), label('其他组织', 'Other organisations', '18')] },
  { subject: inCluster('sampleClusterD'), title: { zh: '经费来源(样例)', en: 'Funding sources (sample)' }, total: '100', unit: 'percent', period: '2024', source: 'sampleReport', parts: [label('财政资金', 'Public funds', '46'), label('服务收入', 'Service income', '31'), label('会费', 'Fees', null)] },
];
