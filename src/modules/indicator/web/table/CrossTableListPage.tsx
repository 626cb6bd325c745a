import { useList } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { ListPage } from '#web/kit/list/ListPage.tsx';
import { RecordLink } from '#web/kit/RecordLink.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { useListState } from '#web/router/use-list-state.ts';
import { useMay } from '#web/session/use-session.ts';
import { listCrossTables } from '../../words/cross-table.contract.ts';
import type { CrossTableSummary } from '../../words/cross-table.schema.ts';
import { useUnitWord } from '../use-unit-word.ts';

const path = (id: string) => `/cross-tables/${id}`;

/** Tables of regions by industries. */
export default function CrossTableListPage() {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const unit = useUnitWord();
  const state = useListState({ filters: [], defaultSort: 'name' });
  const list = useList(listCrossTables, { query: { q: state.query || undefined, sort: state.sortText as 'name' | '-name' | 'updatedAt' | '-updatedAt' } });
  const bring = useMay('import.create') ? <ButtonLink kind="primary" icon="upload" href="/imports">{text('indicator.table.import')}</ButtonLink> : null;
  const columns: Column<CrossTableSummary>[] = [
    { key: 'name', label: text('indicator.field.name'), sort: 'name', fixed: true, cell: (row) => <span className="row-tight"><RecordLink kind="crossTable" href={path(row.id)} name={name(row.name)} />{row.edition ? <Tag>{text('indicator.table.edition', { number: format.count(row.edition.number) })}</Tag> : null}{row.sample ? <SampleTag /> : null}</span>, export: (row) => name(row.name) },
    { key: 'period', label: text('indicator.field.period'), cell: (row) => <span className="nowrap">{format.period(row.period)}</span>, export: (row) => row.period },
    { key: 'unit', label: text('indicator.field.unit'), cell: (row) => unit(row.unit), export: (row) => row.unit },
    { key: 'vintage', label: text('indicator.column.vintage'), cell: (row) => row.vintage?.title ?? <span className="quiet">—</span>, export: (row) => row.vintage?.title, deskOnly: true },
    { key: 'systems', label: text('indicator.table.systems'), cell: (row) => `${row.areaSystem} × ${row.industrySystem}`, export: (row) => `${row.areaSystem} × ${row.industrySystem}`, deskOnly: true },
    { key: 'regions', label: text('indicator.table.regions'), number: true, cell: (row) => format.count(row.areaCount), export: (row) => row.areaCount },
    { key: 'industries', label: text('indicator.table.industries'), number: true, cell: (row) => format.count(row.industryCount), export: (row) => row.industryCount },
  ];
  return (
    <ListPage
      name="cross-tables"
      title={text('indicator.table.list')}
      breadcrumb={[{ label: text('indicator.list'), href: '/indicators' }]}
      scope={text('indicator.table.list.scope')}
      list={list}
      state={state}
      columns={columns}
      rowKey={(row) => row.id}
      rowHref={(row) => path(row.id)}
      rowLabel={(row) => name(row.name)}
      searchLabel={text('indicator.table.find')}
      primary={bring}
      empty={<EmptyState title={text('indicator.table.empty')} action={bring}>{text('indicator.table.empty.hint')}</EmptyState>}
    />
  );
}
