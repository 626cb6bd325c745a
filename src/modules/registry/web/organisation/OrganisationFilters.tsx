import { useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { textOr, useText } from '#web/i18n/use-text.ts';
import { Chip } from '#web/kit/Chip.tsx';
import { FilterChip } from '#web/kit/list/FilterChip.tsx';
import type { FilterOption } from '#web/kit/list/FilterChip.tsx';
import type { ListState } from '#web/router/use-list-state.ts';
import { getCluster } from '../../words/cluster.contract.ts';
import { titleKeys } from '../../words/list.schema.ts';
import type { OrganisationFacets } from '../../words/organisation-views.schema.ts';
import { allSubtypes, organisationTypes, origins, ownerships, sectors, sizeClasses } from '../../words/organisation.schema.ts';
import { placeLevels } from '../../words/place.schema.ts';
import { FindChip } from '#web/kit/list/FindChip.tsx';
import { useFind, useKnownIndustry, useKnownList, useKnownTerritory } from '../find/find.ts';
import type { FilterName } from './use-organisation-filter.ts';

/** Everything the register can be narrowed by, in the order people ask: what, where, which trade, which honour. */
export function OrganisationFilters({ state, facets }: { state: ListState<FilterName>; facets: OrganisationFacets | undefined }) {
  const text = useText();
  const find = useFind();
  const first = (name: FilterName) => state.filters[name][0];
  const territory = useKnownTerritory(first('territoryId'));
  const industry = useKnownIndustry(first('industryId'));
  const name = useName();
  const list = useKnownList(first('listId'));
  const clusterId = first('clusterId');
  const subtype = first('subtype');
  const cluster = useRoute(getCluster, { params: { clusterId: clusterId ?? '' } }, { enabled: clusterId !== undefined }).data;
  // Set by links only; they can be seen and taken off, never chosen here.
  const given = (filter: FilterName, words: string) => (first(filter) ? <Chip on onRemove={() => state.setFilter(filter, undefined)}>{words}</Chip> : null);
  const chip = (name: FilterName, label: string, options: FilterOption[]) => (
    <FilterChip label={label} options={options} chosen={state.filters[name]} onChange={(values) => state.setFilter(name, values.slice(-1))} single />
  );
  const yesNo = (yes: string, no: string): FilterOption[] => [{ value: 'true', label: yes }, { value: 'false', label: no }];
  const countOf = (found: { count: number } | undefined) => (found ? { count: found.count } : {});
  return (
    <>
      {given('batchId', text('registry.cluster.importBatch'))}
      {given('clusterId', text('web.filter.is', { label: text('registry.recordKind.cluster'), value: name(cluster?.name) || (clusterId ?? '') }))}
      {given('subtype', text('web.filter.is', { label: text('registry.field.subtype'), value: textOr(`registry.subtype.${subtype}`, subtype ?? '') }))}
      {chip('type', text('registry.field.type'), organisationTypes.map((value) => ({ value, label: text(`registry.organisationType.${value}`), ...countOf(facets?.byType.find((each) => each.type === value)) })))}
      <FindChip label={text('registry.field.territory')} find={find.territories} value={first('territoryId')} known={territory} onChange={(value) => state.setFilter('territoryId', value)} />
      <FindChip label={text('registry.field.industry')} find={find.industries} value={first('industryId')} known={industry} onChange={(value) => state.setFilter('industryId', value)} />
      {facets && (facets.byIndustryLabel.length > 0 || first('industryLabel'))
        ? chip('industryLabel', text('registry.field.industryLabel'), facets.byIndustryLabel.map((each) => ({ value: each.label, label: each.label, count: each.count })))
        : null}
      {chip('sizeClass', text('registry.field.sizeClass'), sizeClasses.map((value) => ({ value, label: text(`registry.sizeClass.${value}`), ...countOf(facets?.bySize.find((each) => each.sizeClass === value)) })))}
      {chip('ownership', text('registry.field.ownership'), ownerships.map((value) => ({ value, label: text(`registry.ownership.${value}`) })))}
      {chip('origin', text('registry.field.origin'), origins.map((value) => ({ value, label: text(`registry.origin.${value}`), ...countOf(facets?.byOrigin.find((each) => each.origin === value)) })))}
      {first('sector') ? chip('sector', text('registry.field.sector'), sectors.map((value) => ({ value, label: text(`registry.sector.${value}`) }))) : null}
      {first('subtype') ? chip('subtype', text('registry.field.subtype'), allSubtypes.map((value) => ({ value, label: text(`registry.subtype.${value}`) }))) : null}
      {chip('titleKey', text('registry.title'), titleKeys.map((value) => ({ value, label: text(`registry.titleKey.${value}`) })))}
      {first('titleLevel') || first('titleKey') ? chip('titleLevel', text('registry.title.level'), placeLevels.map((value) => ({ value, label: text(`registry.level.${value}`) }))) : null}
      <FindChip label={text('registry.recordKind.list')} find={find.lists} value={first('listId')} known={list} onChange={(value) => state.setFilter('listId', value)} />
      {chip('hasPin', text('registry.organisation.pin'), yesNo(text('registry.organisation.pin.yes'), text('registry.organisation.pin.no')))}
      {chip('sample', text('registry.organisation.sample'), yesNo(text('registry.organisation.sample.only'), text('registry.organisation.sample.none')))}
    </>
  );
}
