import type { UseQueryResult } from '@tanstack/react-query';
import type { Problem } from '#web/api/problem.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { ErrorState } from '#web/kit/state/ErrorState.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import type { Preview, ScoreboardResult } from '../../../words/scoreboard-run.schema.ts';
import { movementOf, rankRows } from '../result/rank-rows.ts';
import { RankTable } from '../result/RankTable.tsx';
import { DoubtCard } from '../why/DoubtCard.tsx';
import { useScore } from '../use-score.ts';
import { FindingsCard } from './FindingsCard.tsx';
import { canCompute } from './use-preview.ts';
import type { Studio } from './use-studio.ts';

interface LiveProps {
  studio: Studio;
  preview: UseQueryResult<Preview, Problem>;
  /** Of what is stored, while it differs. */
  baseline: ScoreboardResult | null;
  waiting: boolean;
}

/** Ranks and intervals of what is at hand, beside those of what is stored. */
export function LiveCard({ studio, preview, baseline, waiting }: LiveProps) {
  const text = useText();
  const findings = preview.data?.findings ?? [];
  const result = preview.data?.result ?? null;
  const busy = waiting || preview.isFetching;
  if (!canCompute(studio.content)) return <Card title={text('observatory.scoreboard.live')}><EmptyState title={text('observatory.scoreboard.incomplete')}>{text('observatory.scoreboard.incomplete.hint')}</EmptyState></Card>;
  if (preview.error && !busy) return <ErrorState what={text('observatory.scoreboard.live')} problem={preview.error} retry={() => void preview.refetch()} />;
  return (
    <>
      {findings.length > 0 ? <FindingsCard studio={studio} findings={findings} result={result} blocked={result === null} /> : null}
      {result ? (
        <Card title={text('observatory.scoreboard.live')} note={busy ? text('web.state.updating') : text('observatory.scoreboard.live.note')} flush>
          <Movement result={result} baseline={baseline} />
          <div className={busy ? 'updating' : undefined} aria-busy={busy}><RankTable result={result} baseline={baseline} caption={text('observatory.scoreboard.live')} first={60} /></div>
        </Card>
      ) : preview.data ? null : <Card title={text('observatory.scoreboard.live')}><LoadingSkeleton lines={12} /></Card>}
      {result && result.doubts.length > 0 ? <DoubtCard result={result} /> : null}
    </>
  );
}

/** What the changes have done to the ranks, in a sentence. */
function Movement({ result, baseline }: { result: ScoreboardResult; baseline: ScoreboardResult | null }) {
  const text = useText();
  const name = useName();
  const score = useScore();
  if (!baseline) return null;
  const { moved, compared, mean, furthest } = movementOf(rankRows(result, baseline));
  return (
    <p className="movement" role="status">
      {moved === 0
        ? text('observatory.scoreboard.movement.none')
        : text('observatory.scoreboard.movement', { moved, count: compared, mean: score.decimals(mean, 1) })}{' '}
      {furthest ? text('observatory.scoreboard.movement.furthest', { name: name(furthest.subject.name), from: score.rank(furthest.before), to: score.rank(furthest.rank) }) : null}
    </p>
  );
}
