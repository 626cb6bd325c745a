import { useState } from 'react';
import { listSources } from '#modules/registry/words/statement.contract.ts';
import type { Source } from '#modules/registry/words/statement.schema.ts';
import { useList } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { ListPage } from '#web/kit/list/ListPage.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { PageLink } from '#web/router/PageLink.tsx';
import { useListState } from '#web/router/use-list-state.ts';
import { useGo } from '#web/router/use-search.ts';
import { useMay } from '#web/session/use-session.ts';
import { SourceDialog } from './SourceDialog.tsx';

/** The register of sources: what facts and files are taken from. */
export default function SourceListPage() {
  const text = useText();
  const format = useFormat();
  const go = useGo();
  const [making, setMaking] = useState(false);
  const state = useListState({ filters: [], defaultSort: 'title' });
  const list = useList(listSources, { query: { q: state.query || undefined, sort: state.sortText === '-title' ? '-title' : 'title' } });
  const unstated = <span className="quiet">{text('web.figure.notStated')}</span>;
  const columns: Column<Source>[] = [
    { key: 'title', label: text('intake.source.title'), sort: 'title', fixed: true, cell: (row) => <PageLink href={`/sources/${row.id}`}>{row.title}</PageLink>, export: (row) => row.title },
    { key: 'publisher', label: text('intake.source.publisher'), cell: (row) => row.publisher ?? unstated, export: (row) => row.publisher },
    { key: 'kind', label: text('intake.source.kind'), cell: (row) => text(`registry.sourceKind.${row.kind}`), export: (row) => text(`registry.sourceKind.${row.kind}`) },
    { key: 'licence', label: text('intake.source.licence'), cell: (row) => row.licence ?? unstated, export: (row) => row.licence },
    { key: 'publishedOn', label: text('intake.source.publishedOn'), cell: (row) => (row.publishedOn ? <span className="nowrap">{format.date(row.publishedOn)}</span> : unstated), export: (row) => row.publishedOn },
  ];
  const add = useMay('source.create') ? <Button kind="primary" icon="plus" onClick={() => setMaking(true)}>{text('intake.source.new')}</Button> : null;
  return (
    <>
      <ListPage
        name="sources"
        title={text('intake.source.list')}
        scope={text('intake.source.scope')}
        list={list}
        state={state}
        columns={columns}
        rowKey={(row) => row.id}
        rowHref={(row) => `/sources/${row.id}`}
        rowLabel={(row) => row.title}
        searchLabel={text('intake.source.find')}
        primary={add}
        empty={<EmptyState title={text('intake.source.empty')} {...(add ? { action: add } : {})}>{text('intake.source.emptyHint')}</EmptyState>}
      />
      <SourceDialog open={making} onClose={() => setMaking(false)} onMade={({ id }) => go(`/sources/${id}`)} />
    </>
  );
}
