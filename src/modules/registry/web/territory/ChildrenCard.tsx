import { useState } from 'react';
import { saveFile, toCsv } from '#web/api/download.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { RecordLink } from '#web/kit/RecordLink.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import type { Territory } from '../../words/territory.schema.ts';

type Child = Territory['children'][number];
type Key = 'code' | keyof Child['counts'];
const first = 40;

/** What lies directly below, with what is registered there; a record of two of them counts in both. */
export function ChildrenCard({ territory }: { territory: Territory }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const [sort, setSort] = useState<Key>('code');
  const [all, setAll] = useState(false);
  const grouped = territory.level === 'macroRegion' || territory.level === 'cityGroup';
  const title = text(grouped ? 'registry.territory.members' : 'registry.territory.children');
  const rows = sort === 'code' ? territory.children : territory.children.toSorted((one, other) => other.counts[sort] - one.counts[sort]);
  const count = (key: keyof Child['counts']): Column<Child> => ({ key, label: text(`registry.map.of.${key}`), number: true, sort: key, cell: (row) => (row.counts[key] === 0 ? <span className="quiet">0</span> : format.count(row.counts[key])) });
  const columns: Column<Child>[] = [
    { key: 'name', label: text('registry.field.name'), cell: (row) => <RecordLink kind="territory" href={`/territories/${row.id}`} name={name(row.name)} /> },
    { key: 'code', label: text('registry.territory.code'), sort: 'code', cell: (row) => <code className="quiet">{row.code}</code>, deskOnly: true },
    count('clusters'),
    count('organisations'),
    count('places'),
  ];
  const save = () => {
    const head = [text('registry.field.name'), text('registry.territory.code'), text('registry.map.of.clusters'), text('registry.map.of.organisations'), text('registry.map.of.places')];
    saveFile(`${name(territory.name)}.csv`, toCsv([head, ...rows.map((row) => [name(row.name), row.code, row.counts.clusters, row.counts.organisations, row.counts.places])]), 'text/csv');
  };
  return (
    <Card title={title} note={String(rows.length)} actions={<Button size="small" icon="download" onClick={save}>CSV</Button>} flush caption={text(grouped ? 'registry.territory.members.caption' : 'registry.territory.children.caption')}>
      <DataTable
        caption={title}
        columns={columns}
        rows={all ? rows : rows.slice(0, first)}
        rowKey={(row) => row.id}
        rowHref={(row) => `/territories/${row.id}`}
        density="compact"
        sort={{ key: sort, descending: sort !== 'code' }}
        onSort={(key) => setSort(key as Key)}
      />
      {rows.length > first && !all ? <p style={{ padding: '8px 16px' }}><Button size="small" onClick={() => setAll(true)}>{text('web.list.more', { count: rows.length - first })}</Button></p> : null}
    </Card>
  );
}
