import { useList } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { FilterChip } from '#web/kit/list/FilterChip.tsx';
import { ListPage } from '#web/kit/list/ListPage.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { PageLink } from '#web/router/PageLink.tsx';
import { useListState } from '#web/router/use-list-state.ts';
import { useMay } from '#web/session/use-session.ts';
import { listLists } from '../../words/list.contract.ts';
import type { ListSummary } from '../../words/list.schema.ts';
import { subjectKinds } from '../../words/record.schema.ts';
import { Coverage, useCoverage } from './Coverage.tsx';
import { listPath, useIssued } from './list-words.ts';
import '../registry.css';

function useColumns(): Column<ListSummary>[] {
  const text = useText();
  const name = useName();
  const issued = useIssued();
  const coverage = useCoverage();
  const unstated = <span className="quiet">{text('web.figure.notStated')}</span>;
  return [
    { key: 'name', label: text('registry.field.name'), sort: 'name', fixed: true, cell: (row) => <span className="row-tight"><PageLink href={listPath(row.id)}>{name(row.name)}</PageLink>{row.sample ? <SampleTag /> : null}</span>, export: (row) => name(row.name) },
    { key: 'issuer', label: text('registry.listing.issuer'), cell: (row) => name(row.issuer) || unstated, export: (row) => name(row.issuer) },
    { key: 'issued', label: text('registry.listing.issued'), cell: (row) => <span className="nowrap">{issued(row) ?? unstated}</span>, export: (row) => row.issuedOn ?? row.issuedPeriod },
    { key: 'batch', label: text('registry.listing.batch'), cell: (row) => row.batch ?? <span className="quiet">—</span>, export: (row) => row.batch },
    { key: 'kind', label: text('registry.list.of'), cell: (row) => text(`registry.recordKind.${row.entryKind}`), export: (row) => text(`registry.recordKind.${row.entryKind}`) },
    { key: 'coverage', label: text('registry.list.coverage'), cell: (row) => <Coverage list={row} />, export: (row) => coverage(row).words },
    { key: 'source', label: text('web.statement.source'), optional: true, cell: (row) => row.sourceTitle ?? unstated, export: (row) => row.sourceTitle },
  ];
}

/** Official lists as their issuers published them. */
export default function ListListPage() {
  const text = useText();
  const name = useName();
  const state = useListState({ filters: ['entryKind'], defaultSort: 'name' });
  const entryKind = subjectKinds.find((kind) => kind === state.filters.entryKind[0]);
  const list = useList(listLists, { query: { q: state.query || undefined, entryKind, sort: state.sortText as 'name' | '-name' | 'updatedAt' | '-updatedAt' } });
  const columns = useColumns();
  const add = useMay('list.create') ? <ButtonLink kind="primary" icon="plus" href="/lists/new">{text('registry.list.new')}</ButtonLink> : null;
  return (
    <ListPage
      name="lists"
      title={text('registry.list.list')}
      scope={text('registry.list.list.scope')}
      list={list}
      state={state}
      columns={columns}
      rowKey={(row) => row.id}
      rowHref={(row) => listPath(row.id)}
      rowLabel={(row) => name(row.name)}
      searchLabel={text('registry.list.find')}
      filters={<FilterChip single label={text('registry.list.of')} options={subjectKinds.map((value) => ({ value, label: text(`registry.recordKind.${value}`) }))} chosen={state.filters.entryKind} onChange={(values) => state.setFilter('entryKind', values)} />}
      actions={<ButtonLink icon="programme" href="/programmes">{text('registry.programme.list')}</ButtonLink>}
      primary={add}
      empty={<EmptyState title={text('registry.list.empty')} action={add}>{text('registry.list.empty.hint')}</EmptyState>}
    />
  );
}
