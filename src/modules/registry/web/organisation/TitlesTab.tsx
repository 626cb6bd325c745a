import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { Problem } from '#web/api/problem.ts';
import { useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, IconButton } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import type { Title } from '../../words/list.schema.ts';
import { removeOrganisationTitle } from '../../words/organisation.contract.ts';
import type { Organisation } from '../../words/organisation.schema.ts';
import { ListsCard } from '../record/ListsCard.tsx';
import { TitleDialog } from './TitleDialog.tsx';

export interface TitlesTabProps {
  organisation: Organisation;
  query: UseQueryResult<{ items: Title[] }, Problem>;
  mayUpdate: boolean;
}

export const hasEnded = (title: Title): boolean => title.validUntil !== null && title.validUntil < new Date().toISOString().slice(0, 10);

/** A title by its own name where it has one, else by its kind. */
export function useTitleWords(): (title: Title) => string {
  const text = useText();
  const name = useName();
  return (title) => name(title.name) || text(`registry.titleKey.${title.key}`);
}

export function TitlesTab({ organisation, query, mayUpdate }: TitlesTabProps) {
  const text = useText();
  const [adding, setAdding] = useState(false);
  const add = mayUpdate ? <Button icon="plus" size="small" onClick={() => setAdding(true)}>{text('registry.title.add')}</Button> : null;
  return (
    <Loaded query={query} what={text('registry.tab.titles')}>
      {({ items }) => (
        <>
          <Card title={text('registry.title')} actions={items.length > 0 ? add : null} flush>
            {items.length > 0 ? <TitleTable organisationId={organisation.id} items={items} mayUpdate={mayUpdate} /> : <EmptyState title={text('registry.title.empty')} action={add} />}
          </Card>
          <ListsCard subject={organisation} kind="organisation" />
          <TitleDialog organisationId={organisation.id} open={adding} onClose={() => setAdding(false)} />
        </>
      )}
    </Loaded>
  );
}

function TitleTable({ organisationId, items, mayUpdate }: { organisationId: string; items: readonly Title[]; mayUpdate: boolean }) {
  const text = useText();
  const format = useFormat();
  const words = useTitleWords();
  const remove = useWrite(removeOrganisationTitle, { touches: ['history', 'figure'] });
  const columns: Column<Title>[] = [
    { key: 'name', label: text('registry.title'), cell: (row) => <span className="row-tight">{words(row)}{row.sample ? <SampleTag /> : null}{hasEnded(row) ? <Tag>{text('registry.title.ended')}</Tag> : null}</span> },
    { key: 'level', label: text('registry.column.level'), cell: (row) => (row.level ? text(`registry.level.${row.level}`) : '—') },
    ...(items.some((row) => row.batch) ? [{ key: 'batch', label: text('registry.column.batch'), cell: (row: Title) => row.batch ?? '—' }] : []),
    { key: 'issuer', label: text('registry.column.issuer'), cell: (row) => row.issuer ?? <span className="quiet">{text('web.figure.notStated')}</span> },
    { key: 'from', label: text('registry.column.validFrom'), cell: (row) => (row.validFrom ? format.date(row.validFrom) : <span className="quiet">{text('web.figure.notStated')}</span>) },
    { key: 'until', label: text('registry.column.validUntil'), cell: (row) => (row.validUntil ? format.date(row.validUntil) : <span className="quiet">{text('web.figure.notStated')}</span>) },
    { key: 'source', label: text('registry.column.sourceTitle'), cell: (row) => row.sourceTitle ?? <span className="quiet">{text('web.trace.noSource')}</span>, deskOnly: true },
    ...(mayUpdate ? [{ key: 'remove', label: '', width: 48, cell: (row: Title) => <IconButton icon="trash" label={text('registry.title.remove', { name: words(row) })} onClick={() => remove.mutate({ params: { organisationId, titleId: row.id } })} /> }] : []),
  ];
  return (
    <>
      <DataTable caption={text('registry.title')} columns={columns} rows={items} rowKey={(row) => row.id} />
      {remove.error ? <p className="field-error" role="alert" style={{ padding: '8px 16px' }}>{problemText(remove.error, text)}</p> : null}
    </>
  );
}
