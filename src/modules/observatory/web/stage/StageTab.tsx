import { useState } from 'react';
import type { ReactNode } from 'react';
import { useRoute } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import type { RecordRef } from '#web/router/collect-record-tabs.ts';
import { getClusterStage, getStageVerdict } from '../../words/stage.contract.ts';
import { stageDimensions } from '../../words/stage.rules.ts';
import type { ClusterStage, StageVerdict, VerdictSummary } from '../../words/stage.schema.ts';
import { DefaultTag } from './DefaultTag.tsx';
import { AdviceLines } from './AdviceLines.tsx';
import { ClauseTable } from './ClauseTable.tsx';
import { ComputeDialog } from './ComputeDialog.tsx';
import { DimensionCard } from './DimensionCard.tsx';
import { OpinionDialog } from './OpinionDialog.tsx';
import { OpinionsCard } from './OpinionsCard.tsx';
import { StageMark } from './StageMark.tsx';
import { StageTrack } from './StageTrack.tsx';
import { useStageWords } from './use-stage-words.ts';
import './stage.css';

/** The stage of one cluster: the verdict, who disagrees, the evidence by dimension, the advice, and how it was before. */
export default function StageTab({ id }: RecordRef) {
  const text = useText();
  const query = useRoute(getClusterStage, { params: { clusterId: id } });
  return <Loaded query={query} what={text('observatory.stage.tab')} lines={10}>{(held) => <Held clusterId={id} held={held} />}</Loaded>;
}

function Held({ clusterId, held: { latest, history, may, rule } }: { clusterId: string; held: ClusterStage }) {
  const text = useText();
  const [open, setOpen] = useState<'compute' | 'judge' | null>(null);
  const [earlier, setEarlier] = useState<string | null>(null);
  const query = useRoute(getStageVerdict, { params: { clusterId, verdictId: earlier ?? '' } }, { enabled: earlier !== null });
  const compute = may.compute ? <Button kind={latest ? 'plain' : 'primary'} icon="refresh" onClick={() => setOpen('compute')}>{text('observatory.stage.compute')}</Button> : null;
  const close = () => setOpen(null);
  return (
    <div className="stack">
      {latest === null ? (
        <Card title={text('observatory.stage.tab')}><EmptyState title={text('observatory.stage.none')} action={compute}>{text('observatory.stage.none.hint')}</EmptyState></Card>
      ) : earlier === null ? (
        <Verdict clusterId={clusterId} verdict={latest} deeds={<>{compute}{may.judge ? <Button icon="edit" onClick={() => setOpen('judge')}>{text('observatory.stage.judge')}</Button> : null}</>} outdated={rule !== null && latest.ruleId !== rule.id} />
      ) : (
        <Loaded query={query} what={text('observatory.stage.tab')} lines={10}>{(verdict) => <Verdict clusterId={clusterId} verdict={verdict} deeds={<Button icon="back" onClick={() => setEarlier(null)}>{text('observatory.stage.toLatest')}</Button>} outdated={false} />}</Loaded>
      )}
      {history.length > 1 ? <HistoryCard history={history} shown={earlier ?? latest?.id ?? null} onPick={(id) => setEarlier(id === latest?.id ? null : id)} /> : null}
      {open === 'compute' ? <ComputeDialog clusterId={clusterId} onClose={close} /> : null}
      {open === 'judge' && latest ? <OpinionDialog verdict={latest} clusterId={clusterId} onClose={close} /> : null}
    </div>
  );
}

