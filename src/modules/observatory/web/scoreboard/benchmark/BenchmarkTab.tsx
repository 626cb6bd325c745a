import { useState } from 'react';
import { useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { one } from '#web/router/search.ts';
import { useSearch, useSetSearch } from '#web/router/use-search.ts';
import { readBenchmark } from '../../../words/scoreboard.contract.ts';
import type { Benchmark, ScoreboardResult } from '../../../words/scoreboard-run.schema.ts';
import { rankRows } from '../result/rank-rows.ts';
import { GapTable } from './GapTable.tsx';
import { PeerPicker } from './PeerPicker.tsx';
import { RadarCard } from './RadarCard.tsx';

/** One subject against the peers that are chosen, group by group and indicator by indicator. */
export function BenchmarkTab({ runId, result }: { runId: string; result: ScoreboardResult }) {
  const text = useText();
  const search = useSearch();
  const setSearch = useSetSearch();
  const rows = rankRows(result);
  const chosen = rows.find((row) => row.subject.id === one(search['subject'])) ?? rows[0];
  const marked = rows.filter((row) => row.subject.peer).map((row) => row.subject.id);
  const told = one(search['peers'])?.split('~').filter(Boolean);
  const peers = (told ?? (marked.length > 0 ? marked : rows.slice(0, 3).map((row) => row.subject.id))).filter((id) => id !== chosen?.subject.id).slice(0, 10);
  if (!chosen || rows.length < 2) return <EmptyState title={text('observatory.scoreboard.benchmark.few')} />;
  return (
    <div className="stack">
      <PeerPicker rows={rows} subjectId={chosen.subject.id} peers={peers} onSubject={(id) => setSearch({ subject: id })} onPeers={(ids) => setSearch({ peers: ids.join('~') })} />
      {peers.length === 0 ? <EmptyState title={text('observatory.scoreboard.benchmark.noPeers')}>{text('observatory.scoreboard.benchmark.noPeers.hint')}</EmptyState> : <Gaps runId={runId} subjectId={chosen.subject.id} peers={peers} />}
    </div>
  );
}

function Gaps({ runId, subjectId, peers }: { runId: string; subjectId: string; peers: readonly string[] }) {
  const text = useText();
  const query = useRoute(readBenchmark, { params: { runId }, query: { subjectId, peers: peers.join(',') } }, { keepPrevious: true });
  return <Loaded query={query} what={text('observatory.scoreboard.tab.benchmark')}>{(benchmark) => <Against benchmark={benchmark} />}</Loaded>;
}

/** A radar needs three axes: the parts of a group, or where it has fewer, the parts of its parts. At most twelve can be read. */
function axesOf({ rows }: Benchmark, code: string): Benchmark['rows'] {
  const parts = rows.filter((row) => row.node.parent === code);
  if (parts.length === 0 || parts.length >= 3) return parts.slice(0, 12);
  return parts.flatMap((part) => rows.filter((row) => row.node.parent === part.node.code)).slice(0, 12);
}

function Against({ benchmark }: { benchmark: Benchmark }) {
  const text = useText();
  const name = useName();
  const groups = benchmark.rows.filter((row) => row.node.indicatorId === null);
  const top = groups.at(-1);
  const fitting = groups.toReversed().filter((group) => axesOf(benchmark, group.node.code).length >= 3);
  const [asked, setAsked] = useState<string | null>(null);
  const shown = fitting.find((group) => group.node.code === asked) ?? fitting[0];
  const axes = shown ? axesOf(benchmark, shown.node.code) : [];
  return (
    <>
      {shown ? <RadarCard benchmark={benchmark} axes={axes} groups={fitting.map((group) => group.node)} chosen={shown.node.code} onChoose={setAsked} /> : null}
      <Card title={text('observatory.scoreboard.benchmark.gaps')} note={top ? name(top.node.name) : undefined} flush caption={text('observatory.scoreboard.benchmark.caption')}>
        <GapTable benchmark={benchmark} />
      </Card>
    </>
  );
}
