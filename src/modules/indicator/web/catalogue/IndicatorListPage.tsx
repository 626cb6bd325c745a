import { useList } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { FilterChip } from '#web/kit/list/FilterChip.tsx';
import { ListPage } from '#web/kit/list/ListPage.tsx';
import { RecordLink } from '#web/kit/RecordLink.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { Tag } from '#web/kit/Tag.tsx';
import { useListState } from '#web/router/use-list-state.ts';
import { useSetSearch } from '#web/router/use-search.ts';
import { useMay } from '#web/session/use-session.ts';
import { listIndicatorsRoute } from '../../words/indicator.contract.ts';
import { dimensions, indicatorStates, type IndicatorSummary } from '../../words/indicator.schema.ts';
import { StateTag } from '../StateTag.tsx';
import { useUnitWord } from '../use-unit-word.ts';
import { DimensionTree } from './DimensionTree.tsx';
import '../indicator.css';

type Sort = 'name' | '-name' | 'updatedAt' | '-updatedAt';
const path = (id: string) => `/indicators/${id}`;

function useColumns(): Column<IndicatorSummary>[] {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const unit = useUnitWord();
  const periods = (row: IndicatorSummary) => (row.firstPeriod === null || row.lastPeriod === null ? null : row.firstPeriod === row.lastPeriod ? format.period(row.firstPeriod) : `${format.period(row.firstPeriod)} – ${format.period(row.lastPeriod)}`);
  return [
    {
      key: 'name', label: text('indicator.field.name'), sort: 'name', fixed: true, export: (row) => name(row.name),
      cell: (row) => <span className="row-tight"><RecordLink kind="indicator" href={path(row.id)} name={name(row.name)} />{row.sample ? <SampleTag /> : null}{row.computed ? <Tag tone="brand">{text('indicator.computed')}</Tag> : null}{row.productDefault ? <Tag title={text('indicator.productDefault.hint')}>{text('indicator.productDefault')}</Tag> : null}</span>,
    },
    { key: 'key', label: text('indicator.field.key'), cell: (row) => <code className="small">{row.key}</code>, export: (row) => row.key, optional: true },
    { key: 'state', label: text('indicator.field.state'), cell: (row) => <StateTag state={row.state} />, export: (row) => text(`indicator.state.${row.state}`) },
    { key: 'dimension', label: text('indicator.field.dimension'), cell: (row) => [text(`indicator.dimension.${row.dimension ?? 'none'}`), row.topic].filter(Boolean).join(' · '), export: (row) => row.dimension },
    { key: 'unit', label: text('indicator.field.unit'), cell: (row) => (row.unit === null ? <span className="quiet">{unit(null)}</span> : unit(row.unit)), export: (row) => row.unit },
    { key: 'source', label: text('indicator.field.source'), cell: (row) => row.sourceTitle ?? <span className="quiet">—</span>, export: (row) => row.sourceTitle, deskOnly: true },
    { key: 'periods', label: text('indicator.periods'), cell: (row) => <span className="nowrap">{periods(row) ?? <span className="quiet">{text(row.computed ? 'indicator.computed' : 'indicator.noValues')}</span>}</span>, export: periods },
    { key: 'subjects', label: text('indicator.subjects'), number: true, cell: (row) => format.count(row.subjectCount), export: (row) => row.subjectCount, deskOnly: true },
    { key: 'values', label: text('indicator.values'), number: true, cell: (row) => format.count(row.observationCount), export: (row) => row.observationCount },
  ];
}

/** The catalogue: what is measured, and what is held of it. */
export default function IndicatorListPage() {
  const text = useText();
  const name = useName();
  const setSearch = useSetSearch();
  const state = useListState({ filters: ['dimension', 'topic', 'state', 'held'], defaultSort: 'name' });
  const dimension = [...dimensions, 'none' as const].find((each) => each === state.filters.dimension[0]);
  const stage = indicatorStates.find((each) => each === state.filters.state[0]);
  const held = (['true', 'false'] as const).find((each) => each === state.filters.held[0]);
  const topic = state.filters.topic[0];
  const list = useList(listIndicatorsRoute, { query: { q: state.query || undefined, dimension, topic, state: stage, held, sort: state.sortText as Sort } });
  const columns = useColumns();
  const mayManage = useMay('indicator.manage');
  const add = mayManage ? <ButtonLink kind="primary" icon="plus" href="/indicators/new">{text('indicator.new')}</ButtonLink> : null;
  return (
    <div className="indicator-catalogue">
      <DimensionTree query={state.query} state={stage} dimension={dimension} topic={topic} onPick={(one, two) => setSearch({ dimension: one, topic: two })} />
      <ListPage
        name="indicators"
        title={text('indicator.list')}
        scope={text('indicator.list.scope')}
        list={list}
        state={state}
        columns={columns}
        rowKey={(row) => row.id}
        rowHref={(row) => path(row.id)}
        rowLabel={(row) => name(row.name)}
        searchLabel={text('indicator.find')}
        filters={
          <>
            <FilterChip single label={text('indicator.field.dimension')} options={[...dimensions, 'none'].map((value) => ({ value, label: text(`indicator.dimension.${value}` as 'indicator.dimension.none') }))} chosen={state.filters.dimension} onChange={(values) => setSearch({ dimension: values, topic: undefined })} />
            <FilterChip single label={text('indicator.field.state')} options={indicatorStates.map((value) => ({ value, label: text(`indicator.state.${value}`) }))} chosen={state.filters.state} onChange={(values) => state.setFilter('state', values)} />
            <FilterChip single label={text('indicator.values')} options={[{ value: 'true', label: text('indicator.held.true') }, { value: 'false', label: text('indicator.held.false') }]} chosen={state.filters.held} onChange={(values) => state.setFilter('held', values)} />
          </>
        }
        actions={<ButtonLink icon="table" href="/cross-tables">{text('indicator.table.list')}</ButtonLink>}
        primary={add}
        empty={<EmptyState title={text('indicator.empty')} action={add}>{text('indicator.empty.hint')}</EmptyState>}
      />
    </div>
  );
}
