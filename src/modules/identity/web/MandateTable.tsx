import type { ReactNode } from 'react';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Tag } from '#web/kit/Tag.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import type { Mandate } from '../identity.schema.ts';
import { mandateTones, useMandateWords } from './mandate-words.ts';

export interface MandateTableProps {
  caption: string;
  mandates: readonly Mandate[];
  /** The last cell: what can be done with this mandate. */
  deed?: (mandate: Mandate) => ReactNode;
}

export function MandateTable({ caption, mandates, deed }: MandateTableProps) {
  const text = useText();
  const words = useMandateWords();
  const name = useName();
  const columns: Column<Mandate>[] = [
    { key: 'role', label: text('identity.column.role'), fixed: true, cell: (mandate) => <span className="strong">{words.role(mandate)}</span> },
    { key: 'scope', label: text('identity.mandate.scope'), cell: words.scope },
    { key: 'state', label: text('identity.column.state'), cell: (mandate) => <Tag tone={mandateTones[mandate.state]}>{text(`identity.mandateState.${mandate.state}`)}</Tag> },
    { key: 'period', label: text('identity.mandate.period'), cell: words.period },
    { key: 'grantedBy', label: text('identity.mandate.grantedBy'), cell: (mandate) => (mandate.postName ? text('identity.mandate.byPost', { post: name(mandate.postName) }) : null) ?? mandate.grantedBy ?? text('identity.mandate.byStart') },
    ...(deed ? [{ key: 'deed', label: text('identity.mandate.deed'), cell: deed }] : []),
  ];
  return <DataTable caption={caption} columns={columns} rows={mandates} rowKey={(mandate) => mandate.id} />;
}
