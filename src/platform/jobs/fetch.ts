import type PgBoss from 'pg-boss';
import type { Fetched, Lane, Payload } from './boss.ts';

/** The next job of a lane, now marked as running; null when none is due. */
export async function fetchJob(boss: PgBoss, lane: Lane): Promise<Fetched | null> {
  const [job] = await boss.fetch<Payload>(lane, { includeMetadata: true, batchSize: 1 });
  if (!job) return null;
  return { id: job.id, lane, payload: job.data, tried: job.retryCount, lastTry: job.retryCount >= job.retryLimit };
}
