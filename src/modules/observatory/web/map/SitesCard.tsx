import { useList } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { ExportMenu } from '#web/kit/list/ExportMenu.tsx';
import { FilterChip } from '#web/kit/list/FilterChip.tsx';
import { ListFoot } from '#web/kit/list/ListFoot.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { ErrorState } from '#web/kit/state/ErrorState.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { listMapSites } from '../../words/map.contract.ts';
import { siteStandings } from '../../words/map.schema.ts';
import type { MapSite } from '../../words/map.schema.ts';
import { askedOf } from './use-cluster-map.ts';
import type { MapState } from './use-cluster-map.ts';

/** Every site under the filter, drawn or not: the points one by one, and those that have no coordinates. */
export function SitesCard({ state }: { state: MapState }) {
  const text = useText();
  const name = useName();
  const title = text('observatory.map.sitesCard');
  const standing = siteStandings.find((each) => each === state.value('standing'));
  const list = useList(listMapSites, { query: { ...askedOf(state), limit: 20, ...(standing ? { standing } : {}), ...(state.current === null ? {} : { number: state.current }), ...(state.value('clusterId') && standing ? { members: 'true' as const } : {}) } });
  const coordinate = (value: number | null) => (value === null ? '—' : value.toFixed(4));
  const columns: Column<MapSite>[] = [
    { key: 'organisation', label: text('observatory.column.organisation'), cell: (row) => <PageLink href={`/organisations/${row.organisation.id}`}>{name(row.organisation.name)}</PageLink>, export: (row) => name(row.organisation.name) },
    { key: 'name', label: text('observatory.column.name'), cell: (row) => row.name ?? row.address ?? '—', export: (row) => row.name },
    { key: 'address', label: text('observatory.column.address'), deskOnly: true, cell: (row) => row.address ?? '—', export: (row) => row.address },
    { key: 'trade', label: text('observatory.column.trade'), cell: (row) => name(row.trade?.name) || '—', export: (row) => name(row.trade?.name) },
    { key: 'territory', label: text('observatory.column.territory'), cell: (row) => name(row.territory?.name) || '—', export: (row) => name(row.territory?.name) },
    { key: 'standing', label: text('observatory.column.standing'), cell: (row) => (row.number === null ? text(`observatory.map.standing.${row.standing}`) : text('observatory.map.cluster', { number: row.number })), export: (row) => text(`observatory.map.standing.${row.standing}`) },
    { key: 'number', label: text('observatory.column.number'), number: true, deskOnly: true, cell: (row) => row.number ?? '—', export: (row) => row.number },
    { key: 'longitude', label: text('observatory.column.longitude'), number: true, deskOnly: true, cell: (row) => coordinate(row.longitude), export: (row) => row.longitude },
    { key: 'latitude', label: text('observatory.column.latitude'), number: true, deskOnly: true, cell: (row) => coordinate(row.latitude), export: (row) => row.latitude },
  ];
  return (
    <div id="map-sites">
      <Card
        title={title}
        note={list.total === null ? null : text('observatory.map.sitesNote', { count: list.total })}
        actions={<ExportMenu name={title} columns={columns} list={list} />}
        flush
        caption={text('observatory.map.sitesCard.caption')}
      >
        <div className="list-tools map-tools">
          <FilterChip label={text('observatory.column.standing')} single chosen={standing ? [standing] : []} options={siteStandings.map((value) => ({ value, label: text(`observatory.map.standing.${value}`) }))} onChange={(values) => state.set({ standing: values.at(-1) })} />
          {state.current === null ? null : <Button size="small" kind="quiet" onClick={() => state.set({ number: undefined })}>{text('observatory.map.allClusters')}</Button>}
        </div>
        {list.error ? <ErrorState what={title} problem={list.error} retry={list.retry} /> : list.loading ? <LoadingSkeleton lines={6} /> : list.items.length === 0 ? <EmptyState title={text('observatory.map.noSites')} /> : (
          <DataTable caption={title} columns={columns} rows={list.items} rowKey={(row) => row.id} density="compact" foot={<ListFoot list={list} />} />
        )}
      </Card>
    </div>
  );
}
