import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { Problem } from '#web/api/problem.ts';
import { useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, IconButton } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { RecordLink } from '#web/kit/RecordLink.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { removeOrganisationRelation } from '../../words/organisation.contract.ts';
import type { Organisation, Relation } from '../../words/organisation.schema.ts';
import { organisationPath } from './organisation-columns.tsx';
import { relationWords } from './OrganisationSide.tsx';
import { RelationDialog } from './RelationDialog.tsx';
import { isTreeKind, RelationTree } from './RelationTree.tsx';

export interface RelationsTabProps {
  organisation: Organisation;
  query: UseQueryResult<{ items: Relation[] }, Problem>;
  mayUpdate: boolean;
}

/** Who stands above and below it, drawn as a tree, and every relation as a row. */
export function RelationsTab({ organisation, query, mayUpdate }: RelationsTabProps) {
  const text = useText();
  const [adding, setAdding] = useState(false);
  const add = mayUpdate ? <Button icon="plus" size="small" onClick={() => setAdding(true)}>{text('registry.relation.add')}</Button> : null;
  return (
    <Loaded query={query} what={text('registry.tab.relations')}>
      {({ items }) => (
        <>
          {items.some(isTreeKind) ? (
            <Card title={text('registry.relation.tree')} note={text('registry.relation.tree.note')}>
              <RelationTree organisation={organisation} relations={items} />
            </Card>
          ) : null}
          <Card title={text('registry.tab.relations')} actions={items.length > 0 ? add : null} flush>
            {items.length > 0 ? <RelationTable organisationId={organisation.id} items={items} mayUpdate={mayUpdate} /> : <EmptyState title={text('registry.relation.empty')} action={add}>{text('registry.relation.empty.hint')}</EmptyState>}
          </Card>
          <RelationDialog organisation={organisation} open={adding} onClose={() => setAdding(false)} />
        </>
      )}
    </Loaded>
  );
}

function RelationTable({ organisationId, items, mayUpdate }: { organisationId: string; items: readonly Relation[]; mayUpdate: boolean }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const remove = useWrite(removeOrganisationRelation, { touches: ['history'] });
  const columns: Column<Relation>[] = [
    { key: 'kind', label: text('registry.field.kind'), cell: (row) => relationWords(text, row) },
    { key: 'other', label: text('registry.recordKind.organisation'), cell: (row) => <RecordLink kind="organisation" href={organisationPath(row.other.id)} name={name(row.other.name)} /> },
    { key: 'since', label: text('registry.field.validity'), cell: (row) => (row.since || row.until ? <span className="nowrap">{row.since ? format.date(row.since) : text('registry.unknown')} – {row.until ? format.date(row.until) : text('registry.untilNow')}</span> : <span className="quiet">{text('web.figure.notStated')}</span>) },
    { key: 'note', label: text('registry.field.note'), cell: (row) => row.note ?? '', deskOnly: true },
    ...(mayUpdate
      ? [{ key: 'remove', label: '', width: 48, cell: (row: Relation) => <IconButton icon="trash" label={text('registry.relation.remove', { name: name(row.other.name) })} onClick={() => remove.mutate({ params: { organisationId, relationId: row.id } })} /> }]
      : []),
  ];
  return (
    <>
      <DataTable caption={text('registry.tab.relations')} columns={columns} rows={items} rowKey={(row) => row.id} />
      {remove.error ? <p className="field-error" role="alert" style={{ padding: '8px 16px' }}>{problemText(remove.error, text)}</p> : null}
    </>
  );
}