function Verdict({ clusterId, verdict, deeds, outdated }: { clusterId: string; verdict: StageVerdict; deeds: ReactNode; outdated: boolean }) {
  const text = useText();
  const format = useFormat();
  const words = useStageWords();
  const { shown, evidence } = verdict;
  const own = evidence.stages.find(({ stage }) => stage === shown.stage);
  const open = shown.stage === null ? evidence.stages.filter(({ outcome }) => outcome === 'unknown').flatMap(({ stage, clauses }) => clauses.filter(({ outcome }) => outcome === 'unknown').map((clause) => ({ ...clause, before: text(`observatory.stage.name.${stage}`) }))) : [];
  const advice = verdict.advice.filter(({ stage }) => stage === shown.stage || stage === shown.towards);
  return (
    <>
      <Card title={words({ ...shown, emerging: verdict.emerging })} note={verdict.sample ? <SampleTag /> : null} actions={deeds}>
        <div className="stack">
          <StageTrack {...shown} emerging={verdict.emerging} />
          {shown.overridden ? <p className="notice">{text('observatory.stage.overridden', { stage: words(verdict) })}</p> : verdict.reason ? <p className="notice">{text(`observatory.stage.why.${verdict.reason}`)}</p> : null}
          <p className="quiet small row row-wrap">
            <span>{text('observatory.stage.computed', { on: format.date(verdict.on), name: verdict.computedByName })}</span>
            <PageLink href={`/stage-rules/${verdict.ruleId}`}>{text('observatory.stage.byEdition', { edition: verdict.edition })}</PageLink>
            {verdict.productDefault ? <DefaultTag /> : null}
            {outdated ? <Tag tone="warning" icon="clock">{text('observatory.stage.outdated')}</Tag> : null}
            {verdict.dissents > 0 ? <Tag tone="warning" icon="conflict">{text('observatory.stage.dissents', { count: verdict.dissents })}</Tag> : null}
          </p>
        </div>
      </Card>
      <OpinionsCard verdict={verdict} clusterId={clusterId} />
      <StageOutcomes verdict={verdict} />
      {own ? <Card title={text('observatory.stage.whyThis', { stage: text(`observatory.stage.name.${own.stage}`) })} caption={text('observatory.stage.atLeast', { count: own.atLeast, total: own.clauses.length })} flush><ClauseTable clauses={own.clauses} measures={evidence.measures} /></Card> : null}
      {open.length > 0 ? <Card title={text('observatory.stage.openClauses')} note={String(open.length)} flush><ClauseTable clauses={open} measures={evidence.measures} /></Card> : null}
      {advice.length > 0 ? (
        <Card title={text('observatory.stage.advice')} caption={text('observatory.stage.advice.caption')}>
          {advice.map(({ stage, lines }) => (
            <div key={stage} className="stack">
              {advice.length > 1 ? <h3>{text(`observatory.stage.name.${stage}`)}</h3> : null}
              <AdviceLines lines={lines} />
            </div>
          ))}
        </Card>
      ) : null}
      <h2 className="section-title">{text('observatory.stage.evidence')}</h2>
      <div className="dimension-columns">{stageDimensions.map((dimension) => <DimensionCard key={dimension} dimension={dimension} evidence={evidence} clusterId={clusterId} />)}</div>
    </>
  );
}

/** All stages side by side: how many clauses pass, fail, are open. */
function StageOutcomes({ verdict }: { verdict: StageVerdict }) {
  const text = useText();
  const tones = { pass: 'positive', fail: 'neutral', unknown: 'warning' } as const;
  return (
    <Card title={text('observatory.stage.outcomes')} caption={text('observatory.stage.outcomes.caption')} flush>
      <div className="timeline-scroll">
        <table className="outcome-table">
          <thead><tr><th>{text('observatory.stage.column.stage')}</th><th>{text('observatory.stage.column.outcome')}</th>{(['pass', 'fail', 'unknown'] as const).map((outcome) => <th key={outcome} className="number">{text(`web.verdict.${outcome}`)}</th>)}</tr></thead>
          <tbody>
            {verdict.evidence.stages.map(({ stage, outcome, clauses }) => (
              <tr key={stage}>
                <th scope="row">{text(`observatory.stage.name.${stage}`)}</th>
                <td><Tag tone={tones[outcome]}>{text(`web.verdict.${outcome}`)}</Tag></td>
                {(['pass', 'fail', 'unknown'] as const).map((each) => <td key={each} className="number">{clauses.filter((clause) => clause.outcome === each).length}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function HistoryCard({ history, shown, onPick }: { history: readonly VerdictSummary[]; shown: string | null; onPick: (id: string) => void }) {
  const text = useText();
  const format = useFormat();
  return (
    <Card title={text('observatory.stage.history')} note={format.count(history.length)} flush>
      <ul className="line-list line-list-rows">
        {history.map((each) => (
          <li key={each.id} className="row row-wrap">
            <span className="nowrap">{format.date(each.on)}</span>
            <StageMark {...each.shown} emerging={each.emerging} />
            <span className="grow quiet small">{text('observatory.stage.byEdition', { edition: each.edition })}{each.shown.overridden ? ` · ${text('observatory.stage.opinion.state.override')}` : ''}{each.dissents > 0 ? ` · ${text('observatory.stage.dissents', { count: each.dissents })}` : ''}</span>
            {each.id === shown ? <Tag>{text('observatory.stage.shownNow')}</Tag> : <Button size="small" onClick={() => onPick(each.id)}>{text('observatory.stage.open', { date: format.date(each.on) })}</Button>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
