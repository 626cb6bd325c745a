import { sql } from 'kysely';
import { lanes, type Fetched, type Lane } from './boss.ts';
import { fetchJob } from './fetch.ts';
import { workerLost } from './job-failure.ts';
import { failJob, isCancelAsked } from './job.store.ts';
import { laneList, type Queue } from './pg-queue.ts';
import { cancelled, leaseLost, runJob, stopping, type RunParts } from './run-job.ts';

/** How many jobs of a lane run side by side in one process. */
const widths: Readonly<Record<Lane, number>> = { quick: 3, long: 2 };
const lookEvery = 1000;
const beatEvery = 2000;
const scheduleEvery = 15_000;
const cleanEvery = 600_000;
/** What a stop waits for running work before it gives it back. */
const patience = 5000;

export interface WorkerParts extends RunParts {
  queue: Queue;
  sendDue(): Promise<number>;
}

/** Runs jobs until the returned function is called; it returns when the last one is finished or given back. */
export function startWorkers(parts: WorkerParts): () => Promise<void> {
  const running = new Map<string, { job: Fetched; controller: AbortController; ended: Promise<unknown> }>();
  let open = true;
  const look = async (lane: Lane): Promise<void> => {
    const busy = [...running.values()].filter(({ job }) => job.lane === lane).length;
    for (let free = widths[lane] - busy; open && free > 0; free -= 1) {
      const job = await fetchJob(parts.boss, lane);
      if (!job) return;
      const controller = new AbortController();
      const ended = runJob(parts, job, controller)
        .catch((error: unknown) => parts.log({ level: 'error', job: job.payload.kind, reference: job.id, message: String(error) }))
        .finally(() => {
          running.delete(job.id);
          lookers[lane]();
        });
      running.set(job.id, { job, controller, ended });
    }
  };
  const lookers = Object.fromEntries(lanes.map((lane) => [lane, oneAtATime(() => look(lane), parts)])) as Record<Lane, () => void>;
  const beat = oneAtATime(() => keepAlive(parts, running), parts);
  const timers = [
    setInterval(() => lanes.forEach((lane) => lookers[lane]()), lookEvery),
    setInterval(beat, beatEvery),
    setInterval(oneAtATime(async () => void (await parts.sendDue()), parts), scheduleEvery),
    setInterval(oneAtATime(() => parts.boss.maintain(), parts), cleanEvery),
  ];
  parts.queue.onWake(() => open && lanes.forEach((lane) => lookers[lane]()));
  lanes.forEach((lane) => lookers[lane]());
  void parts.sendDue().catch((error: unknown) => parts.log({ level: 'error', message: String(error) }));
  return async () => {
    open = false;
    timers.forEach(clearInterval);
    const all = [...running.values()];
    if (all.length === 0) return;
    all.forEach(({ controller }) => controller.abort(stopping));
    await Promise.race([Promise.allSettled(all.map(({ ended }) => ended)), new Promise((resolve) => setTimeout(resolve, patience).unref())]);
    await releaseRest(parts, [...running.keys()]);
  };
}

/** While it runs, calls are folded into one more run after it; a failure waits for the next call. */
function oneAtATime(work: () => Promise<void>, parts: Pick<RunParts, 'log'>): () => void {
  let isRunning = false;
  let isAsked = false;
  const go = async (): Promise<void> => {
    if (isRunning) {
      isAsked = true;
      return;
    }
    isRunning = true;
    try {
      await work();
    } catch (error) {
      parts.log({ level: 'error', message: `the queue could not be read: ${error instanceof Error ? error.message : String(error)}` });
    } finally {
      isRunning = false;
    }
    if (isAsked) {
      isAsked = false;
      await go();
    }
  };
  return () => void go();
}

/**
 * A running job is leased for a short time and the lease is renewed here, so that the work of a killed process is taken
 * up again within half a minute however long the work itself may take.
 */
async function keepAlive(parts: WorkerParts, running: ReadonlyMap<string, { job: Fetched; controller: AbortController }>): Promise<void> {
  if (running.size > 0) {
    const ids = `{${[...running.keys()].join(',')}}`;
    const { rows } = await parts.inSpace(null, (db) => sql<{ id: string; retry_count: number }>`
      update pgboss.job set started_on = now() where name = any(${laneList}::text[]) and id = any(${ids}::uuid[]) and state = 'active' returning id, retry_count`.execute(db));
    for (const { job, controller } of running.values()) {
      if (!rows.some((row) => row.id === job.id && row.retry_count === job.tried)) {
        if (running.has(job.id)) controller.abort(leaseLost);
      } else if (job.payload.visible && (await parts.inSpace(job.payload.spaceId, (db) => isCancelAsked(db, job.id)))) controller.abort(cancelled);
    }
  }
  await parts.boss.expire();
  await tellLost(parts);
}

/** Work whose program died at every try: the people who wait for it hear of it. */
async function tellLost(parts: WorkerParts): Promise<void> {
  const { rows } = await parts.inSpace(null, (db) => sql<{ id: string; space_id: string }>`
    select id, data->>'spaceId' as space_id from pgboss.job
    where name = 'long' and state = 'failed' and completed_on > now() - interval '10 minutes' and output->'value'->>'message' like '%timeout%'`.execute(db));
  for (const { id, space_id: spaceId } of rows) await parts.inSpace(spaceId, (db) => failJob(db, id, parts.clock.now(), workerLost));
}

/** What did not come to rest in time goes back as well; its late result is refused because its lease is gone. */
async function releaseRest(parts: WorkerParts, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await parts.inSpace(null, (db) => sql`
    update pgboss.job set state = 'retry', started_on = null, start_after = now()
    where name = any(${laneList}::text[]) and id = any(${`{${ids.join(',')}}`}::uuid[]) and state = 'active'`.execute(db));
}
