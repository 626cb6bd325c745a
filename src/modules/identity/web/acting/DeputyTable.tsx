import type { ReactNode } from 'react';
import { useName } from '#web/i18n/names.ts';
import { textOr, useText } from '#web/i18n/use-text.ts';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import type { Deputy } from '../../words/deputy.schema.ts';
import { mandateTones, useMandateWords } from '../mandate-words.ts';

export function useDeputyColumns(deed?: (deputy: Deputy) => ReactNode): Column<Deputy>[] {
  const text = useText();
  const name = useName();
  const words = useMandateWords();
  const kinds = (deputy: Deputy) => deputy.kinds.map((kind) => text(`identity.deedKind.${kind}`)).join(text('identity.deputy.and'));
  return [
    { key: 'holder', label: text('identity.deputy.holder'), fixed: true, cell: (deputy) => name(deputy.holder.name), export: (deputy) => name(deputy.holder.name) },
    { key: 'deputy', label: text('identity.deputy'), cell: (deputy) => name(deputy.deputy.name), export: (deputy) => name(deputy.deputy.name) },
    { key: 'kinds', label: text('identity.deputy.kinds'), cell: (deputy) => <>{kinds(deputy)}{deputy.mandateRole ? <span className="quiet"> · {textOr(`identity.role.${deputy.mandateRole}`, deputy.mandateRole)}</span> : null}</>, export: kinds },
    { key: 'validFrom', label: text('identity.mandate.period'), sort: 'validFrom', cell: words.period, export: (deputy) => deputy.validFrom },
    { key: 'state', label: text('identity.column.state'), cell: (deputy) => <Tag tone={mandateTones[deputy.state]}>{text(`identity.mandateState.${deputy.state}`)}</Tag>, export: (deputy) => text(`identity.mandateState.${deputy.state}`) },
    { key: 'namedBy', label: text('identity.deputy.namedBy'), cell: (deputy) => name(deputy.namedBy.name), export: (deputy) => name(deputy.namedBy.name) },
    ...(deed ? [{ key: 'deed', label: text('identity.mandate.deed'), cell: deed }] : []),
  ];
}

export function DeputyTable({ caption, deputies, deed }: { caption: string; deputies: readonly Deputy[]; deed: (deputy: Deputy) => ReactNode }) {
  return <DataTable caption={caption} columns={useDeputyColumns(deed).map(({ sort: _sort, ...column }) => column)} rows={deputies} rowKey={(deputy) => deputy.id} />;
}
