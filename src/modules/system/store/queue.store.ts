import { sql } from 'kysely';
import { laneList } from '#platform/jobs/pg-queue.ts';
import type { Context } from '#platform/module/module.ts';

export interface QueueRow {
  kind: string;
  waiting: number;
  later: number;
  running: number;
  failed: number;
  oldest_waiting_at: string | null;
}

/** Work of this space and of the installation; other spaces' work is nobody's business here. */
export async function countQueue(context: Context): Promise<QueueRow[]> {
  const { rows } = await sql<QueueRow>`
    select data->>'kind' as kind,
      count(*) filter (where state in ('created', 'retry') and start_after <= now())::int as waiting,
      count(*) filter (where state in ('created', 'retry') and start_after > now())::int as later,
      count(*) filter (where state = 'active')::int as running,
      count(*) filter (where state = 'failed')::int as failed,
      min(start_after) filter (where state in ('created', 'retry') and start_after <= now()) as oldest_waiting_at
    from pgboss.job
    where name = any(${laneList}::text[]) and (data->>'spaceId' is null or data->>'spaceId' = ${context.spaceId})
    group by 1 order by 1`.execute(context.db);
  return rows;
}

export interface ScheduleRow {
  kind: string;
  last_due: string;
  last_finished: string | null;
  last_state: 'done' | 'failed' | null;
  last_failure: { zh: string; en: string } | null;
}

export async function readSchedules(context: Context): Promise<ScheduleRow[]> {
  const { rows } = await sql<ScheduleRow>`
    select kind, last_due, last_finished, last_state, last_failure from job_schedule where space_id = ${context.spaceId}
    union all select kind, last_due, last_finished, last_state, last_failure from installation_schedule`.execute(context.db);
  return rows;
}
