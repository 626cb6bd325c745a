import { useList } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { ListPage } from '#web/kit/list/ListPage.tsx';
import { Segmented } from '#web/kit/Segmented.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { one } from '#web/router/search.ts';
import { useSearch, useSetSearch } from '#web/router/use-search.ts';
import { useMay } from '#web/session/use-session.ts';
import { listClusters } from '../../words/cluster.contract.ts';
import { listLists } from '../../words/list.contract.ts';
import { useClusterColumns } from './cluster-columns.tsx';
import { clusterPath } from './cluster-path.ts';
import { ClusterFilters } from './ClusterFilters.tsx';
import { ClusterMap } from './ClusterMap.tsx';
import { ClusterBreakdown } from './structure/ClusterBreakdown.tsx';
import { useClusterFilter } from './use-cluster-filter.ts';
import '../registry.css';
import './cluster.css';

type Sort = 'name' | '-name' | 'updatedAt' | '-updatedAt' | 'memberCount' | '-memberCount';

export default function ClusterListPage() {
  const text = useText();
  const name = useName();
  const { state, filter } = useClusterFilter();
  const list = useList(listClusters, { query: { ...filter, sort: state.sortText as Sort } });
  const lists = useList(listLists, { query: { entryKind: 'cluster', limit: 200 } });
  const columns = useClusterColumns();
  const mayCreate = useMay('cluster.create');
  const asked = one(useSearch()['show']);
  const shown = asked === 'map' || asked === 'breakdown' ? asked : 'table';
  const setSearch = useSetSearch();
  const options = lists.items.map((each) => ({ value: each.id, label: name(each.name), count: each.entryCount }));
  // Lists that name clusters of this register, the longest first.
  const national = options.filter((each) => each.count > 0).toSorted((one, other) => other.count - one.count).slice(0, 3);
  const create = mayCreate ? <ButtonLink kind="primary" icon="plus" href="/clusters/new">{text('registry.cluster.new')}</ButtonLink> : null;
  return (
    <ListPage
      name="clusters"
      title={text('registry.cluster.list')}
      scope={text('registry.cluster.list.scope')}
      list={list}
      state={state}
      columns={columns}
      rowKey={(row) => row.id}
      rowHref={(row) => clusterPath(row.id)}
      rowLabel={(row) => name(row.name)}
      searchLabel={text('registry.cluster.find')}
      actions={
        <Segmented
          label={text('web.map.view')}
          value={shown}
          onChange={(value) => setSearch({ show: value === 'table' ? undefined : value })}
          options={[{ value: 'table', label: text('web.map.table') }, { value: 'map', label: text('registry.organisation.map') }, { value: 'breakdown', label: text('registry.cluster.breakdown') }]}
        />
      }
      primary={create}
      views={[
        { key: 'all', label: text('registry.cluster.view.all') },
        ...national.map((each) => ({ key: each.value, label: each.label, filters: { listId: [each.value] } })),
        { key: 'largest', label: text('registry.cluster.view.largest'), sort: '-memberCount' },
        { key: 'proposed', label: text('registry.clusterState.proposed'), filters: { state: ['proposed'] } },
        { key: 'archived', label: text('registry.recordState.archived'), filters: { archived: ['true'] } },
      ]}
      filters={<ClusterFilters state={state} lists={options} />}
      above={shown === 'map' ? <ClusterMap filter={filter} onOpen={(id) => state.setFilter('territoryId', id)} /> : shown === 'breakdown' ? <ClusterBreakdown filter={filter} state={state} /> : undefined}
      totals={text('registry.cluster.totals')}
      empty={<EmptyState title={text('registry.cluster.empty')} action={create} link={<ButtonLink kind="quiet" href="/organisations">{text('registry.cluster.fromFilter')}</ButtonLink>}>{text('registry.cluster.empty.hint')}</EmptyState>}
    />
  );
}
