import { useList, useRoute } from '#web/api/use-route.ts';
import { routeUrl } from '#web/api/client.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import type { RecordTab } from '#web/kit/record/record-tab.ts';
import { RecordPage } from '#web/kit/record/RecordPage.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { one } from '#web/router/search.ts';
import { usePageParams, useSearch, useSetSearch } from '#web/router/use-search.ts';
import { exportRun, getRun, getScoreboard, listRuns } from '../../words/scoreboard.contract.ts';
import type { Run, RunSummary } from '../../words/scoreboard-run.schema.ts';
import type { Scoreboard } from '../../words/scoreboard.schema.ts';
import { BenchmarkTab } from './benchmark/BenchmarkTab.tsx';
import { CompareTab } from './compare/CompareTab.tsx';
import { EditionsTab } from './edition/EditionsTab.tsx';
import { EditionTag } from './edition/EditionTag.tsx';
import { ResultsTab } from './result/ResultsTab.tsx';
import { TrailTab } from './trail/TrailTab.tsx';
import { useRunWord } from './use-run-word.ts';
import { WhyTab } from './why/WhyTab.tsx';
import './scoreboard.css';

/** One scoreboard: the run that is chosen in every light, and its editions. */
export default function ScoreboardPage() {
  const text = useText();
  const { scoreboardId } = usePageParams('scoreboardId');
  const query = useRoute(getScoreboard, { params: { scoreboardId } });
  return <Loaded query={query} what={text('observatory.recordKind.scoreboard')}>{(scoreboard) => <ScoreboardRecord scoreboard={scoreboard} />}</Loaded>;
}

function ScoreboardRecord({ scoreboard }: { scoreboard: Scoreboard }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const list = useList(listRuns, { params: { scoreboardId: scoreboard.id }, query: { limit: 200 } });
  const asked = one(useSearch()['run']);
  const shown = list.items.find((run) => run.id === asked) ?? list.items.find((run) => run.id === scoreboard.newest?.runId) ?? list.items[0];
  const runs = list.items;
  const withRun = (draw: (run: Run) => React.ReactNode) => () => (
    <>
      <RunChoice runs={runs} shown={shown} />
      {shown ? <RunLoaded id={shown.id}>{draw}</RunLoaded> : list.loading ? null : <NoRun scoreboard={scoreboard} />}
    </>
  );
  const tabs: RecordTab[] = [
    { key: 'results', label: text('observatory.scoreboard.tab.results'), content: withRun((run) => <ResultsTab run={run} />) },
    { key: 'trail', label: text('observatory.scoreboard.tab.trail'), content: withRun((run) => <TrailTab runId={run.id} result={run.result} />) },
    { key: 'benchmark', label: text('observatory.scoreboard.tab.benchmark'), content: withRun((run) => <BenchmarkTab runId={run.id} result={run.result} />) },
    { key: 'why', label: text('observatory.scoreboard.tab.why'), content: withRun((run) => <WhyTab result={run.result} replications={run.replications} />) },
    { key: 'compare', label: text('observatory.scoreboard.tab.compare'), content: withRun((run) => <CompareTab runId={run.id} runs={runs} />) },
    { key: 'editions', label: text('observatory.scoreboard.editions'), count: scoreboard.editionCount, content: () => <EditionsTab scoreboard={scoreboard} /> },
  ];
  return (
    <RecordPage
      kind="scoreboard"
      title={name(scoreboard.name)}
      breadcrumb={[{ label: text('observatory.scoreboard.list'), href: '/scoreboards' }]}
      tags={scoreboard.newest ? <EditionTag state={shown?.editionState ?? scoreboard.newest.state} /> : undefined}
      sample={scoreboard.sample}
      scope={[scoreboard.purpose ? name(scoreboard.purpose) : null, shown ? text('observatory.scoreboard.scope', { subjects: shown.subjectCount, indicators: shown.indicatorCount, period: shown.period ? format.period(shown.period) : text('observatory.scoreboard.newestValues') }) : null].filter(Boolean).join(' ') || undefined}
      actions={<>{scoreboard.mayManage ? <ButtonLink href={`/scoreboards/${scoreboard.id}/edit`}>{text('observatory.scoreboard.editShort')}</ButtonLink> : null}{shown ? <ButtonLink icon="download" href={routeUrl(exportRun, { params: { runId: shown.id }, query: { as: 'json' } })} download>{text('observatory.scoreboard.export')}</ButtonLink> : null}</>}
      primary={scoreboard.mayManage ? <ButtonLink kind="primary" icon="edit" href={`/scoreboards/${scoreboard.id}/studio`}>{text('observatory.scoreboard.openStudio')}</ButtonLink> : undefined}
      tabs={tabs}
    />
  );
}

function RunLoaded({ id, children }: { id: string; children: (run: Run) => React.ReactNode }) {
  const text = useText();
  const query = useRoute(getRun, { params: { runId: id } }, { keepPrevious: true, staleTime: 600_000 });
  return <Loaded query={query} what={text('observatory.scoreboard.run')} lines={12}>{children}</Loaded>;
}

/** Which frozen run is shown; one run needs no choice. */
function RunChoice({ runs, shown }: { runs: readonly RunSummary[]; shown: RunSummary | undefined }) {
  const text = useText();
  const word = useRunWord();
  const setSearch = useSetSearch();
  if (runs.length < 2 || !shown) return null;
  return (
    <label className="row small">
      {text('observatory.scoreboard.run')}
      <select className="input input-small" value={shown.id} onChange={(event) => setSearch({ run: event.target.value })}>
        {runs.map((run) => <option key={run.id} value={run.id}>{word(run)}</option>)}
      </select>
    </label>
  );
}

function NoRun({ scoreboard }: { scoreboard: Scoreboard }) {
  const text = useText();
  return (
    <EmptyState title={text('observatory.scoreboard.noRun')} action={scoreboard.mayManage ? <ButtonLink href={`/scoreboards/${scoreboard.id}/studio`}>{text('observatory.scoreboard.openStudio')}</ButtonLink> : undefined}>
      {text('observatory.scoreboard.noRun.hint')}
    </EmptyState>
  );
}
