import { sql } from 'kysely';
import type PgBoss from 'pg-boss';
import type { Actor } from '#platform/auth/actor.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Context, JobKind, JobOutcome, JobWork, SpaceDb } from '#platform/module/module.ts';
import { inTransaction, type Fetched } from './boss.ts';
import { JobFailure, kindGone, unexpectedFailure } from './job-failure.ts';
import { failJob, finishJob, giveBackJob, isCancelAsked, markCancelled, startJob, writeProgress } from './job.store.ts';
import { noteScheduleResult } from './schedule.store.ts';

type Words = { zh: string; en: string };

export interface RunParts {
  boss: PgBoss;
  kinds: Readonly<Record<string, JobKind>>;
  clock: Clock;
  inSpace<T>(spaceId: string | null, work: (db: SpaceDb) => Promise<T>): Promise<T>;
  asSystem<Value>(spaceId: string | null, work: (context: Context) => Promise<Value>, actor?: Actor): Promise<Value>;
  log(line: Record<string, unknown>): void;
}

export type Outcome = 'done' | 'failed' | 'again' | 'cancelled' | 'givenBack' | 'gone';
export interface JobRun {
  kind: string;
  outcome: Outcome;
  error?: unknown;
}

/** Reasons that a running job's signal is aborted with. */
export const cancelled = new Error('cancelled');
export const stopping = new Error('stopping');
export const leaseLost = new Error('taken over');

/** One try of one job, to its end in the queue. Never throws for what the work itself does wrong. */
export async function runJob(parts: RunParts, job: Fetched, controller: AbortController): Promise<JobRun> {
  const { kind: name, spaceId } = job.payload;
  const kind = parts.kinds[name];
  if (spaceId !== null && !(await spaceExists(parts, spaceId))) return end(parts, job, 'gone');
  if (!kind) return fail(parts, job, kindGone, true, new Error(`no room declares the job ${name}`));
  if (job.payload.visible) {
    const mayStart = await parts.inSpace(spaceId, async (db) => !(await isCancelAsked(db, job.id)) && (await startJob(db, job.id, parts.clock.now())));
    if (!mayStart) return end(parts, job, 'cancelled');
  }
  try {
    const outcome = await kind.run(workOf(parts, job, controller), job.payload.data);
    return await end(parts, job, 'done', outcome ?? null);
  } catch (error) {
    const { reason } = controller.signal;
    if (reason === cancelled) return end(parts, job, 'cancelled');
    if (reason === stopping) return giveBack(parts, job);
    if (reason === leaseLost) return { kind: name, outcome: 'givenBack' };
    const last = error instanceof JobFailure || job.lastTry;
    return fail(parts, job, error instanceof JobFailure ? error.words : unexpectedFailure(job.id), last, error);
  }
}

function workOf(parts: RunParts, job: Fetched, controller: AbortController): JobWork {
  const { spaceId, personId, visible } = job.payload;
  let last = { at: Number.NEGATIVE_INFINITY, done: -1 };
  return {
    jobId: job.id,
    spaceId,
    personId,
    now: parts.clock.now(),
    signal: controller.signal,
    asSystem: (work, other) => parts.asSystem(other ?? spaceId, work),
    asActor: (actor, work) => parts.asSystem(spaceId, work, actor),
    progress: async (done, total) => {
      controller.signal.throwIfAborted();
      // Loops report every row; a quarter of a second is as often as anybody can see it.
      if (!visible || (performance.now() - last.at < 250 && done < total) || done === last.done) return;
      last = { at: performance.now(), done };
      if (await parts.inSpace(spaceId, (db) => writeProgress(db, job.id, done, total))) controller.abort(cancelled);
      controller.signal.throwIfAborted();
    },
  };
}

async function spaceExists(parts: RunParts, spaceId: string): Promise<boolean> {
  return parts.inSpace(null, async (db) => (await sql`select 1 from space where id = ${spaceId}`.execute(db)).rows.length > 0);
}

/** The row people see and the queue's own row change together. */
async function end(parts: RunParts, job: Fetched, outcome: 'done' | 'cancelled' | 'gone', result: JobOutcome | null = null): Promise<JobRun> {
  const { kind, spaceId, visible, schedule } = job.payload;
  const at = parts.clock.now();
  await parts.inSpace(outcome === 'gone' ? null : spaceId, async (db) => {
    if (outcome === 'done') await parts.boss.complete(job.lane, job.id, {}, { db: inTransaction(db) });
    else await parts.boss.cancel(job.lane, job.id, { db: inTransaction(db) });
    if (visible && outcome === 'done') await finishJob(db, job.id, at, result);
    if (visible && outcome === 'cancelled') await markCancelled(db, job.id, at);
    if (schedule && outcome === 'done') await noteScheduleResult(db, kind, spaceId, at, null);
  });
  return { kind, outcome };
}

async function fail(parts: RunParts, job: Fetched, words: Words, last: boolean, error: unknown): Promise<JobRun> {
  const { kind, spaceId, visible, schedule } = job.payload;
  const at = parts.clock.now();
  const told = error instanceof Error ? error : new Error(String(error));
  if (!(error instanceof JobFailure)) parts.log({ level: 'error', job: kind, reference: job.id, message: told.message, stack: told.stack });
  await parts.inSpace(spaceId, async (db) => {
    if (last) await sql`update pgboss.job set retry_limit = retry_count where name = ${job.lane} and id = ${job.id}`.execute(db);
    await parts.boss.fail(job.lane, job.id, { message: told.message.slice(0, 500) }, { db: inTransaction(db) });
    if (visible && last) await failJob(db, job.id, at, words);
    if (visible && !last) await giveBackJob(db, job.id);
    if (schedule && last) await noteScheduleResult(db, kind, spaceId, at, words);
  });
  return { kind, outcome: last ? 'failed' : 'again', error };
}

/** Back into the queue as if this try had never been. */
async function giveBack(parts: RunParts, job: Fetched): Promise<JobRun> {
  const { kind, spaceId, visible } = job.payload;
  await parts.inSpace(spaceId, async (db) => {
    await sql`update pgboss.job set state = 'retry', started_on = null, start_after = now() where name = ${job.lane} and id = ${job.id} and state = 'active'`.execute(db);
    if (visible) await giveBackJob(db, job.id);
  });
  return { kind, outcome: 'givenBack' };
}
