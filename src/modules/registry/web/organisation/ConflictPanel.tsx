import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import type { Organisation, OrganisationInput } from '../../words/organisation.schema.ts';
import { useValueWords } from '../record/use-value-words.ts';
import { clashesOf, inputOf } from './organisation-form.ts';
import type { Clash } from './organisation-form.ts';

export interface ConflictPanelProps {
  opened: OrganisationInput;
  theirs: Organisation;
  mine: OrganisationInput;
  busy: boolean;
  onMine: () => void;
  onTheirs: () => void;
}

/** Somebody saved in between: both versions, field by field, and two ways out. Nothing is written over unseen. */
export function ConflictPanel({ opened, theirs, mine, busy, onMine, onTheirs }: ConflictPanelProps) {
  const text = useText();
  const format = useFormat();
  const words = useValueWords();
  const shown = (field: string, value: unknown) => words(field, value) ?? <span className="quiet">{text('registry.unknown')}</span>;
  const by = ({ opened: before, theirs: other, mine: own }: Clash) => {
    const same = (one: unknown, two: unknown) => JSON.stringify(one ?? null) === JSON.stringify(two ?? null);
    if (same(other, own)) return <Tag tone="positive" icon="check">{text('registry.conflict.same')}</Tag>;
    if (same(before, own)) return <Tag>{text('registry.conflict.onlyTheirs')}</Tag>;
    if (same(before, other)) return <Tag tone="brand">{text('registry.conflict.onlyMine')}</Tag>;
    return <Tag tone="warning" icon="conflict">{text('registry.conflict.both')}</Tag>;
  };
  const columns: Column<Clash>[] = [
    { key: 'field', label: text('registry.conflict.field'), cell: (row) => text(`registry.field.${row.field}`) },
    { key: 'opened', label: text('registry.conflict.opened'), cell: (row) => <span className="muted">{shown(row.field, row.opened)}</span> },
    { key: 'theirs', label: text('registry.conflict.theirs'), cell: (row) => shown(row.field, row.theirs) },
    { key: 'mine', label: text('registry.conflict.mine'), cell: (row) => <strong>{shown(row.field, row.mine)}</strong> },
    { key: 'by', label: '', cell: by },
  ];
  return (
    <Card title={text('registry.conflict.title')} note={text('registry.conflict.at', { at: format.moment(theirs.updatedAt) })} caption={text('registry.conflict.hint')} flush>
      <DataTable caption={text('registry.conflict.title')} columns={columns} rows={clashesOf(opened, inputOf(theirs), mine)} rowKey={(row) => row.field} density="compact" />
      <p className="row" style={{ padding: '12px 16px' }}>
        <Button kind="primary" busy={busy} onClick={onMine}>{text('registry.conflict.keepMine')}</Button>
        <Button onClick={onTheirs}>{text('registry.conflict.takeTheirs')}</Button>
      </p>
    </Card>
  );
}
