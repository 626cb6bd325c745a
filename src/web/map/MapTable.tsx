import { useText } from '#web/i18n/use-text.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import type { RegionValue } from './map-data.ts';

export interface MapTableProps {
  label: string;
  unit: string | undefined;
  values: readonly RegionValue[];
  nameOf: (id: string) => string;
  hrefOf: ((id: string) => string) | undefined;
  current: string | null;
  onCurrent: (id: string) => void;
}

/** The map's twin: select in one, selected in both. */
export function MapTable({ label, unit, values, nameOf, hrefOf, current, onCurrent }: MapTableProps) {
  const text = useText();
  const format = useFormat();
  const columns: Column<RegionValue>[] = [
    { key: 'name', label: text('web.map.region'), cell: (row) => (hrefOf ? <PageLink href={hrefOf(row.id)}>{nameOf(row.id)}</PageLink> : nameOf(row.id)) },
    {
      key: 'value',
      label: text('web.statement.value'),
      ...(unit ? { unit } : {}),
      number: true,
      cell: (row) => (row.suppressed ? <><span className="hatch" aria-hidden="true" /> {text('web.map.suppressed')}</> : row.value === null ? '—' : format.count(row.value)),
    },
  ];
  const rows = values.toSorted((one, other) => (other.value ?? -1) - (one.value ?? -1));
  return (
    <div className="scroller" tabIndex={0} role="group" aria-label={label}>
      <DataTable caption={label} columns={columns} rows={rows} rowKey={(row) => row.id} density="compact" currentKey={current} onRow={(row) => onCurrent(row.id)} />
    </div>
  );
}
