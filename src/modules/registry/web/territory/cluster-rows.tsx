import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { RecordLink } from '#web/kit/RecordLink.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { Tag } from '#web/kit/Tag.tsx';
import type { ClusterSummary } from '../../words/cluster.schema.ts';

/** Clusters as seen from a place: how they touch it, who runs them, on which list they are. */
export function useClusterRows(territoryId: string): Column<ClusterSummary>[] {
  const text = useText();
  const name = useName();
  const comma = text('web.listComma');
  const unknown = <span className="quiet">{text('registry.unknown')}</span>;
  const scopesOf = (row: ClusterSummary) => [...new Set(row.territories.filter((each) => each.id === territoryId).map((each) => each.scope))];
  return [
    {
      key: 'name',
      label: text('registry.recordKind.cluster'),
      cell: (row) => (
        <span className="row-tight">
          <RecordLink kind="cluster" href={`/clusters/${row.id}`} name={name(row.name)} />
          {row.sample ? <SampleTag /> : null}
          {scopesOf(row).map((scope) => <Tag key={scope} tone={scope === 'base' ? 'brand' : 'neutral'}>{text(`registry.clusterScope.${scope}`)}</Tag>)}
        </span>
      ),
    },
    { key: 'base', label: text('registry.clusterScope.base'), cell: (row) => row.territories.filter((each) => each.scope === 'base').map((each) => name(each.name)).join(comma) || unknown },
    { key: 'field', label: text('registry.field.industry'), cell: (row) => row.industries.map((each) => name(each.name)).join(comma) || row.field || unknown },
    { key: 'members', label: text('registry.organisation.members'), unit: text('registry.organisation.unit'), number: true, cell: (row) => row.memberCount },
  ];
}
