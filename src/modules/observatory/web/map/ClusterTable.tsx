import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import type { DensityCluster, DensityMap } from '../../words/map.schema.ts';

interface Words {
  text: ReturnType<typeof useText>;
  name: ReturnType<typeof useName>;
  format: ReturnType<typeof useFormat>;
}

/** Columns of density clusters, on screen and in files. */
export function clusterColumns({ text, name, format }: Words): Column<DensityCluster>[] {
  const most = (lines: DensityCluster['trades'], count: number) => lines.slice(0, count).map((line) => `${name(line.name)} ${format.count(line.count)}`).join(text('web.listComma'));
  return [
    { key: 'number', label: text('observatory.map.number'), cell: (row) => row.number, export: (row) => row.number, fixed: true },
    { key: 'sites', label: text('observatory.map.sites'), number: true, cell: (row) => format.count(row.sites), export: (row) => row.sites },
    { key: 'organisations', label: text('observatory.map.organisations'), number: true, cell: (row) => format.count(row.organisations), export: (row) => row.organisations },
    { key: 'area', label: text('observatory.map.area'), unit: 'km²', number: true, cell: (row) => format.count(Math.round(row.area * 10) / 10), export: (row) => row.area },
    { key: 'trades', label: text('observatory.map.mainTrades'), cell: (row) => most(row.trades, 3) || '—', export: (row) => most(row.trades, 8) },
    { key: 'territories', label: text('observatory.map.territories'), cell: (row) => most(row.territories, 4) || '—', export: (row) => most(row.territories, 8) },
    { key: 'registered', label: text('observatory.map.registered'), cell: (row) => most(row.registered, 2) || '—', export: (row) => most(row.registered, 8) },
    { key: 'longitude', label: text('observatory.column.longitude'), number: true, optional: true, deskOnly: true, cell: (row) => row.longitude.toFixed(4), export: (row) => row.longitude },
    { key: 'latitude', label: text('observatory.column.latitude'), number: true, optional: true, deskOnly: true, cell: (row) => row.latitude.toFixed(4), export: (row) => row.latitude },
  ];
}

interface ClusterTableProps {
  data: DensityMap;
  columns: readonly Column<DensityCluster>[];
  current: number | null;
  onCurrent: (number: number) => void;
}

/** The map's twin: the largest first, chosen in one and chosen in both. */
export function ClusterTable({ data, columns, current, onCurrent }: ClusterTableProps) {
  const text = useText();
  const label = text('observatory.map.clusters');
  if (data.clusters.length === 0) return <EmptyState title={text('observatory.map.noClusters')}>{text('observatory.map.noClusters.hint')}</EmptyState>;
  // The number is the keyboard's way to what a click on the row does.
  const number = (row: DensityCluster) => <Button kind="quiet" size="small" aria-pressed={row.number === current} onClick={() => onCurrent(row.number)}>{String(row.number)}</Button>;
  const shown = columns.filter((column) => !column.optional).map((column) => (column.key === 'number' ? { ...column, cell: number } : column));
  return (
    <div className="scroller" tabIndex={0} role="group" aria-label={label}>
      <DataTable caption={label} columns={shown} rows={data.clusters.toSorted((one, other) => other.sites - one.sites)} rowKey={(row) => String(row.number)} density="compact" currentKey={current === null ? null : String(current)} onRow={(row) => onCurrent(row.number)} />
    </div>
  );
}
