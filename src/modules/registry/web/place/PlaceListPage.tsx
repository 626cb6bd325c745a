import { useList } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { FilterChip } from '#web/kit/list/FilterChip.tsx';
import { ListPage } from '#web/kit/list/ListPage.tsx';
import { Segmented } from '#web/kit/Segmented.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { one } from '#web/router/search.ts';
import { useListState } from '#web/router/use-list-state.ts';
import { useSearch, useSetSearch } from '#web/router/use-search.ts';
import { useMay } from '#web/session/use-session.ts';
import { FindChip } from '#web/kit/list/FindChip.tsx';
import { useFind, useKnownTerritory } from '../find/find.ts';
import { listPlaces } from '../../words/place.contract.ts';
import { placeFunctions, placeKinds, placeLevels, placeSubtypes } from '../../words/place.schema.ts';
import type { PlaceKind } from '../../words/place.schema.ts';
import { PlaceBreakdown } from './PlaceBreakdown.tsx';
import { placePath, usePlaceColumns } from './place-columns.tsx';
import '../registry.css';

const filters = ['kind', 'subtype', 'level', 'function', 'graduated', 'territoryId', 'clusterId', 'sample', 'archived'] as const;
type YesNo = 'true' | 'false' | undefined;

/** Bases, parks and facilities: three kinds of place, none of them a cluster. */
export default function PlaceListPage() {
  const text = useText();
  const name = useName();
  const find = useFind();
  const state = useListState({ filters, defaultSort: 'name' });
  const chosen = Object.fromEntries(filters.map((key) => [key, state.filters[key][0]])) as Record<(typeof filters)[number], string | undefined>;
  const kind = placeKinds.find((each) => each === chosen.kind);
  const filter = { ...chosen, kind, level: placeLevels.find((each) => each === chosen.level), function: placeFunctions.find((each) => each === chosen.function), graduated: chosen.graduated as YesNo, q: state.query || undefined, sample: chosen.sample as YesNo, archived: chosen.archived as YesNo };
  const shown = one(useSearch()['show']) === 'breakdown' ? 'breakdown' : 'table';
  const setSearch = useSetSearch();
  const list = useList(listPlaces, {
    query: { ...filter, sort: state.sortText as 'name' | '-name' | 'updatedAt' | '-updatedAt' },
  });
  const columns = usePlaceColumns();
  const territory = useKnownTerritory(chosen.territoryId);
  const mayCreate = useMay('place.create');
  const add = mayCreate ? <ButtonLink kind="primary" icon="plus" href="/places/new">{text('registry.place.new')}</ButtonLink> : null;
  const kinds: readonly PlaceKind[] = kind ? [kind] : placeKinds;
  return (
    <ListPage
      name="places"
      title={text('registry.place.list')}
      scope={text('registry.place.list.scope')}
      list={list}
      state={state}
      columns={columns}
      rowKey={(row) => row.id}
      rowHref={(row) => placePath(row.id)}
      rowLabel={(row) => name(row.name)}
      searchLabel={text('registry.place.find')}
      views={[
        { key: 'all', label: text('registry.place.view.all') },
        ...placeKinds.map((value) => ({ key: value, label: text(`registry.placeKind.${value}`), filters: { kind: [value] } })),
        { key: 'archived', label: text('registry.recordState.archived'), filters: { archived: ['true'] } },
      ]}
      filters={
        <>
          <FilterChip single label={text('registry.field.subtype')} options={kinds.flatMap((each) => placeSubtypes[each].map((value) => ({ value, label: text(`registry.placeSubtype.${value}`) })))} chosen={state.filters.subtype} onChange={(values) => state.setFilter('subtype', values)} />
          <FilterChip single label={text('registry.column.level')} options={placeLevels.map((value) => ({ value, label: text(`registry.level.${value}`) }))} chosen={state.filters.level} onChange={(values) => state.setFilter('level', values)} />
          <FilterChip single label={text('registry.place.functions')} options={placeFunctions.map((value) => ({ value, label: text(`registry.placeFunction.${value}`) }))} chosen={state.filters.function} onChange={(values) => state.setFilter('function', values)} />
          <FilterChip single label={text('registry.place.graduated')} options={[{ value: 'true', label: text('web.yes') }, { value: 'false', label: text('web.no') }]} chosen={state.filters.graduated} onChange={(values) => state.setFilter('graduated', values)} />
          <FindChip label={text('registry.field.territory')} find={find.territories} value={chosen.territoryId} known={territory} onChange={(value) => state.setFilter('territoryId', value)} />
          <FilterChip single label={text('registry.organisation.sample')} options={[{ value: 'true', label: text('registry.place.sample.only') }, { value: 'false', label: text('registry.place.sample.without') }]} chosen={state.filters.sample} onChange={(values) => state.setFilter('sample', values)} />
        </>
      }
      actions={<Segmented label={text('web.map.view')} value={shown} onChange={(value) => setSearch({ show: value === 'table' ? undefined : value })} options={[{ value: 'table', label: text('web.map.table') }, { value: 'breakdown', label: text('registry.cluster.breakdown') }]} />}
      above={shown === 'breakdown' ? <PlaceBreakdown filter={filter} onChoose={(key, value) => state.setFilter(key, value)} /> : undefined}
      primary={add}
      empty={<EmptyState title={text('registry.place.empty')} action={add}>{text('registry.place.empty.hint')}</EmptyState>}
    />
  );
}
