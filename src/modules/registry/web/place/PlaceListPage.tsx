import { useList } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { FilterChip } from '#web/kit/list/FilterChip.tsx';
import { ListPage } from '#web/kit/list/ListPage.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { useListState } from '#web/router/use-list-state.ts';
import { useMay } from '#web/session/use-session.ts';
import { FindChip } from '../find/FindChip.tsx';
import { useFind, useKnownTerritory } from '../find/find.ts';
import { listPlaces } from '../../words/place.contract.ts';
import { placeKinds, placeSubtypes } from '../../words/place.schema.ts';
import type { PlaceKind } from '../../words/place.schema.ts';
import { placePath, usePlaceColumns } from './place-columns.tsx';
import '../registry.css';

const filters = ['kind', 'subtype', 'territoryId', 'clusterId', 'sample', 'archived'] as const;
type YesNo = 'true' | 'false' | undefined;

/** Bases, parks and facilities: three kinds of place, none of them a cluster. */
export default function PlaceListPage() {
  const text = useText();
  const name = useName();
  const find = useFind();
  const state = useListState({ filters, defaultSort: 'name' });
  const chosen = Object.fromEntries(filters.map((key) => [key, state.filters[key][0]])) as Record<(typeof filters)[number], string | undefined>;
  const kind = placeKinds.find((each) => each === chosen.kind);
  const list = useList(listPlaces, {
    query: { ...chosen, kind, q: state.query || undefined, sample: chosen.sample as YesNo, archived: chosen.archived as YesNo, sort: state.sortText as 'name' | '-name' | 'updatedAt' | '-updatedAt' },
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
          <FindChip label={text('registry.field.territory')} find={find.territories} value={chosen.territoryId} known={territory} onChange={(value) => state.setFilter('territoryId', value)} />
          <FilterChip single label={text('registry.column.sample')} options={[{ value: 'true', label: text('registry.place.sample.only') }, { value: 'false', label: text('registry.place.sample.without') }]} chosen={state.filters.sample} onChange={(values) => state.setFilter('sample', values)} />
        </>
      }
      primary={add}
      empty={<EmptyState title={text('registry.place.empty')} action={add}>{text('registry.place.empty.hint')}</EmptyState>}
    />
  );
}
