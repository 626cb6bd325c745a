import { useMemo } from 'react';
import { useListState } from '#web/router/use-list-state.ts';
import type { ListState } from '#web/router/use-list-state.ts';
import type { clusterStates } from '../../words/cluster.schema.ts';

export const clusterFilters = ['territoryId', 'industryId', 'listId', 'state', 'sample', 'archived'] as const;
export type ClusterFilterName = (typeof clusterFilters)[number];

export interface ClusterFilter {
  q?: string;
  territoryId?: string;
  industryId?: string;
  listId?: string;
  state?: (typeof clusterStates)[number];
  sample?: 'true' | 'false';
  archived?: 'true' | 'false';
}

/** The list's state in the URL, and the same as the API's filter. */
export function useClusterFilter(): { state: ListState<ClusterFilterName>; filter: ClusterFilter } {
  const state = useListState({ filters: clusterFilters, defaultSort: 'name' });
  return useMemo(() => {
    const chosen = clusterFilters.flatMap((name) => (state.filters[name][0] ? [[name, state.filters[name][0]] as const] : []));
    return { state, filter: Object.fromEntries(state.query ? [['q', state.query], ...chosen] : chosen) as ClusterFilter };
  }, [state]);
}
