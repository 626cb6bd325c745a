import type { ListAnswer } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { ListFoot } from '#web/kit/list/ListFoot.tsx';
import { RecordLink } from '#web/kit/RecordLink.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { ErrorState } from '#web/kit/state/ErrorState.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import type { ClusterSummary } from '../../words/cluster.schema.ts';
import { ClusterRolesCard } from './ClusterRolesCard.tsx';

/** Clusters it is a member of, and those it promotes as their main organisation. */
export function ClustersTab({ clusters, promoted, organisationId }: { clusters: ListAnswer<ClusterSummary>; promoted: ListAnswer<ClusterSummary>; organisationId: string }) {
  const text = useText();
  const promotes = promoted.items.length > 0;
  return (
    <>
      {promotes ? <ClusterCard title={text('registry.organisation.promoted')} clusters={promoted} organisationId={organisationId} /> : null}
      {promotes && clusters.total === 0 ? null : <ClusterCard title={text('registry.tab.clusters')} clusters={clusters} organisationId={organisationId} />}
      <ClusterRolesCard organisationId={organisationId} />
    </>
  );
}

function ClusterCard({ title, clusters, organisationId }: { title: string; clusters: ListAnswer<ClusterSummary>; organisationId: string }) {
  const text = useText();
  const name = useName();
  const columns: Column<ClusterSummary>[] = [
    {
      key: 'name',
      label: text('registry.recordKind.cluster'),
      cell: (row) => (
        <span className="row-tight">
          <RecordLink kind="cluster" href={`/clusters/${row.id}`} name={name(row.name)} marked />
          {row.sample ? <SampleTag /> : null}
          {row.mainOrganisation?.id === organisationId ? <Tag tone="brand">{text('registry.clusterOrganisationRole.main')}</Tag> : null}
        </span>
      ),
    },
    { key: 'territory', label: text('registry.field.territory'), cell: (row) => row.territories.filter((each) => each.scope === 'base').map((each) => name(each.name)).join(text('web.listComma')) || '—' },
    { key: 'industry', label: text('registry.field.industry'), cell: (row) => row.industries.map((each) => name(each.name)).join(text('web.listComma')) || row.field || '—' },
    { key: 'members', label: text('registry.organisation.members'), number: true, cell: (row) => row.memberCount },
  ];
  return (
    <Card title={title} flush>
      {clusters.error ? (
        <ErrorState what={title} problem={clusters.error} retry={clusters.retry} />
      ) : clusters.loading ? (
        <LoadingSkeleton />
      ) : clusters.items.length === 0 ? (
        <EmptyState title={text('registry.organisation.clusters.empty')}>{text('registry.organisation.clusters.empty.hint')}</EmptyState>
      ) : (
        <>
          <DataTable caption={title} columns={columns} rows={clusters.items} rowKey={(row) => row.id} rowHref={(row) => `/clusters/${row.id}`} />
          <ListFoot list={clusters} />
        </>
      )}
    </Card>
  );
}
