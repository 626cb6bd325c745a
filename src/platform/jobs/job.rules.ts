import { defineLifecycle } from '../lifecycle/lifecycle.rules.ts';

export const jobStates = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;
export type JobState = (typeof jobStates)[number];

/** Steps of a job that somebody waits for. The queue takes most of them itself, as the installation. */
export const jobLifecycle = defineLifecycle<JobState>({
  initial: 'waiting',
  states: jobStates,
  transitions: [
    { verb: 'start', from: ['waiting', 'running'], to: 'running', roles: ['operator'] },
    { verb: 'giveBack', from: ['running'], to: 'waiting', roles: ['operator'] },
    { verb: 'finish', from: ['running'], to: 'done', roles: ['operator'] },
    { verb: 'fail', from: ['waiting', 'running'], to: 'failed', roles: ['operator'] },
    { verb: 'cancel', from: ['waiting', 'running'], to: 'cancelled', roles: ['operator'] },
    { verb: 'retry', from: ['failed', 'cancelled'], to: 'waiting', roles: ['operator'] },
  ],
});

/** States from which this step may be taken. */
export function statesBefore(verb: string): readonly JobState[] {
  return jobLifecycle.transitions.filter((step) => step.verb === verb).flatMap((step) => step.from);
}

export function stateAfter(verb: string): JobState {
  const step = jobLifecycle.transitions.find((candidate) => candidate.verb === verb);
  if (!step) throw new Error(`no such step of a job: ${verb}`);
  return step.to;
}

export function canCancelJob(state: JobState): boolean {
  return statesBefore('cancel').includes(state);
}

export function canRetryJob(state: JobState): boolean {
  return statesBefore('retry').includes(state);
}

/** Seconds that are left at the pace so far; null while the pace says nothing yet. */
export function secondsLeft(job: { done: number; total: number | null; startedAt: string | null }, now: Date): number | null {
  if (job.startedAt === null || job.total === null || job.done <= 0 || job.total < job.done) return null;
  const elapsed = (now.getTime() - Date.parse(job.startedAt)) / 1000;
  if (elapsed < 1) return null;
  return Math.max(0, Math.round((elapsed / job.done) * (job.total - job.done)));
}
