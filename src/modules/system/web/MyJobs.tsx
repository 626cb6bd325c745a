import { useList } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { JobProgress } from '#web/kit/job/JobProgress.tsx';
import { PageHead } from '#web/kit/PageHead.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { ErrorState } from '#web/kit/state/ErrorState.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import { listMyJobs } from '../system.contract.ts';

/** Long work I asked for, newest first; each line follows its own job. */
export default function MyJobs() {
  const text = useText();
  const list = useList(listMyJobs, { query: { limit: 20 } });
  return (
    <div className="stack">
      <PageHead title={text('system.jobs.mine')} scope={text('system.jobs.mine.scope')} />
      <Card flush>
        {list.loading ? <LoadingSkeleton lines={4} /> : null}
        {list.error ? <ErrorState problem={list.error} retry={list.retry} /> : null}
        {list.total === 0 ? <EmptyState title={text('system.jobs.mine.empty')}>{text('system.jobs.mine.emptyHint')}</EmptyState> : null}
        {list.items.length > 0 ? (
          <ul className="job-list">
            {list.items.map((job) => <li key={job.id}><JobProgress jobId={job.id} /></li>)}
          </ul>
        ) : null}
      </Card>
      {list.hasMore ? <div><Button busy={list.loadingMore} onClick={list.loadMore}>{text('system.jobs.more')}</Button></div> : null}
    </div>
  );
}
