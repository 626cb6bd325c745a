import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import type { DensityMap } from '../../words/map.schema.ts';
import type { MapState } from './use-cluster-map.ts';

type Row = DensityMap['registered'][number];

/** Registered clusters held against the density of their members: who stands inside and who outside. */
export function RegisteredCard({ state, data }: { state: MapState; data: DensityMap }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const title = text('observatory.map.registeredCard');
  const shown = state.value('clusterId');
  const columns: Column<Row>[] = [
    { key: 'name', label: text('observatory.map.registered'), cell: (row) => <PageLink href={`/clusters/${row.id}`}>{name(row.name)}</PageLink> },
    { key: 'located', label: text('observatory.map.located'), number: true, cell: (row) => format.count(row.located) },
    { key: 'inside', label: text('observatory.map.membersInside'), number: true, cell: (row) => format.count(row.inside) },
    { key: 'outside', label: text('observatory.map.membersOutside'), number: true, cell: (row) => format.count(row.located - row.inside) },
    { key: 'densityClusters', label: text('observatory.map.clusters'), number: true, cell: (row) => format.count(row.densityClusters) },
    { key: 'show', label: text('observatory.map.onMap'), deskOnly: true, cell: (row) => <Button kind="quiet" size="small" onClick={() => state.set({ clusterId: shown === row.id ? undefined : row.id })}>{shown === row.id ? text('observatory.map.unmark') : text('observatory.map.mark')}</Button> },
  ];
  return (
    <Card title={title} flush caption={text('observatory.map.registeredCard.caption')}>
      {data.registered.length === 0 ? <p className="quiet card-body">{text('observatory.map.registeredCard.none')}</p> : <DataTable caption={title} columns={columns} rows={data.registered.toSorted((one, other) => other.located - one.located)} rowKey={(row) => row.id} density="compact" currentKey={shown ?? null} />}
    </Card>
  );
}
