import { sql } from 'kysely';
import type { JobKind } from '#platform/module/module.ts';

const keptDays = 90;

/** What ended long ago is of use to nobody; that it was asked for stands in the audit where it matters. */
export const tidyJobs: JobKind = {
  label: { zh: '清理已结束的任务记录', en: 'Tidy away jobs that ended' },
  schedule: { cron: '20 3 * * *', per: 'space' },
  run: async (work) => {
    const before = new Date(work.now.getTime() - keptDays * 86_400_000);
    await work.asSystem((context) => sql`delete from job where space_id = ${context.spaceId} and finished_at < ${before}`.execute(context.db));
  },
};
