import { canCancelJob, canRetryJob } from '#platform/jobs/job.rules.ts';
import { cancelJob, retryJob } from '#platform/jobs/pg-queue.ts';
import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { readJob } from '../store/job-list.store.ts';
import type { cancelJobRoute, getJob, retryJobRoute } from '../system.contract.ts';
import type { Job } from '../system.schema.ts';

const whole = { visibility: 'internal' as const, territories: [], clusters: [], organisations: [] };

/** One's own work, or any work of the space for its operator; anything else does not exist. */
async function reachableJob(context: Context, id: string, permission: string): Promise<Job | null> {
  const job = await readJob(context, id);
  return job && (job.mine || context.allows(permission, whole)) ? job : null;
}

export const getJobAction: Action<typeof getJob> = async (context, { params }) => {
  const job = await reachableJob(context, params.jobId, 'job.read');
  return job ? ok(job) : fail('notFound');
};

export const cancelJobAction: Action<typeof cancelJobRoute> = async (context, { params }) => {
  const job = await reachableJob(context, params.jobId, 'job.cancel');
  if (!job) return fail('notFound');
  if (!canCancelJob(job.state)) return fail('jobOver');
  await cancelJob(context.db, job.id, context.now);
  return changed(context, job, 'job.cancelled');
};

export const retryJobAction: Action<typeof retryJobRoute> = async (context, { params }) => {
  const job = await reachableJob(context, params.jobId, 'job.retry');
  if (!job) return fail('notFound');
  if (!canRetryJob(job.state)) return fail('jobNotOver');
  if (!(await retryJob(context.db, job.id))) return fail('jobForgotten');
  return changed(context, job, 'job.retried');
};

async function changed(context: Context, job: Job, event: string): Promise<Result<Job>> {
  context.audit({ event, subject: { kind: 'job', id: job.id }, name: job.title });
  const now = await readJob(context, job.id);
  return now ? ok(now) : fail('notFound');
}
