import { useList, useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, ButtonLink } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { JobProgress } from '#web/kit/job/JobProgress.tsx';
import { FilterChip } from '#web/kit/list/FilterChip.tsx';
import { ListPage } from '#web/kit/list/ListPage.tsx';
import { RecordLink } from '#web/kit/RecordLink.tsx';
import { Segmented } from '#web/kit/Segmented.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { useListState } from '#web/router/use-list-state.ts';
import { useSearch, useSetSearch } from '#web/router/use-search.ts';
import { useMay } from '#web/session/use-session.ts';
import { computeStages, listStages } from '../../words/stage.contract.ts';
import { stages } from '../../words/stage.rules.ts';
import type { ClusterStageRow } from '../../words/stage.schema.ts';
import { StageBoard } from './StageBoard.tsx';
import { StageMark } from './StageMark.tsx';
import { StageTimeline } from './StageTimeline.tsx';
import { useStageWords } from './use-stage-words.ts';
import './stage.css';

type Sort = 'name' | '-name' | 'on' | '-on';
const path = (row: ClusterStageRow) => `/clusters/${row.id}?tab=stage`;

function useColumns(): Column<ClusterStageRow>[] {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const words = useStageWords();
  const historyOf = (row: ClusterStageRow) => row.history.map((each) => `${each.on} ${words(each)}`).join('; ');
  return [
    { key: 'name', label: text('observatory.stage.cluster'), sort: 'name', fixed: true, export: (row) => name(row.name), cell: (row) => <span className="row-tight"><RecordLink kind="cluster" href={path(row)} name={name(row.name)} />{row.sample ? <SampleTag /> : null}</span> },
    { key: 'stage', label: text('observatory.stage.column.stage'), export: (row) => (row.latest ? words({ ...row.latest.shown, emerging: row.latest.emerging }) : null), cell: (row) => (row.latest ? <StageMark {...row.latest.shown} emerging={row.latest.emerging} /> : <span className="quiet">{text('observatory.stage.notJudged')}</span>) },
    { key: 'rules', label: text('observatory.stage.byRules'), export: (row) => (row.latest ? words(row.latest) : null), cell: (row) => (row.latest?.shown.overridden ? <span className="row-tight"><StageMark {...row.latest} /><span className="small quiet">{text('observatory.stage.opinion.state.override')}</span></span> : row.latest ? <span className="quiet">{text('observatory.stage.same')}</span> : null) },
    { key: 'dissents', label: text('observatory.stage.column.dissents'), number: true, export: (row) => row.latest?.dissents, cell: (row) => (row.latest ? format.count(row.latest.dissents) : '—') },
    { key: 'on', label: text('observatory.stage.column.on'), sort: 'on', export: (row) => row.latest?.on, cell: (row) => (row.latest ? <span className="nowrap">{format.date(row.latest.on)}</span> : <span className="quiet">—</span>) },
    { key: 'edition', label: text('observatory.stage.column.edition'), export: (row) => row.latest?.edition, cell: (row) => row.latest?.edition ?? '—', deskOnly: true },
    { key: 'history', label: text('observatory.stage.history'), export: historyOf, cell: (row) => <span className="small">{historyOf(row)}</span>, optional: true },
  ];
}

/** All clusters by stage: beside each other now, and over time. */
export default function StageListPage() {
  const text = useText();
  const name = useName();
  const search = useSearch();
  const setSearch = useSetSearch();
  const state = useListState({ filters: ['stage', 'disputed'], defaultSort: '-on' });
  const stage = [...stages, 'undetermined' as const, 'none' as const].find((each) => each === state.filters.stage[0]);
  const disputed = (['true', 'false'] as const).find((each) => each === state.filters.disputed[0]);
  const view = search['view'] === 'time' ? 'time' : 'now';
  const list = useList(listStages, { query: { q: state.query || undefined, stage, disputed, sort: state.sortText as Sort, limit: 100 } });
  const columns = useColumns();
  const mayCompute = useMay('stage.compute');
  const computeAll = useWrite(computeStages, { touches: ['job'] });
  return (
    <ListPage
      name="stages"
      title={text('observatory.stage.list')}
      scope={text('observatory.stage.list.scope')}
      list={list}
      state={state}
      columns={columns}
      rowKey={(row) => row.id}
      rowHref={path}
      rowLabel={(row) => name(row.name)}
      searchLabel={text('observatory.stage.find')}
      filters={
        <>
            <FilterChip single label={text('observatory.stage.column.stage')} options={[...stages.map((value) => ({ value: value as string, label: text(`observatory.stage.name.${value}`) })), { value: 'undetermined', label: text('observatory.stage.undetermined') }, { value: 'none', label: text('observatory.stage.notJudged') }]} chosen={state.filters.stage} onChange={(values) => state.setFilter('stage', values)} />
            <FilterChip single label={text('observatory.stage.column.dissents')} options={[{ value: 'true', label: text('observatory.stage.disputed.true') }, { value: 'false', label: text('observatory.stage.disputed.false') }]} chosen={state.filters.disputed} onChange={(values) => state.setFilter('disputed', values)} />
        </>
      }
      actions={<ButtonLink icon="document" href="/stage-rules">{text('observatory.stage.rules')}</ButtonLink>}
      primary={mayCompute ? <Button icon="refresh" busy={computeAll.isPending} onClick={() => computeAll.mutate({})}>{text('observatory.stage.computeAll')}</Button> : null}
      above={
        <>
        {computeAll.data ? <JobProgress jobId={computeAll.data.jobId} /> : null}
        {list.items.length > 0 ? (
          <Card
            title={text(view === 'now' ? 'observatory.stage.view.now' : 'observatory.stage.view.time')}
            actions={<Segmented label={text('observatory.stage.view')} value={view} onChange={(value) => setSearch({ view: value === 'now' ? undefined : value })} options={[{ value: 'now', label: text('observatory.stage.view.now') }, { value: 'time', label: text('observatory.stage.view.time') }]} />}
            caption={text('observatory.stage.view.caption')}
          >
            {view === 'now' ? <StageBoard rows={list.items} /> : <StageTimeline rows={list.items} />}
          </Card>
        ) : null}
        </>
      }
      empty={<EmptyState title={text('observatory.stage.list.empty')}>{text('observatory.stage.list.empty.hint')}</EmptyState>}
    />
  );
}
