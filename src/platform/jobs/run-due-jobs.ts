import { sql } from 'kysely';
import { lanes } from './boss.ts';
import { fetchJob } from './fetch.ts';
import { laneList } from './pg-queue.ts';
import { runJob, type JobRun } from './run-job.ts';
import type { WorkerParts } from './worker.ts';

/** Tests: everything that is due by the product's clock, one after the other, tries included, until nothing is left. */
export async function runDueJobs(parts: WorkerParts): Promise<JobRun[]> {
  const runs: JobRun[] = [];
  await parts.sendDue();
  for (;;) {
    await parts.inSpace(null, (db) => sql`
      update pgboss.job set start_after = now() - interval '1 second' where name = any(${laneList}::text[]) and state in ('created', 'retry')
      and start_after >= now() and coalesce((data->>'startAfter')::timestamptz, '-infinity') <= ${parts.clock.now()}`.execute(db));
    let ran = 0;
    for (const lane of lanes) {
      for (let job = await fetchJob(parts.boss, lane); job; job = await fetchJob(parts.boss, lane)) {
        runs.push(await runJob(parts, job, new AbortController()));
        ran += 1;
      }
    }
    if (ran === 0) return runs;
  }
}
