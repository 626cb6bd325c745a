import type { SpaceDb } from '#platform/module/module.ts';
import type { JobRequest } from './job.ts';

export interface SentJob extends JobRequest {
  id: string;
  /** Null for work of the whole installation. */
  spaceId: string | null;
  /** Who asked for it; null when nobody did. */
  personId: string | null;
}

export interface JobQueue {
  /** Adds a job in the caller's transaction; false when one of its key waits already. */
  send(db: SpaceDb, job: SentJob): Promise<boolean>;
  /** Tells the workers of this process that something was committed, so that they need not wait for their next look. */
  wake(): void;
}

/** For contexts that ask for no later work. */
export const noJobs: JobQueue = {
  send: (_db, job) => Promise.reject(new Error(`there is no queue for the job ${job.kind}`)),
  wake: () => undefined,
};
