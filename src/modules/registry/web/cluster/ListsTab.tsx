import { useList } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { ListBody } from '#web/kit/list/ListBody.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import type { Cluster } from '../../words/cluster.schema.ts';
import { listLists } from '../../words/list.contract.ts';
import type { ListSummary } from '../../words/list.schema.ts';

/** Official lists that name the cluster, with issuer, date and how many the issuer announced beside how many are here. */
export function ListsTab({ cluster }: { cluster: Cluster }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const own = new Set(cluster.lists.map((each) => each.id));
  const all = useList(listLists, { query: { entryKind: 'cluster', limit: 200 } });
  const list = { ...all, items: all.items.filter((each) => own.has(each.id)) };
  const unstated = <span className="quiet">{text('web.figure.notStated')}</span>;
  const columns: Column<ListSummary>[] = [
    { key: 'name', label: text('registry.recordKind.list'), cell: (row) => <span className="row-tight"><PageLink href={`/clusters?listId=${row.id}`}>{name(row.name)}</PageLink>{row.sample ? <SampleTag /> : null}</span> },
    { key: 'issuer', label: text('registry.listing.issuer'), cell: (row) => name(row.issuer) || unstated },
    { key: 'issued', label: text('registry.listing.issued'), cell: (row) => (row.issuedOn ? format.date(row.issuedOn) : row.issuedPeriod ? format.period(row.issuedPeriod) : unstated) },
    { key: 'batch', label: text('registry.listing.batch'), cell: (row) => row.batch ?? '—' },
    { key: 'entries', label: text('registry.cluster.lists.entries'), number: true, cell: (row) => (row.announcedCount === null || row.announcedCount === row.entryCount ? format.count(row.entryCount) : text('registry.cluster.lists.of', { here: row.entryCount, announced: row.announcedCount })) },
    { key: 'source', label: text('web.statement.source'), cell: (row) => row.sourceTitle ?? unstated, deskOnly: true },
  ];
  return (
    <Card title={text('registry.cluster.lists')} flush>
      <ListBody list={list} narrowed={false} clear={() => undefined} what={text('registry.cluster.lists')} empty={<EmptyState title={text('registry.cluster.lists.none')}>{text('registry.cluster.lists.none.hint')}</EmptyState>}>
        <DataTable caption={text('registry.cluster.lists')} columns={columns} rows={list.items} rowKey={(row) => row.id} />
      </ListBody>
    </Card>
  );
}
