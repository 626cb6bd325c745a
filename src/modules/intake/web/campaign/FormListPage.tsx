import { useList } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { FilterChip } from '#web/kit/list/FilterChip.tsx';
import { ListPage } from '#web/kit/list/ListPage.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { PageLink } from '#web/router/PageLink.tsx';
import { useListState } from '#web/router/use-list-state.ts';
import { useMay } from '#web/session/use-session.ts';
import { listForms } from '../../words/form.contract.ts';
import { editionStates, legalBases, type FormSummary } from '../../words/form.schema.ts';
import { editionTone } from './report-words.ts';

export default function FormListPage() {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const state = useListState({ filters: ['state', 'basis'], defaultSort: 'name' });
  const chosen = editionStates.find((value) => value === state.filters.state[0]);
  const legalBasis = legalBases.find((value) => value === state.filters.basis[0]);
  const list = useList(listForms, { query: { q: state.query || undefined, state: chosen, legalBasis, sort: state.sortText as 'name' } });
  const add = useMay('form.create') ? <ButtonLink kind="primary" icon="plus" href="/forms/new">{text('intake.form.new')}</ButtonLink> : null;
  const columns: Column<FormSummary>[] = [
    { key: 'name', label: text('intake.column.form'), sort: 'name', fixed: true, cell: (row) => <span className="row-tight"><PageLink href={`/forms/${row.id}`}>{name(row.name)}</PageLink>{row.sample ? <SampleTag /> : null}</span>, export: (row) => name(row.name) },
    { key: 'state', label: text('intake.column.state'), cell: (row) => <Tag tone={editionTone[row.state]}>{text(`intake.form.state.${row.state}`)}</Tag>, export: (row) => text(`intake.form.state.${row.state}`) },
    { key: 'edition', label: text('intake.column.edition'), number: true, deskOnly: true, cell: (row) => row.edition, export: (row) => row.edition },
    { key: 'basis', label: text('intake.form.legalBasis'), cell: (row) => text(`intake.form.legalBasis.${row.legalBasis}`), export: (row) => text(`intake.form.legalBasis.${row.legalBasis}`) },
    { key: 'number', label: text('intake.column.formNumber'), cell: (row) => row.formNumber ?? '—', export: (row) => row.formNumber },
    { key: 'validUntil', label: text('intake.column.validUntil'), cell: (row) => (row.validUntil ? format.date(row.validUntil) : '—'), export: (row) => row.validUntil },
    { key: 'periodicity', label: text('intake.column.periodicity'), deskOnly: true, cell: (row) => text(`intake.periodicity.${row.periodicity}`), export: (row) => text(`intake.periodicity.${row.periodicity}`) },
    { key: 'fields', label: text('intake.form.fields'), number: true, deskOnly: true, cell: (row) => row.fieldCount, export: (row) => row.fieldCount },
    { key: 'holder', label: text('intake.campaign.holder'), deskOnly: true, cell: (row) => name(row.territory?.name ?? row.cluster?.name) || text('intake.holder.space'), export: (row) => name(row.territory?.name ?? row.cluster?.name) },
  ];
  return (
    <ListPage
      name="forms" title={text('intake.forms')} scope={text('intake.forms.scope')} breadcrumb={[{ label: text('intake.campaigns'), href: '/campaigns' }]} list={list} state={state} columns={columns}
      rowKey={(row) => row.id} rowHref={(row) => `/forms/${row.id}`} rowLabel={(row) => name(row.name)} searchLabel={text('intake.forms.find')}
      filters={<><FilterChip single label={text('intake.column.state')} options={editionStates.map((value) => ({ value, label: text(`intake.form.state.${value}`) }))} chosen={state.filters.state} onChange={(values) => state.setFilter('state', values)} /><FilterChip single label={text('intake.form.legalBasis')} options={legalBases.map((value) => ({ value, label: text(`intake.form.legalBasis.${value}`) }))} chosen={state.filters.basis} onChange={(values) => state.setFilter('basis', values)} /></>}
      primary={add}
      empty={<EmptyState title={text('intake.forms.empty')} action={add}>{text('intake.forms.empty.hint')}</EmptyState>}
    />
  );
}
