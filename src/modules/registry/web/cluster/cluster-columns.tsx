import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { RecordLink } from '#web/kit/RecordLink.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { Tag } from '#web/kit/Tag.tsx';
import type { ClusterSummary } from '../../words/cluster.schema.ts';
import { clusterPath } from './cluster-path.ts';
import { ListNames } from './ListNames.tsx';

export function useClusterColumns(): Column<ClusterSummary>[] {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const comma = text('web.listComma');
  const baseOf = (row: ClusterSummary) => row.territories.filter((each) => each.scope === 'base').map((each) => name(each.name)).join(comma);
  const fieldOf = (row: ClusterSummary) => row.industries.map((each) => name(each.name)).join(comma) || row.field;
  const dash = <span className="quiet" title={text('registry.unknown')}>—</span>;
  return [
    {
      key: 'name',
      label: text('registry.field.name'),
      sort: 'name',
      fixed: true,
      cell: (row) => (
        <span className="row-tight">
          <RecordLink kind="cluster" href={clusterPath(row.id)} name={name(row.name)} card={{ state: text(`registry.clusterState.${row.state}`), place: [baseOf(row), fieldOf(row)].filter(Boolean).join(' · '), figure: text('registry.cluster.membersOf', { count: row.memberCount }) }} />
          {row.sample ? <SampleTag /> : null}
          {row.state === 'active' ? null : <Tag>{text(`registry.clusterState.${row.state}`)}</Tag>}
          {row.visibility === 'internal' ? <Tag icon="lock">{text('registry.visibility.internal')}</Tag> : null}
        </span>
      ),
      export: (row) => name(row.name),
    },
    { key: 'territory', label: text('registry.clusterScope.base'), cell: (row) => baseOf(row) || dash, export: baseOf },
    { key: 'members', label: text('registry.cluster.members'), unit: text('registry.organisation.unit'), number: true, sort: 'memberCount', cell: (row) => (row.memberCount > 0 ? format.count(row.memberCount) : <span className="quiet">{text('registry.cluster.members.none')}</span>), export: (row) => row.memberCount },
    { key: 'main', label: text('registry.cluster.main'), cell: (row) => (row.mainOrganisation ? <RecordLink kind="organisation" href={`/organisations/${row.mainOrganisation.id}`} name={name(row.mainOrganisation.name)} /> : dash), export: (row) => name(row.mainOrganisation?.name) },
    { key: 'industry', label: text('registry.field.industry'), optional: true, cell: (row) => fieldOf(row) || dash, export: fieldOf },
    { key: 'lists', label: text('registry.cluster.lists'), cell: (row) => <ListNames lists={row.lists} />, export: (row) => row.lists.map((each) => name(each.name)).join(comma) },
    { key: 'state', label: text('registry.field.state'), optional: true, cell: (row) => text(`registry.clusterState.${row.state}`), export: (row) => text(`registry.clusterState.${row.state}`) },
    { key: 'startedYear', label: text('registry.field.startedYear'), optional: true, number: true, cell: (row) => row.startedYear ?? dash, export: (row) => row.startedYear },
    { key: 'updatedAt', label: text('registry.organisation.updated'), optional: true, sort: 'updatedAt', cell: (row) => <span className="nowrap">{format.date(row.updatedAt)}</span>, export: (row) => row.updatedAt },
  ];
}
