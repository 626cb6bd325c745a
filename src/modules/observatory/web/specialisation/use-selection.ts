import { useMemo } from 'react';
import { one } from '#web/router/search.ts';
import { readSort, type Sort } from '#web/router/use-list-state.ts';
import { useSearch, useSetSearch } from '#web/router/use-search.ts';

/** Parts of the address that say what is computed on; the same names as the API's. */
const asked = ['exclude', 'minSize', 'regionLevel', 'industryLevel', 'firms', 'since', 'sizes', 'quotientQuantile', 'quotientAtLeast', 'sizeQuantile', 'establishmentQuantile'] as const;
export type Asked = (typeof asked)[number];

export interface SelectionState {
  /** For a query of any route of the area. */
  query: Partial<Record<Asked, string>>;
  /** The same as one text, for figures that lead to their trace. */
  text: string;
  /** Anything else in the address: the tab, the region and industry in focus, filters. */
  read: (name: string) => string | undefined;
  set: (change: Partial<Record<string, string | undefined>>, how?: { push?: boolean }) => void;
}

/** The whole state of the page stands in its address. */
export function useSelection(): SelectionState {
  const search = useSearch();
  const set = useSetSearch();
  return useMemo(() => {
    const query = Object.fromEntries(asked.flatMap((name) => { const value = one(search[name]); return value ? [[name, value]] : []; })) as SelectionState['query'];
    return { query, text: new URLSearchParams(query).toString(), read: (name) => one(search[name]), set: (change, how) => set(change, how) };
  }, [search, set]);
}

/** A table sorted by what the address says; another column begins with its greatest. */
export function sortedBy({ set }: SelectionState, sortText: string): { sort: Sort; onSort: (key: string) => void } {
  const sort = readSort(sortText);
  return { sort, onSort: (key) => set({ sort: sort.key === key && sort.descending ? key : `-${key}` }) };
}
