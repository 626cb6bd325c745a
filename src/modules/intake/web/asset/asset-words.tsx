import { can } from '#platform/auth/permission.rules.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { RecordLink } from '#web/kit/RecordLink.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { Tag } from '#web/kit/Tag.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { useSession } from '#web/session/use-session.ts';
import { assetPermissions } from '../../words/asset.rules.ts';
import type { Asset, AssetSummary } from '../../words/asset.schema.ts';

export const assetPath = (id: string): string => `/data-assets/${id}`;

/** Whether to offer a deed on this set: by its owner and, where the territory is a division of China, by the territories above it. */
export function useMayOnAsset(asset: Asset): (permission: keyof typeof assetPermissions) => boolean {
  const { session } = useSession();
  return (permission) => session !== null && can(session.mandates, assetPermissions[permission], { visibility: asset.visibility, territories: asset.territoryIds, clusters: [], organisations: asset.owner ? [asset.owner.id] : [] });
}

export function useAssetColumns(): Column<AssetSummary>[] {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const dash = <span className="quiet" title={text('intake.asset.unknown')}>—</span>;
  return [
    {
      key: 'name', label: text('intake.column.name'), sort: 'name', fixed: true,
      cell: (row) => <span className="row-tight"><PageLink href={assetPath(row.id)}>{name(row.name)}</PageLink>{row.sample ? <SampleTag /> : null}{row.state === 'active' ? null : <Tag>{text(`intake.assetState.${row.state}`)}</Tag>}</span>,
      export: (row) => name(row.name),
    },
    { key: 'stage', label: text('intake.column.stage'), cell: (row) => text(`intake.assetStage.${row.stage}`), export: (row) => text(`intake.assetStage.${row.stage}`) },
    { key: 'kind', label: text('intake.column.kind'), cell: (row) => text(`intake.assetKind.${row.kind}`), export: (row) => text(`intake.assetKind.${row.kind}`) },
    { key: 'owner', label: text('intake.column.owner'), cell: (row) => (row.owner ? <RecordLink kind="organisation" href={`/organisations/${row.owner.id}`} name={name(row.owner.name)} /> : dash), export: (row) => name(row.owner?.name) },
    { key: 'authority', label: text('intake.column.authority'), cell: (row) => text(`intake.authority.${row.authority}`), export: (row) => text(`intake.authority.${row.authority}`) },
    { key: 'freshOn', label: text('intake.column.freshOn'), sort: 'freshOn', cell: (row) => <Freshness asset={row} />, export: (row) => row.freshOn },
    { key: 'updateCycle', label: text('intake.column.updateCycle'), optional: true, cell: (row) => text(`intake.updateCycle.${row.updateCycle}`), export: (row) => text(`intake.updateCycle.${row.updateCycle}`) },
    { key: 'level', label: text('intake.column.level'), cell: (row) => <Tag>{text(`intake.dataLevel.${row.level}`)}</Tag>, export: (row) => text(`intake.dataLevel.${row.level}`) },
    { key: 'grants', label: text('intake.column.grants'), number: true, cell: (row) => row.grants, export: (row) => row.grants },
    { key: 'openRequests', label: text('intake.column.openRequests'), number: true, cell: (row) => row.openRequests, export: (row) => row.openRequests },
    { key: 'retainUntil', label: text('intake.column.retainUntil'), optional: true, cell: (row) => (row.retainUntil ? format.date(row.retainUntil) : dash), export: (row) => row.retainUntil },
  ];
}

export function Freshness({ asset }: { asset: Pick<AssetSummary, 'freshOn' | 'stale'> }) {
  const text = useText();
  const format = useFormat();
  if (!asset.freshOn) return <span className="quiet">{text('intake.asset.freshUnknown')}</span>;
  return <span className="row-tight nowrap">{format.date(asset.freshOn)}{asset.stale ? <Tag tone="warning" icon="clock">{text('intake.asset.stale')}</Tag> : null}</span>;
}
