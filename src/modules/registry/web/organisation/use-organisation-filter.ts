import { useMemo } from 'react';
import { useListState } from '#web/router/use-list-state.ts';
import type { ListState } from '#web/router/use-list-state.ts';
import type { OrganisationFilter } from '../../words/organisation.schema.ts';

export const filterNames = ['type', 'subtype', 'sizeClass', 'ownership', 'origin', 'sector', 'territoryId', 'industryId', 'industryLabel', 'clusterId', 'placeId', 'listId', 'titleKey', 'titleLevel', 'batchId', 'sample', 'hasPin', 'archived'] as const;
export type FilterName = (typeof filterNames)[number];

type Query = Partial<OrganisationFilter>;

/** The list's state in the URL, and the same as the API's filter. */
export function useOrganisationFilter(): { state: ListState<FilterName>; filter: Query; search: string } {
  const state = useListState({ filters: filterNames, defaultSort: 'name' });
  return useMemo(() => {
    const chosen = filterNames.flatMap((name) => (state.filters[name][0] ? [[name, state.filters[name][0]] as const] : []));
    const all = state.query ? [['q', state.query] as const, ...chosen] : chosen;
    return { state, filter: Object.fromEntries(all) as Query, search: new URLSearchParams(all.map(([name, value]) => [name, value])).toString() };
  }, [state]);
}
