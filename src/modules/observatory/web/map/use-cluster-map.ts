import { useMemo } from 'react';
import { one } from '#web/router/search.ts';
import { useSearch, useSetSearch } from '#web/router/use-search.ts';
import { useReadingContext } from '#web/shell/use-context.ts';
import type { DensityMapQuery } from '../../words/map.schema.ts';

export const filterNames = ['type', 'territoryId', 'industryId', 'industryLabel', 'sample'] as const;
export type MapFilterName = (typeof filterNames)[number];
const askedNames = [...filterNames, 'method', 'eps', 'minPts', 'clusterId'] as const;
/** Whatever else the address holds: how it is shown. */
type ShownName = 'colour' | 'borders' | 'outlines' | 'places' | 'number' | 'standing' | 'k';

export interface MapState {
  /** What is asked of the server; numbers as they stand in the address. */
  query: Partial<Record<(typeof askedNames)[number], string>>;
  value: (name: MapFilterName | ShownName | 'method' | 'eps' | 'minPts' | 'clusterId') => string | undefined;
  set: (change: Partial<Record<(typeof askedNames)[number] | ShownName, string | undefined>>) => void;
  /** The density cluster in hand. */
  current: number | null;
  narrowed: boolean;
  clear: () => void;
}

/** The whole page stands in its address: whoever opens the link sees the same map. */
export function useMapState(): MapState {
  const search = useSearch();
  const setSearch = useSetSearch();
  const { territoryId } = useReadingContext();
  return useMemo(() => {
    const value = (name: string): string | undefined => one(search[name]) ?? (name === 'territoryId' ? (territoryId ?? undefined) : undefined);
    const query = Object.fromEntries(askedNames.flatMap((name) => (value(name) ? [[name, value(name)]] : []))) as MapState['query'];
    const number = Number(value('number'));
    return {
      query,
      value,
      // Another question numbers its clusters anew.
      set: (change) => setSearch(askedNames.some((name) => name in change) ? { number: undefined, ...change } : change),
      current: Number.isInteger(number) && number > 0 ? number : null,
      narrowed: filterNames.some((name) => one(search[name]) !== undefined),
      clear: () => setSearch({ ...Object.fromEntries(filterNames.map((name) => [name, undefined])), number: undefined }),
    };
  }, [search, setSearch, territoryId]);
}

/** As the routes take it; the server reads numbers out of text. */
export const askedOf = (state: MapState): Partial<DensityMapQuery> => state.query as Partial<DensityMapQuery>;
