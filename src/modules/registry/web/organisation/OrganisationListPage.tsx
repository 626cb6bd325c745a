import { useList, useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { ListPage } from '#web/kit/list/ListPage.tsx';
import { Segmented } from '#web/kit/Segmented.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { one } from '#web/router/search.ts';
import { useSearch, useSetSearch } from '#web/router/use-search.ts';
import { useMay } from '#web/session/use-session.ts';
import { countOrganisationFacets, listOrganisations } from '../../words/organisation.contract.ts';
import { useOrganisationColumns, organisationPath } from './organisation-columns.tsx';
import { AttributeFacets } from './AttributeFacets.tsx';
import { OrganisationFilters } from './OrganisationFilters.tsx';
import { OrganisationPicture } from './OrganisationPicture.tsx';
import { useOrganisationFilter } from './use-organisation-filter.ts';
import '../registry.css';

type Sort = 'name' | '-name' | 'updatedAt' | '-updatedAt' | 'foundedYear' | '-foundedYear';

/** Two chosen records may be one organisation. */
function ChosenOrganisations({ ids }: { ids: readonly string[] }) {
  const text = useText();
  const [kept, merged] = ids;
  if (ids.length !== 2 || !kept) return <span className="quiet">{text('registry.organisation.chooseTwo')}</span>;
  return <ButtonLink size="small" icon="merge" href={`${organisationPath(kept)}/merge?with=${merged}`}>{text('registry.organisation.compareTwo')}</ButtonLink>;
}

export default function OrganisationListPage() {
  const text = useText();
  const name = useName();
  const { state, filter, search } = useOrganisationFilter();
  const list = useList(listOrganisations, { query: { ...filter, sort: state.sortText as Sort } });
  const facets = useRoute(countOrganisationFacets, { query: filter }, { keepPrevious: true }).data;
  const columns = useOrganisationColumns();
  const mayCreate = useMay('organisation.create');
  const mayForm = useMay('cluster.create');
  const mayMerge = useMay('organisation.merge');
  const asked = one(useSearch()['show']);
  const shown = asked === 'map' || asked === 'breakdown' ? asked : 'table';
  const setSearch = useSetSearch();
  const create = (kind: 'plain' | 'primary') => <ButtonLink kind={kind} icon="plus" href="/organisations/new">{text('registry.organisation.new')}</ButtonLink>;
  const canForm = mayForm && state.narrowed && (list.total ?? 0) > 0 && filter.archived !== 'true';
  return (
    <ListPage
      name="organisations"
      title={text('registry.organisation.list')}
      scope={text('registry.organisation.list.scope')}
      list={list}
      state={state}
      columns={columns}
      rowKey={(row) => row.id}
      rowHref={(row) => organisationPath(row.id)}
      rowLabel={(row) => name(row.name)}
      searchLabel={text('registry.organisation.find')}
      actions={
        <>
          <Segmented
            label={text('web.map.view')}
            value={shown}
            onChange={(value) => setSearch({ show: value === 'table' ? undefined : value })}
            options={[{ value: 'table', label: text('web.map.table') }, { value: 'map', label: text('registry.organisation.map') }, { value: 'breakdown', label: text('registry.cluster.breakdown') }]}
          />
          {mayCreate && canForm ? create('plain') : null}
        </>
      }
      primary={canForm ? <ButtonLink kind="primary" icon="cluster" href={`/clusters/new?${search}`}>{text('registry.organisation.formCluster', { count: list.total ?? 0 })}</ButtonLink> : mayCreate ? create('primary') : null}
      views={[
        { key: 'all', label: text('registry.organisation.view.all') },
        { key: 'chainLead', label: text('registry.titleKey.chainLead'), filters: { titleKey: ['chainLead'] } },
        { key: 'littleGiant', label: text('registry.organisation.view.littleGiant'), filters: { titleKey: ['littleGiant'] } },
        { key: 'withoutPin', label: text('registry.organisation.view.withoutPin'), filters: { hasPin: ['false'] } },
        { key: 'recent', label: text('registry.organisation.view.recent'), sort: '-updatedAt' },
        { key: 'archived', label: text('registry.recordState.archived'), filters: { archived: ['true'] } },
      ]}
      filters={<OrganisationFilters state={state} facets={facets} />}
      {...(mayMerge ? { bulk: (keys: ReadonlySet<string>) => <ChosenOrganisations ids={[...keys]} /> } : {})}
      above={shown === 'map' ? <OrganisationPicture filter={filter} facets={facets} state={state} /> : shown === 'breakdown' && facets ? <AttributeFacets facets={facets} state={state} /> : undefined}
      totals={facets ? text('registry.organisation.totals', { pin: facets.withPin, withoutPin: facets.total - facets.withPin, withoutTerritory: facets.withoutTerritory }) : null}
      empty={
        <EmptyState title={text('registry.organisation.empty')} action={mayCreate ? create('primary') : null} link={<ButtonLink kind="quiet" href="/imports">{text('registry.organisation.import')}</ButtonLink>}>
          {text('registry.organisation.empty.hint')}
        </EmptyState>
      }
    />
  );
}
