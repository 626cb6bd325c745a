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
import { useListState } from '#web/router/use-list-state.ts';
import { useMay } from '#web/session/use-session.ts';
import { listScoreboards } from '../../words/scoreboard.contract.ts';
import { editionStates, scoredKinds, type ScoreboardSummary } from '../../words/scoreboard.schema.ts';
import { EditionTag } from './edition/EditionTag.tsx';

const path = (id: string): string => `/scoreboards/${id}`;

function useColumns(): Column<ScoreboardSummary>[] {
  const text = useText();
  const name = useName();
  const format = useFormat();
  return [
    { key: 'name', label: text('observatory.scoreboard.field.name'), sort: 'name', fixed: true, export: (row) => name(row.name), cell: (row) => <span className="row-tight"><RecordLink kind="scoreboard" href={path(row.id)} name={name(row.name)} />{row.sample ? <SampleTag /> : null}</span> },
    { key: 'subjectKind', label: text('observatory.scoreboard.field.subjectKind'), cell: (row) => text(`indicator.subjectKind.${row.subjectKind}`), export: (row) => row.subjectKind },
    { key: 'newest', label: text('observatory.scoreboard.newest'), cell: (row) => (row.newest ? <span className="row-tight">{text('observatory.scoreboard.editionNumber', { number: String(row.newest.number) })}<EditionTag state={row.newest.state} /></span> : <span className="quiet">—</span>), export: (row) => row.newest?.number },
    { key: 'period', label: text('observatory.scoreboard.field.period'), cell: (row) => (row.newest ? (row.newest.period ? format.period(row.newest.period) : text('observatory.scoreboard.newestValues')) : <span className="quiet">—</span>), export: (row) => row.newest?.period },
    { key: 'subjects', label: text('observatory.scoreboard.subjects'), number: true, cell: (row) => format.count(row.newest?.subjectCount ?? 0), export: (row) => row.newest?.subjectCount },
    { key: 'indicators', label: text('observatory.scoreboard.indicators'), number: true, cell: (row) => format.count(row.newest?.indicatorCount ?? 0), export: (row) => row.newest?.indicatorCount },
    { key: 'editionCount', label: text('observatory.scoreboard.editions'), number: true, deskOnly: true, cell: (row) => format.count(row.editionCount), export: (row) => row.editionCount },
    { key: 'updatedAt', label: text('observatory.scoreboard.field.updatedAt'), sort: 'updatedAt', deskOnly: true, cell: (row) => format.date(row.updatedAt.slice(0, 10)), export: (row) => row.updatedAt },
  ];
}

/** Every scoreboard this reader may see. */
export default function ScoreboardListPage() {
  const text = useText();
  const name = useName();
  const state = useListState({ filters: ['subjectKind', 'state'], defaultSort: '-updatedAt' });
  const subjectKind = scoredKinds.find((each) => each === state.filters.subjectKind[0]);
  const edition = editionStates.find((each) => each === state.filters.state[0]);
  const list = useList(listScoreboards, { query: { q: state.query || undefined, subjectKind, state: edition, sort: state.sortText as 'name' } });
  const columns = useColumns();
  const mayManage = useMay('scoreboard.manage');
  const add = mayManage ? <ButtonLink kind="primary" icon="plus" href="/scoreboards/new">{text('observatory.scoreboard.new')}</ButtonLink> : null;
  return (
    <ListPage
      name="scoreboards"
      title={text('observatory.scoreboard.list')}
      scope={text('observatory.scoreboard.list.scope')}
      list={list}
      state={state}
      columns={columns}
      rowKey={(row) => row.id}
      rowHref={(row) => path(row.id)}
      rowLabel={(row) => name(row.name)}
      searchLabel={text('observatory.scoreboard.find')}
      filters={
        <>
          <FilterChip single label={text('observatory.scoreboard.field.subjectKind')} options={scoredKinds.map((value) => ({ value, label: text(`indicator.subjectKind.${value}`) }))} chosen={state.filters.subjectKind} onChange={(values) => state.setFilter('subjectKind', values)} />
          <FilterChip single label={text('observatory.scoreboard.field.state')} options={editionStates.map((value) => ({ value, label: text(`observatory.scoreboard.state.${value}`) }))} chosen={state.filters.state} onChange={(values) => state.setFilter('state', values)} />
        </>
      }
      primary={add}
      empty={<EmptyState title={text('observatory.scoreboard.empty')} action={add}>{text('observatory.scoreboard.empty.hint')}</EmptyState>}
    />
  );
}
