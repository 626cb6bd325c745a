import { one } from '#web/router/search.ts';
import { useSearch, useSetSearch } from '#web/router/use-search.ts';

/** The territory and the period that pages narrow their figures to. Null: all of it. */
export function useReadingContext() {
  const search = useSearch();
  const setSearch = useSetSearch();
  return {
    territoryId: one(search['in']) ?? null,
    period: one(search['at']) ?? null,
    setTerritory: (territoryId: string | null) => setSearch({ in: territoryId ?? undefined }),
    setPeriod: (period: string | null) => setSearch({ at: period ?? undefined }),
  };
}
