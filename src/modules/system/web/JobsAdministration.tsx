import { useRoute } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { JobLine } from '#web/kit/job/JobProgress.tsx';
import { FilterChip } from '#web/kit/list/FilterChip.tsx';
import { PageHead } from '#web/kit/PageHead.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { useListState } from '#web/router/use-list-state.ts';
import { Administration } from '#web/shell/Administration.tsx';
import { jobStates, type JobState } from '#platform/jobs/job.rules.ts';
import { listJobs, viewQueue } from '../system.contract.ts';
import { QueueTable, ScheduleTable } from './QueueTables.tsx';

function Jobs() {
  const text = useText();
  const state = useListState({ filters: ['state'], defaultSort: '-askedAt' });
  const queue = useRoute(viewQueue, {}, { staleTime: 0, readAgain: () => 5000 });
  const list = useRoute(listJobs, { query: { state: state.filters.state[0] as JobState | undefined, limit: 100 } }, { keepPrevious: true, staleTime: 0, readAgain: (page) => (page.items.some((job) => job.finishedAt === null) ? 1500 : 15_000) });
  const filter = <FilterChip single label={text('system.job.state')} options={jobStates.map((value) => ({ value, label: text(`web.job.${value}`) }))} chosen={state.filters.state} onChange={(values) => state.setFilter('state', values)} />;
  return (
    <>
      <PageHead title={text('system.jobs')} scope={text('system.jobs.scope')} />
      <Card title={text('system.queue')} caption={text('system.queue.caption')} flush>
        <Loaded query={queue} what={text('system.queue')} lines={4}>
          {({ kinds }) => (kinds.length > 0 ? <QueueTable lines={kinds} /> : <EmptyState title={text('system.queue.empty')} />)}
        </Loaded>
      </Card>
      <Card title={text('system.jobs.visible')} note={list.data ? String(list.data.total) : undefined} actions={filter} flush>
        <Loaded query={list} what={text('system.jobs.visible')} lines={5}>
          {({ items }) => items.length > 0 ? (
            <ul className="job-list">{items.map((job) => <li key={job.id}><JobLine job={job} showPerson /></li>)}</ul>
          ) : <EmptyState title={text('system.jobs.empty')} />}
        </Loaded>
      </Card>
      <Card title={text('system.schedules')} caption={text('system.schedules.caption')} flush>
        <Loaded query={queue} what={text('system.schedules')} lines={3}>
          {({ schedules }) => (schedules.length > 0 ? <ScheduleTable lines={schedules} /> : <EmptyState title={text('system.schedules.empty')} />)}
        </Loaded>
      </Card>
    </>
  );
}

export default function JobsAdministration() {
  const text = useText();
  return <Administration permission="job.read" title={text('system.jobs')}><Jobs /></Administration>;
}
