import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import type { Ring } from '../../../words/structure.schema.ts';

/** Counts per ring: where it stands, radiates to, extends to, and what lies outside of all three. */
export function RingCard({ rings }: { rings: readonly Ring[] }) {
  const text = useText();
  const number = (key: 'territories' | 'members' | 'clusterOrganisations' | 'places'): Column<Ring> => ({ key, label: text(`registry.ring.${key}`), number: true, cell: (row) => row[key] });
  const columns: Column<Ring>[] = [{ key: 'ring', label: text('registry.ring'), cell: (row) => text(row.ring === 'outside' || row.ring === 'unknown' ? `registry.ring.${row.ring}` : `registry.clusterScope.${row.ring}`) }, number('territories'), number('members'), number('clusterOrganisations'), number('places')];
  return (
    <Card title={text('registry.structure.rings')} caption={text('registry.structure.rings.hint')} flush>
      <DataTable caption={text('registry.structure.rings')} columns={columns} rows={rings} rowKey={(row) => row.ring} />
    </Card>
  );
}
