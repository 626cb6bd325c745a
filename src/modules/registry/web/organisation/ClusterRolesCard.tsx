import { useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { RecordLink } from '#web/kit/RecordLink.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { listClusterRoles } from '../../words/structure.contract.ts';
import type { ClusterRole } from '../../words/structure.schema.ts';

/** What it promotes, carries or supervises, and the bodies in which it has a seat. */
export function ClusterRolesCard({ organisationId }: { organisationId: string }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const items = useRoute(listClusterRoles, { params: { organisationId } }).data?.items ?? [];
  if (items.length === 0) return null;
  const day = (date: string | null, open: string) => (date ? format.date(date) : open);
  const columns: Column<ClusterRole>[] = [
    { key: 'cluster', label: text('registry.recordKind.cluster'), cell: (row) => <RecordLink kind="cluster" href={`/clusters/${row.cluster.id}?tab=promotion`} name={name(row.cluster.name)} marked /> },
    { key: 'role', label: text('registry.column.role'), cell: (row) => text(`registry.clusterRole.${row.role}`) },
    { key: 'at', label: text('registry.clusterRole.at'), cell: (row) => (row.at ? <RecordLink kind="organisation" href={`/organisations/${row.at.id}`} name={name(row.at.name)} /> : '—') },
    { key: 'body', label: text('registry.clusterRole.body'), cell: (row) => [name(row.body?.name), row.post].filter(Boolean).join(' · ') || '—' },
    { key: 'term', label: text('registry.field.validity'), cell: (row) => (row.since || row.until ? `${day(row.since, text('registry.unknown'))} – ${day(row.until, text('registry.untilNow'))}` : <span className="quiet">{text('web.figure.notStated')}</span>) },
  ];
  return (
    <Card title={text('registry.clusterRole')} flush>
      <DataTable caption={text('registry.clusterRole')} columns={columns} rows={items} rowKey={(row) => row.id} />
    </Card>
  );
}
