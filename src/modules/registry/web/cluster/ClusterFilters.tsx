import { useText } from '#web/i18n/use-text.ts';
import { FilterChip } from '#web/kit/list/FilterChip.tsx';
import type { FilterOption } from '#web/kit/list/FilterChip.tsx';
import type { ListState } from '#web/router/use-list-state.ts';
import { bodySlots, clusterLevels, clusterStates, leadKinds, legalForms, organisationForms, yesNoUnknown } from '../../words/cluster.schema.ts';
import { FindChip } from '#web/kit/list/FindChip.tsx';
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
  const answers = yesNoUnknown.map((value) => ({ value, label: text(`registry.yesNo.${value}`) }));
  return (
    <>
      <FindChip label={text('registry.field.territory')} find={find.territories} value={first('territoryId')} known={territory} onChange={(value) => state.setFilter('territoryId', value)} />
      <FindChip label={text('registry.field.industry')} find={find.industries} value={first('industryId')} known={industry} onChange={(value) => state.setFilter('industryId', value)} />
      {chip('listId', text('registry.recordKind.list'), lists)}
      {chip('state', text('registry.field.state'), clusterStates.map((value) => ({ value, label: text(`registry.clusterState.${value}`) })))}
      {chip('level', text('registry.field.level'), clusterLevels.map((value) => ({ value, label: text(`registry.clusterLevel.${value}`) })))}
      {chip('promoted', text('registry.cluster.organisation'), [{ value: 'true', label: text('registry.cluster.promoted.yes') }, { value: 'false', label: text('registry.cluster.promoted.no') }])}
      {chip('legalForm', text('registry.field.legalForm'), legalForms.map((value) => ({ value, label: text(`registry.legalForm.${value}`) })))}
      {chip('thirdParty', text('registry.field.thirdParty'), answers)}
      {chip('nonProfit', text('registry.field.nonProfit'), answers)}
      {first('form') ? chip('form', text('registry.field.form'), organisationForms.map((value) => ({ value, label: text(`registry.organisationForm.${value}`) }))) : null}
      {first('leadKind') ? chip('leadKind', text('registry.field.leadKind'), leadKinds.map((value) => ({ value, label: text(`registry.leadKind.${value}`) }))) : null}
      {first('emptySlot') ? chip('emptySlot', text('registry.cluster.breakdown.emptySlot'), bodySlots.map((value) => ({ value, label: text(`registry.bodySlot.${value}`) }))) : null}
      {chip('sample', text('registry.organisation.sample'), [{ value: 'true', label: text('registry.organisation.sample.only') }, { value: 'false', label: text('registry.organisation.sample.none') }])}
      {chip('archived', text('registry.cluster.standing'), [{ value: 'true', label: text('registry.recordState.archived') }])}
    </>
  );
}
