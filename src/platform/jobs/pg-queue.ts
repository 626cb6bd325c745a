import { sql } from 'kysely';
import type PgBoss from 'pg-boss';
import type { Clock } from '#platform/clock/clock.ts';
import type { JobKind, SpaceDb } from '#platform/module/module.ts';
import { inTransaction, lanes, type Lane, type Payload } from './boss.ts';
import { askToCancel, insertJob, markCancelled, markWaiting } from './job.store.ts';
import type { JobQueue, SentJob } from './queue.ts';

export interface QueueParts {
  boss: PgBoss;
  kinds: Readonly<Record<string, JobKind>>;
  clock: Clock;
}

export interface Queue extends JobQueue {
  /** Adds a run of a schedule. */
  sendScheduled(db: SpaceDb, job: SentJob): Promise<boolean>;
  onWake(listener: () => void): void;
}

export function pgQueue(parts: QueueParts): Queue {
  const listeners: (() => void)[] = [];
  const send = async (db: SpaceDb, job: SentJob, isScheduled: boolean): Promise<boolean> => {
    const visible = job.title !== undefined && job.spaceId !== null;
    const payload: Payload = { kind: job.kind, spaceId: job.spaceId, personId: job.personId, data: job.data };
    if (visible) payload.visible = true;
    if (isScheduled) payload.schedule = true;
    if (job.startAfter) payload.startAfter = job.startAfter.toISOString();
    const sent = await parts.boss.send(visible ? 'long' : 'quick', payload, {
      ...optionsOf(parts.kinds[job.kind]),
      ...delayOf(job.startAfter, parts.clock),
      id: job.id,
      singletonKey: job.key === undefined ? job.id : `${job.kind} ${job.spaceId ?? ''} ${job.key}`,
      db: inTransaction(db),
    });
    if (sent !== null && job.title !== undefined && job.spaceId !== null) await insertJob(db, { ...job, spaceId: job.spaceId, title: job.title }, parts.clock.now());
    return sent !== null;
  };
  return {
    send: (db, job) => send(db, job, false),
    sendScheduled: (db, job) => send(db, job, true),
    wake: () => listeners.forEach((listener) => listener()),
    onWake: (listener) => void listeners.push(listener),
  };
}

function optionsOf(kind: JobKind | undefined): { retryLimit: number; retryDelay: number; retryBackoff: boolean; expireInSeconds: number } {
  return { retryLimit: (kind?.tries ?? 3) - 1, retryDelay: 2, retryBackoff: true, expireInSeconds: kind?.expireAfter ?? 30 };
}

/** The database counts by its own clock, so the wait is handed over and not the instant. */
function delayOf(startAfter: Date | undefined, clock: Clock): { startAfter?: number } {
  const seconds = startAfter ? Math.ceil((startAfter.getTime() - clock.now().getTime()) / 1000) : 0;
  return seconds > 0 ? { startAfter: seconds } : {};
}

/** Takes a waiting job out of the queue, or asks the one that runs to stop at its next resting place. */
export async function cancelJob(db: SpaceDb, id: string, at: Date): Promise<void> {
  const { rows } = await sql<{ state: string }>`select state from job where space_id = current_space() and id = ${id} for update`.execute(db);
  if (rows[0]?.state === 'running') return askToCancel(db, id);
  if (await markCancelled(db, id, at)) await sql`update pgboss.job set state = 'cancelled', completed_on = now() where name = 'long' and id = ${id} and state < 'active'`.execute(db);
}

/** Puts a job that failed or was cancelled back into the queue, with all its tries; false when the queue has forgotten it (after two weeks). */
export async function retryJob(db: SpaceDb, id: string): Promise<boolean> {
  const back = await sql`update pgboss.job set state = 'retry', started_on = null, completed_on = null, retry_count = 0, start_after = now(), keep_until = now() + interval '14 days' where name = any(${laneList}::text[]) and id = ${id} and state in ('failed', 'cancelled')`.execute(db);
  return (back.numAffectedRows ?? 0n) > 0n && (await markWaiting(db, id));
}

export const laneList: string = `{${lanes.join(',')}}`;
export const isLane = (name: string): name is Lane => (lanes as readonly string[]).includes(name);
