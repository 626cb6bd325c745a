import { useText } from '#web/i18n/use-text.ts';
import { FilterChip } from '#web/kit/list/FilterChip.tsx';
import type { FilterOption } from '#web/kit/list/FilterChip.tsx';
import type { ListState } from '#web/router/use-list-state.ts';
import { clusterStates } from '../../words/cluster.schema.ts';
import { FindChip } from '../find/FindChip.tsx';
import { useFind, useKnownIndustry, useKnownTerritory } from '../find/find.ts';
import type { ClusterFilterName } from './use-cluster-filter.ts';

export function ClusterFilters({ state, lists }: { state: ListState<ClusterFilterName>; lists: readonly FilterOption[] }) {
  const text = useText();
  const find = useFind();
  const first = (name: ClusterFilterName) => state.filters[name][0];
  const territory = useKnownTerritory(first('territoryId'));
  const industry = useKnownIndustry(first('industryId'));
  const chip = (name: ClusterFilterName, label: string, options: readonly FilterOption[]) => (
    <FilterChip label={label} options={options} chosen={state.filters[name]} onChange={(values) => state.setFilter(name, values.slice(-1))} single />
  );
  return (
    <>
      <FindChip label={text('registry.field.territory')} find={find.territories} value={first('territoryId')} known={territory} onChange={(value) => state.setFilter('territoryId', value)} />
      <FindChip label={text('registry.field.industry')} find={find.industries} value={first('industryId')} known={industry} onChange={(value) => state.setFilter('industryId', value)} />
      {chip('listId', text('registry.recordKind.list'), lists)}
      {chip('state', text('registry.field.state'), clusterStates.map((value) => ({ value, label: text(`registry.clusterState.${value}`) })))}
      {chip('sample', text('web.sample'), [{ value: 'true', label: text('registry.organisation.sample.only') }, { value: 'false', label: text('registry.organisation.sample.none') }])}
      {chip('archived', text('registry.cluster.standing'), [{ value: 'true', label: text('registry.recordState.archived') }])}
    </>
  );
}
