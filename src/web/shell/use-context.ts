import { one } from '#web/router/search.ts';
import { useSearch, useSetSearch } from '#web/router/use-search.ts';

/** The territory and the period that pages narrow their figures to. Null: all of it. */
export function useReadingContext() {
  const search = useSearch();
  const setSearch = useSetSearch();
  return {
    territoryId: one(search['territory']) ?? null,
    period: one(search['period']) ?? null,
    setTerritory: (territoryId: string | null) => setSearch({ territory: territoryId ?? undefined }),
    setPeriod: (period: string | null) => setSearch({ period: period ?? undefined }),
  };
}
