import { useMemo } from 'react';
import { many, one } from './search.ts';
import { useSearch, useSetSearch } from './use-search.ts';

export interface Sort {
  key: string;
  descending: boolean;
}

export interface ListState<Filter extends string> {
  /** Chosen values by filter name; empty when the filter is off. */
  filters: Record<Filter, string[]>;
  query: string;
  sort: Sort;
  view: string | null;
  /** Columns the reader chose; null means the list's own choice. */
  columns: string[] | null;
  setFilter: (name: Filter, values: string[] | string | undefined) => void;
  setQuery: (text: string) => void;
  setSort: (key: string) => void;
  setView: (view: string | null) => void;
  setColumns: (columns: string[] | null) => void;
  clear: () => void;
  /** True when any filter or search word narrows the list. */
  narrowed: boolean;
  /** The sort as APIs take it: `-updatedAt`. */
  sortText: string;
}

export function readSort(text: string): Sort {
  return text.startsWith('-') ? { key: text.slice(1), descending: true } : { key: text, descending: false };
}

/** A list's whole state lives in the URL: filters by their own names, `q`, `sort`, `view`, `columns`. */
export function useListState<const Filter extends string>(options: { filters: readonly Filter[]; defaultSort: string }): ListState<Filter> {
  const search = useSearch();
  const setSearch = useSetSearch();
  const sortText = one(search['sort']) ?? options.defaultSort;
  const filterNames = options.filters.join(' ');
  return useMemo(() => {
    const names = filterNames.split(' ').filter(Boolean) as Filter[];
    const filters = Object.fromEntries(names.map((name) => [name, many(search[name])])) as Record<Filter, string[]>;
    const sort = readSort(sortText);
    const query = one(search['q']) ?? '';
    return {
      filters,
      query,
      sort,
      sortText,
      view: one(search['view']) ?? null,
      columns: one(search['columns'])?.split('.') ?? null,
      setFilter: (name, values) => setSearch({ [name]: values }),
      setQuery: (text) => setSearch({ q: text || undefined }),
      setSort: (key) => setSearch({ sort: sort.key === key && !sort.descending ? `-${key}` : key }),
      setView: (view) => setSearch({ view: view ?? undefined }),
      setColumns: (columns) => setSearch({ columns: columns?.join('.') }),
      clear: () => setSearch({ ...Object.fromEntries(names.map((name) => [name, undefined])), q: undefined }),
      narrowed: query !== '' || names.some((name) => filters[name].length > 0),
    };
  }, [search, setSearch, sortText, filterNames]);
}
