import { useMemo } from 'react';
import { useListState } from '#web/router/use-list-state.ts';
import type { ListState } from '#web/router/use-list-state.ts';
import type { ClusterFilter as ClusterQuery } from '../../words/cluster.schema.ts';

export const clusterFilters = ['territoryId', 'industryId', 'listId', 'state', 'level', 'promoted', 'legalForm', 'form', 'leadKind', 'thirdParty', 'nonProfit', 'emptySlot', 'sample', 'archived'] as const;
export type ClusterFilterName = (typeof clusterFilters)[number];

export type ClusterFilter = Partial<Pick<ClusterQuery, ClusterFilterName | 'q'>>;

/** The list's state in the URL, and the same as the API's filter. */
export function useClusterFilter(): { state: ListState<ClusterFilterName>; filter: ClusterFilter } {
  const state = useListState({ filters: clusterFilters, defaultSort: 'name' });
  return useMemo(() => {
    const chosen = clusterFilters.flatMap((name) => (state.filters[name][0] ? [[name, state.filters[name][0]] as const] : []));
    return { state, filter: Object.fromEntries(state.query ? [['q', state.query], ...chosen] : chosen) as ClusterFilter };
  }, [state]);
}
