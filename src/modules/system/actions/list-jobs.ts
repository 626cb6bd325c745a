import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { statesBefore } from '#platform/jobs/job.rules.ts';
import { listJobPage } from '../store/job-list.store.ts';
import { countQueue, readSchedules } from '../store/queue.store.ts';
import type { listJobs, listMyJobs, viewQueue } from '../system.contract.ts';
import type { QueueView } from '../system.schema.ts';

export const listJobsAction: Action<typeof listJobs> = async (context, { query }) => {
  const page = await listJobPage(context, { kind: query.kind, ...(query.state ? { states: [query.state] } : {}) }, query);
  return page ? ok(page) : fail('invalidCursor');
};

export const listMyJobsAction: Action<typeof listMyJobs> = async (context, { query }) => {
  if (context.actor.personId === null) return ok({ items: [], nextCursor: null, total: 0 });
  const page = await listJobPage(context, { personId: context.actor.personId, ...(query.open ? { states: statesBefore('cancel') } : {}) }, query);
  return page ? ok(page) : fail('invalidCursor');
};

export const viewQueueAction: Action<typeof viewQueue> = async (context) => {
  const { jobs } = context.contributions;
  const label = (kind: string): { zh: string; en: string } => jobs[kind]?.label ?? { zh: kind, en: kind };
  const rows = await countQueue(context);
  const runs = await readSchedules(context);
  const schedules = Object.entries(jobs).flatMap(([kind, job]): QueueView['schedules'] => {
    if (!job.schedule) return [];
    const run = runs.find((row) => row.kind === kind);
    return [{ kind, label: job.label, cron: job.schedule.cron, per: job.schedule.per, lastDue: run?.last_state ? run.last_due : null, lastFinished: run?.last_finished ?? null, lastState: run?.last_state ?? null, lastFailure: run?.last_failure ?? null }];
  });
  return ok({
    kinds: rows.map((row) => ({ kind: row.kind, label: label(row.kind), waiting: row.waiting, later: row.later, running: row.running, failed: row.failed, oldestWaitingAt: row.oldest_waiting_at })),
    schedules,
    readAt: context.now.toISOString(),
  });
};
