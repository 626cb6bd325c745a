import { useRoute } from '#web/api/use-route.ts';
import { one } from '#web/router/search.ts';
import { useSearch, useSetSearch } from '#web/router/use-search.ts';
import { listIndicatorPeriods } from '../../words/reading.contract.ts';
import type { IndicatorPeriods } from '../../words/reading.schema.ts';

export type SubjectGroup = IndicatorPeriods['groups'][number];
export const groupKey = ({ subjectKind, system }: Pick<SubjectGroup, 'subjectKind' | 'system'>): string => (system === null ? subjectKind : `${subjectKind}:${system}`);

/** Which kind of subject, which period and as known on which day: all in the address, so that a report can point at it. */
export function useSection(indicatorId: string) {
  const search = useSearch();
  const set = useSetSearch();
  const asOf = one(search['asOf']) || undefined;
  const query = useRoute(listIndicatorPeriods, { params: { indicatorId }, query: asOf ? { asOf } : {} }, { keepPrevious: true });
  const groups = query.data?.groups ?? [];
  const group = groups.find((each) => groupKey(each) === one(search['of'])) ?? groups[0] ?? null;
  const asked = one(search['period']);
  const period = group?.periods.find((each) => each.period === asked) ?? group?.periods[0] ?? null;
  return {
    query, groups, group, period, asOf,
    setGroup: (key: string) => set({ of: key, period: undefined }),
    setPeriod: (text: string) => set({ period: text }),
    setAsOf: (day: string) => set({ asOf: day || undefined }),
  };
}
export type Section = ReturnType<typeof useSection>;
